"""The process that races for the window: its messages, and its end with its stdin."""

from __future__ import annotations

import io
import os
import signal
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from xla_playground.bench.children import race_process
from xla_playground.bench.racing.race import Progress
from xla_playground.core.call.request import Request
from xla_playground.core.comparison.race_report import (
    RACE_MESSAGES,
    RaceDone,
    RaceError,
    RaceMessage,
    RaceOrder,
    RaceProgress,
)
from xla_playground.core.errors import EngineFailure
from xla_playground.core.messages.message import untyped

FIGURES = {
    "model": "toy",
    "runs": 2,
    "rows": [],
    "break_even": [],
    "is_cancelled": False,
    "load_at_start": 0.1,
}


class Stdin(io.StringIO):
    """A line that was read, and a pipe that stays open."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.pipe = os.pipe()
        self.is_open = True

    def end(self) -> None:
        """Close the pipe; only once."""
        if self.is_open:
            self.is_open = False
            os.close(self.pipe[1])

    def fileno(self) -> int:
        return self.pipe[0]


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stdin]:
    order = RaceOrder(
        request=Request(model="playground-gpt2", prompts=("a",)), lanes=("xla-fast",), runs=2
    )
    made = Stdin(order.model_dump_json() + "\n")
    monkeypatch.setattr("sys.stdin", made)
    # the processes beside this one are other tests, which are never idle
    monkeypatch.setattr(race_process, "wait_until_idle", lambda processes: None)
    yield made
    monkeypatch.setattr(signal, "pthread_kill", lambda *ignored: None)
    made.end()
    for thread in threading.enumerate():
        if thread.name == "stdin":
            thread.join()
    os.close(made.pipe[0])


def said(capsys: pytest.CaptureFixture[str]) -> list[RaceMessage]:
    return [RACE_MESSAGES.validate_json(line) for line in capsys.readouterr().out.splitlines()]


def test_it_says_how_far_it_is_and_what_came_of_it(
    stdin: Stdin, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def race(request: Request, info: Any, lanes: Any, runs: int, **more: Any) -> dict[str, Any]:
        assert (request.prompts, lanes, runs) == (("a",), ("xla-fast",), 2)
        more["on_progress"](Progress("xla-fast", 0, 3, None))
        return FIGURES

    monkeypatch.setattr(race_process, "race", race)
    race_process.main()
    progress, done = said(capsys)
    assert progress == RaceProgress(lane="xla-fast", calls=0, of=3)
    assert isinstance(done, RaceDone)
    assert done.report.model == "toy"


def test_an_error_is_its_last_word(
    stdin: Stdin, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def race(*args: Any, **more: Any) -> dict[str, Any]:
        raise EngineFailure(untyped("The engine is out of memory."))

    monkeypatch.setattr(race_process, "race", race)
    race_process.main()
    (error,) = said(capsys)
    assert isinstance(error, RaceError)
    assert error.message.text == "The engine is out of memory."


def test_the_end_of_stdin_interrupts_a_race_that_waits(
    stdin: Stdin, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read, write = os.pipe()

    def race(*args: Any, **more: Any) -> dict[str, Any]:
        try:
            stdin.end()
            os.read(read, 1)  # until the interrupt
        except KeyboardInterrupt:
            return FIGURES | {"is_cancelled": True}
        raise AssertionError("nothing was written")

    monkeypatch.setattr(race_process, "race", race)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # as a child's own
    try:
        race_process.main()
    finally:
        signal.signal(signal.SIGINT, before)
    os.close(read)
    os.close(write)
    (done,) = said(capsys)
    assert isinstance(done, RaceDone)
    assert done.report.is_cancelled
