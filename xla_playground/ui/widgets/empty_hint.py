"""The sentence in a view that has nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from .plain_label import PlainLabel

#: Pixels around the text, and as few as may be.
_MARGIN, _LEAST_MARGIN = 24, 4


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

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.heightForWidth(self.width()) <= self.height():
            super().paintEvent(event)
            return
        painter = QPainter(self)  # one line, rather than cut ones
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.rect().adjusted(_LEAST_MARGIN, 0, -_LEAST_MARGIN, 0)
        line = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, line)

    def _fit(self, parent: QWidget) -> None:
        """Fill the parent, with less room around the text if it would be cut."""
        self.setGeometry(parent.rect())
        self.setMargin(_MARGIN)
        if self.heightForWidth(self.width()) > self.height():
            self.setMargin(_LEAST_MARGIN)
