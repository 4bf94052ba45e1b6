from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.plots.session_calls import MS, SessionCalls, click, hover, press, redraw, show
from xla_playground.core.call.record import Cache
from xla_playground.ui.plots.latency.latency_curve import LatencyCurve
from xla_playground.ui.plots.latency.latency_plot import (
    FOLLOWED_CALLS,
    MAX_POINTS,
    MAX_SERIES,
    LatencyPlot,
)
from xla_playground.ui.plots.shared.colors import DARK
from xla_playground.ui.style.theme import dark_palette

# the offscreen platform cannot raise a tooltip's window
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture
def plot(qtbot: QtBot, calls: SessionCalls) -> LatencyPlot:
    made = LatencyPlot(calls.session.log, calls.session.notices)
    qtbot.addWidget(made)
    return made


def _shown(plot: LatencyPlot) -> list[LatencyCurve]:
    return [curve for curve in plot.curves if curve.series is not None]


def _is_below(plot: LatencyPlot) -> bool:
    return plot._legend.is_below


def _points(curve: LatencyCurve) -> list[tuple[float, float]]:
    """Call and run time in ms of every point."""
    x, y = curve.points.getData()
    return [(float(a), round(10 ** float(b) / MS, 6)) for a, b in zip(x, y, strict=True)]


def test_the_hint_stays_until_there_is_a_steady_call(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    show(qtbot, plot)
    assert plot._hint.isVisible()
    calls.add(cache=Cache.MISS, trace_ns=MS, run_ns=MS)
    redraw(qtbot, plot)
    assert plot._hint.isVisible()
    assert _shown(plot) == []
    calls.add(run_ns=MS)
    redraw(qtbot, plot)
    assert not plot._hint.isVisible()
    assert len(_shown(plot)) == 1


def test_a_curve_for_each_specialization_with_median_and_p95(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add(cache=Cache.MISS, trace_ns=900 * MS, run_ns=20 * MS)
    for run_ms in (18, 19, 23):
        calls.add(run_ns=run_ms * MS)
    calls.add(padded_length=16, run_ns=40 * MS)
    show(qtbot, plot)
    by_length = {c.series.key.padded_length: c for c in _shown(plot) if c.series is not None}
    assert _points(by_length[8]) == [(2, 18), (3, 19), (4, 23)]
    assert _points(by_length[16]) == [(5, 40)]
    legend = by_length[8].legend.text
    assert "median 19.0 ms, p95 22.6 ms, n 3" in legend
    assert "greedy · 1×8+32" in legend
    assert by_length[8].series is not None
    assert by_length[8].series.key.label() in by_length[8].legend.toolTip()
    _, medians = by_length[8].median.getData()
    assert 10 ** medians[0] / MS == pytest.approx(19)


def test_a_specialization_keeps_its_colour(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add(padded_length=8, run_ns=MS)
    show(qtbot, plot)
    (first,) = _shown(plot)
    calls.add(padded_length=16, run_ns=MS)
    redraw(qtbot, plot)
    assert first.series is not None
    assert first.series.key.padded_length == 8
    assert len(_shown(plot)) == 2


def test_of_hundreds_the_most_recent_are_shown(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add_many(1000, specializations=300)
    plot.resize(900, 500)
    with qtbot.waitSignal(plot._clock.redraw_due):
        plot.show()
    assert len(_shown(plot)) == MAX_SERIES
    last_calls = {c.series.calls[-1] for c in _shown(plot) if c.series is not None}
    assert last_calls == set(range(1000 - MAX_SERIES, 1000))  # the 1,000th compiled
    assert plot._legend._remark.text == f"and {FOLLOWED_CALLS - MAX_SERIES + 2} more in view"


def test_100_000_calls_are_few_points(qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot) -> None:
    calls.add_many(100_000, specializations=4)
    show(qtbot, plot)
    assert sum(len(curve.drawn.calls) for curve in plot.curves) <= 3 * FOLLOWED_CALLS
    fit = plot.findChild(QToolButton, "fit_button")
    assert isinstance(fit, QToolButton)
    press(fit)
    redraw(qtbot, plot)
    drawn = sum(len(_points(curve)) for curve in plot.curves)
    assert 100 < drawn <= MAX_POINTS
    assert "extremes" in plot._header.text


def test_hovering_and_clicking_a_point(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    for run_ms in (18, 19, 23):
        calls.add(run_ns=run_ms * MS)
    show(qtbot, plot)
    at = (2, math.log10(19 * MS))
    text = hover(qtbot, plot, *at)
    assert "Call 2" in text
    assert "run 19.0 ms" in text
    assert "memory" in text
    with qtbot.waitSignal(calls.session.log.call_selected) as selected:
        click(plot, *at)
    assert selected.args is not None
    assert selected.args[0].call == 2
    redraw(qtbot, plot)
    assert plot.ring.getData()[0].tolist() == [2]


def test_the_legend_goes_below_where_a_dock_is_narrow(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    for length in range(8, 72, 8):
        calls.add(padded_length=length, run_ns=MS)
    plot.resize(430, 250)
    with qtbot.waitSignal(plot._clock.redraw_due):
        plot.show()
    assert _is_below(plot)
    assert 2 <= len(_shown(plot)) < MAX_SERIES
    plot.resize(900, 500)
    redraw(qtbot, plot)
    assert not _is_below(plot)
    assert len(_shown(plot)) == MAX_SERIES


@pytest.mark.parametrize("size", [(240, 150), (300, 250), (640, 320)])
def test_the_newest_calls_are_in_the_view_whatever_the_legend_needs(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot, size: tuple[int, int]
) -> None:
    for number in range(12):
        options = {"strategy": "beam", "num_beams": 4, "max_new_tokens": 32 + number % 2}
        calls.add(padded_length=1000, options=options, run_ns=MS)
    plot.resize(*size)
    with qtbot.waitSignal(plot._clock.redraw_due):
        plot.show()
    first = plot.font()
    for scale in (1.0, 1.5, 2.0, 1.0):
        font = QFont(first)
        font.setPointSizeF(first.pointSizeF() * scale)
        plot.setFont(font)
        redraw(qtbot, plot)
        QApplication.processEvents()
        right = plot.plot.mapRectToScene(plot.plot.rect()).right()
        assert right <= plot._graphics.viewport().width(), scale


def test_a_cleared_history_frees_every_curve(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    calls.session.log.clear()
    redraw(qtbot, plot)
    assert _shown(plot) == []
    assert all(_points(curve) == [] for curve in plot.curves)
    assert plot._hint.isVisible()


def test_colours_change_live(qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    plot.setPalette(dark_palette())
    redraw(qtbot, plot)
    assert DARK.series[0] in plot.curves[0].legend.text
