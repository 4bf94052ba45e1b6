"""The parts of first calls and the memory of the worker, in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QWidget

from xla_playground.core.window.memory_track import MAX_SAMPLES, MemoryEvent, decimated
from xla_playground.ui.plots.memory_plot import MemoryPlot
from xla_playground.ui.tables.calls_table import CallsTable
from xla_playground.ui.tables.rows_view import RowsView
from xla_playground.ui.widgets.elided_label import ElidedLabel

from .conftest import Opened


def cells(view: RowsView, column: int) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def run_twice(window: Opened) -> None:
    window.window.resize(1280, 800)
    for count in (1, 2):
        window.press_run()
        window.wait_for_calls(count)


def test_a_first_call_is_broken_down_from_its_menu_and_by_a_button(window: Opened) -> None:
    run_twice(window)
    table = window.find(CallsTable, "calls_table")
    assert window.action("show_parts") in table.view.actions()
    parts, title = window.find(RowsView, "parts_view"), window.find(ElidedLabel, "parts_title")
    table.select_calls([1])
    window.action("show_parts").trigger()
    window.qtbot.waitUntil(lambda: title.text() == "Call 1")
    names = list(zip(cells(parts, 1), cells(parts, 0), strict=True))
    assert {("trace", "attention"), ("compile", "XLA passes"), ("compile", "code generation")} <= {
        *names
    }
    assert names[-1] == ("run", "–")
    assert parts.hasFocus()
    marked = [name for name, s in zip(cells(parts, 0), cells(parts, 2), strict=True) if "≈" in s]
    assert marked == ["conversion to HLO"]
    assert cells(parts, 2)[-1] == "–"  # the run has no parts: its remark says why
    assert cells(parts, 5)[-1].startswith("Nothing was measured within the run")
    table.select_calls([2])
    window.click("parts_of_call_button")
    window.qtbot.waitUntil(lambda: title.text() == "Call 2")
    assert cells(parts, 0) == []  # a steady call


def test_a_row_of_seconds_shows_the_parts_of_its_calls(window: Opened) -> None:
    run_twice(window)
    window.find(QDockWidget, "seconds_dock").raise_()
    seconds, title = window.find(RowsView, "seconds_view"), window.find(ElidedLabel, "parts_title")
    window.qtbot.waitUntil(lambda: title.text() == "All first calls" and bool(cells(seconds, 0)))
    seconds.setFocus()
    QTest.keyClick(seconds, Qt.Key.Key_Down)
    seconds.setCurrentIndex(seconds.model().index(0, 0))
    window.qtbot.waitUntil(lambda: title.text().startswith("First calls of: "))
    assert "attention" in cells(window.find(RowsView, "parts_view"), 0)


def test_the_memory_page_names_what_holds_the_memory(window: Opened) -> None:
    run_twice(window)
    window.find(QDockWidget, "memory_dock").raise_()
    view = window.find(RowsView, "memory_view")
    window.qtbot.waitUntil(lambda: len(cells(view, 0)) == 2)
    assert cells(view, 0)[-1] == "TensorFlow, models and everything else"
    track = window.session.memory.track
    events = [moment.event for moment in track.events]
    assert events.count(MemoryEvent.ADDED) == 1
    assert events.index(MemoryEvent.STARTED) < events.index(MemoryEvent.ADDED)
    window.engine.die()
    window.qtbot.waitUntil(lambda: None in [s.memory_bytes for s in track.samples])
    assert MemoryEvent.EVICTED not in [moment.event for moment in track.events]


def test_a_day_of_samples_is_drawn_from_a_few_points(window: Opened) -> None:
    window.find(QDockWidget, "memory_dock").raise_()
    plot, track = window.find(MemoryPlot, "memory_plot"), window.session.memory.track
    start = window.session.memory.now_s()
    for number in range(100_000):
        track.add(start + number, 500_000_000 + number)
    assert len(track.samples) <= MAX_SAMPLES
    assert len(decimated(track.samples, plot.width())) <= 4 * plot.width()
    assert not window.find(QWidget, "memory_plot").grab().isNull()
