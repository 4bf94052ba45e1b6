"""A sentence below an option on what the recipe does with it, and the way to the other recipe."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ...widgets.plain_label import WrappedLabel


class OptionNote(QWidget):
    """Hidden until it has a sentence.

    *Signals:*
        fast_asked (): the button *fast* beside the sentence was pressed.
    """

    fast_asked = Signal()

    def __init__(self, option: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"note_{option}")
        self._label = WrappedLabel("", self)
        self._label.setObjectName(f"note_text_{option}")
        self._label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._fast = QToolButton(self)
        self._fast.setObjectName(f"note_fast_{option}")
        self._fast.setText(self.tr("fast"))
        self._fast.setToolTip(self.tr("Switch the recipe to fast"))
        self._fast.setAccessibleName(self._fast.toolTip())
        self._fast.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._fast, 0, Qt.AlignmentFlag.AlignTop)
        self._fast.clicked.connect(self.fast_asked)
        self.hide()

    def show_sentence(self, sentence: str, *, has_fast: bool) -> None:
        """Show a sentence, with the button if there is a fast recipe; an empty one hides both."""
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self._fast.setVisible(has_fast)
        self.setVisible(bool(sentence))
