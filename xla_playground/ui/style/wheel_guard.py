"""Let the wheel scroll a panel, and change a control only if it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

#: The widgets of Qt whose value the wheel changes. Scroll bars are left out, since the wheel is for
#: them.
_CONTROLS = (QAbstractSlider, QAbstractSpinBox, QComboBox, QTabBar)


class WheelGuard(QObject):
    """Passes wheel events over a control without the focus to its parent widget."""

    def watch(self, widget: QWidget) -> None:
        """Guard a widget; from now on it does not take the focus by the wheel."""
        if widget.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if isinstance(widget, _CONTROLS) and not isinstance(widget, QScrollBar):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_wheel = event.type() == QEvent.Type.Wheel
        if is_wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()  # Qt then offers it to the parent
            return True
        return False
