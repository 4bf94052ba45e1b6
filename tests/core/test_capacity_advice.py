"""Which capacity a list of prompts needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.examples import MS, make_request
from tests.fakes import GPT2
from xla_playground.core.advice.advisor import CallCosts
from xla_playground.core.advice.capacity_advice import CapacityAdvice, advise_capacity
from xla_playground.core.errors import RequestError

COSTS = CallCosts(first_ns=1e9, run_ns=10 * MS, prompt_token_ns=0.0)
REQUEST = make_request(recipe="fast")  # 32 new tokens


def advise(lengths: list[int], new_tokens: int = 32, **values: int) -> CapacityAdvice:
    request = make_request(recipe="fast", options={"max_new_tokens": new_tokens})
    return advise_capacity(lengths, COSTS, GPT2, request, **values)


def test_the_default_serves_every_length_that_fits() -> None:
    advice = advise([3, 9, 17, 224])
    assert (advice.best.capacity, advice.best.compiles, advice.calls) == (256, 1, 4)
    assert advice.best.total_ns == pytest.approx(1e9 + 4 * 10 * MS)
    assert advice.sentence == (
        "The default capacity of 256 serves all of these prompts with 32 new tokens in 1 "
        "specialization; 4 calls, about 1.04 s by rough figures. 512 would hold 3.15 MB more, "
        "which is read at each new token: 157 µs."
    )


def test_one_token_more_needs_the_next() -> None:
    advice = advise([3, 225])
    assert (advice.best.capacity, advice.best.compiles) == (512, 1)
    assert [row.compiles for row in advice.rows] == [2, 1]
    assert advice.sentence.startswith("Choose a capacity of 512: it serves all of these prompts")
    assert "With 256 it would be 2 compiles." in advice.sentence
    assert advice.sentence.endswith("The model takes no more.")  # 512 positions


def test_each_number_of_prompts_is_a_specialization() -> None:
    advice = advise([5, 6, 7], batch_size=2, repeats=3)
    assert (advice.best.compiles, advice.calls) == (2, 6)
    assert "in 2 specializations, one for each number of prompts in a call" in advice.sentence


def test_what_a_larger_one_reads_counts() -> None:
    small = advise([5])
    assert small.rows[1].capacity == 512
    assert small.rows[1].cache_bytes == 2 * small.rows[0].cache_bytes
    # keys and values of 6 layers, 256 numbers of 4 bytes each
    assert small.rows[0].cache_bytes == 256 * 2 * 6 * 256 * 4
    assert small.rows[1].total_ns > small.rows[0].total_ns
    beams = make_request(recipe="fast", options={"strategy": "beam", "num_beams": 4})
    wide = advise_capacity([5, 5], COSTS, GPT2, beams, batch_size=2)
    assert wide.rows[0].cache_bytes == 8 * small.rows[0].cache_bytes


@pytest.mark.parametrize(("lengths", "says"), [([], "no prompts"), ([481], "more than the 480")])
def test_what_cannot_be_advised_on_is_a_sentence(lengths: list[int], says: str) -> None:
    with pytest.raises(RequestError, match=says):
        advise(lengths)


@given(
    st.lists(st.integers(1, 400), min_size=1, max_size=20),
    st.integers(1, 100),
    st.integers(1, 4),
)
def test_the_best_is_the_smallest_that_holds_all(
    lengths: list[int], new_tokens: int, batch_size: int
) -> None:
    advice = advise(lengths, new_tokens, batch_size=batch_size)
    needed = max(lengths) + new_tokens
    assert advice.best.capacity >= needed
    assert all(row.capacity < needed for row in advice.rows if row.capacity < advice.best.capacity)
    assert advice.best.compiles == min(row.compiles for row in advice.rows)
