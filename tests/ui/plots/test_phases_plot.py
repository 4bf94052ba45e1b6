from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.plots.session_calls import (
    MS,
    SessionCalls,
    click,
    hover,
    move,
    pixel_of,
    press,
    redraw,
    show,
)
from xla_playground.core.call.record import Cache, Status
from xla_playground.ui.plots.phases.phases_plot import FOLLOWED_CALLS, MAX_BARS, PhasesPlot
from xla_playground.ui.plots.shared.colors import DARK, LIGHT
from xla_playground.ui.style.theme import dark_palette, light_palette

# the offscreen platform cannot raise a tooltip's window
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

FIRST_CALL: dict[str, Any] = {"trace_ns": 500 * MS, "compile_ns": 1500 * MS, "run_ns": 20 * MS}


@pytest.fixture
def plot(qtbot: QtBot, calls: SessionCalls) -> PhasesPlot:
    made = PhasesPlot(calls.session.log, calls.session.notices)
    qtbot.addWidget(made)
    return made


def _segments(plot: PhasesPlot, phase: str) -> list[tuple[float, float, float]]:
    """Call, bottom and top (in ms) of every drawn segment of a phase."""
    opts = plot.bars[phase].opts
    center = (np.asarray(opts["x0"]) + np.asarray(opts["x1"])) / 2
    bottom, top = (10 ** np.asarray(opts[name]) / MS for name in ("y0", "y1"))
    return [
        (float(x), round(float(y0), 6), round(float(y1), 6))
        for x, y0, y1 in zip(center, bottom, top, strict=True)
    ]


def _view(plot: PhasesPlot) -> tuple[float, float]:
    low, high = plot.plot.getViewBox().viewRange()[0]
    return low, high


def _drawn(plot: PhasesPlot) -> int:
    return len(plot.bars["run"].opts["x0"])


