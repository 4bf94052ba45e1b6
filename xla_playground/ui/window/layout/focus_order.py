"""The order of Tab in the window: through visible widgets, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QTabBar, QWidget

from ...style.sight import is_within_sight


class FocusOrder:
    """The stops of Tab in a window.

    Qt's own order is that in which widgets were made, and goes through docks that are covered by
    others: Qt keeps them visible and moves them out of the window. (PySide's ``nextInFocusChain``
    makes the next widget a child of this one in its own books, so that live widgets count as
    deleted later: it must not be used.)
    """

    def __init__(self, window: QMainWindow, areas: Sequence[QWidget]) -> None:
        """Create the order; ``areas`` are parts of the window in reading order."""
        self._window, self._areas = window, areas

    def step(self, *, is_forward: bool) -> bool:
        """Focus the next stop or the one before; ``False`` if there is no other."""
        here = self._window.focusWidget()
        stops = self.stops(including=here)
        if here in stops:
            start = stops.index(here)
            stops = [*stops[start + 1 :], *stops[:start]]
        if not stops:
            return False
        reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
        stops[0 if is_forward else -1].setFocus(reason)
        return True

    def stops(self, including: QWidget | None = None) -> list[QWidget]:
        """Return all widgets at which Tab stops now, in order."""
        by_area: dict[tuple[int, bool], list[QWidget]] = {}
        for widget in self._window.findChildren(QWidget):
            is_wanted = widget is including or is_stop(widget)
            if is_wanted and widget.window() is self._window:
                by_area.setdefault(self._rank(widget), []).append(widget)
        return [widget for rank in sorted(by_area) for widget in in_reading_order(by_area[rank])]

    def _rank(self, widget: QWidget) -> tuple[int, bool]:
        """Return the number of the area that a widget is in; a tab bar comes before its area."""
        is_tab_bar = isinstance(widget, QTabBar) and widget.parent() is self._window
        for number, area in enumerate(self._areas):
            if is_tab_bar and _is_above(widget, area):
                return number, False
            if area.isAncestorOf(widget) or area is widget:
                return number, True
        return len(self._areas), True


def is_stop(widget: QWidget) -> bool:
    """Return whether Tab may stop at a widget: it takes the focus and is or can be in sight."""
    return (
        _takes_tab(widget)
        and widget.focusProxy() is None
        and widget.isEnabled()
        and is_within_sight(widget)
    )


def in_reading_order(widgets: Iterable[QWidget]) -> list[QWidget]:
    """Return widgets of one window row by row, and column by column if rows overlap."""
    places = {widget: _place(widget) for widget in widgets}
    return _by_rows(list(places), places)


def _by_rows(widgets: list[QWidget], places: dict[QWidget, QRect]) -> list[QWidget]:
    """Cut at horizontal gaps, then at vertical ones, until nothing can be cut."""
    rows = _cut(widgets, lambda widget: (places[widget].top(), places[widget].bottom()))
    if len(rows) > 1:
        return [widget for row in rows for widget in _by_rows(row, places)]
    columns = _cut(widgets, lambda widget: (places[widget].left(), places[widget].right()))
    if len(columns) > 1:
        return [widget for column in columns for widget in _by_rows(column, places)]
    return sorted(widgets, key=lambda widget: (places[widget].top(), places[widget].left()))


def _cut(widgets: list[QWidget], span: Callable[[QWidget], tuple[int, int]]) -> list[list[QWidget]]:
    """Return groups of widgets whose spans overlap, the lowest span first."""
    groups: list[list[QWidget]] = []
    end = 0
    for widget in sorted(widgets, key=span):
        if not groups or span(widget)[0] > end:
            groups.append([])
            end = span(widget)[1]
        groups[-1].append(widget)
        end = max(end, span(widget)[1])
    return groups


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _takes_tab(widget: QWidget) -> bool:
    """Return whether a widget has a place in Tab's order; of exclusive buttons one has."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not None:
        return group.checkedButton() is widget  # arrow keys reach the others
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_above(bar: QWidget, area: QWidget) -> bool:
    """Return whether a tab bar of a main window is directly above an area."""
    below = QPoint(bar.geometry().center().x(), bar.geometry().bottom() + 2)
    return area.isVisible() and area.geometry().contains(below)
