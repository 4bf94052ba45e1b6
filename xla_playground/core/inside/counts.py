"""How much there is in a program: instructions, fusions, dots, loops, constants."""

from __future__ import annotations

from collections import Counter

from ..frozen import Frozen
from .hlo import Module
from .shapes import size_bytes


class Counts(Frozen):
    """What an optimized program is made of; instructions within fusions count.

    Attributes:
        constants_bytes: what all constants take.
        custom_calls: calls of a library instead of code that XLA generates.
        opcodes: how often each opcode occurs, the most frequent first.
    """

    computations: int
    instructions: int
    fusions: int
    dots: int
    while_loops: int
    conditionals: int
    constants: int
    constants_bytes: int
    custom_calls: int
    opcodes: tuple[tuple[str, int], ...] = ()

    def by_name(self) -> dict[str, int]:
        """Return the counts without those of single opcodes."""
        return {name: value for name, value in self if name != "opcodes"}


def counts_of(module: Module) -> Counts:
    """Return the counts of a module."""
    opcodes = Counter(instruction.opcode for instruction in module.instructions)
    constants = [i for i in module.instructions if i.opcode == "constant"]
    return Counts(
        computations=len(module.computations),
        instructions=opcodes.total(),
        fusions=opcodes["fusion"],
        dots=opcodes["dot"],
        while_loops=opcodes["while"],
        conditionals=opcodes["conditional"],
        constants=len(constants),
        constants_bytes=sum(size_bytes(i.shape) for i in constants),
        custom_calls=opcodes["custom-call"],
        opcodes=tuple(opcodes.most_common()),
    )
