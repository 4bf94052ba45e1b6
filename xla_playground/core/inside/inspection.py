"""What XLA made of one specialization, as plain data."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from ..frozen import Frozen
from ..messages.message import Message
from ..messages.pages import inside as messages
from ..options.values import OptionValue
from .costs import Costs, costs_of, costs_of_main_loop
from .counts import Counts, counts_of
from .hlo import parse_hlo

#: What a compiled function was made for: names and values, in an order that says how to read them.
Key = tuple[tuple[str, OptionValue], ...]


class Stage(StrEnum):
    """A text of a program: as XLA is given it, or as it runs."""

    STABLEHLO = "stablehlo"
    OPTIMIZED = "optimized"


class Buffer(Frozen):
    """Memory that XLA assigned to values of a program.

    Attributes:
        kind: ``parameter``, ``constant``, ``result`` or ``temporary``.
    """

    kind: str
    size_bytes: int


class Inspection(Frozen):
    """What XLA made of one function, compiled once more to be looked at.

    Attributes:
        key: what the function was made for.
        label: the key in short.
        device: what it is compiled for: ``CPU``, or a GPU's product name.
        run: costs of one run.
        step: costs of one pass of its main loop, which is a token of each row; ``None`` if it has
            no loop.
        buffers: XLA's own assignment, the largest first; empty if XLA did not say.
        weight_bytes: what one token reads of the weights; ``None`` if it makes no tokens.
        stablehlo, optimized: its text before and after XLA's optimization; empty if there is none.
        reasons: why a figure is missing, by its name; see ``figures.figures_of``.
    """

    key: Key
    label: str
    device: str
    counts: Counts
    run: Costs
    step: Costs | None = None
    buffers: tuple[Buffer, ...] = ()
    weight_bytes: int | None = None
    stablehlo: str = ""
    optimized: str = ""
    reasons: dict[str, Message] = Field(default_factory=dict)

    @property
    def peak_bytes(self) -> int | None:
        """Return the memory that a run holds at its peak: XLA reserves all buffers at once."""
        return sum(buffer.size_bytes for buffer in self.buffers) if self.buffers else None

    def buffer_bytes(self) -> dict[str, int]:
        """Return the bytes of the buffers by kind."""
        totals: dict[str, int] = {}
        for buffer in self.buffers:
            totals[buffer.kind] = totals.get(buffer.kind, 0) + buffer.size_bytes
        return totals

    def text(self, stage: Stage) -> str:
        """Return the text of a stage."""
        return self.stablehlo if stage is Stage.STABLEHLO else self.optimized


def inspection_of(
    key: Key,
    *,
    label: str,
    device: str,
    optimized: str,
    stablehlo: str | None,
    buffers: tuple[Buffer, ...],
    weight_bytes: int | None,
) -> Inspection:
    """Return the inspection of a program by its texts and by XLA's assignment of its buffers.

    Args:
        optimized: HLO text after optimization.
        stablehlo: ``None`` if XLA cannot write it.

    Raises:
        ValueError: ``optimized`` is no HLO text.
    """
    module = parse_hlo(optimized)
    step = costs_of_main_loop(module)
    reasons: dict[str, Message] = {}
    if step is None:
        for name in ("flops_per_token", "bytes_per_token"):
            reasons[name] = messages.NO_TOKEN_LOOP()
    if weight_bytes is None:
        reasons["weight_bytes"] = messages.NO_TOKENS()
    if not buffers:
        for name in ("peak_bytes", "buffer_bytes"):
            reasons[name] = messages.NO_BUFFERS()
    if stablehlo is None:
        reasons["stablehlo"] = messages.NO_STABLEHLO()
    return Inspection(
        key=key,
        label=label,
        device=device,
        counts=counts_of(module),
        run=costs_of(module),
        step=step,
        buffers=tuple(sorted(buffers, key=lambda buffer: -buffer.size_bytes)),
        weight_bytes=weight_bytes,
        stablehlo=stablehlo or "",
        optimized=optimized,
        reasons=reasons,
    )
