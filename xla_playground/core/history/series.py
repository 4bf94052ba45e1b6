"""Calls grouped by specialization: what the latency plot draws and the forecast reads."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..call.record import Cache, EndedBy, Warmth
from ..call.specialization import SpecializationKey
from .call_summary import CallSummary
from .latency import LatencySummary, summarize

#: First calls that are kept for the forecast, which is made in the GUI thread.
_FIRST_CALLS = 200


class Run(NamedTuple):
    """The run phase of a call, by which others of its specialization are forecast.

    Attributes:
        new_tokens: summed over the sequences.
        is_cut: whether every sequence was cut at the limit: with another limit it would have taken
            another time.
    """

    run_ns: int
    new_tokens: int
    is_cut: bool


class FirstCall(NamedTuple):
    """A call that built its specialization or loaded it, by which others are forecast.

    Attributes:
        prepared_ns: all phases but the run.
        new_tokens: summed over the sequences.
    """

    key: SpecializationKey
    cache: Cache
    warmth: Warmth
    prepared_ns: int
    run_ns: int
    new_tokens: int


@dataclass
class Series:
    """The calls of one specialization.

    Attributes:
        number: how many series are older, by their first calls: it stays the same for good, as far
            as the history goes back.
        first_ns: totals of the calls that paid trace and compile, in ns.
        loaded_ns: totals of the calls that paid load from disk instead, in ns.
        first_run_ns: the run phase of the calls that traced, in ns; parallel to ``first_ns``.
        loaded_run_ns: that of the calls that loaded, in ns; parallel to ``loaded_ns``.
        calls: numbers of the steady calls.
        run_ns: their run times, in ns; parallel to ``calls``.
        runs: the same with the number of new tokens; parallel to ``calls``.
        first_runs: those of the calls that traced or loaded.
        disturbed: how many calls ran while another program was built: their times are not used.
    """

    key: SpecializationKey
    number: int = 0
    first_ns: list[int] = field(default_factory=list)
    loaded_ns: list[int] = field(default_factory=list)
    first_run_ns: list[int] = field(default_factory=list)
    loaded_run_ns: list[int] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    run_ns: list[int] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    first_runs: list[Run] = field(default_factory=list)
    disturbed: int = 0
    _summaries: dict[int, tuple[int, LatencySummary | None]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def uses(self) -> int:
        """Return the number of completed calls."""
        return len(self.first_ns) + len(self.loaded_ns) + len(self.calls) + self.disturbed

    def steady(self, last: int = 0) -> LatencySummary | None:
        """Summarize the run times of the steady calls, ``None`` if there are none yet.

        ``last`` is how many of the latest calls count; 0: all of them. Percentiles of 100,000
        durations take 8 ms, so they are taken anew only after a new call.
        """
        count, summary = self._summaries.get(last, (-1, None))
        if count != len(self.run_ns):
            summary = summarize(self.run_ns[-last:])
            self._summaries[last] = len(self.run_ns), summary
        return summary


class SeriesBook:
    """The series of every specialization, fed call by call.

    Attributes:
        first_calls: the latest of all series, in order.
    """

    def __init__(self) -> None:
        self.first_calls: deque[FirstCall] = deque(maxlen=_FIRST_CALLS)
        self._series: dict[SpecializationKey, Series] = {}

    def __iter__(self) -> Iterator[Series]:
        """Iterate over the series in the order of their first calls."""
        return iter(self._series.values())

    def __len__(self) -> int:
        return len(self._series)

    def get(self, key: SpecializationKey | None) -> Series | None:
        """Return the series of ``key``, ``None`` if it never ran, or there is no key."""
        return None if key is None else self._series.get(key)

    def add(self, summary: CallSummary, key: SpecializationKey | None) -> None:
        """Add a call to its series; cancelled and failed calls are ignored."""
        if key is None or not summary.is_completed or summary.run_ns is None:
            return
        series = self._series.get(key)
        if series is None:
            series = self._series[key] = Series(key, len(self._series))
        run = Run(summary.run_ns, summary.new_tokens, _is_cut(summary))
        if summary.is_steady:
            series.calls.append(summary.call)
            series.run_ns.append(summary.run_ns)
            series.runs.append(run)
        elif not summary.is_first:
            series.disturbed += 1
        else:
            series.first_runs.append(run)
            self.first_calls.append(_first_call(summary, key, summary.run_ns))
            is_loaded = summary.cache == Cache.DISK
            (series.loaded_ns if is_loaded else series.first_ns).append(summary.total_ns)
            (series.loaded_run_ns if is_loaded else series.first_run_ns).append(summary.run_ns)

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """Give calls other numbers, in the same order."""
        for series in self._series.values():
            series.calls[:] = [numbers.get(call, call) for call in series.calls]

    def clear(self) -> None:
        """Remove every call."""
        self._series.clear()
        self.first_calls.clear()


def _is_cut(summary: CallSummary) -> bool:
    return set((summary.ended_by or "").split()) == {EndedBy.LIMIT}


def _first_call(summary: CallSummary, key: SpecializationKey, run_ns: int) -> FirstCall:
    return FirstCall(
        key,
        Cache(summary.cache),
        Warmth(summary.warmth or Warmth.WARM),
        summary.total_ns - run_ns,
        run_ns,
        summary.new_tokens,
    )
