"""The child that races: what it says, how it ends, how it is cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.races import CANCELLED, PROGRESS, REPORT, UNTIL_CANCELLED, row, script
from xla_playground.bridge.measuring import child
from xla_playground.bridge.measuring.race_run import RaceRun
from xla_playground.core.call.request import Request
from xla_playground.core.comparison.race_report import RaceDone, RaceError, RaceOrder
from xla_playground.core.messages.message import untyped

ORDER = RaceOrder(request=Request(model="toy", prompts=("a",)), lanes=("xla-fast",), runs=2)
Make = Callable[[list[str]], RaceRun]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[RaceRun] = []

    def make_one(command: list[str]) -> RaceRun:
        made.append(RaceRun(lambda: command))
        return made[-1]

    yield make_one
    for race in made:
        race.stop()
        race.deleteLater()


def test_progress_then_a_report(make: Make, qtbot: QtBot) -> None:
    race = make(script(PROGRESS, RaceDone(report=REPORT), then="assert order['runs'] == 2"))
    seen: list[object] = []
    race.progress_changed.connect(seen.append)
    race.running_changed.connect(seen.append)
    with qtbot.waitSignal(race.finished) as finished:
        race.start(ORDER)
    assert finished.args == [REPORT]
    assert seen == [True, PROGRESS, False]


def test_what_the_child_says_of_its_failure(make: Make, qtbot: QtBot) -> None:
    race = make(script(RaceError(message=untyped("There is no such model."))))
    with qtbot.waitSignal(race.failed) as failed:
        race.start(ORDER)
    assert failed.args == ["There is no such model."]


def test_a_child_that_ends_without_a_word(make: Make, qtbot: QtBot) -> None:
    race = make(script(then="print('noise')\nsys.exit(9)"))
    with qtbot.waitSignal(race.failed) as failed:
        race.start(ORDER)
    assert failed.args is not None
    assert "exit code 9" in failed.args[0]


def test_a_cancelled_race_keeps_what_was_measured(make: Make, qtbot: QtBot) -> None:
    race = make(UNTIL_CANCELLED)
    with qtbot.waitSignal(race.progress_changed):
        race.start(ORDER)
    with qtbot.waitSignal(race.finished) as finished:
        race.cancel()
    assert finished.args == [CANCELLED]
    assert not race.is_running


def test_a_race_without_a_finished_call_is_cancelled(make: Make, qtbot: QtBot) -> None:
    none = CANCELLED.model_copy(
        update={"rows": (row("xla-fast", first_call_s=None, p50_ms=None),), "break_even": ()}
    )
    race = make(script(RaceDone(report=none)))
    race.start(ORDER)
    with qtbot.waitSignal(race.cancelled), qtbot.assertNotEmitted(race.finished):
        race.cancel()


def test_a_child_that_does_not_end_is_killed(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "CANCEL_GRACE_MS", 50)
    race = make(script(PROGRESS, then="import time\ntime.sleep(600)"))
    with qtbot.waitSignal(race.progress_changed):
        race.start(ORDER)
    with qtbot.waitSignal(race.cancelled), qtbot.assertNotEmitted(race.failed):
        race.cancel()
    assert not race.is_running


def test_a_program_that_is_not_there(make: Make, qtbot: QtBot) -> None:
    race = make(["/no/such/program"])
    with qtbot.waitSignal(race.failed) as failed:
        race.start(ORDER)
    assert failed.args is not None
    assert "could not be started" in failed.args[0]
    assert not race.is_running
