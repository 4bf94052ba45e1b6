"""Finds the controls and dialogs of the window by itself, and turns the wheel over them."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QScrollBar, QTabBar, QWidget

from tests.ui.conftest import Opened
from xla_playground.core.workbench.notes import Note
from xla_playground.ui import dialogs
from xla_playground.ui.dialogs.about_dialog import AboutDialog
from xla_playground.ui.dialogs.advice_dialog import AdviceDialog
from xla_playground.ui.dialogs.clear_history_dialog import ClearHistoryDialog
from xla_playground.ui.dialogs.clear_store_dialog import ClearStoreDialog
from xla_playground.ui.dialogs.forecasts_dialog import ForecastsDialog
from xla_playground.ui.dialogs.hub_dialog import HubDialog
from xla_playground.ui.dialogs.note_dialog import NoteDialog
from xla_playground.ui.dialogs.store_dialog import StoreDialog
from xla_playground.ui.dialogs.unsaved_dialog import UnsavedDialog
from xla_playground.ui.dialogs.warm_up_dialog import WarmUpDialog


def dialog_kinds() -> set[type[QDialog]]:
    """Every class of a dialog in the package of dialogs."""
    modules = [
        importlib.import_module(f"{dialogs.__name__}.{found.name}")
        for found in pkgutil.iter_modules(dialogs.__path__)
    ]
    return {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, QDialog)
        and kind.__module__ == module.__name__
    }


def dialog_openers(one: Opened) -> dict[type[QDialog], Callable[[], object]]:
    """How a person opens each dialog; a new one needs a line here, or the walk fails."""
    return {
        AboutDialog: one.action("about").trigger,
        AdviceDialog: partial(one.click, "advise_button"),
        ClearHistoryDialog: one.action("clear_history").trigger,
        ClearStoreDialog: ClearStoreDialog(2, 1000, one.window).open,  # nothing is stored here
        ForecastsDialog: one.action("forecasts").trigger,
        HubDialog: one.action("open_hub").trigger,
        NoteDialog: NoteDialog(1, Note("", ()), one.window).open,
        StoreDialog: partial(one.click, "store_entries_button"),
        UnsavedDialog: UnsavedDialog("Not saved: the settings.", one.window).open,
        WarmUpDialog: one.action("warm_up").trigger,
    }


def open_dialogs(one: Opened) -> Iterator[QDialog]:
    """Open one dialog after the other; each is closed before the next."""
    entries = one.find(QAbstractButton, "store_entries_button")
    one.qtbot.waitUntil(entries.isEnabled)
    openers = dialog_openers(one)
    assert set(openers) == dialog_kinds(), "dialog_openers lacks a dialog"
    for kind, open_dialog in openers.items():
        open_dialog()
        dialog = one.window.findChild(kind)
        assert dialog is not None, kind.__name__
        one.qtbot.waitUntil(dialog.isActiveWindow)
        yield dialog
        dialog.close()
        one.window.activateWindow()
        one.qtbot.waitUntil(one.window.isActiveWindow)


def values_of(window: QWidget) -> dict[str, object]:
    """What every control of a window says, by its path: where panels are scrolled is no value."""
    found: dict[str, object] = {}
    alike: Counter[str] = Counter()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QScrollBar) or widget.window() is not window:
            continue
        value = widget.metaObject().userProperty()
        name = f"{type(widget).__name__} {widget.objectName()}"
        alike[name] += 1
        path = f"{name} {alike[name]}"
        if isinstance(widget, QTabBar):
            found[path] = widget.currentIndex()
        elif value.isValid():
            found[path] = value.read(widget)
    return found


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel over the middle of a widget, one up and two down, as the platform does."""
    window = widget.window()
    at = QPointF(widget.mapTo(window, widget.rect().center()))
    for degrees in (120, -120, -120):
        QTest.wheelEvent(window.windowHandle(), at, QPoint(0, degrees))


def is_seen(widget: QWidget) -> bool:
    """Return whether Qt would paint some of a widget, or of what it holds, now."""
    return widget.isVisible() and any(
        not part.visibleRegion().isEmpty() for part in (widget, *widget.findChildren(QWidget))
    )
