"""``python -m xla_playground.bench.children.machine_process``: measure this machine for the window.

Reads a ``MachineOrder`` as one line of stdin, and prints a message of ``core.inside.machine``. It
begins once the other processes of its parent are idle. The end of stdin cancels it.
"""

from __future__ import annotations

import logging
from threading import Event

from ...core.errors import EngineFailure, PlaygroundError
from ...core.inside.machine import MachineDone, MachineError, MachineMessage, MachineOrder
from ..machine_bench import measure_machine
from ..running.processes import wait_until_idle
from .of_the_window import neighbours, say, serve

logger = logging.getLogger(__name__)


def main() -> None:
    """Measure as the first line of stdin asks."""
    serve(MachineOrder, _work)


def _work(_order: MachineOrder, _cancelled: Event) -> None:
    wait_until_idle(neighbours)
    say(_last_message())


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
