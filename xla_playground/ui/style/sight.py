"""Find the visible part of a widget, now or after scrolling."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDockWidget, QScrollArea, QTabWidget, QWidget


def is_within_sight(widget: QWidget) -> bool:
    """Return whether a part of a widget is visible, perhaps after scrolling a panel."""
    if not widget.isVisible():
        return False
    seen, here = widget.rect(), widget
    while (parent := _container(here)) is not None and not seen.isEmpty():
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is here:  # it can be scrolled to
            seen, here = area.viewport().geometry(), area
        else:
            seen, here = seen.translated(here.pos()), parent
        seen = seen.intersected(here.rect())
    return not seen.isEmpty()


def seen_part(widget: QWidget, part: QRect) -> QRect:
    """Return the visible rectangle of a part of a widget, in the window's coordinates."""
    seen, here = part, widget
    while (parent := _container(here)) is not None:
        seen, here = seen.translated(here.pos()).intersected(parent.rect()), parent
    return seen


def scroll_into_sight(widget: QWidget) -> None:
    """Scroll every panel around a widget as far as needed to make the widget visible."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget, 8, 8)
        area = area.parentWidget()


def bring_to_front(widget: QWidget) -> None:
    """Show the dock that a widget is in, whatever covers it, and its tab within the dock."""
    dock: QWidget | None = widget
    while dock is not None and not isinstance(dock, QDockWidget):
        stack = dock.parentWidget()
        tabs = None if stack is None else stack.parentWidget()
        if isinstance(tabs, QTabWidget):
            tabs.setCurrentWidget(dock)
        dock = stack
    if dock is not None:
        dock.show()
        dock.raise_()


def _container(widget: QWidget) -> QWidget | None:
    """Return the widget that contains ``widget``, ``None`` for a window."""
    return None if widget.isWindow() else widget.parentWidget()
