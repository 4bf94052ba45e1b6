from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from tests.core.examples import MS, make_key, make_record, make_request
from tests.core.test_series import book_of
from xla_playground.core.advice.forecast import Forecast, forecast
from xla_playground.core.call.plan import Plan
from xla_playground.core.call.record import Cache, EndedBy, Record, Warmth
from xla_playground.core.call.specialization import SpecializationKey, key_for
from xla_playground.core.history.series import SeriesBook


def ask(*records: Record, cache: Cache, reason: str | None = None, **values: Any) -> Forecast:
    plan = Plan(
        request_id="1",
        key=make_key(**values),
        prompt_tokens=(2,),
        padded_length=8,
        cache=cache,
        reason=reason,
    )
    return forecast(plan, book_of(*records))


def expected_ns(answer: Forecast) -> float | None:
    return None if answer.estimate is None else answer.estimate.expected_ns


def test_cached() -> None:
    answer = ask(make_record(run_ns=79 * MS), cache=Cache.MEMORY)
    assert (answer.is_new, expected_ns(answer)) == (False, 79 * MS)
    assert answer.sentence == "cached, about 79.0 ms"


def test_cached_but_never_steady() -> None:
    answer = ask(make_record(cache=Cache.MISS), cache=Cache.MEMORY)
    assert (answer.is_new, expected_ns(answer)) == (False, 20 * MS)


def test_a_steady_range_is_that_of_its_own_calls() -> None:
    calls = [make_record(run_ns=(70 + n) * MS) for n in range(21)]
    cost = ask(*calls, cache=Cache.MEMORY).cost
    assert cost is not None
    assert cost.expected_ns == 80 * MS
    assert 70 * MS <= cost.low_ns < 73 * MS
    assert 87 * MS < cost.high_ns <= 90 * MS


def test_before_anything_ran_the_reference_machine_speaks() -> None:
    answer = ask(cache=Cache.MISS, reason="nothing is specialized yet in this process")
    assert answer.is_new
    assert answer.estimate is not None
    assert answer.estimate.width > 3
    assert answer.sentence.startswith("new: ")
    assert answer.sentence.endswith(", because nothing is specialized yet in this process")


def test_its_own_first_call_tells_best() -> None:
    firsts = [make_record(cache=Cache.MISS)] * 8  # 2.22 s
    answer = ask(*firsts, cache=Cache.MISS, reason="dropped")
    assert answer.estimate is not None
    assert answer.estimate.low_ns < 2220 * MS < answer.estimate.high_ns
    assert answer.estimate.width < 1.6
    assert expected_ns(answer) == pytest.approx(2220 * MS, rel=0.1)  # 32 tokens, not 2


def test_other_strategies_and_models_have_costs_of_their_own() -> None:
    beam = {"strategy": "beam", "num_beams": 2}
    records = [
        record
        for _ in range(5)
        for record in (
            make_record(cache=Cache.MISS, trace_ns=1000 * MS),
            make_record(cache=Cache.MISS, trace_ns=3000 * MS, options=beam),
            make_record(cache=Cache.MISS, trace_ns=9000 * MS, model="b"),
        )
    ]
    greedy, wide, other = (
        expected_ns(ask(*records, cache=Cache.MISS, **values))
        for values in ({}, {"options": beam | {"num_beams": 4}}, {"model": "b"})
    )
    assert greedy is not None
    assert wide is not None
    assert other is not None
    assert greedy < wide < other
    assert other > 3 * greedy


def _expected_ns(book: SeriesBook, cache: Cache, warmth: Warmth) -> float:
    plan = Plan(
        request_id="1",
        key=make_key(),
        prompt_tokens=(2,),
        padded_length=8,
        cache=cache,
        warmth=warmth,
    )
    estimate = forecast(plan, book).estimate
    assert estimate is not None
    return estimate.expected_ns


def test_the_first_call_of_a_process_costs_more() -> None:
    records = [
        record
        for _ in range(4)
        for record in (
            make_record(cache=Cache.MISS, trace_ns=12_000 * MS, warmth=Warmth.COLD),
            make_record(cache=Cache.MISS, trace_ns=1000 * MS),
        )
    ]
    expected = partial(_expected_ns, book_of(*records), Cache.MISS)
    assert expected(Warmth.COLD) > 4 * expected(Warmth.WARM)


