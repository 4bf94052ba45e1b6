"""The notes on calls, as the window shows them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ...core.errors import PlaygroundError
from ...core.history.history import History
from ...core.workbench.notes import Note
from ...core.workbench.workbench import Workbench
from .call_desk import filter_of
from .call_log import CallLog
from .notices import Notices


class CallNotes(QObject):
    """Keeps the notes and tags on the calls that are shown; those of a session file are read only.

    *Attributes:*
        notes: by call number.
        is_read: whether those of the calls that are shown were read.

    *Signals:*
        changed (): ``notes`` were read or written.
    """

    changed = Signal()

    def __init__(self, log: CallLog, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._notices = log, notices
        self.notes: Mapping[int, Note] = {}
        self.is_read = False
        self._history: History | None = None
        log.history_cleared.connect(self._read)
        log.history_changed.connect(self._read)
        self._read()

    def note(self, call: int) -> Note:
        """Return what is written on a call, which may be nothing."""
        return self.notes.get(call, Note("", ()))

    def write(self, call: int, note: Note) -> None:
        """Write a note on a call of the history and its tags, in the place of earlier ones."""
        history = self._log.own.history
        job = partial(_written, Workbench(history), call, note)
        self._log.keeper.run(job, partial(self._on_read, history), self._on_refused)

    @Slot()
    def _read(self) -> None:
        history = self._log.shown.history
        if history is not self._history:
            self._history, self.notes, self.is_read = history, {}, False
            self.changed.emit()
        job = Workbench(history).notes
        self._log.keeper.run(job, partial(self._on_read, history), self._on_refused)

    def _on_read(self, history: History, notes: dict[int, Note]) -> None:
        if history is self._history:
            self.notes, self.is_read = notes, True
            self.changed.emit()

    def _on_refused(self, error: PlaygroundError) -> None:
        self._notices.add(error.sentence)


def _written(workbench: Workbench, call: int, note: Note) -> dict[int, Note]:
    one, before = filter_of([call]), workbench.notes().get(call)
    workbench.tag(one, note.tags)  # first: a tag may be refused
    if before is not None:
        workbench.untag(one, set(before.tags) - set(note.tags))
    workbench.note(call, note.text)
    return workbench.notes()
