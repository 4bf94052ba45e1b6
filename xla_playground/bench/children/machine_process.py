"""``python -m xla_playground.bench.children.machine_process``: measure this machine for the window.

Reads a ``MachineOrder`` as one line of stdin, and prints a message of ``core.inside.machine``. It
begins once the other processes of its parent are idle. The end of stdin cancels it.
"""

from __future__ import annotations

import logging
import signal
import sys

from ...core.errors import EngineFailure, PlaygroundError
from ...core.inside.machine import MachineDone, MachineError, MachineMessage, MachineOrder
from ..machine_bench import measure_machine
from ..running.processes import wait_until_idle
from .of_the_window import cancel_at_end_of_stdin, neighbours

logger = logging.getLogger(__name__)


def main() -> None:
    """Measure as the first line of stdin asks."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have switched it off
    MachineOrder.model_validate_json(sys.stdin.readline())
    cancel_at_end_of_stdin("machine-stdin")
    try:
        wait_until_idle(neighbours)
        sys.stdout.write(_last_message().model_dump_json() + "\n")
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader is gone
        sys.exit(1)


def _last_message() -> MachineMessage:
    try:
        measure_machine()
    except PlaygroundError as error:
        return MachineError(message=error.message)
    except Exception as error:
        logger.exception("a measurement failed")
        return MachineError(message=EngineFailure.unforeseen(error).message)
    return MachineDone()


if __name__ == "__main__":
    main()
