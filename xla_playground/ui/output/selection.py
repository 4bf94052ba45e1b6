"""The selected part of the sequences. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Layer(IntEnum):
    """A sequence is shown twice, and a selection stays in one of the two."""

    TEXT = 0
    TOKENS = 1


@dataclass(frozen=True, order=True)
class Place:
    """A place between two characters, or between two chips, of a sequence.

    Attributes:
        block: the number of the sequence.
        place: how many UTF-16 units or chips are before it.
    """

    block: int = 0
    place: int = 0


@dataclass(frozen=True)
class Selection:
    """The selection between ``anchor``, its start, and ``caret``, its moving end."""

    layer: Layer = Layer.TEXT
    anchor: Place = Place()
    caret: Place = Place()

    def __bool__(self) -> bool:
        return self.anchor != self.caret

    def blocks(self) -> range:
        """Return the numbers of the sequences with a selected part."""
        if not self:
            return range(0)
        first, last = sorted((self.anchor.block, self.caret.block))
        return range(first, last + 1)

    def part_of(self, block: int, count: int) -> tuple[int, int]:
        """Return start and end of the selection in a sequence of ``count`` units or chips."""
        if block not in self.blocks():
            return 0, 0
        first, last = sorted((self.anchor, self.caret))
        start = first.place if first.block == block else 0
        end = last.place if last.block == block else count
        return start, end
