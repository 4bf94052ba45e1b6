"""Live options give, token for token, what the stock options give at the same settings.

Strategies that draw no numbers are held against eager execution, which takes any option as it is;
sampling, whose numbers differ there, against ``generate`` compiled by XLA with every option a
Python constant.
"""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xla_playground.core.model_info import ModelInput
from xla_playground.core.models import DEFAULT_MODEL, bundled_names, check_model
from xla_playground.core.options import Strategy, generate_arguments
from xla_playground.core.record import Cache, Record
from xla_playground.core.request import Arm, Request
from xla_playground.engine import XlaEngine

TEXT_MODELS = [name for name in bundled_names() if check_model(name).takes is ModelInput.TEXT]

#: One specialization each serves its whole list: full length and one token, penalties off and on.
GRID: dict[Strategy, tuple[dict[str, Any], ...]] = {
    Strategy.GREEDY: (
        {"max_new_tokens": 12},
        {"max_new_tokens": 1},
        {"max_new_tokens": 7, "repetition_penalty": 1.4},
        {"max_new_tokens": 12, "repetition_penalty": 0.8, "ignore_eos": True},
    ),
    Strategy.BEAM: (
        {"max_new_tokens": 12},
        {"max_new_tokens": 1, "num_return_sequences": 2},
        {"max_new_tokens": 8, "length_penalty": 0.3, "num_return_sequences": 3},
        {"max_new_tokens": 12, "length_penalty": -2.0, "repetition_penalty": 1.3},
        {"max_new_tokens": 12, "length_penalty": 2.0, "ignore_eos": True},
    ),
    Strategy.CONTRASTIVE: (
        {"max_new_tokens": 12},
        {"max_new_tokens": 1},
        {"max_new_tokens": 9, "penalty_alpha": 0.9, "repetition_penalty": 1.2},
    ),
    Strategy.SAMPLING: (
        {"max_new_tokens": 12, "top_k": 1, "temperature": 0.01},
        {"max_new_tokens": 12, "top_k": 0, "top_p": 0.001, "repetition_penalty": 1.3},
        {"max_new_tokens": 9, "top_k": 40, "top_p": 0.99, "temperature": 1.7, "seed": 3},
    ),
}
FIXED = {Strategy.BEAM: {"num_beams": 3}, Strategy.CONTRASTIVE: {"top_k": 4}}


def request_for(model: str | Path, strategy: Strategy, **options: Any) -> Request:
    return Request.parse(
        {
            "model": str(model),
            "prompts": ("TensorFlow is a library", "the lazy dog"),
            "options": {"strategy": strategy, **FIXED.get(strategy, {}), **options},
            "padding": {"new_token_bucket": 12},
            "recipe": "fast",
        }
    )


def all_tokens(record: Record) -> list[list[int]]:
    ids = [[token.id for token in sequence.tokens] for sequence in record.sequences]
    assert all(ids), "a sequence without tokens would make any two sides equal"
    return ids


def eager_tokens(engine: XlaEngine, request: Request) -> list[list[int]]:
    return all_tokens(engine.generate(request.model_copy(update={"arm": Arm.EAGER})))


def stock_tokens(engine: XlaEngine, request: Request) -> list[list[int]]:
    """Stock options as constants under XLA; not by AutoGraph, which takes most of a minute."""
    prepared = engine._prepare(request)
    model, inputs = prepared.loaded.model, prepared.inputs.arrays(0)
    configuration = copy.deepcopy(model.generation_config)
    configuration.pad_token_id = configuration.eos_token_id = None  # see live_arguments

    def generate(inputs: Any) -> Any:
        arguments = generate_arguments(request.options)
        return model.generate(**inputs, **arguments, generation_config=configuration)

    function = engine._tf.function(generate, autograph=False, jit_compile=True)
    ids: list[list[int]] = function(inputs).numpy().tolist()
    return ids


@pytest.mark.slow
@pytest.mark.parametrize("strategy", GRID)
@pytest.mark.parametrize(
    "model",
    [
        name if name == DEFAULT_MODEL else pytest.param(name, marks=pytest.mark.exhaustive)
        for name in TEXT_MODELS
    ],
)
def test_a_grid_of_settings_gives_the_stock_tokens(
    engine: XlaEngine, model: str, strategy: Strategy
) -> None:
    stock = stock_tokens if strategy.is_sampling else eager_tokens
    for number, setting in enumerate(GRID[strategy]):
        request = request_for(model, strategy, **setting)
        record = engine.generate(request)
        assert number == 0 or record.cache is Cache.MEMORY, setting
        assert are_same(all_tokens(record), stock(engine, request)), setting


def are_same(ours: list[list[int]], stock: list[list[int]]) -> bool:
    """Whether the sequences are the same; eager execution cuts what every one has left over."""
    length = min(len(ours[0]), len(stock[0]))
    rest = {token for sequence in (*ours, *stock) for token in sequence[length:]}
    return len(rest) <= 1 and [s[:length] for s in ours] == [s[:length] for s in stock]


@pytest.mark.slow
@pytest.mark.parametrize("family", ["gpt2", "t5"])
@pytest.mark.parametrize("strategy", [Strategy.GREEDY, Strategy.BEAM])
def test_the_end_token_on_and_off(
    engine: XlaEngine,
    tiny_models: Callable[[str], Path],
    tmp_path: Path,
    family: str,
    strategy: Strategy,
) -> None:
    folder = tmp_path / "ending"
    shutil.copytree(tiny_models(family), folder)
    endless = request_for(tiny_models(family), strategy, max_new_tokens=12, ignore_eos=True)
    end = eager_tokens(engine, endless)[0][-10]
    (folder / "generation_config.json").write_text(
        json.dumps({"eos_token_id": end, "pad_token_id": 0, "decoder_start_token_id": 0})
    )
    lengths = []
    for ignore_eos in (False, True):
        request = request_for(folder, strategy, max_new_tokens=12, ignore_eos=ignore_eos)
        record = engine.generate(request)
        assert are_same(all_tokens(record), eager_tokens(engine, request))
        lengths.append(record.new_tokens[0])
    assert lengths[0] < lengths[1] == 12
