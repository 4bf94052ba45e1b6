"""A real race ends with whoever asked for it: no process and no file of it is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.tiny_models import make_tiny_model
from xla_playground.core.call.request import Request
from xla_playground.core.comparison.race_report import (
    RACE_MESSAGES,
    RaceDone,
    RaceOrder,
    RaceProgress,
    race_command,
)

pytestmark = pytest.mark.slow

#: What a window does: starts the race, hands it its order, and says its process id.
WINDOW = """
import subprocess, sys
child = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=sys.stdout)
child.stdin.write(sys.argv[1].encode() + b"\\n")
child.stdin.flush()
print(child.pid, flush=True)
sys.stdin.read()
child.stdin.close()
child.wait()
"""
LIMIT_S = 120.0


class Window:
    """A parent of a race, and all that it printed."""

    def __init__(self, order: RaceOrder, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-c", WINDOW, order.model_dump_json(), *race_command()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "TMPDIR": str(folder)},
            text=True,
        )
        assert self.process.stdout is not None
        self.race = psutil.Process(int(self.process.stdout.readline()))

    def wait_for_calls(self, calls: int) -> list[psutil.Process]:
        """Read until so many calls were made; return the race and its workers."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            message = RACE_MESSAGES.validate_json(line)
            assert isinstance(message, RaceProgress)
            if message.calls >= calls:
                return [self.race, *self.race.children(recursive=True)]
        raise AssertionError("the race ended")

    def files(self) -> list[str]:
        """The files of races that were not removed."""
        return [path.name for path in self.folder.iterdir()]


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> RaceOrder:
    model = make_tiny_model(tmp_path_factory.mktemp("models") / "gpt2", "gpt2")
    options = {"max_new_tokens": 4}
    request = Request.parse({"model": str(model), "prompts": ("a b",), "options": options})
    return RaceOrder(request=request, lanes=("eager-fast", "xla-fast"), runs=1000)


@pytest.fixture
def window(order: RaceOrder, tmp_path: Path) -> Iterator[Window]:
    made = Window(order, tmp_path)
    yield made
    made.process.kill()
    made.process.wait()
    for stream in (made.process.stdin, made.process.stdout):
        assert stream is not None
        stream.close()


def wait_until_gone(processes: list[psutil.Process]) -> None:
    """Wait for the end of processes, children of this one or not."""
    deadline = time.monotonic() + LIMIT_S
    while left := [each for each in processes if each.is_running()]:
        assert time.monotonic() < deadline, left
        if all(each.status() == psutil.STATUS_ZOMBIE for each in left):
            return  # nobody waits for a child of a killed parent here
        time.sleep(0.05)


def test_a_cancelled_race_says_what_it_measured_and_leaves_nothing(window: Window) -> None:
    processes = window.wait_for_calls(3)
    assert len(processes) >= 2
    assert window.files()
    assert window.process.stdin is not None
    window.process.stdin.close()  # as ``RaceRun.cancel`` closes that of the race
    assert window.process.stdout is not None
    last = RACE_MESSAGES.validate_json(window.process.stdout.readlines()[-1])
    assert isinstance(last, RaceDone)
    assert last.report.is_cancelled
    assert all(row.first_call_s for row in last.report.rows)
    wait_until_gone(processes)
    assert window.files() == []


def test_a_killed_window_leaves_no_race(window: Window) -> None:
    processes = window.wait_for_calls(3)
    window.process.send_signal(signal.SIGKILL)
    wait_until_gone(processes)
    assert window.files() == []


def test_a_killed_race_leaves_no_worker(window: Window) -> None:
    processes = window.wait_for_calls(1)
    window.race.send_signal(signal.SIGKILL)
    wait_until_gone(processes)