def _button(plot: PhasesPlot, name: str) -> QToolButton:
    found = plot.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def test_an_empty_plot_says_what_to_do(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    show(qtbot, plot)
    assert plot._hint.isVisible()
    assert "press Run" in plot._hint.text()
    calls.add(run_ns=20 * MS)
    redraw(qtbot, plot)
    assert not plot._hint.isVisible()
    assert _drawn(plot) == 1


def test_no_menu_covers_the_plot(qtbot: QtBot, plot: PhasesPlot) -> None:
    show(qtbot, plot)
    assert [menu for menu in plot.findChildren(QMenu) if menu.isVisible()] == []


def test_segments_stack_to_the_true_total(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(cache=Cache.MISS, **FIRST_CALL)
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    assert _segments(plot, "run") == [(1, 10, 20), (2, 10, 19)]
    assert _segments(plot, "compile") == [(1, 20, 1520)]
    assert _segments(plot, "trace") == [(1, 1520, 2020)]
    assert _segments(plot, "load") == []


def test_a_cancelled_or_failed_call_is_a_marker(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=19 * MS)
    calls.add(status=Status.CANCELLED)
    calls.add(status=Status.FAILED, error="The worker died.")
    show(qtbot, plot)
    assert _drawn(plot) == 1
    assert plot.markers["cancelled"].getData()[0].tolist() == [2]
    assert plot.markers["failed"].getData()[0].tolist() == [3]
    _, y = plot.markers["failed"].getData()
    assert "The worker died." in hover(qtbot, plot, 3, float(y[0]))


def test_hovering_tells_the_record(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    calls.add(cache=Cache.MISS, reason="num_beams 2 → 4", **FIRST_CALL)
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    text = hover(qtbot, plot, 1, math.log10(100 * MS))
    for part in ("Call 1", "trace 500 ms", "compile 1.50 s", "run 20.0 ms", "total 2.02 s"):
        assert part in text
    assert "num_beams 2 → 4" in text
    assert "load" not in text


def test_a_click_selects_the_call(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    for _ in range(3):
        calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    with qtbot.waitSignal(calls.session.log.call_selected) as selected:
        click(plot, 2, math.log10(15 * MS))
    assert selected.args is not None
    assert selected.args[0].call == 2
    redraw(qtbot, plot)
    outline = plot.outline.opts
    assert (outline["x0"] + outline["x1"]).tolist() == [4]


def test_a_click_beside_the_bars_selects_nothing(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    with qtbot.assertNotEmitted(calls.session.log.call_selected):
        click(plot, 8, math.log10(15 * MS))


def test_the_latest_calls_are_followed(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    for _ in range(100):
        calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    low, high = _view(plot)
    assert low < 100 - FOLLOWED_CALLS + 1 < 100 < high
    assert high - low < FOLLOWED_CALLS + 5
    calls.add(run_ns=MS)
    redraw(qtbot, plot)
    assert _view(plot)[1] > 101


def test_zooming_stops_following_until_asked(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    for _ in range(100):
        calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    _turn_wheel(plot, pixel_of(plot, 70, math.log10(15 * MS)))
    redraw(qtbot, plot)
    zoomed = _view(plot)
    assert zoomed[1] - zoomed[0] < FOLLOWED_CALLS
    assert not _button(plot, "follow_button").isChecked()
    calls.add(run_ns=19 * MS)
    redraw(qtbot, plot)
    assert _view(plot) == zoomed
    press(_button(plot, "follow_button"))
    redraw(qtbot, plot)
    assert _view(plot)[1] > 101


def test_dragging_shows_older_calls(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    for _ in range(100):
        calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    before = _view(plot)
    start = pixel_of(plot, 60, math.log10(15 * MS))
    viewport = plot._graphics.viewport()
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, button, none, start)

    steps = iter(range(20, 500, 20))

    def is_dragged() -> bool:
        # moves within 10 ms of each other are dropped by pyqtgraph
        move(plot, start + QPoint(next(steps), 0), button)
        return _view(plot)[0] < before[0] - 5

    qtbot.waitUntil(is_dragged)
    QTest.mouseRelease(viewport, button, none, start + QPoint(200, 0))
    redraw(qtbot, plot)
    assert plot.bars["run"].opts["x0"].min() < before[0] - 5


def test_100_000_calls_are_few_bars_each_the_slowest_of_its_group(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add_many(100_000)
    show(qtbot, plot)
    assert _drawn(plot) <= 3 * FOLLOWED_CALLS
    press(_button(plot, "fit_button"))
    redraw(qtbot, plot)
    assert _view(plot)[1] > 100_000
    assert 100 <= _drawn(plot) <= MAX_BARS
    assert len(plot.bars["compile"].opts["x0"]) == 100  # every slow call is still seen
    assert "slowest of 1,000 calls" in plot.plot.getAxis("bottom").labelText
    assert "slowest of the calls 50,000 to 50,999" in hover(qtbot, plot, 50_499, 7.2)


def test_a_hidden_plot_is_not_redrawn(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    show(qtbot, plot)
    plot.hide()
    with qtbot.assertNotEmitted(plot._clock.redraw_due, wait=20):
        calls.add(run_ns=MS)
    with qtbot.waitSignal(plot._clock.redraw_due):
        plot.show()
    assert _drawn(plot) == 1


def test_a_cleared_history_clears_the_plot(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    calls.session.log.clear()
    redraw(qtbot, plot)
    assert _drawn(plot) == 0
    assert plot._hint.isVisible()
    calls.add(run_ns=MS)
    redraw(qtbot, plot)
    assert _drawn(plot) == 1


def test_colours_change_live(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    for palette, colors in ((dark_palette(), DARK), (light_palette(), LIGHT)):
        plot.setPalette(palette)
        assert plot.bars["run"].opts["brush"].color().name().upper() == colors.phases["run"]
        assert colors.phases["run"] in plot._header.text


def _turn_wheel(plot: PhasesPlot, at: QPoint) -> None:
    viewport = plot._graphics.viewport()
    event = QWheelEvent(
        at.toPointF(),
        viewport.mapToGlobal(at).toPointF(),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
