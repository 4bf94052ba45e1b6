"""A walk over all controls of the window and its dialogs: wheel, Tab and the ring of the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QScrollArea,
    QTabBar,
    QWidget,
)

from xla_playground.core.window.settings import Settings, Theme
from xla_playground.ui.style.sight import scroll_into_sight
from xla_playground.ui.tables.calls_table import CallsTable

from .conftest import Open, Opened
from .walk_focus import is_seen, open_dialogs, turn_wheel, values_of

#: More than any window has stops.
_MOST_STOPS = 120
PANELS = (
    *("prompt", "model", "generation", "padding"),
    *(
        "calls",
        "specializations",
        "seconds",
        "memory",
        "compare",
        "race",
        "inside",
        "lessons",
        "lab",
        "claims",
    ),
)


@pytest.fixture
def called(window: Opened) -> Opened:
    """A window of the size in which it opens, with a call in it."""
    window.window.resize(1280, 800)
    window.press_run()
    window.wait_for_calls(1)
    return window


def bring_up(one: Opened, name: str) -> None:
    one.window.parts.docks.bring_up(name)
    dock = one.find(QDockWidget, f"{name}_dock")
    one.qtbot.waitUntil(lambda: dock.x() >= 0)


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def walk_by_tab(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until it comes back to where it began; every stop must be seen."""
    stops: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        here = focused()
        if here in stops:
            return stops
        assert is_seen(here), f"{type(here).__name__} {here.objectName()} is out of sight"
        stops.append(here)
        QTest.keyClick(here, key)
    raise AssertionError("Tab does not come round")


# ---------------------------------------------------------------- the wheel


def is_over_a_plot(widget: QWidget) -> bool:
    """Plots zoom by the wheel as maps do, wherever the focus is."""
    window = widget.window()
    under: QWidget | None = window.childAt(widget.mapTo(window, widget.rect().center()))
    while under is not None:
        if under.objectName().endswith("_plot"):
            return True
        under = under.parentWidget()
    return False


def assert_wheel_changes_nothing(window: QWidget, within: QWidget | None = None) -> None:
    before, here = values_of(window), focused()
    for widget in (within or window).findChildren(QWidget):
        if widget.window() is not window or widget is here:
            continue
        scroll_into_sight(widget)
        if is_seen(widget) and not is_over_a_plot(widget):
            turn_wheel(widget)
            name = f"{type(widget).__name__} {widget.objectName()}"
            assert values_of(window) == before, name
            assert focused() is here, name


def test_the_wheel_changes_nothing_in_the_window(called: Opened) -> None:
    for panel in PANELS:
        bring_up(called, panel)
        called.prompt().setFocus()
        wait_until_read(called)
        # the first panel turns the wheel over the whole window, each other one over its dock
        within = None if panel == PANELS[0] else called.find(QDockWidget, f"{panel}_dock")
        assert_wheel_changes_nothing(called.window, within)


def wait_until_read(one: Opened) -> None:
    """Until a page has what it reads off the GUI thread."""
    for _ in range(50):
        before = values_of(one.window)
        one.qtbot.wait(200)
        if values_of(one.window) == before:
            return
    raise AssertionError("the window changes by itself")


def test_the_wheel_changes_nothing_in_dialogs(called: Opened) -> None:
    for dialog in open_dialogs(called):
        assert_wheel_changes_nothing(dialog)


def test_the_wheel_over_a_control_scrolls_its_panel(window: Opened) -> None:
    window.click("generation_fold")
    area = window.find(QScrollArea, "generation_panel_scroll")
    combo = window.find(QComboBox, "strategy")
    bar = area.verticalScrollBar()
    window.qtbot.waitUntil(lambda: bar.maximum() > 0)
    turn_wheel(combo)
    assert bar.value() > 0
    assert combo.currentText() == "greedy"


def test_the_wheel_turns_a_control_that_has_the_focus(window: Opened) -> None:
    combo = window.find(QComboBox, "strategy")
    combo.setFocus()
    turn_wheel(combo)
    assert combo.currentIndex() == 2  # one up, which is none, and two down


# ---------------------------------------------------------------- Tab


