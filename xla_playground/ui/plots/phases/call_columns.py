"""The calls of a session as NumPy columns, and which of them the plot draws. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from ....core.call.record import Status
from ....core.history.call_summary import CallSummary
from ..shared.growing_array import Floats, GrowingArray, Integers

#: The part of its place that a bar takes.
_WIDTH = 0.84

#: Phases from the bottom of a stacked bar to its top.
STACK: tuple[str, ...] = ("run", "store", "load", "compile", "trace")
_PLACES = tuple(itemgetter(CallSummary._fields.index(f"{phase}_ns")) for phase in STACK)


class CallColumns:
    """Calls in arrays that grow, so that a new call costs the same whatever came before.

    Attributes:
        calls: call numbers, ascending; shape (n,).
        durations: of each phase of ``STACK``, in ns; NaN where it did not happen; shape (n, 5).
        totals: sums of the phases, in ns; NaN for a call that did not complete; shape (n,).
    """

    def __init__(self) -> None:
        self._calls = GrowingArray(np.int64)
        self._durations = GrowingArray(np.float64, len(STACK))
        self._totals = GrowingArray(np.float64)

    def __len__(self) -> int:
        return len(self._calls)

    @property
    def calls(self) -> Integers:
        return self._calls.values

    @property
    def durations(self) -> Floats:
        return self._durations.values

    @property
    def totals(self) -> Floats:
        return self._totals.values

    def extend(self, summaries: Sequence[CallSummary]) -> None:
        """Take up the calls that follow those already held."""
        if not summaries:
            return
        # None becomes NaN; a phase of 0 ns has no place on a log axis
        durations = np.empty((len(summaries), len(STACK)))
        for column, place in enumerate(_PLACES):  # a third of the time of reading attributes
            durations[:, column] = np.array(list(map(place, summaries)), np.float64)
        durations[~(durations > 0)] = np.nan
        durations[[s.status != Status.COMPLETED for s in summaries]] = np.nan
        totals = np.nansum(durations, axis=1)
        self._calls.extend([s.call for s in summaries])
        self._totals.extend(np.where(totals > 0, totals, np.nan))
        self._durations.extend(durations)

    def clear(self) -> None:
        """Forget every call."""
        for column in (self._calls, self._durations, self._totals):
            column.clear()

    def slice_of(self, low: float, high: float) -> slice:
        """Return the slice of the calls with numbers from ``low`` to ``high``."""
        first, last = np.searchsorted(self.calls, [low, high + 1e-9])
        return slice(int(first), int(last))

    def edges_of(
        self, positions: Integers, group_size: int, width: float = _WIDTH
    ) -> tuple[Floats, Floats]:
        """Return the left and right edges of what is drawn of calls.

        ``width`` is its part of the width of their groups.
        """
        first = (self.calls[positions] // group_size * group_size).astype(np.float64)
        center: Floats = first + (group_size - 1) / 2
        half = width * group_size / 2
        return center - half, center + half

    def ends_of(self, positions: Integers) -> Floats:
        """Return where each phase ends in a stacked bar, in ns: the sum of the phases up to it.

        NaN where the phase did not happen; shape (len(positions), 5).
        """
        durations = self.durations[positions]
        ends: Floats = np.nancumsum(durations, axis=1)
        ends[np.isnan(durations)] = np.nan
        return ends


@dataclass(frozen=True)
class DrawnCalls:
    """The calls that are drawn: of each group one that completed and one that did not, at most.

    Attributes:
        group_size: how many consecutive call numbers share a place.
        positions: positions in the columns of the completed calls: of each group the slowest.
        stopped: positions of the calls that were cancelled or failed: of each group the last.
    """

    group_size: int
    positions: Integers
    stopped: Integers


def choose_calls(columns: CallColumns, low: float, high: float, group_size: int) -> DrawnCalls:
    """Choose what is drawn of the calls ``low`` to ``high``: with a group size above 1, each
    group's slowest.

    The slowest is a real call, and the one a person looks for (it traced or compiled); a mean
    would show a duration that no call had. Groups begin at fixed call numbers, so that panning
    does not change them.
    """
    first = low // group_size * group_size
    last = (high // group_size + 1) * group_size - 1
    part = columns.slice_of(first, last)
    positions = np.arange(part.start, part.stop, dtype=np.int64)
    is_completed = np.isfinite(columns.totals[part])
    completed, stopped = positions[is_completed], positions[~is_completed]
    if group_size > 1:
        completed = _slowest_of_each(completed, columns, group_size)
        stopped = stopped[_ends_of_groups(columns.calls[stopped] // group_size)]
    return DrawnCalls(group_size, completed, stopped)


NO_CALLS = DrawnCalls(1, np.empty(0, np.int64), np.empty(0, np.int64))


def group_size_for(visible_calls: float, most: int) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, … that makes at most ``most`` groups."""
    size = 1
    while visible_calls / size > most:
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
    slowest: Integers = positions[is_slowest][_ends_of_groups(groups[is_slowest])]  # last of equals
    return slowest


def _ends_of_groups(groups: Integers) -> NDArray[np.bool_]:
    """Return a mask of the last entry of each group; ``groups`` are ascending numbers."""
    is_end = np.ones(len(groups), np.bool_)
    is_end[:-1] = groups[1:] != groups[:-1]
    return is_end
