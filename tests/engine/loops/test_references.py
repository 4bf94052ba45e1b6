"""The loops give PyTorch's tokens, in a batch of prompts of different lengths."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.engine.loops.conftest import LoopDriver
from tests.references.answers import DATA, cases_of
from tests.references.folders import write_folder
from tests.references.loop_cases import CASES, FAMILIES, NEW_TOKENS, PROMPTS
from xla_playground.core.call.request import Arm
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy
from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import load_model

CAPACITY = 32
SOURCE = 16
#: One decoder alone and one with an encoder.
_SAMPLE = ("gpt2", "t5")
#: Cases that are compared every time: several end tokens, beams by two length penalties, and beams
#: that never stop early.
_SOME, _ALL = slice(2, None, 6), slice(None)


@pytest.fixture(scope="module")
def driver_of(
    engine: XlaEngine, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], LoopDriver]:
    """The loops around the tiny model of a family."""
    import tensorflow as tf

    @cache
    def make(family: str) -> LoopDriver:
        base = cases_of(family)[0]
        folder = write_folder(tmp_path_factory.mktemp("loops") / family, base.config, base.shapes)
        return LoopDriver(tf, load_model(str(folder)).model)

    return make


def _check(driver: LoopDriver, family: str, arm: Arm, cases: slice = _ALL) -> None:
    """Compare cases of a family in an arm with PyTorch's answers."""
    wanted = json.loads((DATA / "loops" / f"{family}.json").read_text())
    for case, answers in list(zip(CASES, wanted, strict=True))[cases]:
        found = _tokens(driver, case, arm)
        assert found == [row for rows in answers for row in rows], (arm, case)


@pytest.mark.slow
@pytest.mark.parametrize("family", _SAMPLE)
def test_some_searches_give_the_tokens_of_pytorch(
    driver_of: Callable[[str], LoopDriver], family: str
) -> None:
    _check(driver_of(family), family, Arm.EAGER, _SOME)


@pytest.mark.exhaustive
@pytest.mark.parametrize("family", FAMILIES)
def test_every_search_gives_the_tokens_of_pytorch(
    driver_of: Callable[[str], LoopDriver], family: str
) -> None:
    for arm in Arm if family in _SAMPLE else (Arm.XLA,):
        _check(driver_of(family), family, arm)


@pytest.mark.parametrize(
    "family",
    [
        pytest.param(family, marks=pytest.mark.slow if family == "gptj" else pytest.mark.exhaustive)
        for family in FAMILIES
    ],
)
def test_a_call_may_fill_every_position(
    driver_of: Callable[[str], LoopDriver], family: str
) -> None:
    """The last position is as good as any: as tables of positions and masks are that large."""
    driver = driver_of(family)
    config = driver.model.config
    positions = min(getattr(config, "max_position_embeddings", None) or 64, 64)
    prompt, source = [[5, 6, 7, 8]], None
    if driver.decoder.is_encoder_decoder:
        source = driver.encoded(prompt, SOURCE)
        prompt = [[driver.model.generation_config.decoder_start_token_id]]
    for strategy in (Strategy.GREEDY, Strategy.BEAM, Strategy.CONTRASTIVE):
        options = GenerationOptions(
            strategy=strategy, ignore_eos=True, max_new_tokens=positions - len(prompt[0])
        )
        found = [
            driver.texts(prompt, options, arm=arm, capacity=positions, source=source)
            for arm in (Arm.XLA, Arm.GRAPH)
        ]
        assert found[0] == found[1], strategy
        assert len(found[0][0]) == positions


def _tokens(driver: LoopDriver, case: dict[str, Any], arm: Arm) -> list[list[int]]:
    ends = case.get("eos_token_id")
    rules = driver.rules if ends is None else replace(driver.rules, end_ids=tuple(ends))
    beams = case.get("num_beams", 1)
    strategy = Strategy.BEAM if beams > 1 else Strategy.GREEDY
    options = GenerationOptions(
        strategy=Strategy.CONTRASTIVE if "penalty_alpha" in case else strategy,
        **{"max_new_tokens": NEW_TOKENS}
        | {name: case[name] for name in GenerationOptions.model_fields.keys() & case.keys()},
    )
    prompts = [list(prompt) for prompt in PROMPTS]
    source = None
    if driver.decoder.is_encoder_decoder:
        source = driver.encoded(prompts, SOURCE)
        prompts = [[driver.model.generation_config.decoder_start_token_id]] * len(prompts)
    found: list[list[int]] = driver.texts(
        prompts,
        options,
        arm=arm,
        capacity=CAPACITY,
        source=source,
        rules=rules,
    )
    return found
