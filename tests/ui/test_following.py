"""Whoever reads or selects an older call is left there while new ones come; there is a way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QSpinBox, QWidget

from tests.fakes import FakeEngine
from tests.ui.mouse import double_click
from xla_playground.core.errors import EngineFailure
from xla_playground.core.messages.message import untyped
from xla_playground.ui.tables.calls_view import CallsView
from xla_playground.ui.tables.rows_view import RowsView

from .conftest import Open, Opened

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _run(window: Opened, calls: int = 1) -> None:
    for _ in range(calls):
        before = len(window.session.log.summaries)
        window.press_run()
        window.wait_for_calls(before + 1)


def _begin_repeat(window: Opened, calls: int) -> None:
    """Start a repeat that waits in its second call."""
    window.find(QSpinBox, "repeat").setValue(calls)
    window.engine.hold.set()
    window.press_run()
    window.qtbot.waitUntil(lambda: window.session.runner.is_busy)


def _go_on(window: Opened, calls: int) -> None:
    window.engine.hold.clear()
    window.wait_for_calls(calls)


def _click_call(window: Opened, row: int) -> None:
    table = window.find(CallsView, "calls_view")
    at = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, at)


def _wheel(widget: QWidget, steps: int) -> None:
    at = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            at,
            widget.mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def _title(window: Opened) -> str:
    return window.text("output_title")


def test_a_repeat_leaves_an_older_call_selected(window: Opened) -> None:
    _run(window, 3)
    newest = window.find(QAbstractButton, "newest_button")
    assert newest.isHidden()
    _begin_repeat(window, 3)
    _click_call(window, 2)
    assert _title(window).startswith("Call 1 ")
    _go_on(window, 6)
    assert _title(window).startswith("Call 1 ")
    assert window.session.log.selected_call == 1
    assert newest.isVisible()
    window.click("newest_button")
    assert _title(window).startswith("Call 6 ")
    assert newest.isHidden()


def test_a_run_of_ones_own_is_looked_at(window: Opened) -> None:
    _run(window, 3)
    _click_call(window, 2)
    _run(window)
    assert _title(window).startswith("Call 4 ")


@pytest.mark.parametrize("key", ["end", "alt+end"])
def test_keys_lead_back_to_the_newest(window: Opened, key: str) -> None:
    _run(window, 3)
    _click_call(window, 1)
    if key == "end":
        QTest.keyClick(window.output_view(), Qt.Key.Key_End)
    else:
        QTest.keyClick(window.prompt(), Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert _title(window).startswith("Call 3 ")


def test_who_scrolled_in_the_text_stays_there(window: Opened) -> None:
    window.prompt().replace_text("\n".join(["XLA is a compiler"] * 12))
    _run(window)
    view = window.output_view()
    window.qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 200)
    _begin_repeat(window, 2)
    _wheel(view.viewport(), -1)
    at = view.verticalScrollBar().value()
    assert at > 0
    _go_on(window, 3)
    assert (_title(window).split(" ·")[0], view.verticalScrollBar().value()) == ("Call 1", at)
    window.click("newest_button")
    assert _title(window).startswith("Call 3 ")


def test_who_selected_a_word_keeps_it(window: Opened) -> None:
    _run(window)
    view = window.output_view()
    _begin_repeat(window, 3)
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL | Qt.KeyboardModifier.ShiftModifier)
    selected = view.selecting.text()
    assert selected
    _go_on(window, 4)
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == selected
    assert _title(window).startswith("Call 1 ")


def test_a_selected_specialization_stays_selected(window: Opened) -> None:
    _run(window)
    window.find(QDockWidget, "specializations_dock").raise_()
    view = window.find(RowsView, "specializations_view")
    window.qtbot.waitUntil(lambda: view.model().rowCount() == 1)
    at = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    name = view.model().index(0, 0).data()
    window.find(QSpinBox, "max_new_tokens").setValue(5)
    _run(window, 2)
    window.qtbot.waitUntil(lambda: view.model().rowCount() == 2)
    assert [view.model().index(row, 0).data() for row in view.selected_row_numbers()] == [name]
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    header, row = QGuiApplication.clipboard().text().splitlines()
    assert header.startswith("Specialization\t")
    assert row.startswith(name)


def test_the_sentence_of_a_failed_call_can_be_copied(open_window: Open) -> None:
    engine = FakeEngine()
    engine.errors.append(EngineFailure(untyped("The <s> worker & ran out of memory.")))
    window = open_window(engine)
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    message = window.find(QLabel, "output_message")
    message.setFocus()
    QTest.keyClick(message, Qt.Key.Key_A, CTRL)
    QTest.keyClick(message, Qt.Key.Key_C, CTRL)
    assert "The <s> worker & ran out of memory." in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("name", ["output_details", "output_title", "forecast_text", "notice_text"])
def test_words_of_a_line_are_selected_with_the_mouse_and_with_keys(
    window: Opened, name: str
) -> None:
    _run(window)
    window.session.notices.add("A notice that is shown")
    label = window.find(QLabel, name)
    double_click(label, QPoint(12, label.height() // 2))
    assert label.hasSelectedText()
    word = label.selectedText()
    QTest.keyClick(label, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == word != label.text()
    QTest.keyClick(label, Qt.Key.Key_A, CTRL)
    QTest.keyClick(label, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == label.text()
