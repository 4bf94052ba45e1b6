from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.mouse import double_click
from tests.ui.plots.session_calls import (
    MS,
    SessionCalls,
    click,
    hover,
    leave,
    press,
    redraw,
    show,
)
from xla_playground.core.call.record import Cache
from xla_playground.core.call.request import Arm
from xla_playground.core.window.plot_settings import Scale
from xla_playground.ui.plots.latency.latency_plot import MAX_POINTS, LatencyPlot
from xla_playground.ui.plots.latency.series_layer import DrawnSeries, SeriesLayer
from xla_playground.ui.plots.latency.series_marks import mark_of
from xla_playground.ui.plots.latency.series_rows import SeriesRow
from xla_playground.ui.plots.shared.colors import DARK
from xla_playground.ui.plots.shared.shown_calls import FOLLOWED_CALLS
from xla_playground.ui.style.theme import dark_palette

# the offscreen platform cannot raise the window of a tooltip or a menu
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@pytest.fixture
def plot(qtbot: QtBot, calls: SessionCalls) -> LatencyPlot:
    made = LatencyPlot(calls.log, calls.notices, calls.shown)
    qtbot.addWidget(made)
    return made


def _shown(plot: LatencyPlot) -> list[DrawnSeries]:
    return [one for layer in plot.layers.values() for one in layer.drawn]


def _lengths(plot: LatencyPlot) -> set[int | None]:
    """The padded lengths by which the tests tell series apart."""
    return {one.series.key.padded_length for one in _shown(plot)}


def _layer(plot: LatencyPlot, padded_length: int) -> SeriesLayer:
    return next(
        layer
        for layer in plot.layers.values()
        if any(one.series.key.padded_length == padded_length for one in layer.drawn)
    )


def _points(layer: SeriesLayer) -> list[tuple[float, float]]:
    """Call and run time in ms of every point, on a log axis."""
    x, y = layer.points.getData()
    return [(float(a), round(10 ** float(b) / MS, 6)) for a, b in zip(x, y, strict=True)]


def _rows(plot: LatencyPlot) -> list[SeriesRow]:
    return list(plot.legend.rows.rows)


def _row_at(plot: LatencyPlot, number: int) -> QPoint:
    return plot.legend.visualRect(plot.legend.rows.index(number)).center()


def _click_row(plot: LatencyPlot, number: int) -> None:
    press(plot.legend.viewport(), _row_at(plot, number))


def _show_many(qtbot: QtBot, plot: LatencyPlot, width: int, height: int) -> None:
    plot.resize(width, height)
    with qtbot.waitSignal(plot._clock.redraw_due):
        plot.show()


# ---------------------------------------------------------------- what is drawn


