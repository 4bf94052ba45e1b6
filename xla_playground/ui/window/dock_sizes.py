"""The sizes of docks while their window grows and shrinks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow

from .docks import Docks

#: Pixels by which Qt may miss a size that it was asked for.
_MISSED = 2


class DockSizes(QObject):
    """Gives the plots at the right their part of what a window grows by, the panels none of it.

    Qt gives all to the text in the middle, and takes it from the columns where a window shrinks. A
    column that the user dragged stays wider or narrower by as much.
    """

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._shared_width = 0  # of the window when its width was shared the last time
        self._left = 0
        self._dragged = 0  # the column at the right, by so many pixels
        for watched in (window, *docks.by_name.values()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            if watched is self._window:
                self._on_window_resized()
            elif self._shared_width == self._window.width():  # else it is about to be shared
                self._take_widths()
        return super().eventFilter(watched, event)

    def _on_window_resized(self) -> None:
        self._docks.share_height()
        is_first = not self._shared_width
        self._shared_width = self._window.width()
        if is_first:
            self._take_widths()
        else:
            self._share_width()

    def _share_width(self) -> None:
        left, right = self._docks.at_the_left(), self._docks.at_the_right()
        widths = {left: self._left, right: self._docks.plots_width() + self._dragged}
        wanted = {dock: width for dock, width in widths.items() if dock is not None}
        docks, sizes = list(wanted), list(wanted.values())
        self._window.resizeDocks(docks, sizes, Qt.Orientation.Horizontal)

    def _take_widths(self) -> None:
        left, right = self._docks.at_the_left(), self._docks.at_the_right()
        if left is not None:
            self._left = left.width()
        if right is not None:
            dragged = right.width() - self._docks.plots_width()
            if abs(dragged - self._dragged) > _MISSED:
                self._dragged = dragged
