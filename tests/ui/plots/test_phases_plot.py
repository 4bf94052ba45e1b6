from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QWheelEvent
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
    move,
    pixel_of,
    press,
    redraw,
    show,
)
from xla_playground.core.call.record import Cache, Status
from xla_playground.core.call.request import Arm
from xla_playground.core.window.plot_settings import Scale
from xla_playground.ui.plots.phases import phases_plot
from xla_playground.ui.plots.phases.phases_plot import MOST_PLACES, PhasesPlot
from xla_playground.ui.plots.shared.colors import DARK, LIGHT
from xla_playground.ui.plots.shared.shown_calls import FOLLOWED_CALLS, ViewMode
from xla_playground.ui.style.theme import dark_palette, light_palette

# the offscreen platform cannot raise the window of a tooltip or a menu
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

FIRST_CALL: dict[str, Any] = {"trace_ns": 500 * MS, "compile_ns": 1500 * MS, "run_ns": 20 * MS}


@pytest.fixture
def plot(qtbot: QtBot, calls: SessionCalls) -> PhasesPlot:
    made = PhasesPlot(calls.log, calls.notices, calls.shown)
    qtbot.addWidget(made)
    return made


def _marks(plot: PhasesPlot, phase: str) -> list[tuple[float, float]]:
    """Call and duration in ms of every mark of a phase."""
    x, y = plot.items.marks[phase].getData()
    return [(float(a), round(10 ** float(b) / MS, 6)) for a, b in zip(x, y, strict=True)]


def _segments(plot: PhasesPlot, phase: str) -> list[tuple[float, float, float]]:
    """Call, bottom and top (in ms) of every drawn segment of a phase."""
    opts = plot.items.bars[phase].opts
    center = (np.asarray(opts["x0"]) + np.asarray(opts["x1"])) / 2
    bottom, top = (np.asarray(opts[name]) / MS for name in ("y0", "y1"))
    return [
        (float(x), round(float(y0), 6), round(float(y1), 6))
        for x, y0, y1 in zip(center, bottom, top, strict=True)
    ]


def _medians(plot: PhasesPlot) -> list[tuple[float, float]]:
    """Call and height in ms of every line of a steady median, on a log axis."""
    x, y = plot.items.medians.getData()
    heights = np.asarray(y)[::2]
    centers = (np.asarray(x)[::2] + np.asarray(x)[1::2]) / 2
    return [
        (round(float(a), 3), round(10 ** float(b) / MS, 6))
        for a, b in zip(centers, heights, strict=True)
    ]


def _view(plot: PhasesPlot) -> tuple[float, float]:
    low, high = plot.plot.getViewBox().viewRange()[0]
    return low, high


def _button(plot: PhasesPlot, name: str) -> QToolButton:
    found = plot.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def _choose(plot: PhasesPlot, name: str) -> None:
    action = plot.menu.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()


def _band(plot: PhasesPlot) -> list[float]:
    """The calls that are highlighted."""
    opts = plot.items.band.opts
    calls: list[float] = ((np.asarray(opts["x0"]) + np.asarray(opts["x1"])) / 2).tolist()
    return calls


def _is_gridded(plot: PhasesPlot) -> bool:
    return bool(plot.plot.getAxis("left").grid)


# ---------------------------------------------------------------- what is drawn


