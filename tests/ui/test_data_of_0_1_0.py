"""The window over a history of version 0.1.0."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from tests.ui.conftest import Open
from xla_playground.ui.plots.latency.latency_plot import LatencyPlot
from xla_playground.ui.plots.phases.phases_plot import PhasesPlot

OLD = Path(__file__).parents[1] / "data" / "history-0.1.0.sqlite3"
CALLS = 12


def test_old_calls_stay_in_the_table_and_in_the_plots(open_window: Open, tmp_path: Path) -> None:
    window = open_window(history=Path(shutil.copy(OLD, tmp_path / "history.sqlite3")))
    rows = window.find(QTableView, "calls_view").model()
    assert rows.rowCount() == CALLS
    phases = window.find(PhasesPlot, "phases_plot")
    phases._clock.redraw_due.emit()
    assert len(phases.drawn.positions) == CALLS - 2
    assert [len(item.data) for item in phases.items.markers.values()] == [1, 1]
    latency = window.find(LatencyPlot, "latency_plot")
    latency._clock.redraw_due.emit()
    series = [one for layer in latency.layers.values() for one in layer.drawn]
    assert {call for one in series for call in one.points.calls.tolist()} == {3, 6, 7, 9}
    for call in range(1, CALLS + 1):
        window.session.log.select(call)
        assert window.session.log.selected_call == call
        assert f"Call {call}" in window.text("output_title")
    window.session.log.select(4)
    window.output_view().copy_text()
    assert "TensorFlow is a deep learning library" in QGuiApplication.clipboard().text()
