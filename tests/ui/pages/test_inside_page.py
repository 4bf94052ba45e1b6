"""The page *Inside XLA*: figures, texts that are searched, a difference, and what was evicted."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from tests.core.examples import make_record
from tests.core.inside.texts import text_of
from tests.ui.conftest import Open, Opened
from xla_playground.core.history.history import History
from xla_playground.core.inside.inspection import Inspection
from xla_playground.core.inside.machine import MachineLimits, read_limits
from xla_playground.core.paths import machine_path
from xla_playground.core.window.settings import Settings, Theme
from xla_playground.core.workbench.call_filter import CallFilter
from xla_playground.core.workbench.session_file import save_session
from xla_playground.core.workbench.workbench import Workbench
from xla_playground.ui.pages.inside import inside_page, profile_view
from xla_playground.ui.pages.inside.inside_page import InsidePage
from xla_playground.ui.pages.inside.line_delegate import LineDelegate
from xla_playground.ui.pages.inside.measure_dialog import MeasureDialog
from xla_playground.ui.pages.inside.program_model import ProgramColumn, ProgramModel
from xla_playground.ui.pages.inside.program_text import ProgramText
from xla_playground.ui.pages.inside.program_view import ProgramView
from xla_playground.ui.tables.rows_view import RowsView

#: Writes the file of a measurement without measuring.
WRITES_LIMITS = """
from datetime import UTC, datetime
from xla_playground.core.inside.machine import MachineDone, MachineLimits, write_limits
from xla_playground.core.paths import machine_path
write_limits(machine_path(), MachineLimits(
    device="CPU", bytes_per_s=2e10, flops_per_s=1e12, measured_at=datetime.now(UTC)))
