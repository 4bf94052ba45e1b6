"""Write a note on a call, and its tags."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...core.workbench.notes import Note


class NoteDialog(QDialog):
    """Edits the note on a call and its tags; an empty text removes them.

    *Signals:*
        note_accepted (Note): what was typed.
    """

    note_accepted = Signal(object)

    def __init__(
        self, call: int, note: Note, parent: QWidget | None = None, *, is_read_only: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("note_dialog")
        self.setWindowTitle(self.tr("Note on call {0}").format(f"{call:,}"))
        self._edit = QPlainTextEdit(note.text, self)
        self._edit.setObjectName("note_edit")
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(self.tr("Note"))
        self._edit.setToolTip(self.tr("The search finds its words; an empty note is removed"))
        self._tags = QLineEdit(", ".join(note.tags), self)
        self._tags.setObjectName("tags_edit")
        self._tags.setAccessibleName(self.tr("Tags"))
        self._tags.setPlaceholderText(self.tr("Tags, with commas between"))
        self._tags.setToolTip(self.tr("The filter finds calls by them: tag=NAME"))
        self._tags.setReadOnly(is_read_only)
        self._edit.setReadOnly(is_read_only)
        if is_read_only:
            self._edit.setPlaceholderText(self.tr("There is no note on this call."))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close if is_read_only else kinds.Save | kinds.Cancel, self)
        layout = QVBoxLayout(self)
        layout.addWidget(self._edit)
        layout.addWidget(self._tags)
        layout.addWidget(buttons)
        self.resize(420, 200)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)

    @Slot()
    def _on_accepted(self) -> None:
        self.accept()
        tags = (tag.strip() for tag in self._tags.text().split(","))
        note = Note(self._edit.toPlainText().strip(), tuple(filter(None, tags)))
        self.note_accepted.emit(note)
