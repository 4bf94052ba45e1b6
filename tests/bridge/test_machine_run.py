"""The child that measures the machine: how it ends, how it is cancelled with its own child."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psutil
import pytest
from pytestqt.qtbot import QtBot

from tests.races import script
from xla_playground.bridge.measuring import child
from xla_playground.bridge.measuring.machine_run import MachineRun
from xla_playground.core.inside.machine import MachineDone, MachineError, machine_command
from xla_playground.core.messages.message import untyped

Make = Callable[[list[str]], MachineRun]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[MachineRun] = []

    def make_one(command: list[str]) -> MachineRun:
        made.append(MachineRun(lambda: command))
        return made[-1]

    yield make_one
    for run in made:
        run.stop()
        run.deleteLater()


def test_it_ends(make: Make, qtbot: QtBot) -> None:
    run = make(script(MachineDone(), then="assert order == {'kind': 'measure'}"))
    seen: list[bool] = []
    run.running_changed.connect(seen.append)
    with qtbot.waitSignal(run.finished):
        run.start()
    assert seen == [True, False]


def test_it_says_why_it_failed(make: Make, qtbot: QtBot) -> None:
    run = make(script(MachineError(message=untyped("The disk is full."))))
    with qtbot.waitSignal(run.failed) as failed:
        run.start()
    assert failed.args == ["Nothing was measured: The disk is full."]


def test_a_child_that_ends_without_a_word(make: Make, qtbot: QtBot) -> None:
    run = make(script(then="sys.exit(9)"))
    with qtbot.waitSignal(run.failed) as failed:
        run.start()
    assert failed.args is not None
    assert "exit code 9" in failed.args[0]


def test_what_cannot_be_started(make: Make, qtbot: QtBot) -> None:
    run = make(["/no/such/program"])
    with qtbot.waitSignal(run.failed) as failed:
        run.start()
    assert failed.args is not None
    assert failed.args[0].startswith("Measuring could not be started (")
    assert not run.is_running


def test_a_cancel_ends_its_own_child_too(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "CANCEL_GRACE_MS", 60_000)  # no kill: it ends by itself
    run = make(machine_command())
    run.start()

    def children() -> list[psutil.Process]:
        return psutil.Process(run._process.processId()).children()

    def has_ended() -> bool:  # an orphan may be left as a zombie for a while
        return not probe.is_running() or probe.status() == psutil.STATUS_ZOMBIE

    qtbot.waitUntil(lambda: run._process.processId() > 0 and len(children()) == 1, timeout=60_000)
    (probe,) = children()
    with qtbot.waitSignal(run.cancelled, timeout=20_000):
        run.cancel()
    qtbot.waitUntil(has_ended)
    assert not run.is_running
