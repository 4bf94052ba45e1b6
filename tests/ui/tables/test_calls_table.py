from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.plots.session_calls import MS, SessionCalls, leave, press
from xla_playground.ui.tables.call_columns_spec import COLUMNS
from xla_playground.ui.tables.calls_table import CallsTable
from xla_playground.ui.tables.calls_table_model import CallsTableModel
from xla_playground.ui.widgets.export_button import ExportButton


@pytest.fixture
def table(qtbot: QtBot, calls: SessionCalls) -> CallsTable:
    session = calls.session
    made = CallsTable(session.log, session.notices, session.table_layouts)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def _click_row(
    table: CallsTable, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    at = table.view.visualRect(table.model.index(row, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def _visible(table: CallsTable) -> list[str]:
    return [
        column.name
        for number, column in enumerate(COLUMNS)
        if not table.view.isColumnHidden(number)
    ]


def test_an_empty_table_says_what_to_do(calls: SessionCalls, table: CallsTable) -> None:
    assert table._hint.isVisible()
    calls.add(run_ns=MS)
    assert not table._hint.isVisible()
    calls.session.log.clear()
    assert table._hint.isVisible()


def test_choosing_a_row_selects_its_call(
    qtbot: QtBot, calls: SessionCalls, table: CallsTable
) -> None:
    for _ in range(3):
        calls.add(run_ns=MS)
    with qtbot.waitSignal(calls.session.log.call_selected) as selected:
        _click_row(table, 1)
    assert selected.args is not None
    assert selected.args[0].call == 2
    with qtbot.waitSignal(calls.session.log.call_selected) as selected:
        QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert selected.args is not None
    assert selected.args[0].call == 1


def test_the_row_follows_the_selected_call_and_does_not_select_again(
    calls: SessionCalls, table: CallsTable
) -> None:
    for _ in range(3):
        calls.add(run_ns=MS)
    told: list[int] = []
    calls.session.log.call_selected.connect(lambda record: told.append(record.call))
    calls.session.log.select(1)
    assert table.view.currentIndex().row() == 2
    assert told == [1]


def _is_tinted(table: CallsTable, call: int) -> bool:
    row = table.model.row_of(call)
    assert row is not None
    return table.model.index(row, 3).data(Qt.ItemDataRole.BackgroundRole) is not None


def test_the_calls_of_the_hovered_specialization_are_tinted(
    calls: SessionCalls, table: CallsTable
) -> None:
    for length in (8, 16, 8):
        calls.add(padded_length=length, run_ns=MS)
    assert not any(_is_tinted(table, call) for call in (1, 2, 3))
    row = table.model.row_of(3)
    assert row is not None
    table.view.entered.emit(table.model.index(row, 2))
    assert calls.log.hovered_key == calls.log.key_of(calls.log.summaries[2])
    assert [_is_tinted(table, call) for call in (1, 2, 3)] == [True, False, True]
    leave(table.view.viewport())
    assert calls.log.hovered_key is None
    assert not _is_tinted(table, 1)


def _seen_call(table: CallsTable, y: int = 1) -> int:
    """The call in the row at a height of the view."""
    return table.model.summary(table.view.rowAt(y)).call


def _current_call(table: CallsTable) -> int:
    return table.model.summary(table.view.currentIndex().row()).call


def _selected_calls(table: CallsTable) -> list[int]:
    return [table.model.summary(row).call for row in table.view.selected_row_numbers()]


def _turn_wheel(table: CallsTable, steps: int) -> None:
    """Turn the wheel over the rows; down is negative."""
    at = QPointF(table.view.viewport().rect().center())
    event = QWheelEvent(
        at,
        table.view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(table.view.viewport(), event)


def test_the_newest_row_is_seen_and_current(calls: SessionCalls, table: CallsTable) -> None:
    for _ in range(50):
        calls.add(run_ns=MS)
    assert _seen_call(table) == 50
    assert _selected_calls(table) == [50]
    assert calls.session.log.is_newest_selected


def test_an_older_call_stays_selected_and_where_it_is(
    calls: SessionCalls, table: CallsTable
) -> None:
    for _ in range(50):
        calls.add(run_ns=MS)
    _click_row(table, 2)
    calls.add(run_ns=MS)
    calls.add(run_ns=MS)
    assert (_current_call(table), _selected_calls(table)) == (48, [48])
    assert calls.session.log.selected_call == 48
    assert _seen_call(table) == 50, "the rows that were seen moved"
    calls.session.log.select_newest()
    assert (_current_call(table), _seen_call(table)) == (52, 52)
    calls.add(run_ns=MS)
    assert _seen_call(table) == _current_call(table) == 53


def test_scrolling_away_is_not_undone_by_new_calls(calls: SessionCalls, table: CallsTable) -> None:
    for _ in range(50):
        calls.add(run_ns=MS)
    _turn_wheel(table, -3)
    seen = _seen_call(table)
    assert seen < 48
    calls.add(run_ns=MS)
    assert (_seen_call(table), _selected_calls(table)) == (seen, [50])
    QTest.keyClick(table.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    calls.add(run_ns=MS)
    assert _seen_call(table) == _current_call(table) == 52


def test_a_new_call_is_the_only_one_selected_whatever_key_is_held(
    calls: SessionCalls, table: CallsTable
) -> None:
    calls.add(run_ns=MS)
    QTest.keyPress(table.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    calls.add(run_ns=MS)
    QTest.keyRelease(table.view, Qt.Key.Key_Control)
    assert _selected_calls(table) == [2]


def test_rows_are_copied_as_they_are_shown(calls: SessionCalls, table: CallsTable) -> None:
    for run_ms in (1, 2, 3):
        calls.add(run_ns=run_ms * MS, model="/models/deep/toy")
    _click_row(table, 0)
    _click_row(table, 1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    header, *rows = QGuiApplication.clipboard().text().splitlines()
    assert header.split("\t") == [column.header() for column in COLUMNS]
    shown = [
        [table.model.index(row, column).data() for column in range(len(COLUMNS))] for row in (0, 1)
    ]
    assert [row.split("\t") for row in rows] == shown
    assert [row[0] for row in shown] == ["3", "2"]


def test_a_click_on_a_header_sorts(calls: SessionCalls, table: CallsTable) -> None:
    for run_ms in (2, 1, 3):
        calls.add(run_ns=run_ms * MS)
    header = table.view.horizontalHeader()
    run = next(number for number, column in enumerate(COLUMNS) if column.name == "run")
    x = header.sectionViewportPosition(run) + 8
    at = header.rect().center()
    at.setX(x)
    press(header.viewport(), at)
    shown = [table.model.summary(row).run_ns for row in range(3)]
    assert shown in ([MS, 2 * MS, 3 * MS], [3 * MS, 2 * MS, MS])


def test_columns_that_matter_least_give_way(
    qtbot: QtBot, calls: SessionCalls, table: CallsTable
) -> None:
    assert {"call", "model", "arm", "cache", "run", "status"} <= set(_visible(table))
    assert table.view.horizontalScrollBar().maximum() == 0
    table.resize(1500, 200)
    qtbot.waitUntil(lambda: len(_visible(table)) == len(COLUMNS))
    table.resize(600, 200)
    qtbot.waitUntil(lambda: "strategy" not in _visible(table))
    assert {"call", "model", "cache", "run", "status"} <= set(_visible(table))


def test_csv(
    calls: SessionCalls,
    table: CallsTable,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls.add(run_ns=19 * MS)
    path = tmp_path / "calls.csv"
    monkeypatch.setattr(QFileDialog, "exec", lambda self: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: [str(path)])
    button = table.findChild(ExportButton)
    assert isinstance(button, ExportButton)
    button.menu().actions()[0].trigger()
    assert len(path.read_text("utf-8-sig").splitlines()) == 2


def test_the_header_does_not_look_at_every_selected_row(
    qtbot: QtBot, calls: SessionCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    count_rows = CallsTableModel.rowCount

    def count(*given: Any) -> int:
        asked.append(1)
        return count_rows(*given)

    monkeypatch.setattr(CallsTableModel, "rowCount", count)
    calls.add_many(3000)
    session = calls.session
    made = CallsTable(session.log, session.notices, session.table_layouts)
    qtbot.addWidget(made)
    made.resize(600, 200)
    with qtbot.waitExposed(made):
        made.show()
    made.view.selectAll()
    asked.clear()
    made.view.horizontalHeader().viewport().grab()
    assert len(asked) < 3000
    assert made.selected_calls() == list(range(1, 3001))
