"""The table of the dockable panels, and their initial layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QTabWidget,
    QWidget,
)

from ..widgets.export_button import ExportButton
from ..widgets.panel_scroll import PanelScroll

_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True)
class DockSpec:
    """One dock.

    Attributes:
        area: where it stands at first.
        tab_of: the dock that it is tabbed with.
        extent: its height, at the bottom and in a column, in pixels of a window of 800.
        scrolls: whether its widget scrolls where it has too little room.
        is_asked_for: whether it is hidden until the user asks for it.
    """

    name: str
    title: object  # QT_TRANSLATE_NOOP, which marks it for translation, is typed so
    area: Qt.DockWidgetArea
    extent: int
    tab_of: str = ""
    scrolls: bool = True
    is_asked_for: bool = False


DOCKS: tuple[DockSpec, ...] = (
    DockSpec("prompt", QT_TRANSLATE_NOOP("docks", "Prompt"), _LEFT, 255),
    DockSpec("model", QT_TRANSLATE_NOOP("docks", "Model"), _LEFT, 255, tab_of="prompt"),
    DockSpec("generation", QT_TRANSLATE_NOOP("docks", "Generation"), _LEFT, 300),
    DockSpec("padding", QT_TRANSLATE_NOOP("docks", "Padding"), _LEFT, 140),
    DockSpec("phases", QT_TRANSLATE_NOOP("docks", "Phases"), _RIGHT, 250, scrolls=False),
    DockSpec("latency", QT_TRANSLATE_NOOP("docks", "Latency"), _RIGHT, 250, scrolls=False),
    DockSpec("calls", QT_TRANSLATE_NOOP("docks", "Calls"), _BOTTOM, 200, scrolls=False),
    DockSpec(
        "specializations",
        QT_TRANSLATE_NOOP("docks", "Specializations"),
        _BOTTOM,
        200,
        tab_of="calls",
        scrolls=False,
    ),
    DockSpec(
        "race",
        QT_TRANSLATE_NOOP("docks", "Race"),
        _BOTTOM,
        200,
        tab_of="calls",
        scrolls=False,
        is_asked_for=True,
    ),
    DockSpec(
        "inside",
        QT_TRANSLATE_NOOP("docks", "Inside XLA"),
        _BOTTOM,
        200,
        tab_of="calls",
        scrolls=False,
        is_asked_for=True,
    ),
)
_BOTTOM_HEIGHT = 200
_FIRST_HEIGHT = 800
#: Part of the width that the column at the left takes at most.
_LEFT_SHARE = 0.41
#: What the text in the middle is given before the plots get more than their least part, in pixels,
#: and the parts of the width that the plots take at least and at most.
_MIDDLE_WIDTH, _LEAST_PLOTS, _MOST_PLOTS = 450, 0.36, 0.48


class Docks:
    """The docks of a window.

    Attributes:
        by_name: each dock.
    """

    def __init__(self, window: QMainWindow, widgets: Mapping[str, QWidget]) -> None:
        """Put each of ``widgets`` into the dock of its name."""
        self._window = window
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, _LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, _BOTTOM)
        self.by_name: dict[str, QDockWidget] = {}
        for spec in DOCKS:
            dock = QDockWidget(QCoreApplication.translate("docks", str(spec.title)), window)
            dock.setObjectName(f"{spec.name}_dock")
            widget = widgets[spec.name]
            dock.setWidget(PanelScroll(widget) if spec.scrolls else widget)
            self.by_name[spec.name] = dock
        self.arrange()

    def arrange(self) -> None:
        """Restore the initial layout of the docks."""
        for spec in DOCKS:
            dock = self.by_name[spec.name]
            dock.setFloating(False)  # a dock that is out of the window forgets that it floats
            self._window.removeDockWidget(dock)
            self._window.addDockWidget(spec.area, dock)
            if spec.tab_of:
                self._window.tabifyDockWidget(self.by_name[spec.tab_of], dock)
            dock.setVisible(not spec.is_asked_for)
        for spec in DOCKS:
            if spec.tab_of:
                self.by_name[spec.tab_of].raise_()
        tallness = min(1.0, self._window.height() / _FIRST_HEIGHT)
        columns = [spec for spec in DOCKS if spec.area is not _BOTTOM and not spec.tab_of]
        self._resize([(s.name, s.extent) for s in columns], Qt.Orientation.Vertical)
        self._resize([("calls", round(_BOTTOM_HEIGHT * tallness))], Qt.Orientation.Vertical)
        widths = [("prompt", self._panels_width()), ("phases", self.plots_width())]
        self._resize(widths, Qt.Orientation.Horizontal)

    def bring_up(self, name: str) -> None:
        """Show a dock, whatever covers it."""
        self.by_name[name].show()
        self.by_name[name].raise_()

    def plot_at_the_right(self) -> QDockWidget | None:
        """Return a dock of the column of plots, ``None`` if none of them is there."""
        for name in ("phases", "latency"):
            dock = self.by_name[name]
            is_docked = dock.isVisible() and not dock.isFloating()
            if is_docked and self._window.dockWidgetArea(dock) == _RIGHT:
                return dock
        return None

    def fill_toggles(self, menu: QMenu) -> QMenu:
        """Put what shows and hides each dock into ``menu``."""
        for dock in self.by_name.values():
            menu.addAction(dock.toggleViewAction())
        return menu

    def fill_exports(self, menu: QMenu) -> None:
        """Put what exports the contents of each dock into ``menu``."""
        for dock in self.by_name.values():
            for button in dock.findChildren(ExportButton):
                formats = button.menu()
                formats.setTitle(dock.windowTitle())
                menu.addMenu(formats)

    def plots_width(self) -> int:
        """Return the width of the column of plots in a window of the present width."""
        width = self._window.width()
        rest = width - self._panels_width() - _MIDDLE_WIDTH
        return round(min(max(rest, width * _LEAST_PLOTS), width * _MOST_PLOTS))

    def _panels_width(self) -> int:
        """Return what the widest panel at the left needs, whatever the font, if there is room."""
        left = (self.by_name[spec.name] for spec in DOCKS if spec.area is _LEFT)
        needed = max(dock.widget().sizeHint().width() for dock in left)
        return min(needed, round(self._window.width() * _LEFT_SHARE))

    def _resize(self, extents: list[tuple[str, int]], orientation: Qt.Orientation) -> None:
        docks = [self.by_name[name] for name, _ in extents]
        self._window.resizeDocks(docks, [extent for _, extent in extents], orientation)
