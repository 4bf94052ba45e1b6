"""Statistics of a race: the same work, done in several ways, in turn.

A lane is named by names and values in order, whatever is raced: ``(("arm", "xla"),)``.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from ..messages.message import Message
from ..messages.pages import race as messages

#: What tells lanes apart.
LaneKey = tuple[tuple[str, object], ...]
_RESAMPLES = 2_000
#: Numbers that are drawn at once: 16 MB.
_DRAWN_AT_ONCE = 2_000_000
_INTERVAL = (0.025, 0.975)


@dataclass(frozen=True)
class Lane:
    """The samples of one way to do the work.

    Attributes:
        key: names and values that tell it from the others, in order.
        first_ns: what the first call took, preparation included, in ns.
        samples_ns: what each of the later calls took, in ns.
        outputs: what it gave, as rows: token ids of each sequence.
    """

    key: LaneKey
    first_ns: float
    samples_ns: tuple[float, ...]
    outputs: tuple[Sequence[Hashable], ...] = ()

    @property
    def label(self) -> str:
        """Return the values of the key as a name: ``xla fast``."""
        return " ".join(str(value) for _, value in self.key)


@dataclass(frozen=True)
class Difference:
    """Where the outputs of two lanes differ first: row and position in it, from 0."""

    row: int
    position: int


@dataclass(frozen=True)
class BreakEven:
    """When the lane with the dearer first call has taken no more time in all than the other.

    A lane that is raced against a baseline with a dearer first call, and is not slower afterwards,
    is ahead from its first call on.

    Attributes:
        key: that lane.
        calls: after how many calls, its first one included; ``None`` if never, or if it is close.
        message: the same in a sentence.
        is_close: whether the 95 % intervals of the medians overlap, so that it cannot be told.
    """

    key: LaneKey
    calls: int | None
    message: Message
    is_close: bool = False


@dataclass(frozen=True)
class LaneResult:
    """What the samples of a lane say; durations in ns.

    Attributes:
        median_ns: of the samples; ``None`` if there are none.
        interval_ns: 95 % interval of the median, by the bootstrap (Efron 1979); ``None`` without
            two of them, which have a spread.
        speed_up: the baseline's median over this one's; ``None`` for the baseline itself.
        difference: where its output first differs from the baseline's, ``None`` if it is equal.
        break_even: against the baseline; ``None`` for the baseline itself, or without samples.
    """

    lane: Lane
    median_ns: float | None
    interval_ns: tuple[float, float] | None
    speed_up: float | None
    difference: Difference | None
    break_even: BreakEven | None


def race_results(lanes: Sequence[Lane], *, seed: int = 0) -> tuple[LaneResult, ...]:
    """Return what the samples of each lane say, the first lane being the baseline."""
    results: list[LaneResult] = []
    for number, lane in enumerate(lanes):
        median = _median(lane.samples_ns)
        interval = median_interval(lane.samples_ns, seed=seed)
        if number == 0:
            results.append(LaneResult(lane, median, interval, None, None, None))
            continue
        base, base_median = lanes[0], results[0].median_ns
        even = break_even(base, lane)
        if even is not None and even.calls != 1 and _overlap(interval, results[0].interval_ns):
            dear, cheap = (lane, base) if even.key == lane.key else (base, lane)
            message = messages.TOO_CLOSE(lane=dear.label, other=cheap.label)
            even = BreakEven(even.key, None, message, is_close=True)
        results.append(
            LaneResult(
                lane=lane,
                median_ns=median,
                interval_ns=interval,
                speed_up=base_median / median if base_median is not None and median else None,
                difference=first_difference(base.outputs, lane.outputs),
                break_even=even,
            )
        )
    return tuple(results)


def median_interval(samples: Sequence[float], *, seed: int = 0) -> tuple[float, float] | None:
    """Return the 95 % interval of the median of ``samples``, ``None`` of fewer than two.

    By the percentiles of the medians of samples that are drawn from them, as many, with
    replacement. The same samples and seed give the same interval.
    """
    if len(samples) < 2:
        return None
    values = np.asarray(samples, np.float64)
    random = np.random.default_rng(seed)
    at_once = max(1, _DRAWN_AT_ONCE // len(values))
    medians: list[float] = []
    while len(medians) < _RESAMPLES:
        rows = min(at_once, _RESAMPLES - len(medians))
        drawn = np.sort(values[random.integers(0, len(values), (rows, len(values)))], axis=1)
        medians += _middle(drawn).tolist()
    ordered = np.sort(medians)
    low, high = np.interp(_INTERVAL, np.linspace(0, 1, len(ordered)), ordered)
    return float(low), float(high)


def first_difference(
    one: Sequence[Sequence[Hashable]], other: Sequence[Sequence[Hashable]]
) -> Difference | None:
    """Return the first place where two outputs differ, row by row; ``None`` if they are equal."""
    nothing = object()
    for row, (left, right) in enumerate(zip_longest(one, other, fillvalue=())):
        for position, pair in enumerate(zip_longest(left, right, fillvalue=nothing)):
            if pair[0] != pair[1]:
                return Difference(row, position)
    return None


def break_even(one: Lane, other: Lane) -> BreakEven | None:
    """Return when the lane with the dearer first call has taken no more time in all; ``None`` if a
    lane has no samples.

    A lane takes its first call, then its median for each further one: two lines that may cross.
    """
    medians = {lane.key: _median(lane.samples_ns) for lane in (one, other)}
    known = {key: median for key, median in medians.items() if median is not None}
    if len(known) < 2:
        return None
    cheap, dear = sorted((one, other), key=lambda lane: (lane.first_ns, -known[lane.key]))
    dearer = Fraction(dear.first_ns) - Fraction(cheap.first_ns)
    saved = Fraction(known[cheap.key]) - Fraction(known[dear.key])
    if not dearer:
        return _break_even(dear, 1)
    if saved <= 0:
        return _break_even(other, 1) if dear is one else _break_even(dear, None)
    return _break_even(dear, 1 + math.ceil(dearer / saved))  # as fractions, which are exact


def _overlap(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    """Return whether two intervals overlap; unknown ones tell nothing."""
    if one is None or other is None:
        return False
    return one[0] <= other[1] and other[0] <= one[1]


def _break_even(lane: Lane, calls: int | None) -> BreakEven:
    return BreakEven(lane.key, calls, break_even_message(lane.label, calls))


def break_even_message(lane: str, calls: int | None) -> Message:
    """Return in a sentence after how many calls a lane has paid for its first one."""
    if calls is None:
        return messages.NEVER_PAYS(lane=lane)
    if calls == 1:
        return messages.AHEAD_AT_ONCE(lane=lane)
    return messages.PAID_AFTER(lane=lane, count=calls)


def _median(samples: Sequence[float]) -> float | None:
    if not samples:
        return None
    return float(_middle(np.sort(np.asarray(samples, np.float64))[np.newaxis])[0])


def _middle(ordered: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the median of each row, float64 of shape (rows,); rows are ascending."""
    count = ordered.shape[1]
    middle: NDArray[np.float64] = (ordered[:, (count - 1) // 2] + ordered[:, count // 2]) / 2
    return middle