print(MachineDone().model_dump_json())
"""


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
    """The whole text, lines of folded regions included."""
    model = one.find(QTableView, f"{name}_text").model()
    assert isinstance(model, ProgramModel)
    return "\n".join(model.program.lines)


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
    assert shown["of it temporary"] == "4.10 kB"
    assert shown["Weights a token reads"] == "11.7 MB"
    assert shown["ms a token"] == "–"
    assert "no steady call" in one.find(RowsView, "inside_figures").toolTip()
    one.qtbot.waitUntil(lambda: text(one, "optimized").strip() == text_of("loop").strip())
    one.qtbot.waitUntil(lambda: text(one, "stablehlo") == "module {\n}")


def test_a_steady_call_is_held_against_the_machine(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = MachineLimits(
        device="CPU", bytes_per_s=2e10, flops_per_s=1e12, measured_at=datetime.now(UTC)
    )
    monkeypatch.setattr(inside_page, "read_limits", lambda path: limits)
    one = called(open_window, "greedy", "greedy")
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: "× one reading of the weights" in one.text("inside_state"))


def test_a_row_of_the_specializations_is_shown_by_its_button(open_window: Open) -> None:
    one = called(open_window, "greedy")
    one.window.parts.docks.bring_up("specializations")
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
    assert "sampling → greedy" in text(one, "difference")


def test_a_late_difference_is_not_shown_with_another_specialization(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow(one: Inspection, other: Inspection) -> str:
        begun.set()
        assert may_end.wait(30)
        return "0 removed, 0 added"

    monkeypatch.setattr(inside_page, "difference_text", slow)
    one = called(open_window, "greedy", "sampling")
    shown: list[str] = []
    monkeypatch.setattr(one.find(InsidePage, "inside_page")._difference, "show_text", shown.append)
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: bool(figures(one)))
    page, against = one.find(InsidePage, "inside_page"), one.find(QComboBox, "inside_against")
    against.setCurrentIndex(1)
    against.activated.emit(1)
    one.qtbot.waitUntil(begun.is_set)
    page.show_key(against.itemData(1))
    may_end.set()
    assert page._background.wait(30_000)
    QCoreApplication.processEvents()  # its answer is among them
    assert shown[-1] == ""
    assert not any("removed" in each for each in shown)


def test_the_key_and_the_menu_of_the_table_of_calls_open_the_page(open_window: Open) -> None:
    one = called(open_window, "greedy")
    one.window.parts.docks.bring_up("calls")
    table = one.find(QTableView, "calls_view")
    assert one.action("inside") in table.actions()
    dock = one.find(QDockWidget, "inside_dock")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert dock.isVisible()
    one.qtbot.waitUntil(lambda: bool(figures(one)))
    dock.close()
    one.window.parts.docks.bring_up("calls")
    one.click("inside_call_button")
    assert dock.isVisible()


def test_a_call_is_profiled_beside_the_text(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = called(open_window, "greedy", "greedy")
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: bool(figures(one)))
    tabs = one.find(QTabWidget, "inside_tabs")
    tabs.setCurrentIndex(3)
    assert not one.find(QPushButton, "save_trace_button").isEnabled()
    one.click("profile_button")
    view = one.find(RowsView, "profile_view")
    one.qtbot.waitUntil(lambda: view.model().rowCount() == 3)
    assert "one call in 2.00 ms under the profiler, steady median" in one.text("profile_text")
    assert len(one.session.log.summaries) == 2, "a profile is no call of the user's"
    assert one.engine.profiled == [one.session.log.record(2).request]

    lines = one.find(QTableView, "optimized_text")
    assert not lines.isColumnHidden(ProgramColumn.TIME)
    times = {
        row: lines.model().index(row, ProgramColumn.TIME).data()
        for row in range(lines.model().rowCount())
    }
    assert [time for time in times.values() if time] == ["1.80 ms"], "others are folded"
    view.selectRow([view.model().index(n, 0).data() for n in range(3)].index("dot.27"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert tabs.currentIndex() == 0
    assert "%dot.27" in lines.currentIndex().siblingAtColumn(ProgramColumn.TEXT).data()
    assert lines.currentIndex().siblingAtColumn(ProgramColumn.TIME).data() == "80.0 %"

    path = tmp_path / "trace.json"
    monkeypatch.setattr(profile_view, "ask_for_path", lambda *_: path)
    one.find(QPushButton, "save_trace_button").click()
    one.qtbot.waitUntil(lambda: one.text("profile_text").startswith("Saved"))
    assert {e["name"] for e in json.loads(path.read_bytes())["traceEvents"]} >= {"dot.27", "fusion"}
    path.unlink()
    path.mkdir()
    one.find(QPushButton, "save_trace_button").click()
    one.qtbot.waitUntil(lambda: "cannot be written" in one.text("profile_text"))


def test_a_profile_is_of_the_own_calls_though_a_session_file_is_shown(
    open_window: Open, tmp_path: Path
) -> None:
    one = called(open_window, "greedy", "greedy")
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: bool(figures(one)))
    theirs = History(None)
    theirs.add(make_record())
    save_session(Workbench(theirs), CallFilter(), tmp_path / "theirs.session")
    theirs.close()
    with one.qtbot.waitSignal(one.session.sessions.changed):
        one.session.sessions.open(tmp_path / "theirs.session")
    one.find(QPushButton, "profile_button").click()
    one.qtbot.waitUntil(lambda: "steady median" in one.text("profile_text"))
    assert one.engine.profiled == [one.session.log.own.history.record(2).request]


def test_what_no_call_of_the_history_used_is_not_profiled(open_window: Open) -> None:
    one = called(open_window, "greedy")
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: bool(figures(one)))
    one.session.log.clear()
    one.find(QPushButton, "profile_button").click()
    one.qtbot.waitUntil(lambda: "No call of this specialization" in one.text("profile_text"))


def test_a_look_shows_how_long_it_takes_and_is_cancelled(open_window: Open) -> None:
    one = called(open_window, "greedy")
    cancel = one.find(QPushButton, "cancel_look_button")
    assert cancel.isHidden()
    one.engine.hold.set()
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: not cancel.isHidden())
    assert "the worker looks inside, 0 s so far" in one.text("inside_state")
    one.click("cancel_look_button")
    one.qtbot.waitUntil(lambda: "Cancelled: ask again" in one.text("inside_state"))
    one.engine.hold.clear()
    assert cancel.isHidden()
    assert not figures(one)


def test_what_is_evicted_while_it_is_shown_stays_and_says_so(open_window: Open) -> None:
    one = called(open_window, "greedy")
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: bool(figures(one)))
    assert one.find(QPushButton, "profile_button").isEnabled()
    one.engine._keys.clear()
    one.thread.list_all()
    one.qtbot.waitUntil(lambda: one.text("inside_state").startswith("no longer in memory"))
    assert figures(one)
    one.qtbot.waitUntil(lambda: bool(text(one, "optimized").strip()))  # split off the GUI thread
    assert not one.find(QPushButton, "profile_button").isEnabled()


def test_the_machine_is_measured_after_a_question(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = called(open_window, "greedy", "greedy")
    machine = one.session.machine
    monkeypatch.setattr(machine, "_command", lambda: [sys.executable, "-c", WRITES_LIMITS])
    measure = one.find(QPushButton, "measure_button")
    assert measure.isHidden()
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: not measure.isHidden())
    one.click("measure_button")
    dialog = one.window.findChild(MeasureDialog)
    assert dialog is not None
    assert "busy machine" in dialog.informativeText()
    dialog.reject()
    assert not machine.is_running
    one.click("measure_button")
    dialogs = one.window.findChildren(MeasureDialog)
    accept = dialogs[-1].findChild(QPushButton, "measure_accept_button")
    assert isinstance(accept, QPushButton)
    accept.click()
    assert measure.text() == "Cancel measuring"
    assert not one.action("run").isEnabled()
    assert "This machine is measured alone" in one.action("run").toolTip()
    one.qtbot.waitUntil(lambda: "× one reading of the weights" in one.text("inside_state"))
    assert measure.isHidden()
    assert read_limits(machine_path()) is not None


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ProgramView]:
    one = ProgramView("optimized")
    qtbot.addWidget(one)
    one.resize(700, 300)
    one.show()
    yield one
    one.stop()


def lines_of(view: ProgramView) -> QTableView:
    found = view.findChild(QTableView, "optimized_text")
    assert isinstance(found, QTableView)
    return found


def show(view: ProgramView, qtbot: QtBot, wanted: str) -> QTableView:
    view.show_text(wanted)
    lines = lines_of(view)
    qtbot.waitUntil(lambda: lines.model().rowCount() > 0)
    return lines


def test_a_search_goes_on_and_comes_round(view: ProgramView, qtbot: QtBot) -> None:
    lines = show(view, qtbot, "add one\nmul two\nADD three")
    entry = view.findChild(QLineEdit, "optimized_search")
    missed = view.findChild(QLabel, "optimized_missed")
    assert isinstance(entry, QLineEdit)
    assert isinstance(missed, QLabel)
    QTest.keyClick(lines, Qt.Key.Key_Slash)
    assert entry.hasFocus()
    entry.setText("add")
    found = []
    for _ in range(3):
        QTest.keyClick(entry, Qt.Key.Key_Return)
        found.append(lines.currentIndex().row())
    assert found == [0, 2, 0]
    entry.setText("nowhere")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert missed.text() == "not found"
    entry.setText("mul")
    assert missed.text() == ""


def test_regions_are_folded_by_keys_and_by_a_click(view: ProgramView, qtbot: QtBot) -> None:
    lines = show(view, qtbot, text_of("loop"))

    def texts() -> list[str]:
        model = lines.model()
        return [model.index(n, ProgramColumn.TEXT).data() for n in range(model.rowCount())]

    (row,) = [n for n, line in enumerate(texts()) if line.startswith("%body.20")]
    assert texts()[row].endswith("{ … 10 … }")
    assert texts()[2] == "FileNames … 1 …"
    lines.setCurrentIndex(lines.model().index(row, ProgramColumn.TEXT))
    count = len(texts())
    QTest.keyClick(lines, Qt.Key.Key_Right)
    assert len(texts()) == count + 11
    assert texts()[row + 1].startswith("  %arg_tuple.21")
    QTest.keyClick(lines, Qt.Key.Key_Left)
    assert len(texts()) == count
    mark = lines.visualRect(lines.model().index(row, ProgramColumn.MARK))
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=mark.center())
    assert len(texts()) == count + 11
    QTest.keyClick(lines, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert "\n".join(texts()) == text_of("loop").rstrip("\n")
    QTest.keyClick(lines, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert len(texts()) < count


def test_a_search_opens_what_hides_its_line(view: ProgramView, qtbot: QtBot) -> None:
    lines = show(view, qtbot, text_of("loop"))
    entry = view.findChild(QLineEdit, "optimized_search")
    assert isinstance(entry, QLineEdit)
    entry.setText("%compare.34")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert "%compare.34" in lines.currentIndex().siblingAtColumn(ProgramColumn.TEXT).data()


def test_selected_lines_are_copied(view: ProgramView, qtbot: QtBot) -> None:
    lines = show(view, qtbot, "one\ntwo\nthree")
    lines.setCurrentIndex(lines.model().index(0, ProgramColumn.TEXT))
    QTest.keyClick(lines, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "one\ntwo"


def test_only_lines_in_sight_are_asked_for(
    view: ProgramView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[int] = set()
    painted = LineDelegate.paint

    def paint(
        self: LineDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        asked.add(index.row())
        painted(self, painter, option, index)

    monkeypatch.setattr(LineDelegate, "paint", paint)
    wanted = "\n".join(
        f"  %add.{number} = f32[4,8]{{1,0}} add(%a.{number}, %b.{number})"
        for number in range(20_000)
    )
    lines = show(view, qtbot, wanted)
    qtbot.waitUntil(lambda: bool(asked))
    assert lines.model().rowCount() == 20_000
    assert max(asked) < 100


def test_a_line_that_nobody_reads_is_cut() -> None:
    program = ProgramText.of("a\n" + "x" * 10_000)
    assert [len(line) for line in program.lines] == [1, 4_002]
    assert program.longest == 4_002
    assert ProgramText.of("").find("a", -1) is None
