from __future__ import annotations

from tests.core.examples import MS, make_record
from xla_playground.core.call.record import Cache, Record, Status
from xla_playground.core.call.specialization import SpecializationKey
from xla_playground.core.history.call_summary import CallSummary
from xla_playground.core.history.history import History
from xla_playground.core.history.series import SeriesBook


def book_of(*records: Record) -> SeriesBook:
    history, book = History(None), SeriesBook()
    for record in records:
        summary, _ = history.add(record)
        book.add(summary, record.key)
    history.close()
    return book


def key_of(record: Record) -> SpecializationKey:
    assert record.key is not None
    return record.key


def test_first_and_steady_calls_are_apart() -> None:
    first = make_record(cache=Cache.MISS)
    book = book_of(first, *(make_record(run_ns=ns * MS) for ns in (10, 30, 20)))
    series = book.get(key_of(first))
    assert series is not None
    assert series.first_ns == [2220 * MS]
    assert series.calls == [2, 3, 4]
    steady = series.steady()
    assert steady is not None
    assert steady.median_ns == 20 * MS


def test_calls_that_did_not_complete_say_nothing() -> None:
    book = book_of(
        make_record(status=Status.CANCELLED),
        make_record(status=Status.FAILED, run_ns=None),
        make_record(key=None),
    )
    assert len(book) == 0


def test_one_series_a_key_in_order() -> None:
    records = [make_record(arm=arm) for arm in ("xla", "eager", "xla", "graph")]
    book = book_of(*records)
    assert [series.key.arm for series in book] == ["xla", "eager", "graph"]
    assert [series.calls for series in book] == [[1, 3], [2], [4]]
    assert [series.number for series in book] == [0, 1, 2]
    book.clear()
    assert len(book) == 0


def test_a_rolling_steady_state_is_that_of_the_latest_calls() -> None:
    first = make_record(cache=Cache.MISS)
    book = book_of(first, *(make_record(run_ns=ns * MS) for ns in (90, 80, 10, 20, 30)))
    series = book.get(key_of(first))
    assert series is not None
    rolling, everything = series.steady(3), series.steady()
    assert rolling is not None
    assert everything is not None
    assert (rolling.count, rolling.median_ns) == (3, 20 * MS)
    assert (everything.count, everything.median_ns) == (5, 30 * MS)
    series.run_ns.append(10 * MS)
    later = series.steady(3)
    assert later is not None
    assert later.fastest_ns == 10 * MS


def test_a_call_from_disk_is_a_first_call() -> None:
    record = make_record(cache=Cache.DISK, load_ns=400 * MS)
    series = book_of(record).get(key_of(record))
    assert series is not None
    assert series.steady() is None
    assert series.first_ns == []
    assert series.loaded_ns == [420 * MS]


def test_summary_properties() -> None:
    history = History(None)
    summary, _ = history.add(make_record(cache=Cache.MISS))
    history.close()
    assert isinstance(summary, CallSummary)
    assert summary.total_ns == 2220 * MS
    assert summary.phases_ns == (700 * MS, 1500 * MS, None, None, 20 * MS)
    assert summary.is_completed
    assert not summary.is_steady


def test_a_call_beside_a_build_counts_and_is_not_steady() -> None:
    first = make_record(cache=Cache.MISS)
    book = book_of(first, make_record(run_ns=90 * MS, ran_beside_build=True), make_record())
    series = book.get(key_of(first))
    assert series is not None
    assert (series.calls, series.run_ns) == ([3], [20 * MS])
    assert len(series.first_ns) == 1
    assert (series.disturbed, series.uses) == (1, 3)
