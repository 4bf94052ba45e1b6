"""What differs between two programs, whatever their values are called.

The instructions of two computations are aligned by opcode, shape, attributes and the shapes of
their operands. A pair is equal if its operands are pairs, too; so a new name is no difference, and
one changed instruction does not change those that follow from it. The place of a value among
parameters, or in a tuple, is a name as well if one program has more of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from ..frozen import Frozen
from .hlo import CALLING_ATTRIBUTES, Computation, Instruction, Module

#: Attributes that say where an instruction comes from or how it is scheduled, not what it does.
_ASIDE = frozenset(
    {
        "backend_config",
        "frontend_attributes",
        "metadata",
        "origin",
        "parameter_replication",
        "sharding",
    }
)
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
    """An instruction, what it is aligned by, and the shapes of its operands."""

    instruction: Instruction
    like: str
    operand_shapes: tuple[str, ...]


class _Comparison:
    """Walks through two modules side by side, from their entries."""

    def __init__(self, old: Module, new: Module) -> None:
        self._old, self._new = old, new
        self._pairs = {old.entry.name: new.entry.name}
        self._waiting = [(old.entry, new.entry)]

    def lines(self) -> Iterator[ChangedLine]:
        """Yield what changed in each pair of computations, then computations without a partner."""
        while self._waiting:
            yield from self._lines_of(*self._waiting.pop(0))
        partners = set(self._pairs.values())
        for computation in self._old.computations.values():
            if computation.name not in self._pairs:
                yield from _all_of(computation, Change.REMOVED)
        for computation in self._new.computations.values():
            if computation.name not in partners:
                yield from _all_of(computation, Change.ADDED)

    def _lines_of(self, old: Computation, new: Computation) -> Iterator[ChangedLine]:
        before, after = _lines(old), _lines(new)
        are_alike = _signature(before) == _signature(after)
        same: dict[str, str] = {}  # names of the old ones to those of the new ones
        for code, a, b, c, d in _opcodes(before, after):
            if code != "equal":
                for line in before[a:b]:
                    yield _changed(Change.REMOVED, old, line.instruction)
                for line in after[c:d]:
                    yield _changed(Change.ADDED, new, line.instruction)
                continue
            for one, other in zip(before[a:b], after[c:d], strict=True):
                same[one.instruction.name] = other.instruction.name
                is_wired = _are_wired_alike(one, other, same, are_alike=are_alike)
                calls_alike = self._calls_pair(one.instruction, other.instruction)
                if not (is_wired and calls_alike):
                    yield _changed(Change.REMOVED, old, one.instruction)
                    yield _changed(Change.ADDED, new, other.instruction)

    def _calls_pair(self, one: Instruction, other: Instruction) -> bool:
        """Pair what two instructions call; return whether that contradicts no earlier pair."""
        is_same = True
        for old, new in zip(one.calls, other.calls, strict=False):
            if old in self._pairs:
                is_same = is_same and self._pairs[old] == new
            elif new in self._pairs.values():
                is_same = False
            else:
                self._pairs[old] = new
                self._waiting.append((self._old.computations[old], self._new.computations[new]))
        return is_same and len(one.calls) == len(other.calls)


def _opcodes(
    before: Sequence[_Line], after: Sequence[_Line]
) -> Sequence[tuple[str, int, int, int, int]]:
    old, new = [line.like for line in before], [line.like for line in after]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _lines(computation: Computation) -> list[_Line]:
    shapes = {i.name: i.shape for i in computation.instructions}
    lines = []
    for instruction in computation.instructions:
        operands = tuple(shapes.get(name, "") for name in instruction.operands)
        lines.append(_Line(instruction, _like(instruction, operands), operands))
    return sorted(lines, key=_order)


def _order(line: _Line) -> tuple[bool, str]:
    """Return what puts constants first, by value: XLA writes them in any order."""
    is_constant = line.instruction.opcode == "constant"
    return not is_constant, line.like if is_constant else ""


def _signature(lines: Sequence[_Line]) -> list[tuple[str, str]]:
    """Return place and shape of each parameter."""
    parameters = [line.instruction for line in lines if line.instruction.opcode == "parameter"]
    return sorted((parameter.value, parameter.shape) for parameter in parameters)


def _like(instruction: Instruction, operands: Sequence[str]) -> str:
    """Return what an instruction is aligned by: no names, places, or sizes of tuples."""
    shape = _short(instruction.shape)
    if instruction.opcode in ("parameter", "get-tuple-element"):
        return f"{shape} {instruction.opcode}"
    return _text(instruction, shape, [_short(operand) for operand in operands])


def _short(shape: str) -> str:
    return "(…)" if shape.startswith("(") else shape


def _are_wired_alike(one: _Line, other: _Line, same: dict[str, str], *, are_alike: bool) -> bool:
    """Return whether two aligned instructions take values that are aligned, too.

    Args:
        are_alike: whether both computations have the same parameters.
    """
    old, new = one.instruction, other.instruction
    if old.opcode == "parameter":
        return old.value == new.value or not are_alike
    if old.opcode == "get-tuple-element":
        is_same_place = old.attributes.get("index") == new.attributes.get("index")
        if not is_same_place and one.operand_shapes == other.operand_shapes:
            return False
    return tuple(same.get(name, "") for name in old.operands) == new.operands


def _text(instruction: Instruction, shape: str, operands: Sequence[str]) -> str:
    attributes = [
        f", {name}={value}"
        for name, value in instruction.attributes.items()
        if name not in _LEFT_OUT
    ]
    arguments = instruction.value or ", ".join(operands)
    return f"{shape} {instruction.opcode}({arguments}){''.join(attributes)}"


def _changed(change: Change, computation: Computation, instruction: Instruction) -> ChangedLine:
    text = _text(instruction, instruction.shape, instruction.operands)
    return ChangedLine(change=change, computation=computation.name, text=text)


def _all_of(computation: Computation, change: Change) -> Iterator[ChangedLine]:
    for instruction in computation.instructions:
        yield _changed(change, computation, instruction)
