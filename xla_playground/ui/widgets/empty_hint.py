"""The sentence in a view that has nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from .plain_label import PlainLabel

#: Pixels around the sentence, and the lines for which there is room before the margin grows.
_MARGIN, _LINES = 24, 3


class EmptyHint(PlainLabel):
    """A quiet sentence in the middle of its parent; the mouse goes through it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("empty_hint")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit(parent)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(watched)
        return super().eventFilter(watched, event)

    def _fit(self, parent: QWidget) -> None:
        """Cover the parent; a low one leaves no margin."""
        line = self.fontMetrics().height()
        self.setMargin(max(0, min(_MARGIN, (parent.height() - _LINES * line) // 2)))
        self.setGeometry(parent.rect())