def test_an_empty_plot_says_what_to_do(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    show(qtbot, plot)
    assert plot._hint.isVisible()
    assert "press Run" in plot._hint.text()
    assert not _is_gridded(plot)  # which would strike the sentence through
    calls.add(run_ns=20 * MS)
    redraw(qtbot, plot)
    assert not plot._hint.isVisible()
    assert _is_gridded(plot)
    assert len(plot.drawn.positions) == 1


def test_no_menu_covers_the_plot(qtbot: QtBot, plot: PhasesPlot) -> None:
    show(qtbot, plot)
    assert [menu for menu in plot.findChildren(QMenu) if menu.isVisible()] == []


def test_on_a_log_axis_each_phase_is_a_mark_at_its_own_value(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(cache=Cache.MISS, **FIRST_CALL)
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    assert _marks(plot, "run") == [(1, 20), (2, 19)]
    assert _marks(plot, "compile") == [(1, 1500)]
    assert _marks(plot, "trace") == [(1, 500)]
    assert _marks(plot, "load") == []
    x, y = plot.items.stems.getData()
    assert x.tolist() == [1, 1]
    assert [round(10**value / MS, 6) for value in y] == [20, 1500]
    assert _segments(plot, "run") == []


def test_each_call_has_the_steady_median_of_its_specialization(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(cache=Cache.MISS, **FIRST_CALL)
    for run_ms in (18, 19, 23):
        calls.add(run_ns=run_ms * MS)
    calls.add(padded_length=16, cache=Cache.MISS, **FIRST_CALL)
    calls.add(arm=Arm.EAGER, cache=Cache.NONE, run_ns=900 * MS)
    show(qtbot, plot)
    assert _medians(plot) == [(1, 19), (2, 19), (3, 19), (4, 19), (6, 900)]
    calls.add(padded_length=16, run_ns=40 * MS)
    redraw(qtbot, plot)
    assert (5, 40) in _medians(plot)


def test_the_linear_axis_is_one_click_away_and_stacks_from_0(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(cache=Cache.MISS, **FIRST_CALL)
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    press(_button(plot, "linear_button"))
    redraw(qtbot, plot)
    assert calls.shown.settings.phases_scale is Scale.LINEAR
    assert _segments(plot, "run") == [(1, 0, 20), (2, 0, 19)]
    assert _segments(plot, "compile") == [(1, 20, 1520)]
    assert _segments(plot, "trace") == [(1, 1520, 2020)]
    assert _marks(plot, "run") == []
    assert "linear" in plot.plot.getAxis("left").labelText
    assert plot.plot.getViewBox().viewRange()[1][0] == 0


def test_zooming_never_cuts_the_baseline_of_a_stack(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    for _ in range(30):
        calls.add(run_ns=19 * MS)
    calls.add(cache=Cache.MISS, **FIRST_CALL)
    calls.shown.set_scale("phases", Scale.LINEAR)
    show(qtbot, plot)
    for _ in range(5):
        _turn_wheel(plot, pixel_of(plot, 4, 10 * MS))
    redraw(qtbot, plot)
    low, high = plot.plot.getViewBox().viewRange()[1]
    assert low == 0
    assert 19 * MS < high < 30 * MS  # the first call is out of sight: 19 ms fill the height


def test_a_cancelled_or_failed_call_is_a_marker(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=19 * MS)
    calls.add(status=Status.CANCELLED)
    calls.add(status=Status.FAILED, error="The worker died.")
    show(qtbot, plot)
    assert len(plot.drawn.positions) == 1
    assert plot.items.markers["cancelled"].getData()[0].tolist() == [2]
    assert plot.items.markers["failed"].getData()[0].tolist() == [3]
    _, y = plot.items.markers["failed"].getData()
    assert "The worker died." in hover(qtbot, plot, 3, float(y[0]))


@pytest.mark.parametrize("scale", list(Scale))
def test_marks_are_not_cut_at_the_edge(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot, scale: Scale
) -> None:
    calls.add(cache=Cache.MISS, **FIRST_CALL)
    for _ in range(70):
        calls.add(run_ns=19 * MS)
    calls.shown.set_scale("phases", scale)
    for height in (120, 320):
        plot.resize(300, height)
        with qtbot.waitSignal(plot._clock.redraw_due):
            plot.show()
            plot._clock.mark_dirty()
        view = plot.plot.getViewBox()
        (left, right), (low, high) = view.viewRange()
        width_of, height_of = plot._pixel()
        assert (right - 71) / width_of > 4
        if scale is Scale.LOG:
            assert (math.log10(19 * MS) - low) / height_of > 5
        assert left < 71 - FOLLOWED_CALLS + 1
        assert high > math.log10(19 * MS)


def test_times_are_printed_where_there_is_room(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(cache=Cache.MISS, **FIRST_CALL)
    calls.add(run_ns=19 * MS)
    plot.resize(900, 320)
    with qtbot.waitSignal(plot._clock.redraw_due):
        plot.show()
    assert {"500 ms", "1.5 s", "20 ms", "19 ms"} == set(plot.times.texts())
    calls.shown.set_scale("phases", Scale.LINEAR)
    redraw(qtbot, plot)
    assert {"500 ms", "1.5 s"} == set(plot.times.texts())  # 20 ms are no pixel of 2 s
    _choose(plot, "print_times")
    redraw(qtbot, plot)
    assert plot.times.texts() == []
    assert not calls.shown.settings.has_times


# ---------------------------------------------------------------- the mouse


def test_hovering_tells_the_record(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    calls.add(cache=Cache.MISS, reason="num_beams 2 → 4", **FIRST_CALL)
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    text = hover(qtbot, plot, 1, math.log10(100 * MS))
    for part in ("Call 1", "trace 500 ms", "compile 1.50 s", "run 20.0 ms", "total 2.02 s"):
        assert part in text
    assert "num_beams 2 → 4" in text
    assert "load" not in text
    assert "once it only runs: median 19.0 ms, n 1" in text


def test_a_tooltip_stays_while_the_mouse_rests(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    text = hover(qtbot, plot, 1, math.log10(19 * MS))
    viewport = plot._graphics.viewport()
    at = pixel_of(plot, 1, math.log10(19 * MS))
    # what Qt sends to a widget over which the mouse rests; a scene would hide the tooltip
    asked = QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, asked)
    qtbot.wait(400)  # Qt hides a tooltip 300 ms after it is told to
    assert QToolTip.text() == text
    leave(viewport)
    qtbot.waitUntil(lambda: not QToolTip.text())


def test_hovering_highlights_the_calls_of_its_specialization(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    for length in (8, 16, 8):
        calls.add(padded_length=length, run_ns=19 * MS)
    show(qtbot, plot)
    hover(qtbot, plot, 1, math.log10(19 * MS))
    assert _band(plot) == [1, 3]
    calls.log.hover(calls.log.key_of(calls.log.summaries[1]))
    assert _band(plot) == [2]
    leave(plot._graphics.viewport())
    assert calls.log.hovered_key is None
    assert _band(plot) == []


def test_a_click_selects_the_call(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    for _ in range(3):
        calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    with qtbot.waitSignal(calls.log.call_selected) as selected:
        click(plot, 2, math.log10(19 * MS))
    assert selected.args is not None
    assert selected.args[0].call == 2
    redraw(qtbot, plot)
    assert plot.items.rings.getData()[0].tolist() == [2]
    press(_button(plot, "linear_button"))
    redraw(qtbot, plot)
    assert plot.items.rings.getData()[0].tolist() == []
    outline = plot.items.outline.opts
    assert (outline["x0"] + outline["x1"]).tolist() == [4]
    assert (outline["y0"].tolist(), outline["y1"].tolist()) == ([0], [19 * MS])


def test_a_click_beside_the_calls_selects_nothing(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    with qtbot.assertNotEmitted(calls.log.call_selected):
        click(plot, 6, math.log10(19 * MS))


def test_the_right_button_has_the_menu_and_no_other(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    viewport = plot._graphics.viewport()
    at = pixel_of(plot, 1, math.log10(19 * MS))
    pressed = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, pressed)
    assert pressed.isAccepted()  # else the window would show its own
    assert not plot.menu.isVisible()
    click(plot, 1, math.log10(19 * MS), Qt.MouseButton.RightButton)
    assert plot.menu.isVisible()
    plot.menu.close()
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, by_key)
    assert plot.menu.isVisible()
    plot.menu.close()


def test_the_menu_changes_axis_view_and_steady_state(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    for run_ms in [90] * 60 + [20] * 50:
        calls.add(run_ns=run_ms * MS)
    show(qtbot, plot)
    assert _medians(plot)[-1] == (110, 20)
    _choose(plot, "choose_false")
    redraw(qtbot, plot)
    assert _medians(plot)[-1] == (110, 90)
    assert not calls.shown.settings.is_rolling
    _choose(plot, "choose_linear")
    assert calls.shown.settings.phases_scale is Scale.LINEAR
    assert calls.shown.settings.latency_scale is Scale.LOG
    modes = []
    for name in ("view_all", "view_latest"):
        _choose(plot, name)
        modes.append(calls.shown.mode)
    assert modes == [ViewMode.FIT, ViewMode.FOLLOW]


# ---------------------------------------------------------------- which calls


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
    _turn_wheel(plot, pixel_of(plot, 70, math.log10(19 * MS)))
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


def test_a_double_click_resets_the_view(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    for _ in range(100):
        calls.add(run_ns=19 * MS)
    show(qtbot, plot)
    before = _view(plot)
    _turn_wheel(plot, pixel_of(plot, 70, math.log10(19 * MS)))
    redraw(qtbot, plot)
    assert _view(plot) != before
    viewport = plot._graphics.viewport()
    at = pixel_of(plot, 70, math.log10(19 * MS)) + QPoint(0, 40)
    double_click(viewport, at)
    redraw(qtbot, plot)
    assert _view(plot) == before
    low, high = plot.plot.getViewBox().viewRange()[1]
    assert high - low > 1  # a decade at least, as before
    assert _button(plot, "follow_button").isChecked()


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
    assert plot.items.marks["run"].getData()[0].min() < before[0] - 5


def test_100_000_calls_are_few_marks_each_the_slowest_of_its_group(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add_many(100_000)
    show(qtbot, plot)
    qtbot.waitUntil(lambda: len(plot.drawn.positions) > 0)
    assert len(plot.drawn.positions) <= 3 * FOLLOWED_CALLS
    press(_button(plot, "fit_button"))
    redraw(qtbot, plot)
    assert _view(plot)[1] > 100_000
    assert 100 <= len(plot.drawn.positions) <= MOST_PLACES
    assert len(_marks(plot, "compile")) == 100  # every slow call is still seen
    assert "slowest of 1,000 calls" in plot.plot.getAxis("bottom").labelText
    assert "slowest of the calls 50,000 to 50,999" in hover(qtbot, plot, 50_499, 7.2)


def test_a_hidden_plot_is_not_redrawn(qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot) -> None:
    show(qtbot, plot)
    plot.hide()
    with qtbot.assertNotEmitted(plot._clock.redraw_due, wait=20):
        calls.add(run_ns=MS)
    with qtbot.waitSignal(plot._clock.redraw_due):
        plot.show()
    assert len(plot.drawn.positions) == 1


def test_a_cleared_history_clears_the_plot(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    calls.log.clear()
    redraw(qtbot, plot)
    assert _marks(plot, "run") == []
    assert plot._hint.isVisible()
    calls.add(run_ns=MS)
    redraw(qtbot, plot)
    assert len(_marks(plot, "run")) == 1


def test_colours_and_the_legend_change_live(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot
) -> None:
    calls.add(run_ns=MS)
    show(qtbot, plot)
    for palette, colors in ((dark_palette(), DARK), (light_palette(), LIGHT)):
        plot.setPalette(palette)
        for items in (plot.items.bars, plot.items.marks):
            assert items["run"].opts["brush"].color().name().upper() == colors.phases["run"]
        assert colors.phases["run"] in plot._header.html
    assert "trace" not in plot._header.html  # no call that is drawn has one
    calls.add(cache=Cache.MISS, **FIRST_CALL)
    redraw(qtbot, plot)
    assert "trace" in plot._header.html
    assert "▲" in plot._header.html
    press(_button(plot, "linear_button"))
    redraw(qtbot, plot)
    assert "▲" not in plot._header.html


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


def test_many_calls_are_read_in_parts_and_drawn_once_all_are_there(
    qtbot: QtBot, calls: SessionCalls, plot: PhasesPlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phases_plot, "_MOST_READ", 100)
    calls.add_many(450)
    parts, extend = list[int](), plot._columns.extend

    def extend_in_parts(added: Any) -> None:
        parts.append(len(added))
        extend(added)

    monkeypatch.setattr(plot._columns, "extend", extend_in_parts)
    show(qtbot, plot)
    assert len(plot.drawn.positions) == 0
    qtbot.waitUntil(lambda: len(plot.drawn.positions) > 0)
    assert parts == [100, 100, 100, 100, 50]
    assert plot._columns.calls[plot.drawn.positions][-1] == 450


@pytest.mark.parametrize("height", [72, 110, 160, 320])
def test_the_hint_of_an_empty_plot_stands_between_its_axes(
    qtbot: QtBot, plot: PhasesPlot, height: int
) -> None:
    show(qtbot, plot)
    plot.resize(300, height)
    QApplication.processEvents()
    view = plot._graphics.mapFromScene(plot._view.sceneBoundingRect()).boundingRect()
    shown = QRect(plot._hint.mapTo(plot._graphics, QPoint()), plot._hint.size())
    assert plot._hint.isVisible()
    assert view.contains(shown)
