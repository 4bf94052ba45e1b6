"""Rows that are set again keep what is selected and scrolled to."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from xla_playground.ui.tables.rows_model import Column, RowsModel
from xla_playground.ui.tables.rows_view import RowsView


@dataclass(frozen=True)
class Row:
    name: str
    uses: int = 0


COLUMNS = (
    Column[Row]("Name", lambda row: row.name),
    Column[Row]("Uses", lambda row: str(row.uses), sort_key=lambda row: row.uses),
)


@pytest.fixture
def view(qtbot: QtBot) -> RowsView:
    model = RowsModel(COLUMNS, key=lambda row: row.name)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    made = RowsView(model, "Nothing here")
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(400, 120)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _model(view: RowsView) -> RowsModel[Row]:
    model = view.model()
    assert isinstance(model, RowsModel)
    return model


def _names(view: RowsView) -> str:
    model = _model(view)
    return "".join(model.row(number).name for number in range(model.rowCount()))


def _selected(view: RowsView) -> str:
    return "".join(_model(view).row(number).name for number in view.selected_row_numbers())


def _click(view: RowsView, name: str) -> None:
    at = view.visualRect(_model(view).index(_names(view).index(name), 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


@pytest.mark.parametrize("after", ["abc", "cba", "xabcy", "cxb", "bzyx", "b"])
def test_what_is_selected_stays_whatever_comes_and_goes(view: RowsView, after: str) -> None:
    _model(view).set_rows([Row(name) for name in "abc"])
    _click(view, "b")
    _model(view).set_rows([Row(name, uses=3) for name in after])
    assert _names(view) == after
    assert _selected(view) == "b"
    assert _model(view).row(after.index("b")).uses == 3
    assert view.currentIndex().row() == after.index("b")


def test_a_row_that_is_gone_is_not_selected(view: RowsView) -> None:
    _model(view).set_rows([Row(name) for name in "abc"])
    _click(view, "b")
    _model(view).set_rows([Row(name) for name in "ac"])
    assert _selected(view) == ""


def test_the_order_of_the_user_stays(view: RowsView) -> None:
    _model(view).set_rows([Row("a", 2), Row("b", 1), Row("c", 3)])
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert _names(view) == "bac"
    _click(view, "a")
    _model(view).set_rows([Row("d", 4), Row("a", 5), Row("b", 1), Row("c", 3)])
    assert _names(view) == "bcda"
    assert _selected(view) == "a"
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert _names(view) == "dabc"


def test_rows_alike_are_all_shown(view: RowsView) -> None:
    _model(view).set_rows([Row("a"), Row("a"), Row("b")])
    assert _names(view) == "aab"
    _model(view).set_rows([Row("b"), Row("a"), Row("a"), Row("a")])
    assert _names(view) == "baaa"


def test_rows_above_what_is_seen_do_not_move_it(qtbot: QtBot, view: RowsView) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    _model(view).set_rows([Row(name) for name in letters])
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 5)
    view.verticalScrollBar().setValue(5)
    assert _names(view)[view.rowAt(1)] == "f"
    _model(view).set_rows([Row(name) for name in "äö" + letters])
    assert _names(view)[view.rowAt(1)] == "f"
    _model(view).set_rows([Row(name) for name in letters[2:]])
    assert _names(view)[view.rowAt(1)] == "f"


def test_selected_rows_are_copied_with_a_header(view: RowsView) -> None:
    _model(view).set_rows([Row("=a", 1), Row("b", 2), Row("c", 3)])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().setText("as it was")
    _click_first(view)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Name\tUses\n'=a\t1\nb\t2\n"
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    next(a for a in view.actions() if a.objectName() == "copy_rows").trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 4
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu


def _click_first(view: RowsView) -> None:
    at = view.visualRect(_model(view).index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
