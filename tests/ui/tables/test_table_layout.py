"""Widths, order and sorting of columns: arranged with the mouse, kept, reset."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.plots.session_calls import MS, SessionCalls, press
from xla_playground.core.window.table_layout import TableLayout
from xla_playground.ui.state.table_layouts import TableLayouts
from xla_playground.ui.tables.call_columns_spec import COLUMNS
from xla_playground.ui.tables.calls_table import CallsTable
from xla_playground.ui.tables.calls_view import CallsView

RUN = next(number for number, column in enumerate(COLUMNS) if column.name == "run")
ARM = next(number for number, column in enumerate(COLUMNS) if column.name == "arm")


@pytest.fixture
def table(qtbot: QtBot, calls: SessionCalls) -> CallsTable:
    for run_ms in (2, 1, 3):
        calls.add(run_ns=run_ms * MS)
    session = calls.session
    made = CallsTable(session.log, session.notices, session.table_layouts)
    qtbot.addWidget(made)
    made.resize(1200, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _again(qtbot: QtBot, calls: SessionCalls, layouts: TableLayouts) -> CallsView:
    """A table that is opened later, with what the settings kept."""
    kept = {
        name: TableLayout.model_validate_json(layout.model_dump_json())
        for name, layout in layouts.by_name.items()
    }
    calls.session.table_layouts = TableLayouts(kept, calls.session)
    made = CallsTable(calls.session.log, calls.session.notices, calls.session.table_layouts)
    qtbot.addWidget(made)
    made.resize(1200, 200)
    made.show()
    return made.view


def _drag_edge(view: CallsView, column: int, by: int) -> None:
    header = view.horizontalHeader()
    right = header.sectionViewportPosition(column) + header.sectionSize(column)
    _drag(view, right - 2, right - 2 + by)


def _drag(view: CallsView, start: int, end: int) -> None:
    header = view.horizontalHeader()
    y = header.height() // 2
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(header.viewport(), left, none, QPoint(start, y))
    for x in range(start, end, 5 if end > start else -5):
        QTest.mouseMove(header.viewport(), QPoint(x, y))
    QTest.mouseMove(header.viewport(), QPoint(end, y))
    QTest.mouseRelease(header.viewport(), left, none, QPoint(end, y))


def test_a_dragged_width_is_kept_and_follows_the_font(
    qtbot: QtBot, calls: SessionCalls, table: CallsTable
) -> None:
    before = table.view.columnWidth(ARM)
    _drag_edge(table.view, ARM, 60)
    assert table.view.columnWidth(ARM) == pytest.approx(before + 60, abs=2)
    later = _again(qtbot, calls, calls.session.table_layouts)
    assert later.columnWidth(ARM) == pytest.approx(before + 60, abs=2)
    font, line = later.font(), later.fontMetrics().height()
    font.setPointSizeF(font.pointSizeF() * 2)
    later.setFont(font)
    scale = later.fontMetrics().height() / line
    assert later.columnWidth(ARM) == pytest.approx((before + 60) * scale, rel=0.05)
    assert later.columnWidth(RUN) > table.view.columnWidth(RUN) * 1.5


def test_a_moved_column_is_kept(qtbot: QtBot, calls: SessionCalls, table: CallsTable) -> None:
    header = table.view.horizontalHeader()
    start = header.sectionViewportPosition(RUN) + 20
    _drag(table.view, start, 5)
    assert header.visualIndex(RUN) == 0
    later = _again(qtbot, calls, calls.session.table_layouts)
    assert later.horizontalHeader().visualIndex(RUN) == 0


def test_sorting_is_kept_and_all_is_reset(
    qtbot: QtBot, calls: SessionCalls, table: CallsTable
) -> None:
    header = table.view.horizontalHeader()
    before = table.view.columnWidth(ARM)
    at = QPoint(header.sectionViewportPosition(RUN) + 12, header.height() // 2)
    press(header.viewport(), at)
    _drag_edge(table.view, ARM, 60)
    later = _again(qtbot, calls, calls.session.table_layouts)
    model = later.model()
    shown = [model.index(row, RUN).data() for row in range(3)]
    assert shown in (["1.00 ms", "2.00 ms", "3.00 ms"], ["3.00 ms", "2.00 ms", "1.00 ms"])
    calls.session.table_layouts.reset()
    assert later.columnWidth(ARM) == before
    assert [model.index(row, 0).data() for row in range(3)] == ["3", "2", "1"]
    assert calls.session.table_layouts.by_name == {}


@pytest.mark.parametrize(
    "broken",
    [
        TableLayout(columns=3),
        TableLayout(columns=len(COLUMNS), order=(0, 0, 1)),
        TableLayout(columns=len(COLUMNS), widths={99: 3.0}),
        TableLayout(columns=len(COLUMNS), widths={1: -3.0}),
        TableLayout(columns=len(COLUMNS), sorted_by=99),
    ],
)
def test_what_fits_no_table_is_left_out(
    qtbot: QtBot, calls: SessionCalls, table: CallsTable, broken: TableLayout
) -> None:
    later = _again(qtbot, calls, TableLayouts({"calls_view": broken}))
    assert later.columnWidth(ARM) == table.view.columnWidth(ARM)
    assert later.horizontalHeader().sortIndicatorSection() == 0
