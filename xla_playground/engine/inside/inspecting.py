"""Inspect a function: any that can be lowered, made for any key."""

from __future__ import annotations

import logging
from collections.abc import Callable

from ...core.inside.inspection import Buffer, Inspection, Key, inspection_of
from .lowering import OPTIMIZED, OPTIMIZED_PROTO, STABLEHLO, Lower

logger = logging.getLogger(__name__)


def ignore(stage: str) -> None:
    """Do nothing before a stage."""


def inspect_function(
    lower: Lower,
    key: Key,
    *,
    label: str,
    device: str,
    weight_bytes: int | None = None,
    begin: Callable[[str], None] = ignore,
) -> Inspection:
    """Return what XLA makes of a function; XLA compiles it twice for that.

    What TensorFlow raises is raised, unless the rest is of use without it.

    Args:
        key: what the function was made for.
        weight_bytes: what a token reads of the weights, of a function that makes tokens.
        begin: called with the name of what XLA is asked for next; an exception ends the look.
    """
    begin(STABLEHLO)
    stablehlo = _stablehlo(lower)
    begin(OPTIMIZED)
    optimized = lower(OPTIMIZED).decode()
    begin(OPTIMIZED_PROTO)
    buffers = _buffers(lower(OPTIMIZED_PROTO))
    return inspection_of(
        key,
        label=label,
        device=device,
        optimized=optimized,
        stablehlo=stablehlo,
        buffers=buffers,
        weight_bytes=weight_bytes,
    )


def _stablehlo(lower: Lower) -> str | None:
    try:
        return lower(STABLEHLO).decode()
    except Exception:  # of whatever type: the translation does not know every operation
        logger.warning("no StableHLO", exc_info=True)
        return None


def _buffers(serialized: bytes) -> tuple[Buffer, ...]:
    """Return the buffers of a serialized ``HloProto``; none if XLA left them out."""
    from tensorflow.compiler.xla.service import hlo_pb2

    program = hlo_pb2.HloProto.FromString(serialized)
    return tuple(
        Buffer(kind=_kind(allocation), size_bytes=allocation.size)
        for allocation in program.buffer_assignment.buffer_allocations
    )


def _kind(allocation: object) -> str:
    """Return the kind of a ``BufferAllocationProto``."""
    for name, kind in (
        ("is_entry_computation_parameter", "parameter"),
        ("is_constant", "constant"),
        ("maybe_live_out", "result"),
    ):
        if getattr(allocation, name):
            return kind
    return "temporary"
