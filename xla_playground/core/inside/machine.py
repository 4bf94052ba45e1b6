"""How fast this machine reads memory and computes, measured once and kept in a file."""

from __future__ import annotations

import logging
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from ..files.replace_file import replace_file
from ..frozen import Frozen
from ..messages.message import Message

logger = logging.getLogger(__name__)

#: What measures a machine.
COMMAND = "xla-playground bench machine"


class MachineOrder(Frozen):
    """What the measuring process reads from stdin: measure."""

    kind: Literal["measure"] = "measure"


class MachineDone(Frozen):
    """The last message of a measurement: the file has new limits."""

    kind: Literal["done"] = "done"


class MachineError(Frozen):
    """The last message of a measurement that failed."""

    kind: Literal["error"] = "error"
    message: Message


MachineMessage = Annotated[MachineDone | MachineError, Field(discriminator="kind")]
MACHINE_MESSAGES: TypeAdapter[MachineMessage] = TypeAdapter(MachineMessage)


def machine_command() -> list[str]:
    """Return the command of a process that measures this machine."""
    # -P: the folder that the program happens to run in must not shadow its modules
    return [sys.executable, "-P", "-m", "xla_playground.bench.children.machine_process"]


class MachineLimits(Frozen):
    """What a device does at best.

    Attributes:
        device: ``CPU``, or a GPU's product name.
        bytes_per_s: read from memory.
        flops_per_s: float32 operations of a product of matrices.
    """

    device: str
    bytes_per_s: float
    flops_per_s: float
    measured_at: datetime


def read_limits(path: Path) -> MachineLimits | None:
    """Return the limits in a file, ``None`` if nothing was measured or the file is damaged."""
    try:
        return MachineLimits.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        logger.warning("no limits in %s: %s", path, error)
        return None


def write_limits(path: Path, limits: MachineLimits) -> None:
    """Write the limits to a file.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, limits.model_dump_json().encode())
