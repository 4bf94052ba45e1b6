"""Cancelling a call without ending a worker that is about to be done with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from ..core.call.request import Request
from ..core.history.call_summary import CallSummary
from .engine_thread import EngineThread

#: How long a call may go on after Cancel, if it ends by itself: nobody sees a tenth of a second.
GRACE_MS = 100
#: The same for the steady calls of a repeat, whose duration is known.
LONGEST_GRACE_MS = 1000


class GentleCancel(QObject):
    """Gives up a call unless it is about to end.

    Ending a call ends the worker with all its specializations, so one that only runs may end by
    itself; asked a second time it is given up at once.
    """

    def __init__(self, thread: EngineThread, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = thread
        self._request: Request | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._cancel_now)

    def cancel(self, request: Request, before: CallSummary | None) -> None:
        """Give up a call; ``before`` is the one before it in its repeat, if there is one."""
        self._request = request
        if self._timer.isActive():
            self._cancel_now()
        elif not self._thread.withdraw(request):
            # a streamed call ends after its block: there is no worker to be spared
            self._timer.start(_grace_ms(None if request.is_streamed else before))

    def stop(self) -> None:
        """Forget the call: it ended."""
        self._timer.stop()

    @Slot()
    def _cancel_now(self) -> None:
        self._timer.stop()
        if self._request is not None:
            self._thread.cancel(self._request)


def _grace_ms(before: CallSummary | None) -> int:
    """Return how long a call may take to end by itself."""
    if before is None or not before.is_steady:
        return GRACE_MS
    return min(max(round(1.5 * before.total_ns / 1e6), GRACE_MS), LONGEST_GRACE_MS)
