"""Which specializations a latency plot shows, and which of their points. No Qt in here."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.series import Series

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class VisibleSeries:
    """What is shown for a range of calls.

    Attributes:
        series: those with the most recent steady calls in the range, most recent first.
        others: how many more have a steady call in the range.
    """

    series: list[Series]
    others: int


def choose_series(book: Iterable[Series], low: float, high: float, limit: int) -> VisibleSeries:
    """The ``limit`` most recent specializations with a steady call from ``low`` to ``high``."""
    found: list[tuple[int, int, Series]] = []
    for order, series in enumerate(book):
        calls = series.calls
        if not calls or calls[-1] < low or calls[0] > high:
            continue
        last = calls[bisect_right(calls, high) - 1]
        if last >= low:
            found.append((last, order, series))
    chosen = heapq.nlargest(limit, found)
    return VisibleSeries([series for *_, series in chosen], len(found) - len(chosen))


def last_steady_call(book: Iterable[Series]) -> int | None:
    """The number of the latest steady call, ``None`` where there is none."""
    return max((series.calls[-1] for series in book if series.calls), default=None)


@dataclass(frozen=True)
class SeriesPoints:
    """What is drawn of one series; x is call numbers, y is log10(ns).

    Attributes:
        calls, log_ns: the points, each a real call.
        line_calls, line_log_ns: the line.
        is_thinned: whether there were too many calls: then the points are the fastest and the
            slowest of each stretch of consecutive steady calls, and the line is the stretches'
            medians.
    """

    calls: Integers
    log_ns: Floats
    line_calls: Integers
    line_log_ns: Floats
    is_thinned: bool = False


NO_POINTS = SeriesPoints(np.empty(0, np.int64), np.empty(0), np.empty(0, np.int64), np.empty(0))


def points_between(series: Series, low: float, high: float, max_points: int) -> SeriesPoints:
    """The steady calls from ``low`` to ``high``, with at most ``max_points`` points."""
    first, end = bisect_left(series.calls, low), bisect_right(series.calls, high)
    log_ns = np.log10(np.maximum(np.array(series.run_ns[first:end], np.float64), 1.0))
    if len(log_ns) <= max_points:
        calls = np.array(series.calls[first:end], np.int64)
        return SeriesPoints(calls, log_ns, calls, log_ns)
    parts = max(max_points // 2, 1)
    length = -(-len(log_ns) // parts)
    # the last call fills up the last stretch
    positions = np.minimum(np.arange(parts * length), len(log_ns) - 1).reshape(parts, length)
    stretches = log_ns[positions]
    fastest, slowest = stretches.argmin(axis=1), stretches.argmax(axis=1)
    rows = np.arange(parts)
    kept = np.unique(np.concatenate((positions[rows, fastest], positions[rows, slowest])))
    middles = np.unique(positions[:, length // 2], return_index=True)

    def calls_at(wanted: Integers) -> Integers:
        return np.array([series.calls[first + position] for position in wanted], np.int64)

    medians = np.median(stretches, axis=1)
    return SeriesPoints(
        calls_at(kept), log_ns[kept], calls_at(middles[0]), medians[middles[1]], is_thinned=True
    )
