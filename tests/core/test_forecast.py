from __future__ import annotations

from typing import Any

from tests.core.examples import MS, make_key, make_record, make_request
from tests.core.test_series import book_of
from xla_playground.core.advice.forecast import Forecast, forecast
from xla_playground.core.call.plan import Plan
from xla_playground.core.call.record import Cache, EndedBy, Record
from xla_playground.core.call.specialization import SpecializationKey, key_for


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


def test_cached() -> None:
    answer = ask(make_record(run_ns=79 * MS), cache=Cache.MEMORY)
    assert (answer.is_new, answer.expected_ns, answer.sentence) == (
        False,
        79 * MS,
        "cached, about 79.0 ms",
    )


def test_cached_but_never_steady() -> None:
    answer = ask(make_record(cache=Cache.MISS), cache=Cache.MEMORY)
    assert (answer.is_new, answer.expected_ns, answer.sentence) == (
        False,
        20 * MS,
        "cached, about 20.0 ms",
    )


def test_nothing_ran_yet() -> None:
    answer = ask(cache=Cache.MISS, reason="nothing is specialized yet in this process")
    assert answer.is_new
    assert answer.expected_ns is None
    assert answer.sentence == "new, because nothing is specialized yet in this process"


def test_its_own_first_call_tells_best() -> None:
    answer = ask(make_record(cache=Cache.MISS), cache=Cache.MISS, reason="dropped")
    assert (answer.is_new, answer.expected_ns, answer.sentence) == (
        True,
        2220 * MS,
        "new: about 2.22 s, because dropped",
    )


def test_else_the_nearest_kind_does() -> None:
    greedy = make_record(cache=Cache.MISS, trace_ns=1000 * MS)
    beam = make_record(
        cache=Cache.MISS, trace_ns=3000 * MS, options={"strategy": "beam", "num_beams": 2}
    )
    other_model = make_record(cache=Cache.MISS, trace_ns=9000 * MS, model="b")
    records = (greedy, beam, other_model)
    wide = ask(
        *records,
        cache=Cache.MISS,
        reason="num_beams 2 → 4",
        options={"strategy": "beam", "num_beams": 4},
    )
    assert wide.expected_ns == 4520 * MS
    assert wide.sentence == "new: about 4.52 s, because num_beams 2 → 4"
    sampling = ask(*records, cache=Cache.MISS, options={"strategy": "sampling"})
    assert sampling.expected_ns == (4520 + 2520) / 2 * MS
    third_model = ask(*records, cache=Cache.MISS, model="c")
    assert third_model.expected_ns == 4520 * MS
    graph = ask(*records, cache=Cache.MISS, arm="graph")
    assert graph.expected_ns is None


def test_a_recipe_tells_nothing_of_the_other() -> None:
    documented = make_record(cache=Cache.MISS, trace_ns=20_000 * MS)
    assert ask(documented, cache=Cache.MISS, recipe="fast").expected_ns is None


def test_eager_has_nothing_to_compile() -> None:
    answer = ask(make_record(arm="eager", run_ns=900 * MS), cache=Cache.NONE, arm="eager")
    assert (answer.is_new, answer.expected_ns, answer.sentence) == (
        False,
        900 * MS,
        "eager, nothing to compile, about 900 ms",
    )
    longer = ask(
        make_record(arm="eager", run_ns=900 * MS),
        cache=Cache.NONE,
        arm="eager",
        options={"max_new_tokens": 64},
    )
    assert longer.expected_ns == 900 * MS
    assert ask(cache=Cache.NONE, arm="eager").sentence == "eager, nothing to compile"


def test_a_stored_specialization_costs_what_loading_cost() -> None:
    loaded = make_record(cache=Cache.DISK, load_ns=780 * MS)
    other = make_record(cache=Cache.MISS, trace_ns=9000 * MS)
    answer = ask(other, loaded, cache=Cache.DISK, reason="nothing is specialized yet")
    assert answer.sentence == "stored, about 800 ms"
    assert answer.is_new
    assert ask(other, cache=Cache.DISK).sentence == "stored"


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
    for cache, expected in ((Cache.MISS, 2220 * MS), (Cache.DISK, 320 * MS)):
        plan = Plan(
            request_id="1",
            key=live_key("beam", 256),
            prompt_tokens=(2,),
            padded_length=2,
            cache=cache,
        )
        assert forecast(plan, book_of(*records)).expected_ns == expected


def test_a_live_limit_is_forecast_by_the_tokens_that_were_written() -> None:
    """Of a call that ended by itself more tokens cost no more."""
    key = live_key("greedy", 256)
    plan = Plan(request_id="1", key=key, prompt_tokens=(2,), padded_length=2, cache=Cache.MEMORY)

    def expected(record: Record, asked: int) -> float | None:
        request = make_request(recipe="fast", options={"max_new_tokens": asked})
        return forecast(plan, book_of(record), request).expected_ns

    ended = make_record(recipe="fast", key=key, run_ns=20 * MS)  # 2 tokens, the last is the end
    assert [expected(ended, asked) for asked in (1, 2, 64)] == [10 * MS, 20 * MS, 20 * MS]
    (sequence,) = ended.sequences
    cut = ended.model_copy(
        update={"sequences": (sequence.model_copy(update={"ended_by": EndedBy.LIMIT}),)}
    )
    assert [expected(cut, asked) for asked in (1, 2, 64)] == [10 * MS, 20 * MS, 640 * MS]
    first = cut.model_copy(update={"cache": Cache.MISS})
    assert expected(first, 64) == 640 * MS
    assert forecast(plan, book_of(cut)).expected_ns == 20 * MS
