"""Ask whether to close although something could not be saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class UnsavedDialog(QDialog):
    """Shows what could not be saved; if it is rejected, the window stays open.

    *Signals:*
        retry_chosen (): try to save again and close.
        leave_chosen (): close without saving.
    """

    retry_chosen = Signal()
    leave_chosen = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unsaved_dialog")
        self.setWindowTitle(self.tr("Not saved"))
        advice = self.tr("Free some space on the disk and try again, or close without saving.")
        words = QLabel(f"{sentence} {advice}", self)
        words.setObjectName("unsaved_sentence")
        words.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        role = QDialogButtonBox.ButtonRole
        retry = buttons.addButton(self.tr("Try again"), role.AcceptRole)
        retry.setObjectName("retry_save_button")
        retry.setDefault(True)
        leave = buttons.addButton(self.tr("Close without saving"), role.DestructiveRole)
        leave.setObjectName("leave_button")
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)

        leave.clicked.connect(self.accept)
        leave.clicked.connect(self.leave_chosen)
        retry.clicked.connect(self.accept)
        retry.clicked.connect(self.retry_chosen)
        buttons.rejected.connect(self.reject)


def ask_before_closing(sentence: str, window: QWidget, leave: Callable[[], object]) -> None:
    """Say what is not saved; the user closes the window again, or calls ``leave``."""
    dialog = UnsavedDialog(sentence, window)
    dialog.retry_chosen.connect(window.close)
    dialog.leave_chosen.connect(leave)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
