from __future__ import annotations

from pytestqt.qtbot import QtBot

from xla_playground.ui.state.pacing.redraw_clock import REDRAW_INTERVAL_MS, RedrawClock


def test_many_marks_are_one_redraw(qtbot: QtBot) -> None:
    clock = RedrawClock()
    redraws: list[int] = []
    clock.redraw_due.connect(lambda: redraws.append(1))
    with qtbot.waitSignal(clock.redraw_due):
        clock.set_active(True)
    for _ in range(100):
        clock.mark_dirty()
    assert clock.is_dirty
    assert 0 < clock.wait_ms() <= REDRAW_INTERVAL_MS
    qtbot.waitUntil(lambda: not clock.is_dirty)
    assert len(redraws) == 2


def test_nothing_is_redrawn_while_it_is_not_seen(qtbot: QtBot) -> None:
    clock = RedrawClock()
    clock.set_active(True)
    clock.set_active(False)
    with qtbot.assertNotEmitted(clock.redraw_due, wait=20):
        clock.mark_dirty()
    with qtbot.waitSignal(clock.redraw_due):
        clock.set_active(True)
