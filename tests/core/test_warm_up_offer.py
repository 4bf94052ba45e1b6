"""What is offered for warming up, and what it is said to cost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.examples import MS, make_record, make_request
from tests.core.test_series import book_of
from tests.fakes import GPT2, T5
from xla_playground.core.advice.warm_up import WarmUpPlan
from xla_playground.core.advice.warm_up_estimate import (
    estimate,
    offered_batches,
    offered_capacities,
    offered_lengths,
    offered_options,
)
from xla_playground.core.call.padding import Padding, PaddingMode
from xla_playground.core.call.record import Cache
from xla_playground.core.call.request import Arm, Recipe
from xla_playground.core.call.specialization import capacity_for, key_for
from xla_playground.core.history.series import SeriesBook
from xla_playground.core.model.info import ModelInfo
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy

MODEL = GPT2.name


@pytest.mark.parametrize(
    ("padding", "current", "limit", "expected"),
    [
        (Padding(multiple_of=8), 16, None, (8, 16, 24, 32, 40)),
        (Padding(multiple_of=8), 8, 20, (8, 16)),
        (Padding(mode=PaddingMode.POWER_OF_TWO), 16, None, (8, 16, 32, 64, 128)),
        (Padding(mode=PaddingMode.FIXED, length=64), 64, 480, (64,)),
        (Padding(mode=PaddingMode.LONGEST), 5, 480, (5,)),
    ],
)
def test_lengths_are_the_buckets_around_the_current_one(
    padding: Padding, current: int, limit: int | None, expected: tuple[int, ...]
) -> None:
    assert offered_lengths(padding, current, limit) == expected


def test_batches_hold_the_current_one() -> None:
    assert offered_batches(3) == (1, 2, 3, 4, 8)
    assert offered_batches(4) == (1, 2, 4, 8)


def test_options_begin_with_the_current_ones_and_differ_in_structure() -> None:
    sampling = GenerationOptions(strategy=Strategy.SAMPLING, temperature=0.7, max_new_tokens=64)
    offered = offered_options(sampling)
    assert offered[0] == sampling
    assert [o.strategy for o in offered].count(Strategy.SAMPLING) == 1
    assert {o.max_new_tokens for o in offered} == {64}
    beams = [o.num_beams for o in offered if o.strategy is Strategy.BEAM]
    assert beams == [2, 4]


@pytest.mark.parametrize(
    ("new_tokens", "longest", "positions", "expected"),
    [
        (32, 5, 512, (256, 512)),
        (32, 300, None, (512, 1024, 2048, 4096)),
        (8, 5, 64, (64,)),
    ],
)
def test_capacities_begin_with_the_one_that_the_call_needs(
    new_tokens: int, longest: int, positions: int | None, expected: tuple[int, ...]
) -> None:
    for recipe in Recipe:
        request = make_request(recipe=recipe, options={"max_new_tokens": new_tokens})
        assert offered_capacities(request, longest, positions) == expected


@pytest.mark.parametrize("model", [GPT2, T5])
def test_the_estimate_counts_each_once_and_leaves_out_what_is_stored(model: ModelInfo) -> None:
    shapes: dict[str, Any] = {"capacities": (256, 512, 9999)}
    if model is T5:
        shapes = {"source_lengths": (8, 16, 24)}
    plan = WarmUpPlan(model=model.name, batches=(1, 2), **shapes)
    request = plan.requests()[0]
    length = None if model is GPT2 else 8
    key = key_for(request, length, capacity_for(request, 1, model.positions))
    rough = estimate(plan, model, SeriesBook(), ())
    # 9999 of a model with 512 positions is 512
    assert (rough.specializations, rough.stored) == (4 if model is GPT2 else 6, 0)
    with_store = estimate(plan, model, SeriesBook(), {key})
    assert (with_store.specializations, with_store.stored) == (rough.specializations, 1)
    assert with_store.expected_ns < rough.expected_ns
    assert estimate(plan.model_copy(update={"batches": ()}), model, SeriesBook(), ()).stored == 0


def test_the_estimate_goes_by_what_was_measured_and_not_by_loads() -> None:
    fast: dict[str, Any] = {"recipe": Recipe.FAST, "arm": Arm.XLA}
    key = key_for(make_request(**fast), None, 256)
    first = make_record(cache=Cache.MISS, key=key, **fast)
    book = book_of(first, make_record(cache=Cache.DISK, load_ns=600 * MS, key=key, **fast))
    plan = WarmUpPlan(model=MODEL)
    measured = estimate(plan, GPT2, book, ()).expected_ns
    assert measured == pytest.approx(5e9 + 2200 * MS)
