"""Regions of a program's text that a view folds: computations of HLO, regions of StableHLO."""

from __future__ import annotations

from collections.abc import Sequence

from ..frozen import Frozen


class Region(Frozen):
    """Lines that belong together, from the one that opens a brace to the one that closes it.

    Attributes:
        first, last: numbers of these lines, from 0.
        depth: how many regions it lies in.
    """

    first: int
    last: int
    depth: int


def regions_of(text: str) -> tuple[Region, ...]:
    """Return the regions of a text by their first line; a region that is never closed is none."""
    regions: list[Region] = []
    opened: list[int] = []
    for number, line in enumerate(text.splitlines()):
        bare = line.strip()
        # ``}, {`` of a conditional in StableHLO closes one region and opens the next
        if bare.startswith("}") and opened:
            regions.append(Region(first=opened.pop(), last=number, depth=len(opened)))
        if bare.endswith("{"):
            opened.append(number)
    return tuple(sorted(regions, key=lambda region: (region.first, region.depth)))


def folded(text: str, regions: Sequence[Region]) -> str:
    """Return ``text`` with each of ``regions`` as one line that says how many lines it hides."""
    lines = text.splitlines()
    ends = {region.first: region.last for region in regions}
    kept, number = [], 0
    while number < len(lines):
        last = ends.get(number, number)
        hidden = last - number - 1
        kept.append(lines[number] + (f" … {hidden:,} lines … }}" if last > number else ""))
        number = last + 1
    return "\n".join(kept)
