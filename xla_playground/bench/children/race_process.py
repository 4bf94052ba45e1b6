"""``python -m xla_playground.bench.children.race_process``: one race, for the window.

Reads a ``RaceOrder`` as one line of stdin, and prints the messages of
``core.comparison.race_report``. It begins once the other processes of its parent are idle. The end
of stdin cancels the race: what was measured is printed.
"""

from __future__ import annotations

import logging
from threading import Event

from ...core.comparison.race_report import (
    RaceDone,
    RaceError,
    RaceOrder,
    RaceProgress,
    RaceReport,
)
from ...core.errors import EngineFailure, PlaygroundError
from ...library.inspection import inspect_model
from ..racing.race import Progress, race
from ..running.processes import wait_until_idle
from .of_the_window import neighbours, say, serve

logger = logging.getLogger(__name__)


def main() -> None:
    """Run the race that the first line of stdin asks for."""
    serve(RaceOrder, _work)


def _work(order: RaceOrder, _cancelled: Event) -> None:
    say(_last_message(order))


def _last_message(order: RaceOrder) -> RaceDone | RaceError:
    def show(progress: Progress) -> None:
        say(
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


if __name__ == "__main__":
    main()
