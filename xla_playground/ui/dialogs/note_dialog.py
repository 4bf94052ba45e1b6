"""Write a note on a call."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget


class NoteDialog(QDialog):
    """Edits the note on a call; an empty text removes it.

    *Signals:*
        note_accepted (int, str): the call, and its note.
    """

    note_accepted = Signal(int, str)

    def __init__(
        self, call: int, note: str, parent: QWidget | None = None, *, is_read_only: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("note_dialog")
        self.setWindowTitle(self.tr("Note on call {0}").format(f"{call:,}"))
        self._call = call
        self._edit = QPlainTextEdit(note, self)
        self._edit.setObjectName("note_edit")
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(self.tr("Note"))
        self._edit.setToolTip(self.tr("The search finds its words; an empty note is removed"))
        self._edit.setReadOnly(is_read_only)
        if is_read_only:
            self._edit.setPlaceholderText(self.tr("There is no note on this call."))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close if is_read_only else kinds.Save | kinds.Cancel, self)
        layout = QVBoxLayout(self)
        layout.addWidget(self._edit)
        layout.addWidget(buttons)
        self.resize(420, 200)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)

    @Slot()
    def _on_accepted(self) -> None:
        self.accept()
        self.note_accepted.emit(self._call, self._edit.toPlainText().strip())
