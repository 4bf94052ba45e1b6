from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.plots.session_calls import MS, SessionCalls
from xla_playground.core.call.record import Cache, Status
from xla_playground.core.call.request import Arm
from xla_playground.ui.tables.call_columns_spec import COLUMNS
from xla_playground.ui.tables.calls_table_model import CallsTableModel
from xla_playground.ui.text.call_text import call_tooltip

NUMBER_OF = {column.name: number for number, column in enumerate(COLUMNS)}


@pytest.fixture
def model(qtbot: QtBot, calls: SessionCalls) -> CallsTableModel:
    made = CallsTableModel(calls.session.log, calls.session)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def _cell(
    model: CallsTableModel, row: int, name: str, role: int = Qt.ItemDataRole.DisplayRole
) -> Any:
    return model.data(model.index(row, NUMBER_OF[name]), role)


def _calls(model: CallsTableModel) -> list[int]:
    return [model.summary(row).call for row in range(model.rowCount())]


def test_a_row_says_what_happened(calls: SessionCalls, model: CallsTableModel) -> None:
    calls.add(
        cache=Cache.MISS,
        reason="num_beams 2 → 4",
        trace_ns=1_200_000_001,
        compile_ns=1500 * MS,
        store_ns=7 * MS,
        run_ns=19 * MS,
        model="/models/deep/toy",
    )
    row = {name: _cell(model, 0, name) for name in NUMBER_OF}
    del row["time"]
    assert row == {
        "call": "1",
        "model": "toy",
        "arm": "xla",
        "recipe": "documented",
        "strategy": "greedy",
        "shape": "1×8",
        "tokens": "4",
        "cache": "miss",
        "trace": "1.20 s",
        "compile": "1.50 s",
        "load": "–",
        "store": "7.00 ms",
        "run": "19.0 ms",
        "total": "2.73 s",
        "first_token": "–",
        "status": "completed",
    }
    assert "1,200,000,001 ns" in _cell(model, 0, "trace", Qt.ItemDataRole.ToolTipRole)
    assert "num_beams 2 → 4" in _cell(model, 0, "cache", Qt.ItemDataRole.ToolTipRole)
    assert "did not happen" in _cell(model, 0, "load", Qt.ItemDataRole.ToolTipRole)
    assert "/models/deep/toy" in _cell(model, 0, "model", Qt.ItemDataRole.ToolTipRole)


