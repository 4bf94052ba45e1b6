"""``xla-playground bench machine``: the limits that ``inspect`` holds calls against."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from ..core.errors import EnvironmentFault
from ..core.inside.machine import MachineLimits, write_limits
from ..core.messages import commands as messages
from ..core.messages.workbench import FILE_UNWRITTEN
from ..core.paths import machine_path
from .running.machine import MachineLoad
from .running.probe import probe


def measure_machine() -> dict[str, Any]:
    """Measure bandwidth and compute rate of the device that calls run on, and write them to a file.

    Raises:
        EngineFailure: TensorFlow does not start.
        EnvironmentFault: the file cannot be written.
    """
    machine = MachineLoad()
    limits = MachineLimits(
        measured_at=datetime.now(UTC), **probe(messages.MACHINE_PROBE(), "machine_probe")
    )
    path = machine_path()
    try:
        write_limits(path, limits)
    except OSError as error:
        raise EnvironmentFault(FILE_UNWRITTEN(path=str(path), why=str(error.strerror))) from error
    return {
        "device": limits.device,
        "gigabytes_per_s": limits.bytes_per_s / 1e9,
        "gigaflops_per_s": limits.flops_per_s / 1e9,
        "file": str(path),
        **machine.figures(),
    }
