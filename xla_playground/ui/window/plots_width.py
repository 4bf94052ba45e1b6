"""The width of the column of plots, while the window grows and shrinks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow

from .docks import Docks

#: The part of what a window grows by that its plots get: a short text has no use for it.
_SHARE = 0.7


class PlotsWidth(QObject):
    """Shares what a window grows or shrinks by; Qt gives all of it to the text in the middle.

    The user may drag the column to another width, which is then shared from there on.
    """

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._window_width = 0  # as far as it was shared
        self._width = 0.0  # exactly: a window that is dragged grows by single pixels
        for watched in (window, *docks.by_name.values()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            if watched is self._window:
                self._on_window_resized()
            else:
                self._on_dock_resized()
        return super().eventFilter(watched, event)

    def _on_window_resized(self) -> None:
        before, self._window_width = self._window_width, self._window.width()
        dock = self._docks.plot_at_the_right()
        if dock is None:
            return
        if not before:
            self._width = dock.width()
            return
        self._width += (self._window_width - before) * _SHARE
        self._window.resizeDocks([dock], [round(self._width)], Qt.Orientation.Horizontal)

    def _on_dock_resized(self) -> None:
        dock = self._docks.plot_at_the_right()
        if dock is None or self._window_width != self._window.width():
            return  # the window is about to be shared
        if abs(dock.width() - self._width) > 1:  # by less it is the same, rounded
            self._width = dock.width()
