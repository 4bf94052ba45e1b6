"""A program's text as a view needs it, made off the GUI thread: 5 MB take some 50 ms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from ....core.inside.profiling.profile import OperationTime
from ....core.inside.regions import folded_at_first, regions_of

#: Longer lines are constants and long tuples.
_LONGEST_LINE = 4_000


@dataclass(frozen=True)
class ProgramText:
    """The lines of a program.

    Attributes:
        lines: without their ends.
        ends: the last line of each region by its first.
        folded: the first lines of the regions that are folded at first.
        longest: characters of the longest line.
    """

    lines: tuple[str, ...] = ()
    ends: Mapping[int, int] = field(default_factory=dict)
    folded: frozenset[int] = frozenset()
    longest: int = 0
    _searched: str = ""
    _starts: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str) -> ProgramText:
        """Return the lines of a text, cut where they are longer than anyone reads."""
        lines = tuple(map(_shortened, text.splitlines()))
        regions = regions_of("\n".join(lines))
        searched = "\n".join(lines).casefold()
        lengths = (len(line) + 1 for line in searched.split("\n"))
        return cls(
            lines=lines,
            ends={region.first: region.last for region in regions},
            folded=folded_at_first(lines, regions),
            longest=max(map(len, lines), default=0),
            _searched=searched,
            _starts=tuple(accumulate(lengths, initial=0))[:-1],
        )

    def find(self, words: str, after: int) -> int | None:
        """Return the next line below ``after`` with these words, from the top if there is none."""
        wanted = words.casefold()
        start = self._starts[after + 1] if after + 1 < len(self._starts) else len(self._searched)
        place = self._searched.find(wanted, start)
        if place < 0:
            place = self._searched.find(wanted)
        return None if not wanted or place < 0 else bisect_right(self._starts, place) - 1

    def times(self, operations: Mapping[str, OperationTime]) -> dict[int, OperationTime]:
        """Return the operations by the numbers of the lines that define them."""
        found = {}
        for number, line in enumerate(self.lines):
            name, sign, _ = line.partition(" = ")
            if sign and (operation := operations.get(name.split()[-1].lstrip("%"))) is not None:
                found[number] = operation
        return found


def module_in(text: str) -> str:
    """Return the name of the module that HLO text begins with."""
    head, _, rest = text.partition(" ")
    return rest.split(",", 1)[0].strip() if head == "HloModule" else ""


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …"
