"""The calls of a session as NumPy columns, and the bars that a plot draws. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ....core.call.record import PHASES, Status
from ....core.history.call_summary import CallSummary
from ..shared.growing_array import Floats, GrowingArray, Integers

#: Phases from the bottom of a bar to its top.
STACK: tuple[str, ...] = ("run", "store", "load", "compile", "trace")


class CallColumns:
    """Calls in arrays that grow, so that a new call costs the same after any number of calls.

    Attributes:
        calls: call numbers, ascending; shape (n,).
        ends: the end of each phase of ``STACK`` in its bar, in ns: the sum of the phases up to it,
            NaN if the phase did not happen; shape (n, 5).
        totals: sums of the phases, in ns; NaN for a call that did not complete; shape (n,).
    """

    def __init__(self) -> None:
        self._calls = GrowingArray(np.int64)
        self._ends = GrowingArray(np.float64, len(STACK))
        self._totals = GrowingArray(np.float64)

    def __len__(self) -> int:
        return len(self._calls)

    @property
    def calls(self) -> Integers:
        return self._calls.values

    @property
    def ends(self) -> Floats:
        return self._ends.values

    @property
    def totals(self) -> Floats:
        return self._totals.values

    def extend(self, summaries: Sequence[CallSummary]) -> None:
        """Append the calls that follow those already held."""
        if not summaries:
            return
        # None becomes NaN; a phase of 0 ns has no height on a logarithmic axis either
        durations = np.empty((len(summaries), len(STACK)))
        for column, phase in enumerate(STACK):
            place = PHASES.index(phase)
            durations[:, column] = [s.phases_ns[place] for s in summaries]
        durations[~(durations > 0)] = np.nan
        durations[[s.status != Status.COMPLETED for s in summaries]] = np.nan
        ends = np.nancumsum(durations, axis=1)
        self._calls.extend([s.call for s in summaries])
        self._totals.extend(np.where(ends[:, -1] > 0, ends[:, -1], np.nan))
        ends[np.isnan(durations)] = np.nan
        self._ends.extend(ends)

    def renumber(self, summaries: Sequence[CallSummary]) -> None:
        """Change the numbers of calls already held."""
        self._calls.clear()
        self._calls.extend([s.call for s in summaries])

    def clear(self) -> None:
        """Remove every call."""
        for column in (self._calls, self._ends, self._totals):
            column.clear()

    def slice_of(self, low: float, high: float) -> slice:
        """Return the slice of the calls with numbers from ``low`` to ``high``."""
        first, last = np.searchsorted(self.calls, [low, high + 1e-9])
        return slice(int(first), int(last))

    def smallest_ns(self) -> float | None:
        """Return the shortest lowest segment of any bar, in ns, ``None`` if there is no bar."""
        if not np.isfinite(self.totals).any():
            return None
        return float(np.nanmin(self.ends))


@dataclass(frozen=True)
class Bars:
    """The calls that are drawn: one bar and one marker at most for each group of calls.

    Attributes:
        group_size: how many consecutive call numbers share a bar.
        positions: positions in the columns of the calls drawn as bars: the slowest of each group.
        stopped: positions of the calls drawn as markers: the last one of each group that was
            cancelled or failed.
    """

    group_size: int
    positions: Integers
    stopped: Integers


def choose_bars(columns: CallColumns, low: float, high: float, group_size: int) -> Bars:
    """Return the bars for calls ``low`` to ``high``: with a group size above 1, each group's
    slowest.

    The slowest is a real call, and the one a person looks for (it traced or compiled); a mean
    would show a duration that no call had. Groups begin at fixed call numbers, so that panning
    does not change them.
    """
    first = low // group_size * group_size
    last = (high // group_size + 1) * group_size - 1
    part = columns.slice_of(first, last)
    positions = np.arange(part.start, part.stop, dtype=np.int64)
    is_bar = np.isfinite(columns.totals[part])
    bars, stopped = positions[is_bar], positions[~is_bar]
    if group_size > 1:
        bars = _slowest_of_each(bars, columns, group_size)
        stopped = stopped[_ends_of_groups(columns.calls[stopped] // group_size)]
    return Bars(group_size, bars, stopped)


def group_size_for(visible_calls: float, max_bars: int) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, … that needs at most ``max_bars`` bars."""
    size = 1
    while visible_calls / size > max_bars:
        size = size * 5 // 2 if str(size).startswith("2") else size * 2
    return size


def _slowest_of_each(positions: Integers, columns: CallColumns, group_size: int) -> Integers:
    if not len(positions):
        return positions
    totals = columns.totals[positions]
    groups = columns.calls[positions] // group_size
    counts = np.diff(np.flatnonzero(_ends_of_groups(groups)), prepend=-1)
    greatest = np.maximum.reduceat(totals, np.cumsum(counts) - counts)
    is_slowest = totals == np.repeat(greatest, counts)
    slowest: Integers = positions[is_slowest][_ends_of_groups(groups[is_slowest])]  # last in a tie
    return slowest


def _ends_of_groups(groups: Integers) -> NDArray[np.bool_]:
    """Return a mask of the last entry of each group; ``groups`` are ascending numbers."""
    is_end = np.ones(len(groups), np.bool_)
    is_end[:-1] = groups[1:] != groups[:-1]
    return is_end
