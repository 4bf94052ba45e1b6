"""The page that says how good the forecasts of first calls were."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from tests.ui.conftest import Opened
from xla_playground.core.advice.calibration import ForecastCheck, forecast_check
from xla_playground.core.call.record import Record
from xla_playground.ui.tables.rows_view import RowsView


def test_first_calls_are_listed_with_their_forecasts(
    window: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def checked(record: Record) -> ForecastCheck | None:
        threads.append(threading.current_thread())
        return forecast_check(record)

    monkeypatch.setattr("xla_playground.ui.dialogs.forecasts_dialog.forecast_check", checked)
    for calls in (1, 2):
        window.press_run()
        window.wait_for_calls(calls)
    window.action("forecasts").trigger()
    dialog = window.find(QDialog, "forecasts_dialog")
    summary = dialog.findChild(QLabel, "forecasts_summary")
    assert summary is not None
    assert summary.text() == "Reading the latest first calls …"
    window.qtbot.waitUntil(lambda: not summary.text().startswith("Reading"))
    assert summary.text().startswith("1 of 1 first call took a time within its forecast")
    assert threads
    assert threading.main_thread() not in threads
    view = dialog.findChild(RowsView, "forecasts_view")
    assert view is not None
    model = view.model()
    (row,) = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert row[1:] == ["1", "miss", "1.2 to 9.2 s", "3.02 s", "✓"]
    dialog.reject()
