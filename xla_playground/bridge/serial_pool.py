"""One thread for small jobs, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool


class SerialPool(QThreadPool):
    """A pool of one thread, so that jobs neither overlap nor overtake each other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setMaxThreadCount(1)

    def finish(self, last_job: Callable[[], object], limit_ms: int) -> bool:
        """Run the jobs that wait and a last one; return whether they ended within the limit."""
        self.start(last_job)
        return self.waitForDone(limit_ms)
