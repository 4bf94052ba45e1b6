"""The sizes of docks while their window grows and shrinks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QMainWindow

from .docks import Docks

#: When nothing was resized for so long, sizes are what the user wants. A window that opens
#: maximized is resized several times before.
_REST_MS = 200


class DockSizes(QObject):
    """Gives the plots at the right their part of what a window grows by, the panels none of it.

    Qt gives all to the text in the middle, and takes it from the columns where a window shrinks. A
    column that the user dragged stays wider or narrower by as much.
    """

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._left = self._dragged = 0
        self._has_widths = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._take_widths)
        for watched in (window, *docks.by_name.values()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._rest.start()
            if watched is self._window:
                self._docks.share_height()
                if self._has_widths:
                    self._share_width()
        return super().eventFilter(watched, event)

    def _share_width(self) -> None:
        left, right = self._docks.at_the_left(), self._docks.at_the_right()
        widths = {left: self._left, right: self._docks.plots_width() + self._dragged}
        wanted = {dock: width for dock, width in widths.items() if dock is not None}
        docks, sizes = list(wanted), list(wanted.values())
        self._window.resizeDocks(docks, sizes, Qt.Orientation.Horizontal)

    @Slot()
    def _take_widths(self) -> None:
        """Remember the width of the panels, and by how much the plots are wider than usual."""
        left, right = self._docks.at_the_left(), self._docks.at_the_right()
        self._left = self._left if left is None else left.width()
        self._dragged = 0 if right is None else right.width() - self._docks.plots_width()
        self._has_widths = True
