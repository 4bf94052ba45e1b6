"""Checks against eager in the window: when they run, and what is seen of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QToolButton

from tests.fakes import FakeEngine, WrongEngine
from tests.ui.conftest import Open, Opened
from tests.ui.pages.test_specializations_page import cells
from xla_playground.core.call.request import Recipe
from xla_playground.core.call.specialization import SpecializationKey
from xla_playground.core.comparison.parity import Stage
from xla_playground.core.files.measuring import measuring
from xla_playground.core.options.table import Strategy
from xla_playground.core.paths import measuring_path
from xla_playground.core.window.settings import Settings, Theme, load_settings
from xla_playground.ui.state.specializations import parity_guard
from xla_playground.ui.tables.rows_view import RowsView

FAST = Settings(theme=Theme.LIGHT, recipe=Recipe.FAST)
COLUMN = 3


class Checkers:
    """Makes the engines that check."""

    def __init__(self, kind: Callable[[], FakeEngine] = FakeEngine) -> None:
        self.made: list[FakeEngine] = []
        self.is_held = False
        self._kind = kind

    def __call__(self) -> FakeEngine:
        engine = self._kind()
        if self.is_held:
            engine.hold.set()
        self.made.append(engine)
        return engine

    def requests(self) -> int:
        return sum(len(engine.requests) for engine in self.made)


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parity_guard.REST_MS == 5000
    monkeypatch.setattr(parity_guard, "REST_MS", 0)


def opened(open_window: Open, checkers: Checkers, settings: Settings = FAST) -> Opened:
    window = open_window(settings=settings, make_checker=checkers)
    window.wait_until_planned()
    return window


def run(window: Opened, calls: int = 1) -> None:
    window.press_run()
    window.wait_for_calls(calls)


def key_of(window: Opened, call: int = -1) -> SpecializationKey:
    key = window.session.log.key_of(window.session.log.summaries[call])
    assert key is not None
    return key


def stage(window: Opened, call: int = -1) -> Stage:
    return window.session.parity.state(key_of(window, call)).stage


def wait_for(window: Opened, wanted: Stage) -> None:
    window.qtbot.waitUntil(lambda: stage(window) is wanted)


def test_a_new_specialization_gets_a_check_mark_and_is_checked_once(open_window: Open) -> None:
    checkers = Checkers()
    window = opened(open_window, checkers)
    run(window)
    wait_for(window, Stage.DONE)
    window.qtbot.waitUntil(lambda: bool(cells(window)))
    view = window.find(RowsView, "specializations_view")
    cell = view.model().index(0, COLUMN)
    assert cell.data() == "same"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "16 new tokens" in cell.data(Qt.ItemDataRole.ToolTipRole)
    badge = window.find(QToolButton, "parity_badge")
    assert badge.isVisible()
    assert badge.accessibleName() == badge.toolTip()
    assert "16 new tokens" in badge.toolTip()
    badge.setFocus()
    QTest.keyClick(badge, Qt.Key.Key_Space)
    assert view.isVisible()
    (engine,) = checkers.made
    window.qtbot.waitUntil(lambda: engine.is_closed)  # its memory is given back
    run(window, 2)
    window.qtbot.wait(50)
    assert checkers.requests() == 1


def test_a_difference_is_a_badge_a_notice_and_a_place(open_window: Open) -> None:
    window = opened(open_window, Checkers(WrongEngine))
    said: list[str] = []
    window.session.notices.added.connect(said.append)
    run(window)
    wait_for(window, Stage.DONE)
    view = window.find(RowsView, "specializations_view")
    window.qtbot.waitUntil(lambda: view.model().index(0, COLUMN).data() == "token 5")
    cell = view.model().index(0, COLUMN)
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith("Token 5 differs from eager's: ")
    badge = window.find(QToolButton, "parity_badge")
    assert (badge.text(), badge.isVisible()) == ("token 5", True)
    assert badge.toolTip() == cell.data(Qt.ItemDataRole.ToolTipRole)
    (sentence,) = said
    assert sentence.startswith("playground-gpt2 · xla fast · greedy · 1×≤256: Token 5 differs")


def test_run_ends_a_check_and_it_is_made_again_later(open_window: Open) -> None:
    checkers = Checkers()
    checkers.is_held = True
    window = opened(open_window, checkers)
    run(window)
    wait_for(window, Stage.CHECKING)
    window.qtbot.waitUntil(lambda: checkers.requests() == 1)
    assert window.text("parity_state").startswith("checking xla fast")
    checkers.is_held = False
    window.engine.hold.set()
    window.press_run()
    window.qtbot.waitUntil(lambda: checkers.made[0].is_closed)
    window.qtbot.wait(50)
    assert (len(checkers.made), stage(window, 0)) == (1, Stage.WAITING)  # none while a call runs
    assert window.text("parity_state") == "1 waits"
    window.engine.hold.clear()
    window.wait_for_calls(2)
    wait_for(window, Stage.DONE)
    assert len(checkers.made) == 2


@pytest.mark.parametrize("holder", ["race", "warm-up", "bench"])
def test_a_race_and_a_warm_up_end_checks(open_window: Open, holder: str) -> None:
    checkers = Checkers()
    checkers.is_held = True
    window = opened(open_window, checkers)
    parity = window.session.parity
    run(window)
    wait_for(window, Stage.CHECKING)
    parity.hold(holder, True)
    assert stage(window) is Stage.WAITING
    checkers.is_held = False
    window.qtbot.wait(50)
    assert stage(window) is Stage.WAITING
    parity.hold(holder, False)
    wait_for(window, Stage.DONE)


def test_the_pages_of_race_and_warm_up_hold_the_guard(open_window: Open) -> None:
    warm = FakeEngine()
    warm.hold.set()
    checkers = Checkers()
    checkers.is_held = True
    window = open_window(settings=FAST, make_checker=checkers, warm_engine=warm)
    window.wait_until_planned()
    run(window)
    wait_for(window, Stage.CHECKING)
    request = window.session.form.request()
    other = request.options.model_copy(update={"strategy": Strategy.CONTRASTIVE})
    warm_up = window.window._warm_up
    warm_up.start([request.model_copy(update={"options": other})])
    assert stage(window) is Stage.WAITING
    checkers.is_held = False
    with window.qtbot.waitSignal(warm_up.ended):
        warm_up.cancel()
    wait_for(window, Stage.DONE)
    race = window.session.race
    race.running_changed.emit(True)
    assert window.session.parity._holders == {"measurement"}
    race.running_changed.emit(False)
    assert not window.session.parity._holders


def test_none_begins_while_a_command_measures_elsewhere(open_window: Open) -> None:
    checkers = Checkers()
    window = opened(open_window, checkers)
    with measuring(measuring_path()):
        run(window)
        wait_for(window, Stage.WAITING)
        window.qtbot.wait(50)
        assert stage(window) is Stage.WAITING
        assert checkers.requests() == 0
    wait_for(window, Stage.DONE)


def test_it_can_be_switched_off_and_stays_off(open_window: Open, tmp_path: Path) -> None:
    checkers = Checkers()
    path = tmp_path / "settings.json"
    window = open_window(settings=FAST, make_checker=checkers, settings_path=path)
    window.wait_until_planned()
    switch = window.find(QCheckBox, "parity_switch")
    assert switch.isChecked()
    switch.setFocus()
    switch.click()
    run(window)
    window.qtbot.wait(50)
    assert (checkers.made, stage(window)) == ([], Stage.UNKNOWN)
    window.session.saver.save_and_wait()
    assert not load_settings(path)[0].checks_parity
    switch.click()
    wait_for(window, Stage.DONE)


def test_what_draws_has_a_reason_and_is_never_checked(open_window: Open) -> None:
    checkers = Checkers()
    options = FAST.options.model_copy(update={"strategy": Strategy.SAMPLING})
    window = opened(open_window, checkers, FAST.model_copy(update={"options": options}))
    run(window)
    window.qtbot.waitUntil(lambda: bool(cells(window)))
    window.qtbot.wait(50)
    assert checkers.made == []
    cell = window.find(RowsView, "specializations_view").model().index(0, COLUMN)
    assert cell.data() == "–"
    assert "drawn at random" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert not window.find(QToolButton, "parity_badge").isVisible()


def test_a_known_specialization_is_not_checked_in_the_next_session(open_window: Open) -> None:
    checkers = Checkers()
    engine = FakeEngine()
    first = open_window(engine=engine, settings=FAST, make_checker=checkers)
    first.wait_until_planned()
    run(first)
    wait_for(first, Stage.DONE)
    first.window.close()
    again = Checkers()
    second = open_window(engine=FakeEngine(stored=engine.stored), settings=FAST, make_checker=again)
    second.wait_until_planned()
    second.qtbot.waitUntil(lambda: bool(cells(second)) and cells(second)[0][COLUMN] == "same")
    run(second)
    second.qtbot.wait(50)
    assert stage(second) is Stage.DONE
    assert again.made == []


def test_without_a_second_process_nothing_is_checked(window: Opened) -> None:
    run(window)
    window.qtbot.wait(50)
    assert stage(window) is Stage.UNKNOWN
    assert window.text("parity_state") == ""
    assert not window.find(QToolButton, "parity_badge").isVisible()