def test_tab_stops_only_at_what_is_seen(called: Opened) -> None:
    called.prompt().setFocus()
    forward = walk_by_tab(called.window)
    called.prompt().setFocus()
    backward = walk_by_tab(called.window, Qt.Key.Key_Backtab)
    assert forward[1:] == backward[:0:-1]
    covered = called.find(QWidget, "model_combo")
    assert covered not in forward


def test_tab_stops_only_at_what_is_seen_with_each_panel(called: Opened) -> None:
    for panel in PANELS:
        bring_up(called, panel)
        called.find(QAbstractButton, "run_button").setFocus()
        stops = walk_by_tab(called.window)
        dock = called.find(QDockWidget, f"{panel}_dock")
        assert any(dock.isAncestorOf(stop) for stop in stops), panel


def test_tab_follows_the_eye(called: Opened) -> None:
    bring_up(called, "model")
    called.find(QWidget, "model_combo").setFocus()
    names = [stop.objectName() for stop in walk_by_tab(called.window)]
    wanted = [
        *("model_combo", "open_model_button", "strategy", "max_new_tokens", "padding_mode"),
        *("multiple_of", "advise_button", "segment_xla", "repeat"),
        *("run_button", "copy_button", "token_view", "calls_view", "phases_plot_graphics"),
        "latency_plot_graphics",
    ]
    assert [name for name in names if name in wanted] == wanted


def test_tab_and_down_after_the_start_leave_the_model_alone(window: Opened) -> None:
    before = window.session.form.request()
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert window.session.form.request().model == before.model


def test_tab_stops_only_at_what_is_seen_in_dialogs(called: Opened) -> None:
    for dialog in open_dialogs(called):
        assert walk_by_tab(dialog), type(dialog).__name__


def test_a_small_window_scrolls_to_each_stop(called: Opened) -> None:
    called.click("generation_fold")
    called.window.resize(900, 500)
    QApplication.processEvents()  # which lays the docks out
    called.prompt().setFocus()
    names = [stop.objectName() for stop in walk_by_tab(called.window)]
    assert "ignore_eos" in names


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_floating_panel_has_an_order_of_its_own(called: Opened) -> None:
    dock = called.find(QDockWidget, "generation_dock")
    dock.setFloating(True)
    called.window.activateWindow()
    called.qtbot.waitUntil(called.window.isActiveWindow)
    called.prompt().setFocus()
    assert not any(dock.isAncestorOf(stop) for stop in walk_by_tab(called.window))
    dock.activateWindow()
    called.qtbot.waitUntil(dock.isActiveWindow)
    called.find(QComboBox, "strategy").setFocus()
    stops = walk_by_tab(dock)
    assert len(stops) > 2
    assert all(dock.isAncestorOf(stop) for stop in stops)


def test_tab_goes_on_from_a_control_that_went_out_of_sight(called: Opened) -> None:
    bring_up(called, "model")
    called.find(QWidget, "model_combo").setFocus()
    bring_up(called, "prompt")
    QTest.keyClick(called.find(QWidget, "model_combo"), Qt.Key.Key_Tab)
    assert is_seen(focused())


