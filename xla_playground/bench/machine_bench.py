"""``xla-playground bench machine``: the limits that ``inspect`` holds calls against."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

from ..core.errors import EngineFailure, EnvironmentFault
from ..core.inside.machine import MachineLimits, write_limits
from ..core.messages import commands as messages
from ..core.messages.workbench import FILE_UNWRITTEN
from ..core.paths import machine_path
from .running.machine import MachineLoad


def measure_machine() -> dict[str, Any]:
    """Measure bandwidth and compute rate of the device that calls run on, and write them to a file.

    Raises:
        EngineFailure: TensorFlow does not start.
        EnvironmentFault: the file cannot be written.
    """
    machine = MachineLoad()
    limits = MachineLimits(measured_at=datetime.now(UTC), **_probe())
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


def _probe() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", f"{__package__}.children.machine_probe"],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    if done.returncode != 0 or not lines:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise EngineFailure(messages.PROBE_ENDED(code=done.returncode, last=last))
    told: dict[str, Any] = json.loads(lines[-1])
    return told
