from __future__ import annotations

import pytest
from pydantic import ValidationError

from xla_playground.core.advice.warm_up import WarmUpPlan, following_capacities
from xla_playground.core.call.request import Recipe, Request
from xla_playground.core.call.specialization import capacity_for, key_for
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy

BEAM = GenerationOptions(strategy=Strategy.BEAM, num_beams=2)


def test_every_shape_with_every_option_the_small_ones_first() -> None:
    plan = WarmUpPlan(
        model="m", batches=(2, 1), source_lengths=(16, 8), options=(GenerationOptions(), BEAM)
    )
    requests = plan.requests()
    shapes = [(len(r.prompts), r.padding.padded_length([1])) for r in requests[::2]]
    assert shapes == [(1, 8), (1, 16), (2, 8), (2, 16)]
    assert [r.options.strategy for r in requests] == [o.strategy for o in plan.options] * 4
    assert {r.recipe for r in requests} == {Recipe.FAST}


def test_a_decoder_only_model_has_capacities_and_no_lengths() -> None:
    plan = WarmUpPlan(model="m", batches=(2, 1), capacities=(512, 256))
    shapes = [(len(r.prompts), r.padding.capacity) for r in plan.requests()]
    assert shapes == [(1, 256), (2, 256), (1, 512), (2, 512)]
    assert WarmUpPlan(model="m", source_lengths=()).requests() == ()
    assert WarmUpPlan(model="m", capacities=()).requests() == ()


def test_options_that_need_more_tokens_are_live_and_give_way() -> None:
    options = GenerationOptions(max_new_tokens=64, min_new_tokens=40)
    (request,) = WarmUpPlan(model="m", options=(options,)).requests()
    assert Request.model_validate_json(request.model_dump_json()) == request


def test_its_key_is_that_of_a_real_call() -> None:
    (prepared,) = WarmUpPlan(model="m", batches=(2,)).requests()
    asked = Request(
        model="m",
        prompts=("one prompt", "another"),
        options=GenerationOptions(max_new_tokens=100, repetition_penalty=1.3),
        recipe=Recipe.FAST,
    )
    keys = {key_for(r, None, capacity_for(r, 90, 512)) for r in (prepared, asked)}
    assert len(keys) == 1


def test_the_prompt_is_long_enough_for_a_chunk_and_fits() -> None:
    (of_default,) = WarmUpPlan(model="m").requests()
    assert len(of_default.prompts[0].split()) >= 12
    (small,) = WarmUpPlan(model="m", capacities=(16,)).requests()
    assert len(small.prompts[0]) + small.options.new_tokens <= 16


@pytest.mark.parametrize(
    ("current", "positions", "expected"),
    [
        (256, None, (256, 512, 1024)),
        (256, 512, (256, 512)),
        (300, 1000, (300, 512, 1000)),
        (256, 128, (128,)),
        (32_768, None, (32_768,)),
    ],
)
def test_capacities_go_as_far_as_the_positions(
    current: int, positions: int | None, expected: tuple[int, ...]
) -> None:
    assert following_capacities(current, positions, 3) == expected


def test_an_impossible_shape_is_refused() -> None:
    with pytest.raises(ValidationError):
        WarmUpPlan(model="m", source_lengths=(0,)).requests()
    with pytest.raises(ValidationError):
        WarmUpPlan(model="m", capacities=(1,)).requests()