def test_the_hint_stays_until_there_is_a_steady_call(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    show(qtbot, plot)
    assert plot._hint.isVisible()
    calls.add(cache=Cache.MISS, trace_ns=MS, run_ns=MS)
    redraw(qtbot, plot)
    assert plot._hint.isVisible()
    assert not plot.plot.getAxis("left").grid
    assert _shown(plot) == []
    calls.add(run_ns=MS)
    redraw(qtbot, plot)
    assert not plot._hint.isVisible()
    assert len(_shown(plot)) == 1


def test_points_and_a_median_for_each_specialization(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add(cache=Cache.MISS, trace_ns=900 * MS, run_ns=20 * MS)
    for run_ms in (18, 19, 23):
        calls.add(run_ns=run_ms * MS)
    calls.add(padded_length=16, run_ns=40 * MS)
    show(qtbot, plot)
    assert _points(_layer(plot, 8)) == [(2, 18), (3, 19), (4, 23)]
    assert _points(_layer(plot, 16)) == [(5, 40)]
    first, second = _rows(plot)
    assert first.label == "greedy · 1×8+32"
    assert first.readout == "median 19.0 ms, 18 to 23 ms, n 3"
    assert second.readout == "median 40.0 ms, n 1"
    tooltip = plot.legend.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert first.key.label() in tooltip
    _, medians = _layer(plot, 8).median.getData()
    assert 10 ** medians[0] / MS == pytest.approx(19)


def test_a_p95_needs_20_calls(qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot) -> None:
    for _ in range(19):
        calls.add(run_ns=20 * MS)
    show(qtbot, plot)
    assert "p95" not in _rows(plot)[0].readout
    assert len(_layer(plot, 8).p95.getData()[0]) == 0
    calls.add(run_ns=20 * MS)
    redraw(qtbot, plot)
    assert "p95 20.0 ms" in _rows(plot)[0].readout
    assert len(_layer(plot, 8).p95.getData()[0]) == 2


def test_a_steady_state_is_rolling_or_of_all_calls(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    for run_ms in [90] * 60 + [20] * 50:
        calls.add(run_ns=run_ms * MS)
    show(qtbot, plot)
    x, y = _layer(plot, 8).median.getData()
    assert x.tolist() == [60.6, 110.4]
    assert 10 ** y[0] / MS == pytest.approx(20)
    assert "n last 50 of 110" in _rows(plot)[0].readout
    button = plot.findChild(QToolButton, "rolling_button")
    assert isinstance(button, QToolButton)
    press(button)
    redraw(qtbot, plot)
    x, y = _layer(plot, 8).median.getData()
    assert x.tolist() == [0.6, 110.4]
    assert 10 ** y[0] / MS == pytest.approx(90)
    assert "n 110" in _rows(plot)[0].readout


def test_a_series_keeps_its_mark_when_others_come(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add(padded_length=8, run_ns=MS)
    show(qtbot, plot)
    first = _layer(plot, 8)
    calls.add(arm=Arm.EAGER, padded_length=16, run_ns=MS)
    for _ in range(FOLLOWED_CALLS + 10):
        calls.add(padded_length=24, run_ns=MS)
    redraw(qtbot, plot)
    assert _lengths(plot) == {24}
    assert _layer(plot, 24).mark == mark_of(2)
    calls.add(padded_length=8, run_ns=MS)
    redraw(qtbot, plot)
    assert _layer(plot, 8) is first


def test_a_linear_axis_begins_at_0(qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot) -> None:
    calls.add(run_ns=19 * MS)
    calls.add(run_ns=20 * MS)
    calls.shown.set_scale("latency", Scale.LINEAR)
    show(qtbot, plot)
    _, y = _layer(plot, 8).points.getData()
    assert y.tolist() == [19 * MS, 20 * MS]
    low, high = plot.plot.getViewBox().viewRange()[1]
    assert low < 0 < 20 * MS < high < 25 * MS


# ---------------------------------------------------------------- many


@pytest.mark.parametrize("size", [(430, 220), (300, 120), (900, 500)])
def test_every_series_is_drawn_at_every_size(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot, size: tuple[int, int]
) -> None:
    lengths = set(range(8, 200, 8))
    for length in sorted(lengths):
        calls.add(padded_length=length, run_ns=MS)
    _show_many(qtbot, plot, *size)
    assert _lengths(plot) == lengths
    assert len(_rows(plot)) == len(lengths)
    bar = plot.legend.verticalScrollBar()
    assert bar.maximum() > 0
    newest = plot.legend.visualRect(plot.legend.rows.index(len(lengths) - 1))
    assert plot.legend.viewport().rect().intersects(newest)
    _click_row(plot, len(lengths) - 1)
    redraw(qtbot, plot)
    assert max(lengths) not in _lengths(plot)


def test_hundreds_of_series_share_marks_and_few_points(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add_many(30_000, specializations=300)
    _show_many(qtbot, plot, 900, 500)
    fit = plot.findChild(QToolButton, "fit_button")
    assert isinstance(fit, QToolButton)
    press(fit)
    redraw(qtbot, plot)
    assert len(_shown(plot)) == 300
    assert len(plot.layers) == 64
    assert sum(len(one.points.calls) for one in _shown(plot)) <= MAX_POINTS


def test_100_000_calls_are_few_points(qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot) -> None:
    calls.add_many(100_000, specializations=4)
    show(qtbot, plot)
    assert sum(len(one.points.calls) for one in _shown(plot)) <= 3 * FOLLOWED_CALLS + 3
    fit = plot.findChild(QToolButton, "fit_button")
    assert isinstance(fit, QToolButton)
    press(fit)
    redraw(qtbot, plot)
    drawn = sum(len(_points(layer)) for layer in plot.layers.values())
    assert 100 < drawn <= MAX_POINTS
    assert "extremes" in plot._header.html


@pytest.mark.parametrize("size", [(240, 150), (300, 250), (640, 320)])
def test_the_newest_calls_are_in_the_view_whatever_the_legend_needs(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot, size: tuple[int, int]
) -> None:
    for number in range(12):
        options = {"strategy": "beam", "num_beams": 4, "max_new_tokens": 32 + number % 2}
        calls.add(padded_length=1000, options=options, run_ns=MS)
    _show_many(qtbot, plot, *size)
    first = plot.font()
    for scale in (1.0, 1.5, 2.0, 1.0):
        font = QFont(first)
        font.setPointSizeF(first.pointSizeF() * scale)
        plot.setFont(font)
        redraw(qtbot, plot)
        QApplication.processEvents()
        right = plot.plot.mapRectToScene(plot.plot.rect()).right()
        assert right <= plot._graphics.viewport().width(), scale


def test_rows_of_the_legend_are_whole_however_far_it_is_scrolled(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    for length in range(8, 88, 8):
        calls.add(padded_length=length, run_ns=MS)
    show(qtbot, plot)
    bar = plot.legend.verticalScrollBar()
    assert bar.maximum() > bar.minimum()
    for value in range(bar.minimum(), bar.maximum() + 1):
        bar.setValue(value)
        rows = range(plot.legend.rows.rowCount())
        tops = [plot.legend.visualRect(plot.legend.rows.index(row)).top() for row in rows]
        assert 0 in tops, value


# ---------------------------------------------------------------- the mouse


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
    assert "median 19.0 ms" in text
    with qtbot.waitSignal(calls.log.call_selected) as selected:
        click(plot, *at)
    assert selected.args is not None
    assert selected.args[0].call == 2
    redraw(qtbot, plot)
    assert plot.ring.getData()[0].tolist() == [2]


def test_hovering_a_specialization_makes_the_others_faint(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add(padded_length=8, run_ns=10 * MS)
    calls.add(padded_length=16, run_ns=90 * MS)
    show(qtbot, plot)

    def is_faint(length: int) -> bool:
        return bool(_layer(plot, length).points.opacity() < 0.5)

    hover(qtbot, plot, 1, math.log10(10 * MS))
    assert (is_faint(8), is_faint(16)) == (False, True)
    leave(plot._graphics.viewport())
    assert (is_faint(8), is_faint(16)) == (False, False)
    plot.legend.entered.emit(plot.legend.rows.index(1))
    assert calls.log.hovered_key == _rows(plot)[1].key
    assert (is_faint(8), is_faint(16)) == (True, False)
    leave(plot.legend.viewport())
    assert calls.log.hovered_key is None


# ---------------------------------------------------------------- the legend


def test_a_click_hides_a_double_click_isolates(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    for length in (8, 16, 24):
        calls.add(padded_length=length, run_ns=MS)
    show(qtbot, plot)
    _click_row(plot, 1)
    redraw(qtbot, plot)
    assert _lengths(plot) == {8, 24}
    assert [row.is_hidden for row in _rows(plot)] == [False, True, False]
    viewport = plot.legend.viewport()
    double_click(viewport, _row_at(plot, 2))
    redraw(qtbot, plot)
    assert _lengths(plot) == {24}
    double_click(viewport, _row_at(plot, 0))
    redraw(qtbot, plot)
    assert _lengths(plot) == {8}


def test_keys_and_a_menu_do_the_same(qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot) -> None:
    for length in (8, 16, 24):
        calls.add(padded_length=length, run_ns=MS)
    show(qtbot, plot)
    plot.legend.setFocus()
    plot.legend.setCurrentIndex(plot.legend.rows.index(1))
    QTest.keyClick(plot.legend, Qt.Key.Key_Space)
    redraw(qtbot, plot)
    assert _lengths(plot) == {8, 24}
    QTest.keyClick(plot.legend, Qt.Key.Key_Return)
    redraw(qtbot, plot)
    assert _lengths(plot) == {16}
    plot.legend.open_menu(plot.legend.rows.index(0), QPoint())
    menu = plot.legend.findChild(QMenu, "series_menu")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Show all").trigger()
    menu.close()
    redraw(qtbot, plot)
    assert _lengths(plot) == {8, 16, 24}


def test_a_row_that_is_hidden_says_so(qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    index = plot.legend.rows.index(0)
    assert "hidden" not in index.data()
    _click_row(plot, 0)
    redraw(qtbot, plot)
    assert "hidden" in index.data()
    assert _lengths(plot) == set()
    assert QToolTip.text() == ""


def test_a_cleared_history_clears_points_and_legend(
    qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot
) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    calls.log.clear()
    redraw(qtbot, plot)
    assert _shown(plot) == []
    assert all(_points(layer) == [] for layer in plot.layers.values())
    assert not plot.legend.isVisible()
    assert plot._hint.isVisible()
    calls.add(padded_length=16, run_ns=MS)
    redraw(qtbot, plot)
    assert _lengths(plot) == {16}


def test_colours_change_live(qtbot: QtBot, calls: SessionCalls, plot: LatencyPlot) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    plot.setPalette(dark_palette())
    redraw(qtbot, plot)
    brush = _layer(plot, 8).points.opts["brush"]
    assert brush.color().name().upper() == DARK.series[0]
    image = plot.legend.grab().toImage()
    colors = {
        image.pixelColor(x, y).name().upper() for x in range(24) for y in range(image.height())
    }
    assert DARK.series[0] in colors
