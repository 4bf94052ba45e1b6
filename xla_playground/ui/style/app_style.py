"""The style of the application: Fusion, and the habits of keys, wheel and focus."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle, QWidget

from .focus_guide import FocusGuide
from .held_keys import HeldKeys
from .wheel_guard import WheelGuard


class AppStyle(QProxyStyle):
    """Fusion that installs an event filter for each habit on the widgets that need it.

    Qt polishes every widget once before it is first shown, those of dialogs included, so a control
    that is made later gets the habits as well. An event filter on the application would see every
    event: 1.6 µs each, some ten thousand of them while the window opens.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__("Fusion")
        self._focus_guide = FocusGuide(application, self)
        self._wheel_guard, self._held_keys = WheelGuard(self), HeldKeys(application, self)

    def polish(self, polished: QWidget | QApplication | QPalette) -> None:  # type: ignore[override]
        """Prepare a widget, the application or a palette."""
        super().polish(polished)
        if isinstance(polished, QWidget):
            self._wheel_guard.watch(polished)
            self._held_keys.watch(polished)
