"""``python -m xla_playground.bench.children.race_process``: one race, for the window.

Reads a ``RaceOrder`` as one line of stdin, and prints the messages of
``core.comparison.race_report``. It begins once the other processes of its parent are idle. The end
of stdin cancels the race: what was measured is printed.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading

import psutil

from ...core.comparison.race_report import (
    RaceDone,
    RaceError,
    RaceMessage,
    RaceOrder,
    RaceProgress,
    RaceReport,
)
from ...core.errors import EngineFailure, PlaygroundError
from ...library.inspection import inspect_model
from ..racing.race import Progress, race
from ..running.processes import wait_until_idle

logger = logging.getLogger(__name__)


def main() -> None:
    """Run the race that the first line of stdin asks for."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have switched it off
    order = RaceOrder.model_validate_json(sys.stdin.readline())
    threading.Thread(target=_cancel_at_end, name="race-stdin", daemon=True).start()
    try:
        _say(_last_message(order))
    except KeyboardInterrupt:  # cancelled before the first call
        sys.exit(130)
    except BrokenPipeError:  # the reader is gone
        sys.exit(1)


def _last_message(order: RaceOrder) -> RaceDone | RaceError:
    def show(progress: Progress) -> None:
        _say(
            RaceProgress(
                lane=progress.lane, calls=progress.calls, of=progress.of, left_s=progress.left_s
            )
        )

    try:
        info = inspect_model(order.request.model)
        wait_until_idle(_neighbours)
        figures = race(
            order.request,
            info,
            order.lanes,
            order.runs,
            torch_python=order.torch_python or None,
            on_progress=show,
        )
        return RaceDone(report=RaceReport.of(figures))
    except PlaygroundError as error:
        return RaceError.of(error)
    except BrokenPipeError:
        raise
    except Exception as error:
        logger.exception("a race failed")
        return RaceError.of(EngineFailure.unforeseen(error))


def _neighbours() -> list[psutil.Process]:
    """Return the other processes of the window: its worker may build a program, or load a model."""
    own = os.getpid()
    try:
        parent = psutil.Process(os.getppid())
        return [
            process
            for child in parent.children()
            if child.pid != own
            for process in (child, *child.children(recursive=True))
        ]
    except psutil.NoSuchProcess:  # one ended meanwhile, or the window itself
        return []


def _cancel_at_end() -> None:
    """Interrupt the main thread when stdin ends, whatever it waits for."""
    while os.read(sys.stdin.fileno(), 1024):  # no lock of Python's: it may wait at the exit
        pass
    main_thread = threading.main_thread().ident
    assert main_thread is not None
    signal.pthread_kill(main_thread, signal.SIGINT)


def _say(message: RaceMessage) -> None:
    sys.stdout.write(message.model_dump_json() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
