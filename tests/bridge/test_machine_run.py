"""The child that measures the machine: how it ends, how it is cancelled with its own child."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import psutil
import pytest
from pytestqt.qtbot import QtBot

from xla_playground.bridge.inside.machine_run import MachineRun
from xla_playground.core.inside.machine import measure_command

Make = Callable[[str], MachineRun]
#: Starts a child as ``bench machine`` does, and waits for it.
WITH_A_CHILD = (
    "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
)


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[MachineRun] = []

    def make_one(code: str) -> MachineRun:
        made.append(MachineRun(lambda: [sys.executable, "-c", code]))
        return made[-1]

    yield make_one
    for run in made:
        run.stop()
        run.deleteLater()


def test_it_runs_the_command_that_saves_the_limits() -> None:
    assert measure_command()[-4:] == ["xla_playground", "bench", "machine", "--json"]


def test_it_ends(make: Make, qtbot: QtBot) -> None:
    run = make("print('{}')")
    seen: list[bool] = []
    run.running_changed.connect(seen.append)
    with qtbot.waitSignal(run.finished):
        run.start()
    assert seen == [True, False]


def test_its_last_words_say_why_it_failed(make: Make, qtbot: QtBot) -> None:
    run = make("import sys; sys.exit('first line\\nThe probe of this machine ended')")
    with qtbot.waitSignal(run.failed) as failed:
        run.start()
    assert failed.args == ["Nothing was measured (exit code 1): The probe of this machine ended"]


def test_what_cannot_be_started(qtbot: QtBot) -> None:
    run = MachineRun(lambda: ["/no/such/program"])
    with qtbot.waitSignal(run.failed) as failed:
        run.start()
    assert failed.args is not None
    assert failed.args[0].startswith("Measuring could not be started (")
    assert not run.is_running


def test_a_cancel_ends_its_own_child_too(make: Make, qtbot: QtBot) -> None:
    run = make(WITH_A_CHILD)
    run.start()

    def children() -> list[psutil.Process]:
        return psutil.Process(run._process.processId()).children()

    def has_ended() -> bool:  # an orphan may be left as a zombie for a while
        return not child.is_running() or child.status() == psutil.STATUS_ZOMBIE

    qtbot.waitUntil(lambda: run._process.processId() > 0 and len(children()) == 1, timeout=20_000)
    (child,) = children()
    with qtbot.waitSignal(run.cancelled):
        run.cancel()
    qtbot.waitUntil(has_ended)
    assert not run.is_running
