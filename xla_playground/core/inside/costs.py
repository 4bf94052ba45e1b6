"""Operations and memory traffic of a program, estimated from its optimized HLO.

The rules are those of XLA's ``HloCostAnalysis``: a dot is two operations a product, what a fusion
hands on inside itself is no traffic, and what is written in place counts as far as it is written.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator

from ..frozen import Frozen
from .hlo import Computation, Instruction, Module
from .opcodes import ARITHMETIC, CALLING, FREE, SLICING, UNKNOWN
from .shapes import arrays_of, elements, size_bytes

_INDEX = re.compile(r"-?\d+")


class Costs(Frozen):
    """What a program, or one pass of a loop, costs.

    Attributes:
        flops: arithmetic operations.
        bytes: read and written in memory.
        uncounted: opcodes whose operations are not part of ``flops``.
        open_loops: loops inside that count as one pass, since their passes are not known.
    """

    flops: int = 0
    bytes: int = 0
    uncounted: tuple[str, ...] = ()
    open_loops: int = 0


def costs_of(module: Module) -> Costs:
    """Return the costs of one run; a loop counts as often as XLA knows that it runs, else once."""
    return _Costing(module).of_computation(module.entry)


def costs_of_main_loop(module: Module) -> Costs | None:
    """Return the costs of one pass of the loop that costs most, ``None`` if there is no loop.

    Loops inside other loops are part of those.
    """
    costing = _Costing(module)
    loops = [costing.of_pass(loop) for loop in _outer_loops(module, module.entry)]
    return max(loops, key=lambda costs: (costs.bytes, costs.flops), default=None)


def _outer_loops(module: Module, computation: Computation) -> Iterator[Instruction]:
    for instruction in computation.instructions:
        if instruction.opcode == "while":
            yield instruction
        elif instruction.opcode in (*CALLING, "conditional"):
            for name in instruction.calls:
                yield from _outer_loops(module, module.computations[name])


class _Costing:
    """Adds up the costs of computations, each once."""

    def __init__(self, module: Module) -> None:
        self._computations = module.computations
        self._known: dict[str, Costs] = {}

    def of_computation(self, computation: Computation) -> Costs:
        if computation.name not in self._known:
            shapes = {i.name: i.shape for i in computation.instructions}
            parts = [self._of(i, shapes) for i in computation.instructions]
            self._known[computation.name] = _sum(parts)
        return self._known[computation.name]

    def of_pass(self, loop: Instruction) -> Costs:
        return _sum(self._called(loop))

    def _called(self, instruction: Instruction) -> list[Costs]:
        return [self.of_computation(self._computations[name]) for name in instruction.calls]

    def _of(self, instruction: Instruction, shapes: dict[str, str]) -> Costs:
        called = self._called(instruction)
        match instruction.opcode:
            case "while":
                passes = _known_passes(instruction)
                costs = _times(_sum(called), passes or 1)
                is_open = passes is None
                return costs.model_copy(update={"open_loops": costs.open_loops + is_open})
            case "conditional":
                return max(called, key=lambda costs: (costs.bytes, costs.flops), default=Costs())
            case opcode if opcode in CALLING:
                return _sum(called)
            case "fusion":
                inside = _sum(called)
                return inside.model_copy(update={"bytes": self._traffic(instruction, shapes)})
            case opcode if opcode in FREE:
                return Costs()
        each = _sum(called).flops or 1
        return Costs(
            flops=_flops(instruction, shapes, each),
            bytes=self._traffic(instruction, shapes),
            uncounted=(instruction.opcode,) if instruction.opcode in UNKNOWN else (),
        )

    def _traffic(self, instruction: Instruction, shapes: dict[str, str]) -> int:
        operands = [size_bytes(shapes[name]) for name in instruction.operands if name in shapes]
        if instruction.opcode == "fusion" and instruction.calls:
            inside = self._computations[instruction.calls[0]]
            return _read(inside, operands) + sum(_written(inside, inside.root))
        result = size_bytes(instruction.shape)
        if instruction.opcode in SLICING:
            return 2 * result + sum(operands[1:])
        if instruction.opcode == "dynamic-update-slice":
            return 2 * operands[1] + sum(operands[2:])
        return result + sum(operands)


def _read(inside: Computation, operands: list[int]) -> int:
    """Return the bytes that a fusion reads of its operands: of some only a part."""
    users: dict[str, list[tuple[Instruction, int]]] = {}
    for instruction in inside.instructions:
        for place, name in enumerate(instruction.operands):
            users.setdefault(name, []).append((instruction, place))
    shapes = {i.name: i.shape for i in inside.instructions}
    total = 0
    for parameter in inside.instructions:
        if parameter.opcode != "parameter":
            continue
        parts = [_part_read(user, place) for user, place in users.get(parameter.name, ())]
        known = [part for part in parts if part is not None]
        whole = size_bytes(shapes[parameter.name])
        number = int(parameter.value or 0)
        whole = operands[number] if number < len(operands) else whole
        total += min(sum(known), whole) if len(known) == len(parts) else whole
    return total


def _part_read(user: Instruction, place: int) -> int | None:
    """Return the bytes that ``user`` reads of its operand, ``None`` if it reads all of them."""
    if place == 0 and user.opcode in SLICING:
        return size_bytes(user.shape)
    if place == 0 and user.opcode == "dynamic-update-slice":
        return 0  # written in place
    return None


def _written(inside: Computation, value: Instruction) -> Iterator[int]:
    """Yield the bytes of each value that a fusion writes: of one in place the new part."""
    by_name = {i.name: i for i in inside.instructions}
    if value.opcode == "tuple":
        for name in value.operands:
            yield from _written(inside, by_name[name])
        return
    origin = value
    while origin.opcode == "bitcast" and origin.operands:
        origin = by_name[origin.operands[0]]
    if origin.opcode == "dynamic-update-slice":
        yield size_bytes(by_name[origin.operands[1]].shape)
    else:
        yield size_bytes(value.shape)


def _flops(instruction: Instruction, shapes: dict[str, str], each: int) -> int:
    """Return the operations of one instruction.

    Args:
        each: operations of one call of the computation that it applies to its elements.
    """
    match instruction.opcode:
        case "dot":
            contracted = _contracted(instruction, shapes[instruction.operands[0]])
            return 2 * elements(instruction.shape) * contracted
        case "convolution":
            kernel = arrays_of(shapes[instruction.operands[1]])[0][1]
            outputs = _kernel_outputs(instruction, kernel)
            return 2 * elements(instruction.shape) * math.prod(kernel) // max(outputs, 1)
        case "reduce" | "reduce-window":
            values = instruction.operands[: max(len(instruction.operands) // 2, 1)]
            return each * sum(elements(shapes[name]) for name in values)
        case opcode if opcode in ARITHMETIC:
            return elements(instruction.shape)
    return 0


def _contracted(dot: Instruction, left: str) -> int:
    """Return how many products are added up for one element of a dot."""
    places = _INDEX.findall(dot.attributes.get("lhs_contracting_dims", ""))
    dimensions = arrays_of(left)[0][1]
    return math.prod(dimensions[int(place)] for place in places)


def _kernel_outputs(convolution: Instruction, kernel: tuple[int, ...]) -> int:
    """Return the size of the kernel's dimension of output features: ``o`` of ``…_01io->…``."""
    labels = convolution.attributes.get("dim_labels", "").partition("_")[2].partition("->")[0]
    return kernel[labels.index("o")] if "o" in labels else 1


def _known_passes(loop: Instruction) -> int | None:
    """Return how often XLA knows that a loop runs."""
    try:
        config = json.loads(loop.attributes.get("backend_config", "{}"))
        return int(config["known_trip_count"]["n"])
    except (ValueError, KeyError, TypeError):
        return None


def _sum(parts: Iterable[Costs]) -> Costs:
    parts = list(parts)
    return Costs(
        flops=sum(part.flops for part in parts),
        bytes=sum(part.bytes for part in parts),
        uncounted=tuple(dict.fromkeys(name for part in parts for name in part.uncounted)),
        open_loops=sum(part.open_loops for part in parts),
    )


def _times(costs: Costs, count: int) -> Costs:
    return costs.model_copy(update={"flops": count * costs.flops, "bytes": count * costs.bytes})
