"""The figures of an inspected call: every one a number, or a reason why there is none."""

from __future__ import annotations

from typing import Any

from ..frozen import Frozen
from ..messages.message import Message
from ..messages.pages import inside as messages
from .difference import Difference
from .inspection import Inspection
from .machine import COMMAND, MachineLimits


class Distance(Frozen):
    """How many times longer a token takes than a limit of the machine allows.

    Attributes:
        memory_ratio: against one reading of the weights at the machine's bandwidth.
        compute_ratio: against the token's operations at the machine's best rate.
    """

    memory_ratio: float
    compute_ratio: float

    @property
    def limit_ratio(self) -> float:
        """Return the distance from the nearer limit, which no program can pass."""
        return min(self.memory_ratio, self.compute_ratio)

    def in_words(self) -> str:
        """Return the distance in words: ``1.4 × one reading of the weights``."""
        if self.memory_ratio <= self.compute_ratio:
            return messages.READINGS(ratio=self.memory_ratio).text
        return messages.OPERATIONS(ratio=self.compute_ratio).text


def distance_from_limits(
    inspection: Inspection, ns_per_token: float | None, machine: MachineLimits | None
) -> Distance | Message:
    """Return the distance of a steady call from the limits, or why it is not known.

    Args:
        ns_per_token: of the steady call; ``None`` if there was none.
    """
    if inspection.step is None:
        return inspection.reasons["flops_per_token"]
    if inspection.weight_bytes is None:
        return inspection.reasons["weight_bytes"]
    if machine is None:
        return messages.MACHINE_NOT_MEASURED(command=COMMAND)
    if machine.device != inspection.device:
        return messages.OTHER_DEVICE_MEASURED(
            measured=machine.device, device=inspection.device, command=COMMAND
        )
    if ns_per_token is None:
        return messages.NO_STEADY_CALL()
    reading_ns = 1e9 * inspection.weight_bytes / machine.bytes_per_s
    computing_ns = 1e9 * inspection.step.flops / machine.flops_per_s
    if not reading_ns or not computing_ns:
        return messages.TOKEN_READS_NOTHING()
    return Distance(
        memory_ratio=ns_per_token / reading_ns, compute_ratio=ns_per_token / computing_ns
    )


def figures_of(
    inspection: Inspection,
    *,
    ns_per_token: float | None = None,
    machine: MachineLimits | None = None,
) -> dict[str, Any]:
    """Return the figures by name, as ``inspect --json`` prints them.

    A figure that is not known is ``None``, and ``reasons`` says why.
    """
    distance = distance_from_limits(inspection, ns_per_token, machine)
    step = inspection.step
    reasons = {name: reason.text for name, reason in inspection.reasons.items()}
    known = distance if isinstance(distance, Distance) else None
    if isinstance(distance, Message):
        reasons |= dict.fromkeys(("limit_ratio", "memory_ratio", "compute_ratio"), distance.text)
    if ns_per_token is None:
        reasons["ms_per_token"] = messages.NO_STEADY_CALL().text
    return {
        "label": inspection.label,
        "key": dict(inspection.key),
        "device": inspection.device,
        **inspection.counts.by_name(),
        "opcodes": dict(inspection.counts.opcodes),
        "buffer_bytes": inspection.buffer_bytes() or None,
        "peak_bytes": inspection.peak_bytes,
        "flops_per_run": inspection.run.flops,
        "bytes_per_run": inspection.run.bytes,
        "flops_per_token": step.flops if step else None,
        "bytes_per_token": step.bytes if step else None,
        "weight_bytes": inspection.weight_bytes,
        "uncounted": list((step or inspection.run).uncounted),
        "ms_per_token": None if ns_per_token is None else ns_per_token / 1e6,
        "memory_ratio": known.memory_ratio if known else None,
        "compute_ratio": known.compute_ratio if known else None,
        "limit_ratio": known.limit_ratio if known else None,
        "reasons": reasons,
    }


def compared(first: dict[str, Any], second: dict[str, Any], programs: Difference) -> dict[str, Any]:
    """Return what differs between two inspected calls, as ``inspect --against --json`` prints it.

    Args:
        first, second: their figures, see ``figures_of``.
        programs: the difference between their optimized programs.
    """
    return {
        "is_equal": programs.is_equal,
        "key": _unequal(first["key"], second["key"]),
        "figures": _unequal(*map(_numbers, (first, second))),
        "removed": programs.removed,
        "added": programs.added,
        "left_out": programs.left_out,
        "lines": [line.model_dump(mode="json") for line in programs.lines],
    }


def _numbers(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in figures.items() if isinstance(value, int | float)}


def _unequal(first: dict[str, Any], second: dict[str, Any]) -> dict[str, list[Any]]:
    """Return the entries that differ, as pairs; ``None`` stands for one that is missing."""
    names = dict.fromkeys([*first, *second])
    pairs = {name: [first.get(name), second.get(name)] for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
