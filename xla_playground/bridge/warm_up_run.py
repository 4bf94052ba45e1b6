"""A warm-up for the window: started, observed by signals, cancelled, stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from ..core.advice.warm_up import WarmUpProgress
from ..core.call.request import Request
from ..core.messages import engine as messages
from ..core.messages.message import Message
from .background import Background

_STOP_GRACE_S = 3.0


class WarmUpJob(Protocol):
    """Prepares one list of requests in the background, see ``worker.WarmUp``."""

    def start(
        self,
        requests: Sequence[Request],
        on_progress: Callable[[WarmUpProgress], None],
        on_done: Callable[[Message | None], None],
    ) -> None:
        """Start the job; both callbacks are called on the job's own thread."""
        ...

    def cancel(self) -> None:
        """End at once; may take a moment."""
        ...

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the end; whether it came."""
        ...


class WarmUpRun(QObject):
    """Runs one job at a time.

    *Attributes:*
        is_running: from ``start`` to ``ended``, pauses included.
        is_cancelled: whether ``cancel`` was called for the one that runs or ran last.

    *Signals:*
        started (): one began.
        progress_changed (WarmUpProgress): how far it is.
        paused (bool): it waits, or goes on.
        ended (str): with the sentence of what ended it early, or with nothing.
    """

    started = Signal()
    progress_changed = Signal(object)
    paused = Signal(bool)
    ended = Signal(str)
    _progressed = Signal(object)
    _done = Signal(str)

    def __init__(self, make_job: Callable[[], WarmUpJob], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_cancelled = False
        self._make_job = make_job
        self._job: WarmUpJob | None = None
        self._left: tuple[Request, ...] = ()
        self._total = self._done_before = 0
        self._is_paused = self._is_interrupted = False
        self._canceller = Background(self)
        self._progressed.connect(self._on_progressed)
        self._done.connect(self._on_done)

    @property
    def is_running(self) -> bool:
        """See the attributes of the class."""
        return self._job is not None or bool(self._left)

    def start(self, requests: Sequence[Request]) -> None:
        """Prepare what ``requests`` need; not while it runs."""
        if self.is_running:
            return
        self.is_cancelled = False
        self._left, self._total = tuple(requests), len(requests)
        self._begin()
        self.started.emit()

    def _begin(self) -> None:
        self._done_before = self._total - len(self._left)
        self._job = self._make_job()
        self._job.start(
            self._left,
            self._progressed.emit,
            lambda end: self._done.emit("" if end is None else end.text),
        )

    @Slot(bool)
    def pause(self, is_paused: bool) -> None:
        """End the job, or go on with what it had not prepared."""
        self._is_paused = is_paused
        if self.is_running and not self.is_cancelled:
            self.paused.emit(is_paused)
        if is_paused and self._job is not None and not self.is_cancelled:
            self._is_interrupted = True
            self._canceller.run(self._job.cancel)
        elif not is_paused and self._left and self._job is None:
            self._begin()

    @Slot()
    def cancel(self) -> None:
        """Cancel the warm-up; stored entries stay, and ``ended`` is emitted at the end."""
        if not self.is_running or self.is_cancelled:
            return
        self.is_cancelled = True
        if self._job is not None:
            self._canceller.run(self._job.cancel)  # a worker that starts takes a second to end
        else:  # it is paused
            self._left = ()
            self.ended.emit(messages.CANCELLED().text)

    @Slot()
    def stop(self) -> None:
        """Cancel the warm-up and wait until its job has ended, before the program ends."""
        self.cancel()
        self._canceller.wait()
        if self._job is not None:
            self._job.wait(_STOP_GRACE_S)

    @Slot(object)
    def _on_progressed(self, progress: WarmUpProgress) -> None:
        if self.is_cancelled:
            return
        if progress.result is not None:
            self._left = self._left[1:]
        done = self._done_before + progress.done
        update = {"done": done, "total": self._total}
        self.progress_changed.emit(progress.model_copy(update=update))

    @Slot(str)
    def _on_done(self, problem: str) -> None:
        self._job = None
        is_interrupted, self._is_interrupted = self._is_interrupted, False
        if not is_interrupted or self.is_cancelled or not self._left:
            self._left = ()
            self.ended.emit(problem)
        elif not self._is_paused:
            self._begin()
