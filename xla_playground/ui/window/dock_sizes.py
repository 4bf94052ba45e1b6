"""The sizes of docks, as the window grows and shrinks and rows of panels fold and unfold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow

from ..widgets.panel_scroll import PanelScroll
from .docks import Docks

#: Pixels by which Qt may miss a size that it was asked for.
_MISSED = 2
#: The panels whose rows fold, and those at the top of their column, of which one is in front.
_FOLDING, _TOP = ("generation", "padding"), ("prompt", "model")


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


class PanelHeights(QObject):
    """Gives panels that fold the height that their rows need, from the prompt above them.

    A panel that was dragged to another height keeps it as long as its rows fit.
    """

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._areas: dict[str, PanelScroll] = {}
        self._needed: dict[str, int] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fit)
        for name in _FOLDING:
            area = docks.by_name[name].widget()
            assert isinstance(area, PanelScroll)
            self._areas[name] = area
            area.panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._timer.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        top = next((d for d in map(self._docks.by_name.get, _TOP) if d and _is_in_front(d)), None)
        if top is None:
            return
        docks, heights = [], []
        for name, area in self._areas.items():
            dock = self._docks.by_name[name]
            before, self._needed[name] = self._needed.get(name), area.needed_height()
            missing = self._needed[name] - area.viewport().height()
            surplus = 0 if before is None else area.viewport().height() - before
            was_fitting = before is None or surplus >= -_MISSED
            if _is_in_front(dock) and was_fitting and (missing > 0 or surplus <= _MISSED):
                docks.append(dock)
                heights.append(dock.height() + missing)
        taken = sum(heights) - sum(dock.height() for dock in docks)
        sizes = [top.height() - taken, *heights]
        self._window.resizeDocks([top, *docks], sizes, Qt.Orientation.Vertical)


def _is_in_front(dock: QDockWidget) -> bool:
    return dock.isVisible() and not dock.isFloating() and not dock.visibleRegion().isEmpty()
