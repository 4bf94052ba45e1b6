"""The note on the call whose output is shown."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ..state.call_notes import CallNotes
from ..text.call_text import note_text
from ..widgets.elided_label import ElidedLabel


class NoteLine(ElidedLabel):
    """Shows the note and the tags of one call; hidden if it has none."""

    def __init__(self, notes: CallNotes, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("output_note")
        self.setAccessibleName(self.tr("Note on this call"))
        self._notes = notes
        self._call: int | None = None
        notes.changed.connect(self._show)
        self._show()

    def show_call(self, call: int | None) -> None:
        """Show the note of another call, or of none."""
        self._call = call
        self._show()

    @Slot()
    def _show(self) -> None:
        note = None if self._call is None else self._notes.notes.get(self._call)
        self.setText("" if note is None else note_text(note))
        self.setVisible(note is not None)
