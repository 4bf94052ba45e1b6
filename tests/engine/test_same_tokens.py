"""Greedy and beam tokens under XLA equal eager's, padded or not, on every supported family."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xla_playground.core.export import record_as_dict
from xla_playground.core.families import FAMILIES
from xla_playground.core.models import DEFAULT_MODEL
from xla_playground.core.request import Request
from xla_playground.engine import XlaEngine

STRATEGIES: tuple[dict[str, Any], ...] = (
    {"strategy": "greedy"},
    {"strategy": "beam", "num_beams": 3, "num_return_sequences": 2},
)
PADDINGS: tuple[dict[str, Any], ...] = (
    {"mode": "none"},
    {"mode": "multiple", "multiple_of": 8},
)


def _tokens(engine: XlaEngine, values: dict[str, Any], arm: str) -> list[list[int]]:
    record = engine.generate(Request.parse({**values, "arm": arm}))
    tokens: list[list[int]] = record_as_dict(record)["token_ids"]
    assert all(tokens), "a sequence without tokens would make any two arms equal"
    return tokens


@pytest.mark.slow
@pytest.mark.parametrize("padding", PADDINGS, ids=lambda p: str(p["mode"]))
@pytest.mark.parametrize("strategy", STRATEGIES, ids=lambda s: str(s["strategy"]))
@pytest.mark.parametrize("family", [*FAMILIES, DEFAULT_MODEL])
def test_xla_equals_eager(
    engine: XlaEngine,
    tiny_models: Callable[[str], Path],
    family: str,
    strategy: dict[str, Any],
    padding: dict[str, Any],
) -> None:
    model = DEFAULT_MODEL if family == DEFAULT_MODEL else str(tiny_models(family))
    prompts = ("TensorFlow is",) if padding["mode"] == "none" else ("TensorFlow is", "the lazy dog")
    values = {
        "model": model,
        "prompts": prompts,
        "padding": padding,
        "options": {**strategy, "max_new_tokens": 10},
    }
    assert _tokens(engine, values, "xla") == _tokens(engine, values, "eager")


@pytest.mark.slow
def test_graph_equals_eager(engine: XlaEngine, tiny_models: Callable[[str], Path]) -> None:
    values = {
        "model": str(tiny_models("gpt2")),
        "prompts": ("TensorFlow is",),
        "options": {"max_new_tokens": 8},
    }
    assert _tokens(engine, values, "graph") == _tokens(engine, values, "eager")


@pytest.mark.slow
def test_the_seed_decides_what_is_sampled(
    engine: XlaEngine, tiny_models: Callable[[str], Path]
) -> None:
    def sample(seed: int) -> list[list[int]]:
        return _tokens(
            engine,
            {
                "model": str(tiny_models("gpt2")),
                "prompts": ("TensorFlow is",),
                "options": {"strategy": "sampling", "max_new_tokens": 8, "seed": seed},
            },
            "graph",
        )

    assert sample(1) == sample(1)
    assert sample(1) != sample(2)
