"""Why calls missed the cache or failed, as far as their records went by."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ..core.history import CallSummary
from ..core.record import Record
from .session import Session


class CallNotes(QObject):
    """Keeps one sentence of each record that was added or looked at.

    A summary does not hold it, and reading a record from the disk for every hover would be slow.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: dict[int, str] = {}
        session.record_added.connect(self._on_record_added)
        session.call_selected.connect(self._on_call_selected)
        session.history_cleared.connect(self._on_history_cleared)

    def note(self, call: int) -> str | None:
        """Why this call failed or was not in memory, ``None`` where that is not known."""
        return self._notes.get(call)

    @Slot(object, object)
    def _on_record_added(self, summary: CallSummary, record: Record) -> None:
        self._take(summary.call, record)

    @Slot(object)
    def _on_call_selected(self, record: Record) -> None:
        self._take(record.call, record)

    @Slot()
    def _on_history_cleared(self) -> None:
        self._notes.clear()

    def _take(self, call: int, record: Record) -> None:
        if record.error:
            self._notes[call] = record.error
        elif record.reason:
            self._notes[call] = self.tr("new because: {reason}").format(reason=record.reason)
