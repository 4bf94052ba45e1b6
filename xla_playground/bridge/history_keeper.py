"""Writes of the history off the GUI thread: a second window may lock its file for seconds."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ..core.call.record import Record
from ..core.errors import PlaygroundError
from ..core.history.history import Entry, History
from .background import AnswerT, Background

logger = logging.getLogger(__name__)

#: How long ``add`` waits for the file. A write takes 1 ms, and then the number is the final one.
_WAIT_S = 0.01
#: How long after a write that failed it is tried again.
_RETRY_MS = 1000
#: How long the end waits for another window; a write gives up after two seconds.
_CLOSE_LIMIT_MS = 3000


@dataclass
class _Save:
    """One turn of writing.

    Attributes:
        written: what ``History.save_unsaved`` returned.
        is_late: whether ``add`` went on without it.
    """

    is_done: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    written: dict[int, Entry] | None = None
    is_late: bool = False


class HistoryKeeper(QObject):
    """Adds calls to a history; calls that are not on disk yet can be read as well.

    *Signals:*
        renumbered (dict[int, int]): calls that were added with these numbers got others, since
            another window took theirs before they were written.
        settled (): a write ended that nobody waited for; the history may have a notice.
    """

    renumbered = Signal(object)
    settled = Signal()

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._background = Background(self)
        self._timer = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._timer.timeout.connect(self._retry)

    def add(self, record: Record) -> Entry:
        """Number a record and have it written; returns within 20 ms."""
        is_behind = self._history.unsaved_calls > 0
        entry = self._history.keep(record)
        if is_behind:  # it is written with what waits
            self._try_again_later()
            return entry
        save = _Save()
        self._write(save)
        save.is_done.wait(_WAIT_S)
        with save.lock:
            save.is_late = save.written is None
            return entry if save.written is None else save.written.get(entry[0].call, entry)

    def run(
        self,
        job: Callable[[], AnswerT],
        on_done: Callable[[AnswerT], object],
        on_error: Callable[[PlaygroundError], object],
    ) -> None:
        """Run a job over the history after the writes before it, see ``Background.run``."""
        self._background.run(job, on_done, on_error)

    def clear(self) -> None:
        """Forget every call."""
        self._history.forget()
        self._background.run(self._history.delete_saved, self._on_deleted)

    @property
    def unsaved_reason(self) -> str:
        """Return why calls are not written yet, or an empty string if all are."""
        is_waiting = self._history.unsaved_calls > 0
        return self._history.unsaved_reason or (
            self.tr("another program holds the history") if is_waiting else ""
        )

    def save_unsaved(self) -> int:
        """Write the unsaved calls, for some seconds at most; return how many are still unsaved."""
        self._background.run(self._history.save_at_last)
        self._background.wait(_CLOSE_LIMIT_MS)
        return self._history.unsaved_calls

    def close(self) -> None:
        """Write the unsaved calls, for some seconds at most, and close the history."""
        self._timer.stop()
        self._background.run(self._history.close)
        if self._background.wait(_CLOSE_LIMIT_MS):
            self._background.stop()
        else:
            logger.warning("calls not written: %s", self.unsaved_reason)

    def _write(self, save: _Save) -> None:
        self._background.run(partial(_save_unsaved, self._history, save), self._on_saved)

    @Slot()
    def _retry(self) -> None:
        self._write(_Save(is_late=True))

    def _on_deleted(self, _nothing: None) -> None:
        self._on_saved({})

    def _on_saved(self, written: dict[int, Entry] | None) -> None:
        if written is None:
            return
        numbers = {
            call: summary.call for call, (summary, _) in written.items() if summary.call != call
        }
        if numbers:
            self.renumbered.emit(numbers)
        if self._history.unsaved_calls:
            self._try_again_later()
        self.settled.emit()

    def _try_again_later(self) -> None:
        if not self._timer.isActive():  # calls that follow each other fast must not put it off
            self._timer.start()


def _save_unsaved(history: History, save: _Save) -> dict[int, Entry] | None:
    """Write the unsaved calls; return those that ``add`` went on without.

    ``None`` if it went on without none and all are written.
    """
    written: dict[int, Entry] = {}
    try:
        written = history.save_unsaved()
    except Exception:  # a bug of ours: the record stays in memory
        logger.exception("history not written")
    with save.lock:
        save.written = written
        is_late = save.is_late
    save.is_done.set()
    if is_late:
        return written
    return {} if history.unsaved_calls else None
