"""Which specializations the latency plot shows, and which of their points. No Qt in here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ....core.history.series import Series
from ..shared.growing_array import Floats, GrowingArray, Integers


def series_in_view(book: Iterable[Series], low: float, high: float) -> list[Series]:
    """Return every series with a steady call from ``low`` to ``high``, the oldest first."""
    found = []
    for series in book:
        calls = series.calls
        first = bisect_left(calls, low)
        if first < len(calls) and calls[first] <= high:
            found.append(series)
    return found


@dataclass(frozen=True)
class SeriesPoints:
    """The points and the line drawn for one series: call numbers and run times in ns.

    Attributes:
        calls, run_ns: the points, each a real call.
        line_calls, line_ns: the line.
        is_thinned: whether there were too many calls: then the points are the fastest and the
            slowest of each stretch of consecutive steady calls, and the line is the stretches'
            medians.
    """

    calls: Integers
    run_ns: Floats
    line_calls: Integers
    line_ns: Floats
    is_thinned: bool = False


class SeriesColumns:
    """The steady calls of one series as arrays, so that a redraw converts only the new ones."""

    def __init__(self, series: Series) -> None:
        self._series = series
        self._calls = GrowingArray(np.int64)
        self._run_ns = GrowingArray(np.float64)
        self._last: tuple[tuple[int, int, int], SeriesPoints] | None = None

    def points_between(self, low: float, high: float, max_points: int) -> SeriesPoints:
        """Return the points of the steady calls from ``low`` to ``high``, thinned to at most
        ``max_points``.
        """
        known = len(self._calls)
        if known < len(self._series.calls):
            self._calls.extend(self._series.calls[known:])
            self._run_ns.extend(self._series.run_ns[known:])
        first, end = map(int, np.searchsorted(self._calls.values, [low, high + 1e-9]))
        asked = first, end, max_points
        # of many series in view only one has a new call
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._points(*asked)
        return self._last[1]

    def _points(self, first: int, end: int, max_points: int) -> SeriesPoints:
        calls, run_ns = self._calls.values[first:end], self._run_ns.values[first:end]
        if len(calls) <= max_points:
            return SeriesPoints(calls.copy(), run_ns.copy(), calls.copy(), run_ns.copy())
        return _thinned(calls, run_ns, max_points)


def _thinned(calls: Integers, run_ns: Floats, max_points: int) -> SeriesPoints:
    parts = max(max_points // 2, 1)
    length = -(-len(run_ns) // parts)
    # the last call fills up the last stretch
    positions = np.minimum(np.arange(parts * length), len(run_ns) - 1).reshape(parts, length)
    stretches = run_ns[positions]
    fastest, slowest = stretches.argmin(axis=1), stretches.argmax(axis=1)
    rows = np.arange(parts)
    kept = np.unique(np.concatenate((positions[rows, fastest], positions[rows, slowest])))
    middles, of = np.unique(positions[:, length // 2], return_index=True)
    medians = np.median(stretches, axis=1)
    return SeriesPoints(calls[kept], run_ns[kept], calls[middles], medians[of], is_thinned=True)
