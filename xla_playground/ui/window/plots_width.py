"""The width of the column of plots, while the window grows and shrinks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow

from .docks import Docks

#: Pixels by which Qt may miss a width that it was asked for.
_MISSED = 2


class PlotsWidth(QObject):
    """Gives the plots their part of what a window grows by; Qt gives all to the text in the middle.

    A column that the user dragged stays wider or narrower by as much.
    """

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._shared_width = 0  # of the window when its width was shared the last time
        self._dragged = 0  # by so many pixels
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
        is_first = not self._shared_width
        self._shared_width = self._window.width()
        dock, width = self._docks.plot_at_the_right(), self._docks.plots_width()
        if dock is None:
            return
        if is_first:
            self._dragged = dock.width() - width
        else:
            wanted = width + self._dragged
            self._window.resizeDocks([dock], [wanted], Qt.Orientation.Horizontal)

    def _on_dock_resized(self) -> None:
        dock = self._docks.plot_at_the_right()
        if dock is None or self._shared_width != self._window.width():
            return  # the width of the window is about to be shared
        dragged = dock.width() - self._docks.plots_width()
        if abs(dragged - self._dragged) > _MISSED:
            self._dragged = dragged
