from __future__ import annotations

import pytest
from pydantic import ValidationError

from xla_playground.core.options import GenerationOptions, Strategy
from xla_playground.core.request import Recipe, Request
from xla_playground.core.specialization import capacity_for, key_for
from xla_playground.core.warm_up import WarmUpPlan


def test_every_shape_with_every_option_the_small_ones_first() -> None:
    beam = GenerationOptions(strategy=Strategy.BEAM, num_beams=2)
    plan = WarmUpPlan(
        model="m", batches=(2, 1), padded_lengths=(16, 8), options=(GenerationOptions(), beam)
    )
    requests = plan.requests()
    shapes = [(len(r.prompts), r.padding.padded_length([1])) for r in requests[::2]]
    assert shapes == [(1, 8), (2, 8), (1, 16), (2, 16)]
    assert [r.options for r in requests] == [*plan.options] * 4
    assert {r.recipe for r in requests} == {Recipe.FAST}


def test_its_key_is_that_of_a_real_call() -> None:
    options = GenerationOptions(max_new_tokens=32)
    (prepared,) = WarmUpPlan(model="m", batches=(2,), options=(options,)).requests()
    asked = Request(
        model="m",
        prompts=("one prompt", "another"),
        options=GenerationOptions(max_new_tokens=7, repetition_penalty=1.3),
        recipe=Recipe.FAST,
    )
    keys = {key_for(r, 8, capacity_for(r, 8, None)) for r in (prepared, asked)}
    assert len(keys) == 1


def test_an_impossible_shape_is_refused() -> None:
    with pytest.raises(ValidationError):
        WarmUpPlan(model="m", padded_lengths=(0,)).requests()
