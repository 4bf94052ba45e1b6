from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.examples import MS, make_key, make_request
from xla_playground.core.advice.advisor import (
    Advice,
    CallCosts,
    PolicyCost,
    advise,
    default_costs,
    measured_costs,
)
from xla_playground.core.call.padding import PaddingMode
from xla_playground.core.call.specialization import key_for
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL, check_model
from xla_playground.core.errors import RequestError
from xla_playground.core.history.series import Series, SeriesBook

SLOW_COMPILES = CallCosts(first_ns=5e9, run_ns=10 * MS, prompt_token_ns=0.01 * MS)
NO_COMPILES = replace(SLOW_COMPILES, first_ns=0.0)
lengths = st.lists(st.integers(1, 300), min_size=1, max_size=40)


def policy(advice: Advice, name: str) -> PolicyCost:
    return next(p for p in advice.rows if p.name.text == name)


def test_compiles_and_padding_are_counted() -> None:
    advice = advise([3, 5, 9, 17, 16], SLOW_COMPILES)
    assert advice.calls == 5
    assert policy(advice, "to the longest").compiles == 5
    assert policy(advice, "to the longest").padding_tokens == 0
    eights = policy(advice, "to a multiple of 8")  # 8, 8, 16, 24, 16
    assert (eights.compiles, eights.padding_tokens) == (3, 22)
    powers = policy(advice, "to a power of two")  # 4, 8, 16, 32, 16
    assert (powers.compiles, powers.padding_tokens) == (4, 26)
    fixed = policy(advice, "to 17 tokens")
    assert (fixed.compiles, fixed.padding_tokens) == (1, 35)


def test_a_batch_is_padded_to_its_longest_and_its_size_is_part_of_the_shape() -> None:
    advice = advise([3, 8, 8, 8, 8], SLOW_COMPILES, batch_size=2)
    longest = policy(advice, "to the longest")
    assert (advice.calls, longest.compiles, longest.padding_tokens) == (3, 2, 5)


def test_slow_compiles_make_few_buckets_and_free_ones_none() -> None:
    many = list(range(1, 200, 3))
    assert advise(many, SLOW_COMPILES).best.compiles == 1
    assert advise(many, NO_COMPILES).best.padding.mode is PaddingMode.LONGEST
    assert "without buckets it would be 67 compiles" in advise(many, SLOW_COMPILES).sentence


def test_repeats_make_padding_dearer_than_compiles() -> None:
    two_kinds = [4] * 10 + [400] * 10
    dear = CallCosts(first_ns=1e9, run_ns=0.0, prompt_token_ns=1 * MS)
    assert advise(two_kinds, dear, repeats=100).best.compiles == 2
    assert advise(two_kinds, replace(dear, prompt_token_ns=0.001 * MS)).best.compiles == 1


def test_a_policy_past_the_positions_is_shown_and_not_taken() -> None:
    advice = advise([100], SLOW_COMPILES, limit=110)
    powers = policy(advice, "to a power of two")
    assert powers.problem is not None
    assert powers.problem.text == "pads to 128 tokens, and the model takes 110"
    assert advice.best is not powers


@pytest.mark.parametrize(("given_lengths", "says"), [([], "no prompts"), ([200], "more than")])
def test_what_cannot_be_advised_on_is_a_sentence(given_lengths: list[int], says: str) -> None:
    with pytest.raises(RequestError, match=says):
        advise(given_lengths, SLOW_COMPILES, limit=110)


@given(lengths, st.integers(1, 8), st.integers(1, 50))
def test_the_best_is_the_cheapest_that_can_be_used(
    given_lengths: list[int], batch_size: int, repeats: int
) -> None:
    advice = advise(given_lengths, SLOW_COMPILES, batch_size=batch_size, repeats=repeats, limit=300)
    usable = [p for p in advice.rows if p.problem is None]
    assert advice.best in usable
    assert advice.best.total_ns == min(p.total_ns for p in usable)
    assert all(1 <= p.compiles <= len(given_lengths) for p in usable)
    assert all(p.padding_tokens >= 0 for p in usable)


def series(padded_length: int, run_ms: float, first_ms: float = 3000) -> Series:
    run_ns = round(run_ms * MS)
    return Series(
        make_key(padded_length),
        first_ns=[round(first_ms * MS)],
        first_run_ns=[run_ns],
        calls=[2, 3],
        run_ns=[run_ns, run_ns],
    )


def book_of(*kept: Series) -> SeriesBook:
    book = SeriesBook()
    book._series = {one.key: one for one in kept}
    return book


def test_costs_are_those_of_calls_that_are_alike() -> None:
    request = make_request()
    default = default_costs(check_model(DEFAULT_MODEL), request)
    assert not measured_costs(SeriesBook(), request, default).is_measured
    other = make_request(options={"strategy": "beam"})
    assert measured_costs(book_of(series(8, 20)), other, default) == default

    measured = measured_costs(book_of(series(8, 20), series(24, 28)), request, default)
    assert measured.is_measured
    assert measured.first_ns == pytest.approx((3000 - 24) * MS)
    assert measured.prompt_token_ns == pytest.approx(0.5 * MS)
    assert measured.run_ns == pytest.approx(16 * MS)


def test_one_length_alone_keeps_the_default_slope() -> None:
    default = CallCosts(first_ns=1.0, run_ns=2.0, prompt_token_ns=0.25 * MS)
    measured = measured_costs(book_of(series(8, 20)), make_request(), default)
    assert measured.prompt_token_ns == default.prompt_token_ns
    assert measured.run_ns == pytest.approx(18 * MS)


def test_keys_without_a_length_are_in_no_line() -> None:
    """Their median counts as it is; calls of other loops of the same recipe do not."""
    request = make_request(recipe="fast")
    default = default_costs(check_model(DEFAULT_MODEL), request)
    live = replace(series(8, 20), key=key_for(request, None, 256))
    larger = replace(series(8, 30), key=key_for(request, None, 512))
    old_key = make_key(64, recipe="fast").model_copy(
        update={"options": (("strategy", "greedy/sampling"), ("max_new_tokens", 32))}
    )
    old = replace(series(64, 900), key=old_key)
    measured = measured_costs(book_of(live, larger, old), request, default)
    assert (measured.run_ns, measured.prompt_token_ns) == (25 * MS, 0.0)
    assert measured.first_ns == pytest.approx((3000 - 25) * MS)
    assert measured_costs(book_of(old), request, default) == default

    only_first = replace(live, calls=[], run_ns=[])
    measured = measured_costs(book_of(only_first), request, default)
    assert (measured.run_ns, measured.is_measured) == (default.run_ns, True)
    assert measured.first_ns == pytest.approx(2980 * MS)


def test_sources_of_an_encoder_keep_their_line() -> None:
    request = make_request(recipe="fast", model="t5")
    default = CallCosts(first_ns=1.0, run_ns=2.0, prompt_token_ns=3.0)
    kept = [
        replace(series(length, run_ms), key=key_for(request, length, 256))
        for length, run_ms in ((8, 20), (24, 28))
    ]
    measured = measured_costs(book_of(*kept), request, default)
    assert measured.prompt_token_ns == pytest.approx(0.5 * MS)
    assert measured.run_ns == pytest.approx(16 * MS)
