"""A scroll area for a panel of controls, as wide as the panel unless that is very wide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

#: With a large font a panel is wider than this, in pixels: in a window of 900 pixels it scrolls to
#: the side.
_WIDEST = 340


class PanelScroll(QScrollArea):
    """Scrolls its panel; the minimum width follows the panel's.

    *Attributes:*
        panel: the widget in it.
    """

    def __init__(self, panel: QWidget, widest: int = _WIDEST) -> None:
        super().__init__()
        self.panel, self._widest = panel, widest
        self.setObjectName(f"{panel.objectName()}_scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(panel)
        panel.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(self._needed_width(), self._widest), least.height())

    def sizeHint(self) -> QSize:
        return QSize(self._needed_width(), super().sizeHint().height())

    def needed_height(self) -> int:
        """Return the height at which the panel does not scroll, in pixels."""
        at_width = self.panel.heightForWidth(self.viewport().width())
        return max(at_width, self.panel.minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _needed_width(self) -> int:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self.panel.minimumSizeHint().width() + bar
