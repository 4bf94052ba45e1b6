"""The memory of the worker over time: a bounded series, and what happened meanwhile."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

#: Most samples and events that are kept: samples are thinned out, the oldest events dropped.
MAX_SAMPLES, MAX_EVENTS = 4096, 256


class MemoryEvent(StrEnum):
    """What can change the memory of the worker."""

    ADDED = "added"
    EVICTED = "evicted"
    LOADED = "loaded"
    STARTED = "started"


@dataclass(frozen=True)
class Moment:
    """An event of the worker.

    Attributes:
        at_s: when it happened, in seconds since the begin of the track.
        what: the label of a specialization or the name of a model; empty for a start.
    """

    at_s: float
    event: MemoryEvent
    what: str


@dataclass(frozen=True)
class Sample:
    """Resident memory at a moment; ``None`` bytes: the worker had ended."""

    at_s: float
    memory_bytes: int | None


class MemoryTrack:
    """Memory and events, bounded however long a session lasts.

    When ``MAX_SAMPLES`` are reached, neighbours become one sample of twice the time, and from then
    on samples cover no less. One that covers several has the most of them: peaks stay, and where
    the worker ended there stays a gap.

    *Attributes:*
        events: the latest events, oldest first.
    """

    def __init__(self) -> None:
        self._samples: list[Sample] = []
        self._least_s = 0.0  # what a sample covers, but for the last one
        self.events: deque[Moment] = deque(maxlen=MAX_EVENTS)

    @property
    def samples(self) -> tuple[Sample, ...]:
        """Return the samples, oldest first."""
        return tuple(self._samples)

    @property
    def latest_bytes(self) -> int | None:
        """Return the memory at the last sample, ``None`` if there is none or the worker ended."""
        return self._samples[-1].memory_bytes if self._samples else None

    def add(self, at_s: float, memory_bytes: int | None) -> None:
        """Add a sample, later than those before."""
        samples = self._samples
        if len(samples) > 1 and samples[-1].at_s - samples[-2].at_s < self._least_s:
            samples[-2:] = [_merged(samples[-2], samples[-1])]
        samples.append(Sample(at_s, memory_bytes))
        if len(samples) > MAX_SAMPLES:
            self._thin_out()

    def add_event(self, at_s: float, event: MemoryEvent, what: str = "") -> None:
        """Add an event, later than those before."""
        self.events.append(Moment(at_s, event, what))

    def _thin_out(self) -> None:
        last = self._samples.pop()  # a curve ends where it is now
        pairs = zip(self._samples[::2], self._samples[1::2], strict=True)
        self._least_s = 2 * (last.at_s - self._samples[0].at_s) / MAX_SAMPLES
        self._samples = [_merged(one, other) for one, other in pairs]
        self._samples.append(last)


def decimated(samples: tuple[Sample, ...], columns: int) -> list[Sample]:
    """Return at most four samples for each of ``columns`` equal times: first, least, most, last.

    A gap in a column stays.
    """
    if len(samples) <= 4 * columns or columns < 1:
        return list(samples)
    begin = samples[0].at_s
    width = (samples[-1].at_s - begin) / columns or 1.0
    by_column: dict[int, list[Sample]] = {}
    for sample in samples:
        by_column.setdefault(min(int((sample.at_s - begin) / width), columns - 1), []).append(
            sample
        )
    made: list[Sample] = []
    for group in by_column.values():
        gap = next((sample for sample in group if sample.memory_bytes is None), None)
        known = [sample for sample in group if sample.memory_bytes is not None]
        chosen = {group[0], group[-1]} if gap is None else {gap, group[-1]}
        if known:
            chosen |= {min(known, key=_size), max(known, key=_size)}
        made += sorted(chosen, key=lambda sample: sample.at_s)
    return made


def _merged(one: Sample, other: Sample) -> Sample:
    """Return one sample that covers two, with the time of the earlier one."""
    if one.memory_bytes is None or other.memory_bytes is None:
        return Sample(one.at_s, None)
    return Sample(one.at_s, max(one.memory_bytes, other.memory_bytes))


def _size(sample: Sample) -> int:
    return sample.memory_bytes or 0
