"""Two windows on one history, of which the other holds the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.bridge.test_history_keeper import held_by_another
from xla_playground.core.history.history import History
from xla_playground.ui.plots.phases.phases_plot import PhasesPlot
from xla_playground.ui.tables.calls_table import CallsTable

from .conftest import Open, Opened

#: What a write may cost the GUI thread, with some air for a busy machine.
LIMIT_MS = 30


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def one(open_window: Open, path: Path) -> Opened:
    """A window with a call in a history that others can open."""
    one = open_window(history=path)
    one.wait_until_planned()
    one.press_run()
    one.wait_for_calls(1)
    return one


def test_calls_go_on_while_another_window_holds_the_history(one: Opened, path: Path) -> None:
    times: list[float] = []
    add = one.session.log.keeper.add

    def add_timed(record: object) -> object:
        start = time.perf_counter()
        entry = add(record)  # type: ignore[arg-type]
        times.append((time.perf_counter() - start) * 1000)
        return entry

    one.session.log.keeper.add = add_timed  # type: ignore[assignment, method-assign]
    with held_by_another(path):
        for calls in range(2, 6):
            one.press_run()
            one.wait_for_calls(calls)
            assert one.text("output_title").startswith(f"Call {calls}")
        one.session.log.select(3)
        assert one.text("output_title").startswith("Call 3")
        assert max(times) < LIMIT_MS
        one.qtbot.waitUntil(
            lambda: "Another program holds the history" in one.text("notice_text"), timeout=10_000
        )
    one.window.close()
    again = History(path)
    assert [summary.call for summary in again.summaries()] == [1, 2, 3, 4, 5]
    again.close()


def test_calls_whose_numbers_were_taken_are_shown_with_their_own(one: Opened, path: Path) -> None:
    with held_by_another(path) as other:
        one.press_run()
        one.wait_for_calls(2)
        assert one.text("output_title").startswith("Call 2")
        row = other.execute("SELECT * FROM calls").fetchone()
        marks = ", ".join("?" * len(row))
        other.execute(f"INSERT INTO calls VALUES ({marks})", (2, *row[1:]))
    one.qtbot.waitUntil(lambda: one.text("output_title").startswith("Call 3"), timeout=10_000)
    assert [summary.call for summary in one.session.log.summaries] == [1, 3]
    table = one.find(CallsTable, "calls_table")
    assert [table.model.index(row, 0).data() for row in range(2)] == ["3", "1"]
    assert table.model.row_of(3) == 0
    series = next(iter(one.session.log.book))
    assert series.calls == [3]
    plot = one.find(PhasesPlot, "phases_plot")
    one.qtbot.waitUntil(lambda: list(plot._columns.calls) == [1, 3])
    one.press_run()
    one.wait_for_calls(3)
    assert one.session.log.summaries[-1].call == 4
