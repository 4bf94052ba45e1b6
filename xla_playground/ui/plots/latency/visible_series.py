"""Choose the specializations and the points that a latency plot shows. No Qt in here."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ....core.history.series import Series
from ..shared.growing_array import Floats, GrowingArray, Integers


@dataclass(frozen=True)
class VisibleSeries:
    """The visible series for a range of calls.

    Attributes:
        series: those with the most recent steady calls in the range, most recent first.
        others: number of other series with a steady call in the range.
    """

    series: list[Series]
    others: int


def choose_series(book: Iterable[Series], low: float, high: float, limit: int) -> VisibleSeries:
    """Return the ``limit`` most recent series with a steady call from ``low`` to ``high``."""
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
    """Return the number of the latest steady call, ``None`` if there is none."""
    return max((series.calls[-1] for series in book if series.calls), default=None)


@dataclass(frozen=True)
class SeriesPoints:
    """The points and the line drawn for one series; x is call numbers, y is log10(ns).

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


class SeriesColumns:
    """The steady calls of one series as arrays, so that a redraw converts only the new ones."""

    def __init__(self, series: Series) -> None:
        self._series = series
        self._calls = GrowingArray(np.int64)
        self._log_ns = GrowingArray(np.float64)

    def points_between(self, low: float, high: float, max_points: int) -> SeriesPoints:
        """Return the points of the steady calls from ``low`` to ``high``, thinned to at most
        ``max_points``.
        """
        known = len(self._calls)
        if known < len(self._series.calls):
            self._calls.extend(self._series.calls[known:])
            run_ns = np.array(self._series.run_ns[known:], np.float64)
            self._log_ns.extend(np.log10(np.maximum(run_ns, 1.0)))
        first, end = np.searchsorted(self._calls.values, [low, high + 1e-9])
        calls, log_ns = self._calls.values[first:end], self._log_ns.values[first:end]
        if len(calls) <= max_points:
            return SeriesPoints(calls.copy(), log_ns.copy(), calls.copy(), log_ns.copy())
        return _thinned(calls, log_ns, max_points)


def _thinned(calls: Integers, log_ns: Floats, max_points: int) -> SeriesPoints:
    parts = max(max_points // 2, 1)
    length = -(-len(log_ns) // parts)
    # the last call fills up the last stretch
    positions = np.minimum(np.arange(parts * length), len(log_ns) - 1).reshape(parts, length)
    stretches = log_ns[positions]
    fastest, slowest = stretches.argmin(axis=1), stretches.argmax(axis=1)
    rows = np.arange(parts)
    kept = np.unique(np.concatenate((positions[rows, fastest], positions[rows, slowest])))
    middles, of = np.unique(positions[:, length // 2], return_index=True)
    medians = np.median(stretches, axis=1)
    return SeriesPoints(calls[kept], log_ns[kept], calls[middles], medians[of], is_thinned=True)
