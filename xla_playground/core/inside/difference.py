"""What differs between two programs, whatever their values are called.

The instructions of two computations are aligned by opcode, shape, attributes and the shapes of
their operands. A pair is equal if its operands are pairs, too; so a new name is no difference, and
one changed instruction does not change those that follow from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from ..frozen import Frozen
from .hlo import CALLING_ATTRIBUTES, Computation, Instruction, Module

#: Attributes that say where an instruction comes from or how it is scheduled, not what it does.
_ASIDE = frozenset({"metadata", "backend_config", "frontend_attributes", "origin", "sharding"})
#: Computations are compared with each other, not by their names.
_LEFT_OUT = _ASIDE.union(CALLING_ATTRIBUTES)
#: Lines that a difference keeps; more than that nobody reads.
MAX_LINES = 2_000


class Change(StrEnum):
    """What became of an instruction."""

    REMOVED = "removed"
    ADDED = "added"


class ChangedLine(Frozen):
    """An instruction that only one of two programs has.

    Attributes:
        computation: name of its computation in that program.
        text: opcode, shape, operands and attributes.
    """

    change: Change
    computation: str
    text: str


class Difference(Frozen):
    """The difference between two programs.

    Attributes:
        removed, added: instructions that only the first, only the second has.
        lines: those, in the order of the programs, at most ``MAX_LINES``.
    """

    removed: int
    added: int
    lines: tuple[ChangedLine, ...]

    @property
    def is_equal(self) -> bool:
        """Return whether the programs are the same but for names."""
        return not self.removed and not self.added

    @property
    def left_out(self) -> int:
        """Return how many changed instructions ``lines`` does not have."""
        return self.removed + self.added - len(self.lines)


def difference_of(old: Module, new: Module) -> Difference:
    """Return the difference from ``old`` to ``new``."""
    lines = tuple(_Comparison(old, new).lines())
    removed = sum(line.change is Change.REMOVED for line in lines)
    return Difference(removed=removed, added=len(lines) - removed, lines=lines[:MAX_LINES])


@dataclass(frozen=True)
class _Line:
    """An instruction and what it is aligned by."""

    instruction: Instruction
    like: str


class _Comparison:
    """Walks through two modules side by side, from their entries."""

    def __init__(self, old: Module, new: Module) -> None:
        self._old, self._new = old, new
        self._pairs = {old.entry.name: new.entry.name}
        self._are_equal: dict[str, bool] = {}

    def lines(self) -> Iterator[ChangedLine]:
        """Yield what changed in each pair of computations, then computations without a partner."""
        waiting = [(self._old.entry, self._new.entry)]
        while waiting:
            old, new = waiting.pop(0)
            yield from self._lines_of(old, new, waiting)
        partners = set(self._pairs.values())
        for computation in self._old.computations.values():
            if computation.name not in self._pairs:
                yield from _all_of(computation, Change.REMOVED)
        for computation in self._new.computations.values():
            if computation.name not in partners:
                yield from _all_of(computation, Change.ADDED)

    def _lines_of(
        self, old: Computation, new: Computation, waiting: list[tuple[Computation, Computation]]
    ) -> Iterator[ChangedLine]:
        before, after = _lines(old), _lines(new)
        same: dict[str, str] = {}  # names of the old ones to those of the new ones
        for code, a, b, c, d in _opcodes(before, after):
            if code != "equal":
                for line in before[a:b]:
                    yield _changed(Change.REMOVED, old, line.instruction)
                for line in after[c:d]:
                    yield _changed(Change.ADDED, new, line.instruction)
                continue
            for one, other in zip(before[a:b], after[c:d], strict=True):
                first, second = one.instruction, other.instruction
                same[first.name] = second.name
                if _moved(first, same) != second.operands or not self._calls_pair(
                    first, second, waiting
                ):
                    yield _changed(Change.REMOVED, old, first)
                    yield _changed(Change.ADDED, new, second)

    def _calls_pair(
        self,
        one: Instruction,
        other: Instruction,
        waiting: list[tuple[Computation, Computation]],
    ) -> bool:
        """Pair what two instructions call; return whether that contradicts no earlier pair."""
        is_same = True
        for old, new in zip(one.calls, other.calls, strict=False):
            if old in self._pairs:
                is_same = is_same and self._pairs[old] == new
            elif new in self._pairs.values():
                is_same = False
            else:
                self._pairs[old] = new
                waiting.append((self._old.computations[old], self._new.computations[new]))
        return is_same and len(one.calls) == len(other.calls)


def _opcodes(
    before: Sequence[_Line], after: Sequence[_Line]
) -> list[tuple[str, int, int, int, int]]:
    old, new = [line.like for line in before], [line.like for line in after]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _lines(computation: Computation) -> list[_Line]:
    shapes = {i.name: i.shape for i in computation.instructions}
    return [
        _Line(instruction, _text(instruction, [shapes.get(n, "") for n in instruction.operands]))
        for instruction in computation.instructions
    ]


def _moved(instruction: Instruction, same: dict[str, str]) -> tuple[str, ...]:
    """Return the operands of an old instruction by the names of the new program."""
    return tuple(same.get(name, "") for name in instruction.operands)


def _text(instruction: Instruction, operands: Sequence[str]) -> str:
    attributes = [
        f", {name}={value}"
        for name, value in instruction.attributes.items()
        if name not in _LEFT_OUT
    ]
    arguments = instruction.value or ", ".join(operands)
    return f"{instruction.shape} {instruction.opcode}({arguments}){''.join(attributes)}"


def _changed(change: Change, computation: Computation, instruction: Instruction) -> ChangedLine:
    text = _text(instruction, instruction.operands)
    return ChangedLine(change=change, computation=computation.name, text=text)


def _all_of(computation: Computation, change: Change) -> Iterator[ChangedLine]:
    for instruction in computation.instructions:
        yield _changed(change, computation, instruction)
