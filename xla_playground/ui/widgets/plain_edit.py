"""An editor of plain text with a hint that leaves room for what an input method composes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class PlainEdit(QPlainTextEdit):
    """Tab leaves it; the hint is not painted while somebody composes Japanese, say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setTabChangesFocus(True)

    def minimumSizeHint(self) -> QSize:
        lines = 2 * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin())
        return QSize(super().minimumSizeHint().width(), lines + 2 * self.frameWidth())

    def setPlaceholderText(self, text: str) -> None:  # noqa: N802 - override
        self._hint = text
        super().setPlaceholderText(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        # Qt looks at the text only, and what is composed is not in it yet
        super().setPlaceholderText("" if event.preeditString() else self._hint)
