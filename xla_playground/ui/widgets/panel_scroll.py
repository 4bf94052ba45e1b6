"""A scroll area for a panel of controls, as wide as the panel unless that is very wide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

#: With a large font a panel is wider than this, in pixels: in a window of 900 pixels it scrolls to
#: the side.
_WIDEST = 340


class PanelScroll(QScrollArea):
    """Scrolls its panel; the minimum width follows the panel's.

    Once it has a room, its height does, too, as far as the room goes: rows that fold away leave no
    empty place, and rows that unfold need no scrolling.
    """

    def __init__(self, panel: QWidget, widest: int = _WIDEST) -> None:
        super().__init__()
        self._panel, self._widest, self._room = panel, widest, 0
        self.setObjectName(f"{panel.objectName()}_scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(panel)
        panel.installEventFilter(self)

    def set_room(self, room: int) -> None:
        """Have the area as high as the panel, but let it scroll beyond ``room`` pixels."""
        self._room = room
        self._fit()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(self._needed_width(), self._widest), least.height())

    def sizeHint(self) -> QSize:
        return QSize(self._needed_width(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self._room:
            least = self.minimumSizeHint().height()
            at_width = self._panel.heightForWidth(self.viewport().width())
            needed = max(at_width, self._panel.minimumSizeHint().height(), least)
            self.setMaximumHeight(needed)
            self.setMinimumHeight(min(needed, max(self._room, least)))

    def _needed_width(self) -> int:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self._panel.minimumSizeHint().width() + bar
