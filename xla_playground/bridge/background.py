"""Jobs off the GUI thread, whose answers come back in it."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from ..core.errors import EngineFailure, PlaygroundError

logger = logging.getLogger(__name__)

AnswerT = TypeVar("AnswerT")
_Take = Callable[[Any], object]
_TakeError = Callable[[PlaygroundError], object]


class Background(QObject):
    """Runs jobs one after the other on another thread; their answers come in the GUI thread.

    A job must hold no QObject, or the job's thread might be the one that destroys it. A pool that
    is destroyed waits for its job, so ``stop`` comes before that.
    """

    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject, *, newest_only: bool = False) -> None:
        """Create it; with ``newest_only`` a new job takes the place of all before it."""
        super().__init__(parent)
        self._newest_only = newest_only
        self._is_stopped = False
        self._numbers = itertools.count()
        self._takers: dict[int, tuple[_Take | None, _TakeError | None]] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._on_answered)

    def run(
        self,
        job: Callable[[], AnswerT],
        on_done: Callable[[AnswerT], object] | None = None,
        on_error: _TakeError | None = None,
    ) -> None:
        """Run a job soon; does nothing after ``stop``.

        Args:
            on_done: takes what the job returned.
            on_error: takes what it raised, an EngineFailure if that is no PlaygroundError; without
                it the exception is raised in the GUI thread.
        """
        if self._is_stopped:
            return
        if self._newest_only:
            self.forget()
        number = next(self._numbers)
        self._takers[number] = on_done, on_error
        self._pool.start(partial(self._work, number, job))

    def forget(self) -> None:
        """Run no job that waits, and hand over no answer of the one that runs."""
        self._pool.clear()
        self._takers.clear()

    def wait(self, limit_ms: int = -1) -> bool:
        """Wait for all jobs, for ``limit_ms`` at most unless negative; return whether they ended.

        Their answers come later, with the events of the GUI thread.
        """
        return self._pool.waitForDone(limit_ms)

    @Slot()
    def stop(self) -> None:
        """Forget all jobs for good, and wait for the one that runs."""
        self._is_stopped = True
        self.forget()
        self.wait()

    # ------------------------------------------------- on the pool's thread

    def _work(self, number: int, job: Callable[[], object]) -> None:
        try:
            answer = job()
        except Exception as error:
            if not isinstance(error, PlaygroundError):  # a bug of ours, or of a library
                logger.exception("a job failed")
            self._answered.emit(number, None, error)
        else:
            self._answered.emit(number, answer, None)

    # ------------------------------------------------- here

    @Slot(int, object, object)
    def _on_answered(self, number: int, answer: object, error: Exception | None) -> None:
        if number not in self._takers:
            return  # forgotten meanwhile
        on_done, on_error = self._takers.pop(number)
        if error is None:
            if on_done is not None:
                on_done(answer)
        elif on_error is None:
            try:
                raise error
            finally:
                del error  # its traceback has this frame: a cycle would keep ``self``
        elif isinstance(error, PlaygroundError):
            on_error(error)
        else:
            on_error(EngineFailure.unforeseen(error))
