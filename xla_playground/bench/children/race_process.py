"""``python -m xla_playground.bench.children.race_process``: one race, for the window.

Reads a ``RaceOrder`` as one line of stdin, and prints the messages of
``core.comparison.race_report``. It begins once the other processes of its parent are idle. The end
of stdin cancels the race: what was measured is printed.
"""

from __future__ import annotations

import logging
import signal
import sys

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
from .of_the_window import cancel_at_end_of_stdin, neighbours

logger = logging.getLogger(__name__)


def main() -> None:
    """Run the race that the first line of stdin asks for."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have switched it off
    order = RaceOrder.model_validate_json(sys.stdin.readline())
    cancel_at_end_of_stdin("race-stdin")
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
        wait_until_idle(neighbours)
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


def _say(message: RaceMessage) -> None:
    sys.stdout.write(message.model_dump_json() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