def test_what_comes_back_from_disk_after_an_eviction_costs_less() -> None:
    expected = partial(_expected_ns, SeriesBook(), Cache.DISK)
    assert expected(Warmth.EVICTED) < 0.2 * expected(Warmth.WARM)
    loads = [
        make_record(cache=Cache.DISK, load_ns=load_ns, warmth=warmth, run_ns=5 * MS)
        for warmth, load_ns in [(Warmth.WARM, 600 * MS), (Warmth.EVICTED, 20 * MS)] * 4
    ]
    expected = partial(_expected_ns, book_of(*loads), Cache.DISK)
    assert expected(Warmth.EVICTED) < 0.2 * expected(Warmth.WARM)
    assert expected(Warmth.WARM) > 300 * MS


def test_an_eviction_makes_nothing_cheaper_that_is_built_again() -> None:
    """The entry on disk may be damaged."""
    expected = partial(_expected_ns, SeriesBook(), Cache.MISS)
    assert expected(Warmth.EVICTED) == expected(Warmth.WARM)


def test_eager_has_nothing_to_compile() -> None:
    answer = ask(make_record(arm="eager", run_ns=900 * MS), cache=Cache.NONE, arm="eager")
    assert answer.sentence == "eager, nothing to compile, about 900 ms"
    longer = ask(
        make_record(arm="eager", run_ns=900 * MS),
        cache=Cache.NONE,
        arm="eager",
        options={"max_new_tokens": 64},
    )
    assert expected_ns(longer) == 900 * MS
    assert ask(cache=Cache.NONE, arm="eager").sentence == "eager, nothing to compile"


def test_a_stored_specialization_costs_what_loading_cost() -> None:
    loaded = make_record(cache=Cache.DISK, load_ns=780 * MS)
    other = make_record(cache=Cache.MISS, trace_ns=9000 * MS)
    answer = ask(other, *[loaded] * 8, cache=Cache.DISK, reason="nothing is there yet")
    assert answer.sentence.startswith("stored: ")
    assert "because" not in answer.sentence
    assert answer.is_new
    assert expected_ns(answer) == pytest.approx(800 * MS, rel=0.25)  # 32 tokens, not 2
    assert ask(other, cache=Cache.DISK).sentence.startswith("stored: ")


def live_key(strategy: str, capacity: int) -> SpecializationKey:
    request = make_request(recipe="fast", options={"strategy": strategy})
    return key_for(request, None, capacity)


def test_a_live_length_is_forecast_by_calls_of_the_same_loops() -> None:
    """Calls of the fast recipe of 0.1.0, which was another one, say nothing."""
    old = make_key(recipe="fast").model_copy(
        update={"options": (("strategy", "greedy/sampling"), ("max_new_tokens", 32))}
    )
    records = (
        make_record(cache=Cache.MISS, recipe="fast", key=old, trace_ns=9000 * MS),
        make_record(cache=Cache.DISK, recipe="fast", key=old, load_ns=9000 * MS),
        make_record(cache=Cache.MISS, recipe="fast", key=live_key("greedy", 256)),
        make_record(cache=Cache.DISK, recipe="fast", key=live_key("greedy", 512), load_ns=300 * MS),
    )
    alone = records[2:]
    for cache in (Cache.MISS, Cache.DISK):
        plan = Plan(
            request_id="1",
            key=live_key("beam", 256),
            prompt_tokens=(2,),
            padded_length=2,
            cache=cache,
        )
        with_old, without = (forecast(plan, book_of(*each)) for each in (records, alone))
        assert with_old.cost is not None
        assert without.cost is not None
        assert with_old.cost.expected_ns < 1.5 * without.cost.expected_ns


def test_a_live_limit_is_forecast_by_the_tokens_that_were_written() -> None:
    """Of a call that ended by itself more tokens cost no more."""
    key = live_key("greedy", 256)
    plan = Plan(request_id="1", key=key, prompt_tokens=(2,), padded_length=2, cache=Cache.MEMORY)

    def expected(record: Record, asked: int) -> float | None:
        request = make_request(recipe="fast", options={"max_new_tokens": asked})
        return expected_ns(forecast(plan, book_of(record), request))

    ended = make_record(recipe="fast", key=key, run_ns=20 * MS)  # 2 tokens, the last is the end
    assert [expected(ended, asked) for asked in (1, 2, 64)] == [10 * MS, 20 * MS, 20 * MS]
    (sequence,) = ended.sequences
    cut = ended.model_copy(
        update={"sequences": (sequence.model_copy(update={"ended_by": EndedBy.LIMIT}),)}
    )
    assert [expected(cut, asked) for asked in (1, 2, 64)] == [10 * MS, 20 * MS, 640 * MS]
    first = cut.model_copy(update={"cache": Cache.MISS})
    assert expected(first, 64) == 640 * MS
    assert expected_ns(forecast(plan, book_of(cut))) == 20 * MS
