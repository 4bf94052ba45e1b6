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

from ...widgets.export_button import ExportButton
from ...widgets.panel_scroll import PanelScroll

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
        share: of a widget whose rows fold and unfold: the part of a column that it may claim.
        is_asked_for: whether it is hidden until the user asks for it.
    """

    name: str
    title: object  # QT_TRANSLATE_NOOP, which marks it for translation, is typed so
    area: Qt.DockWidgetArea
    extent: int
    tab_of: str = ""
    scrolls: bool = True
    share: float = 0.0
    is_asked_for: bool = False


DOCKS: tuple[DockSpec, ...] = (
    DockSpec("prompt", QT_TRANSLATE_NOOP("docks", "Prompt"), _LEFT, 145),
    DockSpec("model", QT_TRANSLATE_NOOP("docks", "Model"), _LEFT, 145, tab_of="prompt"),
    DockSpec("generation", QT_TRANSLATE_NOOP("docks", "Generation"), _LEFT, 380, share=0.72),
    DockSpec("padding", QT_TRANSLATE_NOOP("docks", "Padding"), _LEFT, 170, share=0.28),
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
        "seconds",
        QT_TRANSLATE_NOOP("docks", "Seconds"),
        _BOTTOM,
        200,
        tab_of="calls",
        scrolls=False,
    ),
    DockSpec(
        "memory",
        QT_TRANSLATE_NOOP("docks", "Memory"),
        _BOTTOM,
        200,
        tab_of="calls",
        scrolls=False,
    ),
    DockSpec(
        "compare",
        QT_TRANSLATE_NOOP("docks", "Compare"),
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
    DockSpec(
        "lessons",
        QT_TRANSLATE_NOOP("docks", "Lessons"),
        _BOTTOM,
        200,
        tab_of="calls",
        scrolls=False,
        is_asked_for=True,
    ),
    DockSpec(
        "lab",
        QT_TRANSLATE_NOOP("docks", "Function lab"),
        _BOTTOM,
        200,
        tab_of="calls",
        scrolls=False,
        is_asked_for=True,
    ),
    DockSpec(
        "claims",
        QT_TRANSLATE_NOOP("docks", "Claims"),
        _BOTTOM,
        200,
        tab_of="calls",
        scrolls=False,
        is_asked_for=True,
    ),
)
_BOTTOM_HEIGHT = 200
_FIRST_HEIGHT = 800
#: Part of the height of the window that a page to read takes at least.
_READING_SHARE = 0.42
#: Part of the width that the column at the left takes at most.
_LEFT_SHARE = 0.41
#: What bars, titles and the prompt need of the window's height before panels with rows that fold,
#: in lines.
_REST_OF_COLUMN = 21
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

    def bring_up_to_read(self, name: str) -> None:
        """Show a dock; one that was closed opens with the height that a page to read needs."""
        was_closed = self.by_name[name].isHidden()
        self.bring_up(name)
        least = round(self._window.height() * _READING_SHARE)
        if was_closed and self.by_name[name].height() < least:
            self._resize([(name, least)], Qt.Orientation.Vertical)

    def pages(self) -> list[QDockWidget]:
        """Return the docks that stand below the text at first."""
        return [self.by_name[spec.name] for spec in DOCKS if spec.area is _BOTTOM]

    def at_the_left(self) -> QDockWidget | None:
        """Return a dock of the column at the left, ``None`` if it is empty."""
        return self._first_at(_LEFT)

    def at_the_right(self) -> QDockWidget | None:
        """Return a dock of the column at the right, ``None`` if it is empty."""
        return self._first_at(_RIGHT)

    def _first_at(self, area: Qt.DockWidgetArea) -> QDockWidget | None:
        docks = self.by_name.values()
        docked = (dock for dock in docks if self._window.dockWidgetArea(dock) == area)
        return next((dock for dock in docked if is_in_front(dock)), None)

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

    def share_height(self) -> None:
        """Tell panels whose rows fold how high they may be in a window of the present height."""
        rest = _REST_OF_COLUMN * self._window.fontMetrics().height()
        height = max(self._window.height() - rest, 0)
        for spec in DOCKS:
            area = self.by_name[spec.name].widget()
            if spec.share and isinstance(area, PanelScroll):
                area.set_room(max(round(height * spec.share), 1))

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


def is_in_front(dock: QDockWidget) -> bool:
    """Return whether a dock is in the window and no tab covers it."""
    return dock.isVisible() and not dock.isFloating() and not dock.visibleRegion().isEmpty()
