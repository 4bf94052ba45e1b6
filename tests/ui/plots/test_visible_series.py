from __future__ import annotations

from tests.ui.plots.session_calls import MS, SessionCalls
from xla_playground.core.call.record import Cache
from xla_playground.core.history.series import Series
from xla_playground.ui.plots.latency.series_labels import short_labels
from xla_playground.ui.plots.latency.visible_series import SeriesColumns, series_in_view


def _only_series(calls: SessionCalls) -> Series:
    (series,) = calls.log.book
    return series


def test_every_series_with_a_steady_call_in_view_is_shown(calls: SessionCalls) -> None:
    for length in (8, 16, 24, 8, 32):
        calls.add(padded_length=length, run_ns=MS)
    lengths = [s.key.padded_length for s in series_in_view(calls.log.book, 1, 5)]
    assert lengths == [8, 16, 24, 32]
    lengths = [s.key.padded_length for s in series_in_view(calls.log.book, 1.5, 3)]
    assert lengths == [16, 24]


def test_first_calls_are_no_points(calls: SessionCalls) -> None:
    calls.add(cache=Cache.MISS, trace_ns=MS, run_ns=MS)
    assert series_in_view(calls.log.book, 1, 5) == []


def test_few_points_are_drawn_as_they_are(calls: SessionCalls) -> None:
    calls.add_many(10)
    points = SeriesColumns(_only_series(calls)).points_between(3, 5, 100)
    assert points.calls.tolist() == points.line_calls.tolist() == [3, 4, 5]
    assert not points.is_thinned


def test_thinning_keeps_outliers_and_real_calls(calls: SessionCalls) -> None:
    calls.add_many(5000)
    series = _only_series(calls)
    series.run_ns[1234], series.run_ns[-1] = 900 * MS, 3 * MS
    points = SeriesColumns(series).points_between(1, 10_000, 200)
    assert points.is_thinned
    assert len(points.calls) <= 200
    assert len(points.line_calls) <= 100
    run_of = dict(zip(series.calls, series.run_ns, strict=True))
    assert points.run_ns.tolist() == [run_of[call] for call in points.calls.tolist()]
    assert {series.calls[1234], series.calls[-1]} <= set(points.calls.tolist())
    assert points.line_ns.max() < 26 * MS  # an outlier does not move the median


def test_new_calls_are_taken_up(calls: SessionCalls) -> None:
    calls.add_many(3)
    columns = SeriesColumns(_only_series(calls))
    assert columns.points_between(1, 10, 100).calls.tolist() == [1, 2, 3]
    calls.add_many(2)
    assert columns.points_between(2, 10, 100).calls.tolist() == [2, 3, 4, 5]


def test_labels_say_only_what_differs(calls: SessionCalls) -> None:
    calls.add(padded_length=8, run_ns=MS)
    calls.add(padded_length=16, run_ns=MS)
    assert short_labels([s.key for s in calls.log.book]) == [
        "greedy · 1×8+32",
        "greedy · 1×16+32",
    ]
    calls.add(options={"strategy": "beam", "num_beams": 2}, run_ns=MS)
    calls.add(options={"strategy": "beam", "num_beams": 4}, run_ns=MS)
    assert short_labels([s.key for s in calls.log.book])[2:] == [
        "beam · 1×8+32 · num_beams 2",
        "beam · 1×8+32 · num_beams 4",
    ]
