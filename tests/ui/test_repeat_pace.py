"""During a repeat all that follows the calls is brought up to date a few times, not at each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QSpinBox

from xla_playground.ui.pages.seconds_page import SecondsPage
from xla_playground.ui.state.pacing import redraw_clock
from xla_playground.ui.tables.calls_table_model import CallsTableModel
from xla_playground.ui.tables.calls_view import CallsView

from .conftest import Opened

CALLS = 50


def _begin_repeat(window: Opened) -> None:
    window.find(QSpinBox, "repeat").setValue(CALLS)
    window.press_run()
    window.qtbot.waitUntil(lambda: window.session.runner.is_busy)


def _rows(window: Opened) -> int:
    return window.find(CallsView, "calls_view").model().rowCount()


@pytest.fixture
def slow(window: Opened, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A window with a call, which from now on waits an hour between two redraws."""
    window.press_run()
    window.wait_for_calls(1)
    monkeypatch.setattr(redraw_clock, "REDRAW_INTERVAL_MS", 3_600_000)
    return window


def test_a_repeat_brings_views_up_to_date_once_an_interval(slow: Opened) -> None:
    log, table = slow.session.log, slow.find(CallsView, "calls_view").model()
    inserted, reset = QSignalSpy(table.rowsInserted), QSignalSpy(table.modelReset)
    added, selected = QSignalSpy(log.records_added), QSignalSpy(log.call_selected)
    _begin_repeat(slow)
    slow.wait_for_calls(1 + CALLS)
    assert (inserted.count(), reset.count(), added.count(), selected.count()) == (1, 0, 1, 1)
    (records,) = added.at(0)
    assert [record.call for record in records] == list(range(2, 2 + CALLS))
    assert _rows(slow) == 1 + CALLS
    assert slow.text("output_title").startswith(f"Call {1 + CALLS} ")


def test_a_single_call_is_shown_at_once(slow: Opened) -> None:
    for calls in (2, 3):
        slow.press_run()
        slow.wait_for_calls(calls)
        assert _rows(slow) == calls
        assert slow.text("output_title").startswith(f"Call {calls} ")


def test_what_waits_is_shown_when_a_repeat_is_cancelled(slow: Opened) -> None:
    log = slow.session.log
    _begin_repeat(slow)
    slow.qtbot.waitUntil(lambda: len(log.summaries) >= 3)
    slow.press_escape()
    slow.qtbot.waitUntil(lambda: not slow.session.runner.is_busy)
    assert _rows(slow) == len(log.summaries) < 1 + CALLS


def test_newest_leads_to_a_call_that_waits(slow: Opened) -> None:
    log = slow.session.log
    slow.press_run()
    slow.wait_for_calls(2)
    log.select(1)
    _begin_repeat(slow)
    slow.qtbot.waitUntil(lambda: len(log.summaries) >= 4)
    assert _rows(slow) == 2
    slow.click("newest_button")
    shown = log.selected_call or 0
    assert shown >= 4
    assert _rows(slow) == len(log.summaries) == shown
    slow.press_escape()
    slow.qtbot.waitUntil(lambda: not slow.session.runner.is_busy)


def test_an_older_call_stays_while_others_wait(slow: Opened) -> None:
    log = slow.session.log
    slow.press_run()
    slow.wait_for_calls(2)
    _begin_repeat(slow)
    slow.qtbot.waitUntil(lambda: len(log.summaries) >= 4)
    log.select(1)
    slow.wait_for_calls(2 + CALLS)
    assert slow.text("output_title").startswith("Call 1 ")
    assert slow.find(QAbstractButton, "newest_button").isVisible()


def test_calls_of_a_repeat_keep_the_order_of_a_sorted_table(slow: Opened) -> None:
    view = slow.find(CallsView, "calls_view")
    model = view.model()
    assert isinstance(model, CallsTableModel)
    texts = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    view.sortByColumn(texts.index("Total"), Qt.SortOrder.AscendingOrder)
    _begin_repeat(slow)
    slow.wait_for_calls(1 + CALLS)
    totals = [model.summary(row).total_ns for row in range(model.rowCount())]
    assert len(totals) == 1 + CALLS
    assert totals == sorted(totals)


def test_seconds_are_read_again_once_for_many_calls(
    slow: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = slow.find(SecondsPage, "seconds_page")
    dock = slow.find(QDockWidget, "seconds_dock")
    dock.show()
    dock.raise_()
    painted: list[QObject] = []
    monkeypatch.setattr(page, "update", lambda: painted.append(page))
    slow.qtbot.waitUntil(lambda: not page._is_stale)
    _begin_repeat(slow)
    slow.wait_for_calls(1 + CALLS)
    assert len(painted) == 1
