"""The loops give PyTorch's tokens, in a batch of prompts of different lengths."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
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
#: One decoder alone and one with an encoder, of which one is run every time; each takes a minute.
_SAMPLE = ("gpt2", "t5")
_EVERY_TIME = "t5"


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


def _parameters() -> Iterator[Any]:
    for family in FAMILIES:
        marks = [pytest.mark.slow] if family == _EVERY_TIME else [pytest.mark.exhaustive]
        yield pytest.param(family, id=family, marks=marks)


@pytest.mark.parametrize("family", list(_parameters()))
def test_every_search_gives_the_tokens_of_pytorch(
    driver_of: Callable[[str], LoopDriver], family: str
) -> None:
    driver = driver_of(family)
    wanted = json.loads((DATA / "loops" / f"{family}.json").read_text())
    for case, answers in zip(CASES, wanted, strict=True):
        if family == _EVERY_TIME and _costs_a_specialization(case):
            continue
        found = _tokens(driver, case, Arm.XLA)
        assert found == [row for rows in answers for row in rows], case


@pytest.mark.exhaustive
@pytest.mark.parametrize("family", _SAMPLE)
def test_every_search_of_the_sample_in_each_arm(
    driver_of: Callable[[str], LoopDriver], family: str
) -> None:
    driver = driver_of(family)
    wanted = json.loads((DATA / "loops" / f"{family}.json").read_text())
    for arm in Arm:
        for case, answers in zip(CASES, wanted, strict=True):
            found = _tokens(driver, case, arm)
            assert found == [row for rows in answers for row in rows], (arm, case)


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


def _costs_a_specialization(case: dict[str, Any]) -> bool:
    """Return whether a case of the sample is left to the exhaustive test: a shape of its own."""
    return case.get("num_beams", 3) != 3 or case.get("no_repeat_ngram_size") == 1


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
