"""Both plots show the same calls."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.plots.session_calls import MS, SessionCalls, redraw, show
from xla_playground.core.call.record import Cache
from xla_playground.core.window.plot_settings import PlotSettings, Scale
from xla_playground.ui.plots.latency.latency_plot import LatencyPlot
from xla_playground.ui.plots.phases.phases_plot import PhasesPlot
from xla_playground.ui.plots.shared.shown_calls import (
    FOLLOWED_CALLS,
    LEAST_CALLS,
    ShownCalls,
    ViewMode,
)


def test_the_latest_calls_are_followed_and_fit_shows_all(calls: SessionCalls) -> None:
    low, high = calls.shown.x_range()
    assert low < 1 < LEAST_CALLS < high
    for _ in range(FOLLOWED_CALLS + 20):
        calls.add(run_ns=MS)
    low, high = calls.shown.x_range()
    assert 18 < low < 21 < FOLLOWED_CALLS + 20 < high
    calls.shown.set_mode(ViewMode.FIT)
    assert calls.shown.x_range()[0] < 1
    calls.shown.set_range(10.0, 20.0)
    assert calls.shown.x_range() == (10.0, 20.0)
    calls.log.clear()
    assert calls.shown.mode is ViewMode.FOLLOW


def test_settings_change_once(qtbot: QtBot, calls: SessionCalls) -> None:
    shown = ShownCalls(calls.log, PlotSettings(latency_scale=Scale.LINEAR), calls.session)
    assert shown.scale_of("latency") is Scale.LINEAR
    with qtbot.waitSignal(shown.changed):
        shown.set_scale("latency", Scale.LOG)
    with qtbot.assertNotEmitted(shown.changed):
        shown.set_scale("latency", Scale.LOG)
    assert shown.settings == PlotSettings()


@pytest.mark.parametrize("mode", [ViewMode.FOLLOW, ViewMode.FIT, ViewMode.FREE])
def test_a_call_stands_at_the_same_place_in_both_plots(
    qtbot: QtBot, calls: SessionCalls, mode: ViewMode
) -> None:
    calls.add(cache=Cache.MISS, trace_ns=900 * MS, run_ns=20 * MS)
    for _ in range(80):
        calls.add(run_ns=19 * MS)
    calls.add(cache=Cache.MISS, padded_length=16, trace_ns=900 * MS, run_ns=20 * MS)
    plots = (
        PhasesPlot(calls.log, calls.notices, calls.shown),
        LatencyPlot(calls.log, calls.notices, calls.shown),
    )
    for plot in plots:
        qtbot.addWidget(plot)
        show(qtbot, plot)
    if mode is ViewMode.FREE:
        view = plots[0].plot.getViewBox()
        view.setXRange(30, 45, padding=0)
        view.sigRangeChangedManually.emit([True, False])
    else:
        calls.shown.set_mode(mode)
    for plot in plots:
        redraw(qtbot, plot)
    first, second = (plot.plot.getViewBox().viewRange()[0] for plot in plots)
    assert first == second
    assert (first == [30, 45]) is (mode is ViewMode.FREE)
    left, right = (plot.plot.getViewBox().sceneBoundingRect() for plot in plots)
    assert (left.left(), left.width()) == (right.left(), right.width())