def test_durations_stand_at_the_right(calls: SessionCalls, model: CallsTableModel) -> None:
    calls.add(run_ns=MS)
    alignment = _cell(model, 0, "run", Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight
    assert not _cell(model, 0, "arm", Qt.ItemDataRole.TextAlignmentRole) & (
        Qt.AlignmentFlag.AlignRight
    )


def test_a_model_name_is_no_markup(calls: SessionCalls, model: CallsTableModel) -> None:
    calls.add(model="<b>bold</b><img src=x>", run_ns=MS)
    assert "<img" not in _cell(model, 0, "run", Qt.ItemDataRole.ToolTipRole)


def test_a_cancelled_call_has_neither_shape_nor_durations(
    calls: SessionCalls, model: CallsTableModel
) -> None:
    calls.add(status=Status.CANCELLED, padded_length=0)
    assert "×" not in _cell(model, 0, "call", Qt.ItemDataRole.ToolTipRole)
    for name in ("shape", "cache", "trace", "compile", "load", "run", "total"):
        assert _cell(model, 0, name) == "–"
    assert _cell(model, 0, "status") == "cancelled"
    assert _cell(model, 0, "status", Qt.ItemDataRole.ForegroundRole) is not None


def test_the_newest_is_on_top(calls: SessionCalls, model: CallsTableModel) -> None:
    for _ in range(3):
        calls.add(run_ns=MS)
    assert _calls(model) == [3, 2, 1]
    assert model.row_of(3) == 0
    assert model.row_of(1) == 2
    assert model.row_of(4) is None


def test_sorting_and_then_adding_keeps_the_order(
    calls: SessionCalls, model: CallsTableModel
) -> None:
    for run_ms in (20, 10, 30, 10):
        calls.add(run_ns=run_ms * MS)
    kept = QPersistentModelIndex(model.index(model.row_of(3) or 0, 0))
    model.sort(NUMBER_OF["run"], Qt.SortOrder.AscendingOrder)
    assert _calls(model) == [2, 4, 1, 3]
    assert model.summary(kept.row()).call == 3
    calls.add(run_ns=15 * MS)
    calls.add(status=Status.CANCELLED)
    assert _calls(model) == [6, 2, 4, 5, 1, 3]
    model.sort(NUMBER_OF["run"], Qt.SortOrder.DescendingOrder)
    assert _calls(model) == [3, 1, 5, 4, 2, 6]
    calls.add(run_ns=25 * MS)
    assert _calls(model) == [3, 7, 1, 5, 4, 2, 6]
    assert model.summary(kept.row()).call == 3
    assert model.row_of(7) == 1
    model.sort(-1)
    assert _calls(model) == [7, 6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_every_column_can_be_sorted(
    calls: SessionCalls, model: CallsTableModel, column: int
) -> None:
    calls.add(arm=Arm.EAGER, cache=Cache.NONE, run_ns=900 * MS)
    calls.add(status=Status.FAILED, error="The worker died.")
    calls.add(cache=Cache.DISK, load_ns=MS, run_ns=20 * MS)
    model.sort(column, Qt.SortOrder.AscendingOrder)
    ascending = _calls(model)
    model.sort(column, Qt.SortOrder.DescendingOrder)
    assert _calls(model) == ascending[::-1]


def test_clearing_forgets_every_row(calls: SessionCalls, model: CallsTableModel) -> None:
    calls.add(run_ns=MS)
    calls.session.log.clear()
    assert model.rowCount() == 0
    calls.add(run_ns=MS)
    assert model.rowCount() == 1


def test_100_000_rows_are_asked_for_only_where_seen(qtbot: QtBot, calls: SessionCalls) -> None:
    calls.add_many(100_000)
    model = CallsTableModel(calls.session.log, calls.session)
    assert model.rowCount() == 100_000
    assert _cell(model, 0, "call") == "100,000"
    model.sort(NUMBER_OF["total"], Qt.SortOrder.DescendingOrder)
    assert _cell(model, 0, "compile") == "2.00 s"
    calls.add(run_ns=1)
    assert _cell(model, 100_000, "run") == "1 ns"


def test_the_tooltip_says_how_the_sequences_ended(
    calls: SessionCalls, model: CallsTableModel
) -> None:
    summary = calls.add()
    assert "sequences: ended" in _cell(model, 0, "call", Qt.ItemDataRole.ToolTipRole)
    mixed = call_tooltip(summary._replace(ended_by="limit end limit"))
    assert "sequences: 2 of 3 cut at the limit" in mixed
    assert "sequences" not in call_tooltip(summary._replace(ended_by=None))


def test_the_first_token_of_a_call_with_blocks(calls: SessionCalls, model: CallsTableModel) -> None:
    calls.add(run_ns=19 * MS)
    calls.add(run_ns=19 * MS, first_token_ns=5 * MS)
    assert [_cell(model, row, "first_token") for row in (0, 1)] == ["5.00 ms", "–"]
    column = COLUMNS[NUMBER_OF["first_token"]]
    assert "first block of a call that streams" in column.header_tooltip()


def test_a_call_beside_a_build_is_marked(calls: SessionCalls, model: CallsTableModel) -> None:
    for beside in (False, True):
        calls.add(ran_beside_build=beside)
    assert [_cell(model, row, "cache") for row in (0, 1)] == ["memory *", "memory"]
    assert _cell(model, 0, "cache", Qt.ItemDataRole.FontRole) is None  # it is no first call
    marked, plain = (_cell(model, row, "run", Qt.ItemDataRole.ToolTipRole) for row in (0, 1))
    assert "ran while another program was compiled" in marked
    assert "while another" not in plain


def test_a_filter_sorts_nothing(
    calls: SessionCalls, model: CallsTableModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    for run_ms in (3, 1, 2, 4):
        calls.add(run_ns=run_ms * MS)
    model.sort(NUMBER_OF["run"], Qt.SortOrder.AscendingOrder)
    assert _calls(model) == [2, 3, 1, 4]
    asked: list[int] = []
    columns = [
        replace(column, sort_key=lambda summary: asked.append(summary.call)) for column in COLUMNS
    ]
    with monkeypatch.context() as patched:
        patched.setattr("xla_playground.ui.tables.calls_table_model.COLUMNS", columns)
        model.show_only(frozenset({1, 2, 4}))
        assert _calls(model) == [2, 1, 4]
        assert model.row_of(4) == 2
        assert model.row_of(3) is None
        assert [summary.call for summary in model.summaries] == [1, 2, 4]
        assert model.ranges_of([2, 4]) == [range(1), range(2, 3)]
        assert model.calls_in([0, 2]) == [2, 4]
        model.show_only(None)
    assert asked == []
    assert _calls(model) == [2, 3, 1, 4]
    model.show_only(frozenset({1}))
    calls.add(run_ns=1)
    assert _calls(model) == [1]
    model.show_only(None)
    assert _calls(model) == [5, 2, 3, 1, 4]
