"""The child that repeats claims: its results, its ends, its cancellation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.claims import ABSENT, DONE, FIRST, MEASURED, PROGRESS, UNTIL_CANCELLED, script
from xla_playground.bridge.measuring import child
from xla_playground.bridge.measuring.claims_run import ClaimsRun
from xla_playground.core.claims.claim import Experiment
from xla_playground.core.claims.repeats import load_claims

GUIDE = (Experiment.GUIDE,)
RESULTS = {"guide-first": FIRST, "greedy-t5-torch": ABSENT}
Make = Callable[[list[str]], ClaimsRun]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "claims.json"


@pytest.fixture
def make(qtbot: QtBot, path: Path) -> Iterator[Make]:
    made: list[ClaimsRun] = []

    def make_one(command: list[str]) -> ClaimsRun:
        made.append(ClaimsRun(lambda: command, path))
        return made[-1]

    yield make_one
    for run in made:
        run.stop()
        run.deleteLater()


def test_results_are_kept_over_a_restart(make: Make, qtbot: QtBot) -> None:
    run = make(script(PROGRESS, MEASURED, DONE, first="assert order['experiments'] == ['guide']"))
    seen: list[object] = []
    run.running_changed.connect(seen.append)
    run.progress_changed.connect(lambda: seen.append(run.progress))
    with qtbot.waitSignal(run.ended):
        run.start(GUIDE)
    assert seen == [True, PROGRESS, False]
    run.show("guide-first")
    run.stop()
    again = make(script())
    assert again.kept.results == RESULTS
    assert again.kept.shown == "guide-first"


def test_the_next_one_is_told_how_long_an_experiment_took(make: Make, qtbot: QtBot) -> None:
    run = make(script(MEASURED, DONE))
    with qtbot.waitSignal(run.ended):
        run.start(GUIDE)
    run._command = lambda: script(DONE, first="assert order['seconds']['guide'] == 3")
    with qtbot.waitSignal(run.ended), qtbot.assertNotEmitted(run.failed):
        run.start(GUIDE)


def test_cancelled_half_way_it_keeps_what_was_measured(
    make: Make, path: Path, qtbot: QtBot
) -> None:
    run = make(UNTIL_CANCELLED)
    with qtbot.waitSignal(run.measured):
        run.start(tuple(Experiment))
    with qtbot.waitSignal(run.cancelled), qtbot.assertNotEmitted(run.failed):
        run.cancel()
    assert not run.is_running
    assert load_claims(path).results == RESULTS


def test_cancelled_at_once(make: Make, path: Path, qtbot: QtBot) -> None:
    run = make(script(then="sys.stdin.read()\nsys.exit(130)"))
    with qtbot.waitSignal(run.cancelled), qtbot.assertNotEmitted(run.failed):
        run.start(GUIDE)
        run.cancel()
        run.cancel()
    assert not path.exists()


def test_a_child_that_dies_keeps_what_was_measured(make: Make, path: Path, qtbot: QtBot) -> None:
    run = make(script(PROGRESS, MEASURED, then="print('noise')\nsys.exit(9)"))
    with qtbot.waitSignal(run.failed) as failed:
        run.start(GUIDE)
    assert failed.args is not None
    assert "exit code 9" in failed.args[0]
    assert load_claims(path).results == RESULTS


def test_a_child_that_does_not_end_is_killed(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "CANCEL_GRACE_MS", 50)
    run = make(script(PROGRESS, then="import time\ntime.sleep(600)"))
    with qtbot.waitSignal(run.progress_changed):
        run.start(GUIDE)
    with qtbot.waitSignal(run.cancelled), qtbot.assertNotEmitted(run.failed):
        run.cancel()


def test_a_program_that_is_not_there(make: Make, qtbot: QtBot) -> None:
    run = make(["/no/such/program"])
    with qtbot.waitSignal(run.failed) as failed:
        run.start(GUIDE)
    assert failed.args is not None
    assert "could not be repeated" in failed.args[0]
    assert not run.is_running


@pytest.mark.parametrize("text", ["", "[]", '{"results": 3}', "{" * 9])
def test_a_damaged_file_means_that_nothing_was_measured(make: Make, path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    assert make(script()).kept.results == {}


def test_a_file_that_cannot_be_written_is_said(make: Make, path: Path, qtbot: QtBot) -> None:
    path.parent.write_text("a file in place of the folder")
    run = make(script(MEASURED, DONE))
    with qtbot.waitSignals([run.failed, run.ended]):
        run.start(GUIDE)
    assert run.kept.results == RESULTS
