"""A page below fills the middle of the window, and goes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QWidget

from tests.ui.mouse import double_click
from xla_playground.core.call.request import Recipe
from xla_playground.core.window.settings import Settings, Theme, load_settings
from xla_playground.ui.window.layout.docks import is_in_front

from .conftest import Open, Opened

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def small(window: Opened) -> Opened:
    """A window of 1280×800."""
    window.window.resize(QSize(1280, 800))
    QTest.qWait(300)  # until the sizes of docks are what the user wants
    return window


def _dock(window: Opened, name: str) -> QDockWidget:
    return window.find(QDockWidget, f"{name}_dock")


def _sizes(window: Opened) -> dict[str, QSize]:
    return {
        dock.objectName(): dock.size()
        for dock in window.window.findChildren(QDockWidget)
        if is_in_front(dock)
    } | {"middle": window.window.centralWidget().size()}


def _bring_up(window: Opened, name: str) -> None:
    _dock(window, name).show()
    _dock(window, name).raise_()
    window.qtbot.waitUntil(lambda: is_in_front(_dock(window, name)))


def _has_middle(window: Opened) -> bool:
    return window.window.centralWidget().height() > 100


def _is_large(window: Opened, name: str) -> bool:
    dock = _dock(window, name)
    return not _has_middle(window) and dock.height() > 450


def _click(window: Opened, name: str) -> None:
    """Click the button of a page that enlarges it or brings all back."""
    button = _dock(window, name).findChild(QAbstractButton, "enlarge_button")
    assert button is not None
    QTest.mouseClick(button, LEFT)


def _press_f11(window: Opened) -> None:
    QTest.keyClick(window.window, Qt.Key.Key_F11)


def _double_click_title(window: Opened, name: str) -> None:
    dock = _dock(window, name)
    at = QPoint(30, dock.widget().y() // 2)
    double_click(dock, at)


@pytest.mark.parametrize("name", ["calls", "inside", "lab", "race"])
def test_the_button_enlarges_a_page_and_brings_all_back(small: Opened, name: str) -> None:
    _bring_up(small, name)
    before = _sizes(small)
    width = _dock(small, "generation").width()
    _click(small, name)
    small.qtbot.waitUntil(lambda: _is_large(small, name))
    assert not is_in_front(_dock(small, "phases"))
    assert is_in_front(_dock(small, "generation"))
    assert is_in_front(_dock(small, "prompt"))
    assert abs(_dock(small, "generation").width() - width) <= 3
    assert small.action("run").isEnabled()
    _click(small, name)
    small.qtbot.waitUntil(lambda: _sizes(small) == before)


def test_keys_and_a_double_click_do_the_same(small: Opened) -> None:
    before = _sizes(small)
    _press_f11(small)
    small.qtbot.waitUntil(lambda: _is_large(small, "calls"))
    assert small.action("large_page").isChecked()
    QTest.keyClick(small.window, Qt.Key.Key_Escape)
    small.qtbot.waitUntil(lambda: _sizes(small) == before)
    assert not small.action("large_page").isChecked()
    _double_click_title(small, "calls")
    small.qtbot.waitUntil(lambda: _is_large(small, "calls"))
    assert not _dock(small, "calls").isFloating()
    _press_f11(small)
    small.qtbot.waitUntil(lambda: _sizes(small) == before)


def test_keys_that_follow_each_other_fast_lose_no_size(small: Opened) -> None:
    before = _sizes(small)
    for _ in range(22):
        small.action("large_page").trigger()
    small.qtbot.waitUntil(lambda: _sizes(small) == before)


def test_the_page_with_the_keyboard_is_enlarged(small: Opened) -> None:
    small.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, _dock(small, "memory"))
    small.qtbot.waitUntil(lambda: is_in_front(_dock(small, "memory")))
    small.find(QWidget, "memory_view").setFocus()
    _press_f11(small)
    small.qtbot.waitUntil(lambda: _is_large(small, "memory"))
    assert not is_in_front(_dock(small, "calls"))


def test_escape_cancels_a_call_first(small: Opened) -> None:
    small.engine.hold.set()
    _press_f11(small)
    small.press_run()
    small.qtbot.waitUntil(lambda: small.action("cancel").isEnabled())
    QTest.keyClick(small.window, Qt.Key.Key_Escape)
    small.wait_for_calls(1)
    assert _is_large(small, "calls")
    QTest.keyClick(small.window, Qt.Key.Key_Escape)
    assert _has_middle(small)


def test_another_page_that_is_opened_meanwhile_stays_open(small: Opened) -> None:
    _click(small, "calls")
    small.action("race").trigger()
    small.qtbot.waitUntil(lambda: _is_large(small, "race"))
    _click(small, "race")
    small.qtbot.waitUntil(lambda: is_in_front(_dock(small, "race")))
    assert is_in_front(_dock(small, "phases"))
    assert _has_middle(small)


def test_closing_the_last_page_leads_back(small: Opened) -> None:
    before = _dock(small, "phases").size()
    _click(small, "calls")
    for dock in small.window.findChildren(QDockWidget):
        if dock.findChild(QAbstractButton, "enlarge_button"):
            dock.close()
    small.qtbot.waitUntil(lambda: _has_middle(small))
    assert _dock(small, "phases").width() == before.width()
    assert _dock(small, "calls").isHidden()


@pytest.mark.parametrize("name", ["reset_layout", "tour"])
def test_what_needs_the_whole_window_leads_back(small: Opened, name: str) -> None:
    _click(small, "calls")
    small.action(name).trigger()
    assert _has_middle(small)
    assert is_in_front(_dock(small, "phases"))


def test_a_large_page_is_not_saved(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(theme=Theme.LIGHT, recipe=Recipe.DOCUMENTED)
    first = open_window(settings=settings, settings_path=path)
    first.wait_until_planned()
    before = _sizes(first)
    _click(first, "calls")
    first.window.close()
    again = open_window(settings=load_settings(path)[0], settings_path=path)
    assert _has_middle(again)
    again.qtbot.waitUntil(lambda: _sizes(again) == before)
