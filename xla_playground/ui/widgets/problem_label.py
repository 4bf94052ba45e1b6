"""The sentence beside a control on why its value cannot run."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from .plain_label import SelectableLabel


class ProblemLabel(SelectableLabel):
    """Hidden until it has a sentence; in the palette's warning colour."""

    def __init__(self, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(f"problem_{field}")
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.BrightText)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show ``sentence``; an empty one hides the label."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
