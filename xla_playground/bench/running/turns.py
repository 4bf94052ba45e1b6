"""Measure sides in turn, and check a bench by a side against itself."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from .machine import MachineLoad, spread

#: How far from 1 the ratio of a side against itself may be.
CHECK_TOLERANCE = 0.03

T = TypeVar("T")


def in_turn(sides: Sequence[Callable[[], T]], rounds: int) -> list[list[T]]:
    """Call every side once a round and return the results, a list for each side.

    Every second round goes through the sides backwards, so no side always follows the same one.
    """
    results: list[list[T]] = [[] for _ in sides]
    places = range(len(sides))
    for number in range(rounds):
        for place in places if number % 2 == 0 else reversed(places):
            results[place].append(sides[place]())
    return results


def against_itself(
    sides: tuple[Callable[[], float], Callable[[], float]], rounds: int
) -> dict[str, Any]:
    """Return the figures of two sides that do the same, each of which returns its seconds.

    ``ratio`` is that of the two medians, ``ratio_spread`` those of the best and worst round, and
    ``is_even`` whether ``ratio`` is 1 within ``CHECK_TOLERANCE``: only then are the bench's other
    ratios reliable on this machine in this hour.
    """
    machine = MachineLoad()
    first, second = in_turn(sides, rounds)
    ratio = statistics.median(second) / statistics.median(first)
    return {
        "blocks": rounds,
        "first_s": statistics.median(first),
        "first_spread_s": spread(first),
        "second_s": statistics.median(second),
        "second_spread_s": spread(second),
        "ratio": ratio,
        "ratio_spread": spread([b / a for a, b in zip(first, second, strict=True)]),
        "is_even": abs(ratio - 1) <= CHECK_TOLERANCE,
        **machine.figures(),
    }
