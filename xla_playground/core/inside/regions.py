"""Regions of a program's text that a view folds.

They are the computations of HLO, its tables of source lines, and the regions of StableHLO.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..frozen import Frozen

#: How the regions begin that hold the program itself; all others of the outer two levels are parts
#: that it calls, and folded at first.
_MAIN = ("ENTRY", "module", "func.func public", "func.func @main")
_OUTER = 2
#: Tables before the computations of HLO; each lasts until an empty line.
_TABLES = ("FileNames", "FunctionNames", "FileLocations", "StackFrames")


class Region(Frozen):
    """Lines that belong together: from the one that opens a brace to the one that closes it.

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
    table: int | None = None
    for number, line in enumerate(text.splitlines()):
        bare = line.strip()
        if line in _TABLES and not opened:
            table = number
        elif not bare and table is not None:
            regions.append(Region(first=table, last=number - 1, depth=0))
            table = None
        # ``}, {`` of a conditional in StableHLO closes one region and opens the next
        if bare.startswith("}") and opened:
            regions.append(Region(first=opened.pop(), last=number, depth=len(opened)))
        if bare.endswith("{"):
            opened.append(number)
    return tuple(sorted(regions, key=lambda region: (region.first, region.depth)))


def folded_at_first(lines: Sequence[str], regions: Sequence[Region]) -> frozenset[int]:
    """Return the first lines of the regions that are folded until the reader opens them."""
    return frozenset(
        region.first
        for region in regions
        if region.depth < _OUTER and not lines[region.first].lstrip().startswith(_MAIN)
    )


def lines_in_sight(count: int, ends: dict[int, int], folded: Collection[int]) -> list[int]:
    """Return the numbers of the lines that are shown; of a folded region the first one.

    Args:
        count: of all lines.
        ends: the last line of each region by its first.
    """
    kept: list[int] = []
    number = 0
    for first in sorted(folded):
        if first >= number:
            kept += range(number, first + 1)
            number = ends[first] + 1
    kept += range(number, count)
    return kept
