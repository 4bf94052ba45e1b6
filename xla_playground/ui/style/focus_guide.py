"""Scroll to the widget that has the keyboard's focus, and draw a ring around it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from .focus_ring import FocusRing
from .sight import scroll_into_sight


class FocusGuide(QObject):
    """Follows the focus through all windows of the application.

    Only a focus that the keyboard moved is shown. The eye is on a widget that the mouse clicks, and
    a panel that scrolls between press and release would move that widget.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: FocusRing | None = None
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None:
            self._ring.take_off()
            self._ring = None
        # before Qt 6.10.3 a window keeps the attribute for the first focus that the mouse moves
        is_by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        by_keyboard = Qt.WidgetAttribute.WA_KeyboardFocusChange
        if now is not None and not is_by_mouse and now.window().testAttribute(by_keyboard):
            scroll_into_sight(now)
            self._ring = FocusRing(now)
