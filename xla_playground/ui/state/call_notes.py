"""The notes on calls, as the window shows them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ...core.errors import PlaygroundError
from ...core.history.history import History
from ...core.workbench.call_filter import CallFilter
from ...core.workbench.notes import Note
from ...core.workbench.workbench import Workbench
from .call_log import CallLog
from .notices import Notices


class CallNotes(QObject):
    """Keeps the notes and tags on the calls that are shown; those of a session file are read only.

    Another program may write them, too: a note is read again before it is edited.

    *Attributes:*
        notes: notes and tags by call number.

    *Signals:*
        changed (): ``notes`` are others.
        edit_asked (int, Note, Note): a call, the note on it, and the text to begin with: the same,
            or what was typed and refused.
    """

    changed = Signal()
    edit_asked = Signal(int, object, object)

    def __init__(self, log: CallLog, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._notices = log, notices
        self.notes: Mapping[int, Note] = {}
        log.history_cleared.connect(self._on_history_cleared)
        self._read()

    def edit(self, call: int) -> None:
        """Read the note on a call; ``edit_asked`` is emitted at the end."""
        self._read(call)

    def write(self, call: int, before: Note, note: Note) -> None:
        """Write a note on a call of the history and its tags.

        Args:
            before: the note that the user saw: tags that were added meanwhile stay.
        """
        history = self._log.own.history
        job = partial(_written, Workbench(history), call, before, note)
        refused = partial(self._on_write_refused, call, before, note)
        self._log.keeper.run(job, partial(self._on_read, history, None), refused)

    def _read(self, asked: int | None = None) -> None:
        history = self._log.shown.history
        taken = partial(self._on_read, history, asked)
        self._log.keeper.run(Workbench(history).notes, taken, self._on_refused)

    @Slot()
    def _on_history_cleared(self) -> None:
        self._set({})
        self._read()

    def _on_read(self, history: History, asked: int | None, notes: Mapping[int, Note]) -> None:
        if history is not self._log.shown.history:
            return
        self._set(notes)
        if asked is not None:
            note = notes.get(asked, Note("", ()))
            self.edit_asked.emit(asked, note, note)

    def _set(self, notes: Mapping[int, Note]) -> None:
        if notes != self.notes:
            self.notes = notes
            self.changed.emit()

    def _on_refused(self, error: PlaygroundError) -> None:
        self._notices.add(error.sentence)

    def _on_write_refused(
        self, call: int, before: Note, note: Note, error: PlaygroundError
    ) -> None:
        """Report why a note was refused, and ask for the typed text to be edited again."""
        self._notices.add(error.sentence)
        self.edit_asked.emit(call, before, note)


def _written(workbench: Workbench, call: int, before: Note, note: Note) -> Mapping[int, Note]:
    one = CallFilter(calls=((call, call),))
    if note.text != before.text:
        workbench.note(call, note.text)
    workbench.tag(one, note.tags)
    workbench.untag(one, set(before.tags) - set(note.tags))
    return workbench.notes()
