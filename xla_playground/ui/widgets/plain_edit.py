"""An editor of plain text whose hint is hidden while an input method composes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class PlainEdit(QPlainTextEdit):
    """Tab leaves it; the hint is not painted while the user composes, for example, Japanese."""

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
        # Qt checks the text only, which does not hold the composed characters yet
        super().setPlaceholderText("" if event.preeditString() else self._hint)
