from __future__ import annotations

from typing import Any

import pytest

from xla_playground.core.call.request import Request
from xla_playground.core.call.upstream_faults import Situation, faults_met, may_differ


def met(
    options: dict[str, Any],
    *,
    is_padded: bool = False,
    pads_with_end: bool = True,
    has_ended: bool = False,
    **values: Any,
) -> list[str]:
    request = Request.parse({"model": "m", "prompts": ("a",), "options": options} | values)
    call = Situation(request, is_padded, pads_with_end, has_ended)
    return [notice.id for notice in faults_met(call)]


def test_each_fault_is_named_where_it_is_met_and_nowhere_else() -> None:
    greedy, penalty = {"strategy": "greedy"}, {"repetition_penalty": 1.3}
    contrastive, beam = {"strategy": "contrastive"}, {"strategy": "beam"}
    assert met(greedy, is_padded=True, has_ended=True) == []
    assert met({"strategy": "sampling"}) == ["repeated_random_numbers"]
    assert met(beam) == []
    assert met(beam, has_ended=True) == ["dropped_beams"]
    assert met({"strategy": "beam_sampling"}, has_ended=True) == ["dropped_beams"]
    assert met(contrastive) == []
    assert met(contrastive, is_padded=True) == ["padding_is_compared"]
    assert met(penalty, is_padded=True) == ["padding_is_penalized"]
    assert met(penalty, is_padded=True, pads_with_end=False) == []
    assert met(penalty) == []


@pytest.mark.parametrize("arm", ["xla", "graph", "eager"])
def test_the_fast_recipe_has_none(arm: str) -> None:
    assert met({"strategy": "sampling"}, arm=arm)
    assert not met({"strategy": "sampling"}, recipe="fast", arm=arm)


def test_what_may_differ_is_told_from_the_request_alone() -> None:
    def differs(*, has_ended: bool = True, **options: Any) -> bool:
        request = Request.parse({"model": "m", "prompts": ("a",), "options": options})
        return may_differ(request, has_ended=has_ended)

    assert not differs()
    assert differs(strategy="sampling")
    assert differs(strategy="beam")
    assert not differs(strategy="beam", ignore_eos=True)
    assert not differs(strategy="beam", has_ended=False)
    assert differs(strategy="contrastive")
