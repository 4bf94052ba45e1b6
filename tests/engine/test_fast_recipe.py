"""The fast recipe: the documented tokens where those are right, one trace for many settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from tests.tiny_models import MAIN_FAMILIES
from xla_playground.core.call.record import Cache
from xla_playground.core.call.request import Request
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL
from xla_playground.core.history.export import record_as_dict
from xla_playground.engine import XlaEngine

#: Where upstream's TensorFlow code is right: no draws, and for contrastive search no padding.
SETTINGS: tuple[dict[str, Any], ...] = (
    {"strategy": "greedy", "max_new_tokens": 9, "repetition_penalty": 1.3},
    {"strategy": "beam", "max_new_tokens": 9, "num_beams": 2, "length_penalty": 0.5},
    {"strategy": "contrastive", "max_new_tokens": 9, "top_k": 4},
)


def _tokens(engine: XlaEngine, values: dict[str, Any], recipe: str) -> list[list[int]]:
    record = engine.generate(Request.parse({**values, "recipe": recipe}))
    tokens: list[list[int]] = record_as_dict(record)["token_ids"]
    assert all(tokens), "a sequence without tokens would make any two recipes equal"
    return tokens


@pytest.mark.exhaustive
@pytest.mark.parametrize("options", SETTINGS, ids=lambda options: str(options["strategy"]))
@pytest.mark.parametrize("family", [*MAIN_FAMILIES, DEFAULT_MODEL])
def test_the_tokens_of_the_documented_recipe(
    engine: XlaEngine, tiny_models: Callable[[str], Path], family: str, options: dict[str, Any]
) -> None:
    values = {
        "model": DEFAULT_MODEL if family == DEFAULT_MODEL else str(tiny_models(family)),
        "prompts": ("TensorFlow is", "the lazy dog"),
        "options": options,
    }
    if options["strategy"] == "contrastive":
        values |= {"prompts": ("TensorFlow is",), "padding": {"mode": "none"}}
    assert _tokens(engine, values, "fast") == _tokens(engine, values, "documented")


@pytest.mark.slow
def test_live_options_change_without_retracing(
    engine: XlaEngine, make_new_request: MakeRequest
) -> None:
    changes: tuple[dict[str, Any], ...] = (
        {},
        {"temperature": 0.5},
        {"top_k": 3},
        {"top_p": 0.4},
        {"seed": 9},
        {"repetition_penalty": 1.7},
        {"max_new_tokens": 1},
        {"max_new_tokens": 32},
        {"min_p": 0.3},
        {"ignore_eos": True},
    )
    records = [
        engine.generate(make_new_request(recipe="fast", options={"strategy": "sampling"} | change))
        for change in changes
    ]
    assert [record.cache for record in records] == [Cache.MISS] + [Cache.MEMORY] * 9
    assert len({record.key for record in records}) == 1
    assert records[0].key is not None
    kept = engine._cache.get(records[0].key)
    assert kept is not None
    assert kept.traces == 1
    assert max(records[6].new_tokens) == 1


def test_greedy_search_and_sampling_take_turns(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    greedy, drawn = {"max_new_tokens": 20}, {"strategy": "sampling", "seed": 3}
    calls = [
        engine.generate(make_request(recipe=recipe, options=options))
        for options in (greedy, drawn)
        for recipe in ("fast", "documented")
    ]
    again = [
        engine.generate(make_request(recipe="fast", options=options)) for options in (greedy, drawn)
    ]
    assert [record.cache for record in again] == [Cache.MEMORY] * 2
    assert [record.key for record in again] == [calls[0].key, calls[2].key]
    tokens = [record_as_dict(record)["token_ids"] for record in [*calls, *again]]
    assert tokens[0] == tokens[1] == tokens[4]
    assert tokens[2] == tokens[5]
    assert tokens[0] != tokens[2]


def test_what_is_structural_makes_a_new_key(engine: XlaEngine, make_request: MakeRequest) -> None:
    def key(**options: Any) -> Any:
        padding = {"capacity": 40}
        return engine.plan(make_request(recipe="fast", padding=padding, options=options)).key

    assert key(max_new_tokens=3) == key(max_new_tokens=30)
    assert key(max_new_tokens=3) != key(max_new_tokens=41)
    assert key(strategy="beam", num_beams=2) != key(strategy="beam", num_beams=3)
    assert key(strategy="beam", max_new_tokens=3) == key(strategy="beam", max_new_tokens=4)
    assert key(strategy="contrastive", top_k=4) != key(strategy="contrastive", top_k=5)
    assert key(strategy="sampling") != key(strategy="sampling", num_return_sequences=2)
    assert dict(key(max_new_tokens=3).options)["capacity"] == 40
    # past the capacity the next power of two, as far as there are positions
    assert dict(key(max_new_tokens=41).options)["capacity"] == 64
