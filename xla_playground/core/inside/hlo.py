"""HLO text as data: the computations of a module and their instructions.

Only what is counted and compared here is read. The grammar is that of XLA's
``xla/hlo/parser/hlo_parser.cc``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_BEGIN = re.compile(r"\s*(ENTRY\s+)?%?([\w.\-]+)\s*(?:\(.*\)\s*->.*)?\{\s*$")
_ASSIGNMENT = re.compile(r"\s*(ROOT\s+)?%?([\w.\-]+)\s*=\s*")
_ARRAY = re.compile(r"[a-z]\w*(?:\[[^\]]*\])?(?:\{[^{}]*\})?")
_OPCODE = re.compile(r"\s*([\w\-]+)\(")
_LAST_NAME = re.compile(r"%?([\w.\-]+)\s*$")
_COMMENT = re.compile(r"/\*.*?\*/")
_LAYOUT = re.compile(r"\{[^{}]*\}")
_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[(){}\[\],]')
_NAME = re.compile(r"%?([\w.\-]+)")

#: Opcodes whose arguments are values, not instructions.
_WITH_VALUES = ("constant", "iota", "parameter")
#: Attributes that name computations.
CALLING_ATTRIBUTES = (
    "calls",
    "to_apply",
    "condition",
    "body",
    "branch_computations",
    "true_computation",
    "false_computation",
    "called_computations",
    "select",
    "scatter",
)


@dataclass(frozen=True)
class Instruction:
    """One instruction.

    Attributes:
        name: unique in its module.
        shape: as XLA writes it, without layouts: ``f32[2,8]`` or ``(f32[2], s32[])``.
        operands: names of the instructions whose values it takes.
        value: of a constant or a parameter, what stands in its brackets.
        attributes: text by name: ``{"lhs_contracting_dims": "{1}", …}``.
    """

    name: str
    shape: str
    opcode: str
    operands: tuple[str, ...] = ()
    value: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    is_root: bool = False

    @property
    def calls(self) -> tuple[str, ...]:
        """Return the names of the computations that it calls, in a fixed order."""
        named = [self.attributes[name] for name in CALLING_ATTRIBUTES if name in self.attributes]
        return tuple(name for text in named for name in _NAME.findall(text))


@dataclass(frozen=True)
class Computation:
    """A sequence of instructions that others call, or the entry."""

    name: str
    instructions: tuple[Instruction, ...]

    @property
    def root(self) -> Instruction:
        """Return the instruction whose value the computation returns."""
        return next((i for i in self.instructions if i.is_root), self.instructions[-1])


@dataclass(frozen=True)
class Module:
    """A program.

    Attributes:
        computations: by name, in the order of the text.
        entry: the computation that a call runs.
    """

    computations: Mapping[str, Computation]
    entry: Computation

    @property
    def instructions(self) -> Iterator[Instruction]:
        """Yield the instructions of all computations."""
        for computation in self.computations.values():
            yield from computation.instructions


def parse_hlo(text: str) -> Module:
    """Return the module that ``text`` describes.

    Raises:
        ValueError: it is no HLO text.
    """
    computations: dict[str, Computation] = {}
    entry = ""
    lines = iter(text.splitlines())
    for line in lines:
        begin = None if line.startswith("HloModule") else _BEGIN.match(line)
        if begin is None:
            continue  # the name of the module, or a table of source files
        name = begin[2]
        if begin[1]:
            entry = name
        computations[name] = Computation(name, tuple(_instructions(name, lines)))
    if entry not in computations:
        raise ValueError("the text has no ENTRY computation")
    return Module(computations, computations[entry])


def _instructions(name: str, lines: Iterator[str]) -> Iterator[Instruction]:
    """Yield the instructions up to the line that ends the computation ``name``."""
    for line in lines:
        if line.strip() == "}":
            return
        if line.strip():
            yield _instruction(line)
    raise ValueError(f"the text ends within {name}")


def _instruction(line: str) -> Instruction:
    assignment = _ASSIGNMENT.match(line)
    if assignment is None:
        raise ValueError(f"not an instruction: {line.strip()[:100]}")
    shape_end = _end_of_shape(line, assignment.end())
    opcode = _OPCODE.match(line, shape_end)
    if opcode is None:
        raise ValueError(f"an instruction without an opcode: {line.strip()[:100]}")
    closing = _closing(line, opcode.end() - 1)
    arguments = line[opcode.end() : closing]
    has_value = opcode[1] in _WITH_VALUES
    return Instruction(
        name=assignment[2],
        shape=_without_layouts(line[assignment.end() : shape_end]),
        opcode=opcode[1],
        operands=() if has_value else tuple(_names(arguments)),
        value=arguments if has_value else "",
        attributes=dict(_attributes(line[closing + 1 :])),
        is_root=assignment[1] is not None,
    )


def _end_of_shape(line: str, start: int) -> int:
    if line.startswith("(", start):
        return _closing(line, start) + 1
    array = _ARRAY.match(line, start)
    if array is None:
        raise ValueError(f"an instruction without a shape: {line.strip()[:100]}")
    return array.end()


def _without_layouts(shape: str) -> str:
    return _LAYOUT.sub("", _COMMENT.sub("", shape)).strip()


def _names(arguments: str) -> Iterator[str]:
    for part in parts_of(arguments):
        name = _LAST_NAME.search(part)
        if name is not None:
            yield name[1]


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for part in parts_of(text):
        name, sign, value = part.partition("=")
        if sign:
            yield name.strip(), value.strip()


def parts_of(text: str) -> list[str]:
    """Return the parts of ``text`` between its outermost commas, comments left out."""
    text = _COMMENT.sub("", text)
    parts, depth, begin = [], 0, 0
    for mark in _MARK.finditer(text):
        match mark[0]:
            case "(" | "{" | "[":
                depth += 1
            case ")" | "}" | "]":
                depth -= 1
            case "," if not depth:
                parts.append(text[begin : mark.start()])
                begin = mark.end()
    parts.append(text[begin:])
    return [part for part in parts if part.strip()]


def _closing(text: str, start: int) -> int:
    """Return the place of the bracket that closes the one at ``start``."""
    depth = 0
    for mark in _MARK.finditer(text, start):
        if mark[0] in "([{":
            depth += 1
        elif mark[0] in ")]}":
            depth -= 1
            if not depth:
                return mark.start()
    raise ValueError(f"a bracket is not closed: {text.strip()[:100]}")
