"""A ring around the widget that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import QTabBar, QWidget
from shiboken6 import isValid

from .sight import seen_part

_GAP, _WIDTH = 1, 2
_RADIUS = 4
_FRAME = _GAP + _WIDTH + _RADIUS // 2  # with its round corners
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.EnabledChange,
}


class FocusRing(QWidget):
    """A ring around a widget, or the current tab of a tab bar, that moves with it.

    Fusion draws no focus at all on tab bars, tables and plots, and a dotted line on the rest. The
    ring has the colour of selections (5.4 to 1 against a light window, 3.8 to 1 against a dark one)
    and leaves a gap, so that it shows around a button of that colour as well.
    """

    def __init__(self, target: QWidget) -> None:
        super().__init__(target.window())
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._target = target
        self._is_off = False
        if isinstance(target, QTabBar):
            target.currentChanged.connect(self.place)
        followed: QWidget | None = target
        while followed is not None and followed is not self.parent():
            followed.installEventFilter(self)
            followed = followed.parentWidget()
        self.place()

    def take_off(self) -> None:
        """Remove the ring; its window may be gone."""
        self._is_off = True  # its widget may still move until the ring is deleted
        if isValid(self):
            self.hide()
            self.deleteLater()

    @Slot()
    def place(self) -> None:
        """Place the ring around the visible part of the target."""
        if self._is_off:
            return
        target = self._target
        if not isValid(target) or target.window() is not self.parent():
            self.hide()
            return
        part = target.rect()
        if isinstance(target, QTabBar):
            part = target.tabRect(target.currentIndex())
        seen = seen_part(target, part) if target.isVisible() else QRect()
        edge = _GAP + _WIDTH
        self.setGeometry(seen.adjusted(-edge, -edge, edge, edge).intersected(self.window().rect()))
        # only the frame is repainted, not the plot or table within
        inside = self.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))
        self.setVisible(not seen.isEmpty())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ZOrderChange:
            # later: a dock comes to the front of its tabs only if nothing is above it at once
            QTimer.singleShot(0, self, self.place)
        elif event.type() in _MOVES:
            self.place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect())
        palette = self.palette()
        for role, width in (
            (QPalette.ColorRole.Highlight, _WIDTH),
            (QPalette.ColorRole.Window, _GAP),
        ):
            painter.setPen(QPen(palette.color(QPalette.ColorGroup.Active, role), width))
            half = width / 2
            painter.drawRoundedRect(inner.adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
            inner = inner.adjusted(width, width, -width, -width)