# ---------------------------------------------------------------- the ring


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours by WCAG 2.2: 3 to 1 is asked of what shows a focus."""

    def luminance(color: QColor) -> float:
        parts = (color.redF(), color.greenF(), color.blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_every_stop_has_a_ring_that_is_seen(open_window: Open, theme: Theme) -> None:
    one = open_window(settings=Settings(theme=theme))
    one.wait_until_planned()
    one.window.resize(1280, 800)
    palette = one.window.palette()
    ring_color = palette.color(QPalette.ColorRole.Highlight)
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        assert contrast(ring_color, palette.color(role)) >= 3.0
    for _ in walk_by_tab(one.window):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        ring = ring_of(one.window)
        image = one.window.grab(ring.geometry()).toImage()
        edge = [image.pixelColor(x, 0) for x in range(8, image.width() - 8)]
        edge += [image.pixelColor(1, y) for y in range(8, image.height() - 8)]
        painted = sum(contrast(color, ring_color) < 1.3 for color in edge)
        assert painted > len(edge) / 2, focused().objectName()


def ring_of(window: QWidget) -> QWidget:
    (ring,) = (r for r in window.findChildren(QWidget, "focus_ring") if r.isVisible())
    return ring


def test_the_ring_stands_around_the_current_tab(called: Opened) -> None:
    bar = next(
        bar
        for bar in called.window.findChildren(QTabBar)
        if bar.tabText(bar.currentIndex()) == "Calls"
    )
    called.find(QWidget, "call_filter").setFocus()
    QTest.keyClick(called.find(QWidget, "call_filter"), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is bar
    ring = ring_of(called.window)
    first = ring.geometry()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    at = bar.mapTo(called.window, bar.tabRect(bar.currentIndex()).center())
    assert ring.geometry().contains(at)
    assert ring.geometry() != first
    QTest.keyClick(bar, Qt.Key.Key_Tab)
    assert called.find(QDockWidget, "specializations_dock").isAncestorOf(focused())


def test_the_mouse_leaves_no_ring_and_scrolls_nothing(called: Opened) -> None:
    area = called.find(QScrollArea, "generation_panel_scroll")
    called.click("generation_fold")
    called.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 5)
    called.prompt().setFocus()
    QTest.keyClick(called.prompt(), Qt.Key.Key_Tab)
    assert ring_of(called.window).isVisible()
    area.verticalScrollBar().setValue(5)
    before = area.verticalScrollBar().value()
    QTest.mouseClick(called.prompt().viewport(), Qt.MouseButton.LeftButton)
    assert not any(r.isVisible() for r in called.window.findChildren(QWidget, "focus_ring"))
    assert area.verticalScrollBar().value() == before


# ---------------------------------------------------------------- keys that are held


def hold(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """The repeats of a key that is held down; its first press is not among them."""
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(3):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, none, text, True))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_a_held_key_answers_no_dialog(called: Opened, key: Qt.Key) -> None:
    for dialog in open_dialogs(called):
        hold(focused(), key)
        assert dialog.isVisible(), type(dialog).__name__
        hold(dialog, key)
        assert dialog.isVisible(), type(dialog).__name__


def test_enter_held_on_a_button_opens_one_dialog(called: Opened) -> None:
    button = called.find(QAbstractButton, "advise_button")
    button.setFocus()
    hold(button, Qt.Key.Key_Return)
    assert not called.window.findChildren(QDialog)


def test_repeats_are_no_shortcuts_marked_or_not(called: Opened) -> None:
    """X11's are a release and a press of one time; Qt marks most of them, not all."""
    handle = called.window.windowHandle()
    key, ctrl = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier

    def is_taken(kind: QEvent.Type, time_ms: int, *, is_marked: bool = False) -> bool:
        event = QKeyEvent(kind, key, ctrl, "", is_marked)
        event.setTimestamp(time_ms)
        event.ignore()
        QApplication.sendEvent(handle, event)
        return event.isAccepted()

    called.find(QAbstractButton, "run_button").setFocus()
    is_taken(QEvent.Type.KeyRelease, 5000)
    assert is_taken(QEvent.Type.ShortcutOverride, 5000)  # and so it is no shortcut
    is_taken(QEvent.Type.KeyRelease, 6000)
    assert not is_taken(QEvent.Type.ShortcutOverride, 6040)
    assert is_taken(QEvent.Type.ShortcutOverride, 6080, is_marked=True)


def test_space_and_enter_held_in_a_text_are_typed(called: Opened) -> None:
    prompt = called.prompt()
    prompt.setFocus()
    before = prompt.toPlainText()
    hold(prompt, Qt.Key.Key_Return, "\r")
    assert prompt.toPlainText().count("\n") == before.count("\n") + 3


def test_the_new_call_alone_is_selected_while_ctrl_is_held(called: Opened) -> None:
    table = called.find(CallsTable, "calls_table")
    prompt = called.prompt()
    QTest.keyPress(prompt, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    for calls in range(2, 5):
        called.press_run()
        called.wait_for_calls(calls)
        rows = table.view.selectionModel().selectedRows()
        assert [table.model.summary(row.row()).call for row in rows] == [calls]
    QTest.keyRelease(prompt, Qt.Key.Key_Control)
