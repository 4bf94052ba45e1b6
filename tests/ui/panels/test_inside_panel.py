"""The page *Inside XLA*: figures, texts that are searched, a difference, and what was evicted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDockWidget, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.core.inside.texts import text_of
from tests.ui.conftest import Open, Opened
from xla_playground.core.inside.machine import MachineLimits
from xla_playground.core.window.settings import Settings, Theme
from xla_playground.ui.panels.inside import inside_panel
from xla_playground.ui.panels.inside.hlo_view import HloView
from xla_playground.ui.tables.rows_view import RowsView


def called(open_window: Open, *strategies: str) -> Opened:
    """A window with a call of each strategy."""
    one = open_window(settings=Settings(theme=Theme.LIGHT))
    one.wait_until_planned()
    for number, strategy in enumerate(strategies, start=1):
        one.find(QComboBox, "strategy").setCurrentText(strategy)
        one.press_run()
        one.wait_for_calls(number)
    return one


def figures(one: Opened) -> dict[str, str]:
    model = one.find(RowsView, "inside_figures").model()
    rows = range(model.rowCount())
    return {model.index(row, 0).data(): model.index(row, 1).data() for row in rows}


def text(one: Opened, name: str) -> str:
    return one.find(QPlainTextEdit, f"{name}_text").toPlainText()


def test_the_selected_call_is_shown(open_window: Open) -> None:
    one = called(open_window, "greedy")
    dock = one.find(QDockWidget, "inside_dock")
    assert not dock.isVisible()
    one.action("inside").trigger()
    assert dock.isVisible()
    one.qtbot.waitUntil(lambda: bool(figures(one)))
    state = one.text("inside_state")
    assert "· CPU · distance from the limits: this machine was not measured" in state
    shown = figures(one)
    assert shown["Peak memory"] == "4.10 kB"
    assert shown["Weights a token reads"] == "11.7 MB"
    assert shown["ms a token"] == "–"
    assert "no steady call" in one.find(RowsView, "inside_figures").toolTip()
    one.qtbot.waitUntil(lambda: text(one, "optimized").strip() == text_of("loop").strip())
    assert text(one, "stablehlo") == "module {\n}\n"


def test_a_steady_call_is_held_against_the_machine(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = MachineLimits(
        device="CPU", bytes_per_s=2e10, flops_per_s=1e12, measured_at=datetime.now(UTC)
    )
    monkeypatch.setattr(inside_panel, "read_limits", lambda path: limits)
    one = called(open_window, "greedy", "greedy")
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: "× one reading of the weights" in one.text("inside_state"))


def test_a_row_of_the_specializations_is_shown_by_its_button(open_window: Open) -> None:
    one = called(open_window, "greedy")
    one.window._docks.bring_up("specializations")
    view = one.find(RowsView, "specializations_view")
    one.qtbot.waitUntil(lambda: view.model().rowCount() > 0)
    button = one.find(QPushButton, "inside_button")
    assert not button.isEnabled()
    view.selectRow(0)
    assert one.find(QAction, "inside_row_action") in view.actions()
    button.click()
    assert one.find(QDockWidget, "inside_dock").isVisible()
    one.qtbot.waitUntil(lambda: bool(figures(one)))


def test_what_was_evicted_says_so(open_window: Open) -> None:
    one = called(open_window, "greedy")
    one.engine._keys.clear()
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: "is not in memory" in one.text("inside_state"))
    assert not figures(one)


def test_two_specializations_are_compared(open_window: Open) -> None:
    one = called(open_window, "greedy", "sampling")
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: bool(figures(one)))
    against = one.find(QComboBox, "inside_against")
    assert against.count() == 2  # what it says before a choice, and the greedy one
    against.setCurrentIndex(1)
    against.activated.emit(1)
    one.qtbot.waitUntil(lambda: "0 removed, 0 added" in text(one, "difference"))


def test_a_search_goes_on_and_comes_round(qtbot: QtBot) -> None:
    view = HloView("optimized")
    qtbot.addWidget(view)
    view.show()
    view.show_text("add one\nmul two\nadd three")
    edit = view.findChild(QPlainTextEdit, "optimized_text")
    entry = view.findChild(QLineEdit, "optimized_search")
    assert isinstance(edit, QPlainTextEdit)
    assert isinstance(entry, QLineEdit)
    entry.setText("add")
    lines = []
    for _ in range(3):
        QTest.keyClick(entry, Qt.Key.Key_Return)
        lines.append(edit.textCursor().blockNumber())
    assert lines == [0, 2, 0]


def test_a_long_text_comes_in_pieces(qtbot: QtBot) -> None:
    view = HloView("optimized")
    qtbot.addWidget(view)
    view.show()
    wanted = "\n".join(
        f"  %add.{number} = f32[4,8]{{1,0}} add(%a.{number}, %b.{number})"
        for number in range(20_000)
    )
    view.show_text(wanted)
    edit = view.findChild(QPlainTextEdit, "optimized_text")
    assert isinstance(edit, QPlainTextEdit)
    assert 0 < len(edit.toPlainText()) < len(wanted)
    qtbot.waitUntil(lambda: edit.document().characterCount() > len(wanted))
    assert edit.toPlainText() == wanted
