"""The child that pulls a model: what it says, how it ends, how it is ended."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from xla_playground.bridge.models.pull_runner import PullProcess
from xla_playground.core.engine.pull import PullDone, PullError, PullProgress, PullStage
from xla_playground.core.messages.message import untyped

_PROGRESS = {
    "kind": "progress",
    "model": "toy",
    "stage": "downloading",
    "done_bytes": 5_000_000_000,  # more than Qt's int holds
    "total_bytes": 8_000_000_000,
}
_DONE = {"kind": "done", "model": "toy", "path": "/models/toy"}
_ERROR = PullError(message=untyped("There is no room.")).model_dump(mode="json")

Make = Callable[[str], PullProcess]


def lines(*messages: object) -> str:
    """A script that prints messages, one a line."""
    texts = [m if isinstance(m, str) else json.dumps(m) for m in messages]
    return "import time\n" + "".join(f"print({text!r}, flush=True)\n" for text in texts)


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[PullProcess] = []

    def make_one(script: str) -> PullProcess:
        made.append(PullProcess(lambda model: [sys.executable, "-c", script, model]))
        return made[-1]

    yield make_one
    for pull in made:
        pull.stop()
        pull.deleteLater()


def test_progress_then_done(make: Make, qtbot: QtBot) -> None:
    pull = make(lines(_PROGRESS, "no message", _DONE))
    seen: list[PullProgress] = []
    pull.progress_changed.connect(seen.append)
    with qtbot.waitSignal(pull.finished) as done:
        pull.start("toy")
    assert [(p.stage, p.done_bytes) for p in seen] == [(PullStage.DOWNLOADING, 5_000_000_000)]
    assert done.args == [PullDone(model="toy", path="/models/toy")]
    assert not pull.is_running


def test_what_the_child_says_of_its_failure_is_told(make: Make, qtbot: QtBot) -> None:
    pull = make(lines(_ERROR) + "raise SystemExit(3)")
    with qtbot.waitSignal(pull.failed) as failed:
        pull.start("toy")
    assert failed.args == ["There is no room."]


@pytest.mark.parametrize("script", ["raise SystemExit(9)", "import os; os.abort()", "pass"])
def test_a_child_that_ends_without_a_word(make: Make, qtbot: QtBot, script: str) -> None:
    pull = make(script)
    with qtbot.waitSignal(pull.failed) as failed:
        pull.start("toy")
    assert failed.args is not None
    assert "resume it" in failed.args[0]


def test_cancel_kills_a_child_that_ignores_signals(make: Make, qtbot: QtBot) -> None:
    deaf = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    pull = make(deaf + lines(_PROGRESS) + "time.sleep(600)")
    with qtbot.waitSignal(pull.progress_changed):
        pull.start("toy")
    with qtbot.waitSignal(pull.cancelled), qtbot.assertNotEmitted(pull.failed):
        pull.cancel()
    assert not pull.is_running


def test_it_can_be_started_again(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    mark = tmp_path / "begun"
    first_sleeps = f"import pathlib\nmark = pathlib.Path({str(mark)!r})\nbegun = mark.exists()\n"
    pull = make(
        first_sleeps
        + "mark.touch()\n"
        + lines(_PROGRESS)
        + f"if not begun: time.sleep(600)\nprint({json.dumps(_DONE)!r})"
    )
    with qtbot.waitSignal(pull.progress_changed):
        pull.start("toy")
    pull.start("other")  # one at a time
    assert pull.model == "toy"
    with qtbot.waitSignal(pull.cancelled):
        pull.cancel()
    with qtbot.waitSignal(pull.finished):
        pull.start("toy")


def test_a_program_that_is_not_there(qtbot: QtBot) -> None:
    pull = PullProcess(lambda model: ["/no/such/program"])
    with qtbot.waitSignal(pull.failed) as failed:
        pull.start("toy")
    assert failed.args is not None
    assert "could not be started" in failed.args[0]
    pull.deleteLater()
