"""The process that checks calls against eager, and the verdicts that outlive it."""

from __future__ import annotations

import threading
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.core.examples import make_record
from tests.fakes import FakeEngine
from xla_playground.bridge.parity import parity_run
from xla_playground.bridge.parity.parity_run import ParityRun
from xla_playground.bridge.parity.verdict_keeper import VerdictKeeper
from xla_playground.core.call.record import Cache, Record
from xla_playground.core.call.request import Request
from xla_playground.core.comparison.parity import Outcome, ParityVerdict
from xla_playground.core.errors import WorkerDied
from xla_playground.core.messages.message import untyped
from xla_playground.worker.client import EngineClient


class Checker(FakeEngine):
    """Remembers in which threads it worked and was closed."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.threads: list[threading.Thread] = []

    def generate(self, request: Request, on_text: object = None) -> Record:
        self.threads.append(threading.current_thread())
        return super().generate(request)

    def close(self) -> None:
        self.threads.append(threading.current_thread())
        super().close()


class Made:
    """Makes checkers, and has those that it made."""

    def __init__(self) -> None:
        self.engines: list[Checker] = []
        self.holds = False

    def __call__(self) -> Checker:
        engine = Checker()
        if self.holds:
            engine.hold.set()
        self.engines.append(engine)
        return engine


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def run(qtbot: QtBot, made: Made) -> ParityRun:
    return ParityRun(made)


def first_call() -> Record:
    request = Request.parse({"model": "playground-gpt2", "prompts": ("TensorFlow is",)})
    engine = FakeEngine()
    return engine.generate(request)


def checked(qtbot: QtBot, run: ParityRun, record: Record) -> ParityVerdict:
    with qtbot.waitSignal(run.checked) as signal:
        run.start(record)
    assert signal.args is not None
    assert signal.args[0] is record
    verdict = signal.args[1]
    assert isinstance(verdict, ParityVerdict)
    return verdict


def test_one_process_serves_several_checks_until_its_end(
    qtbot: QtBot, run: ParityRun, made: Made
) -> None:
    for _ in range(2):
        assert checked(qtbot, run, first_call()).outcome is Outcome.EQUAL
    (engine,) = made.engines
    assert [request.arm for request in engine.requests] == ["eager", "eager"]
    run.end()
    qtbot.waitUntil(lambda: engine.is_closed)
    assert threading.main_thread() not in engine.threads
    assert checked(qtbot, run, first_call()).outcome is Outcome.EQUAL
    assert len(made.engines) == 2
    run.stop()
    assert made.engines[1].is_closed


def test_an_end_kills_a_check_and_nothing_is_heard_of_it(
    qtbot: QtBot, run: ParityRun, made: Made
) -> None:
    made.holds = True
    run.start(first_call())
    qtbot.waitUntil(lambda: bool(made.engines) and bool(made.engines[0].requests))
    with qtbot.assertNotEmitted(run.checked, wait=50):
        run.end()
        assert not run.is_running
        qtbot.waitUntil(lambda: made.engines[0].is_closed)
    made.holds = False
    assert checked(qtbot, run, first_call()).outcome is Outcome.EQUAL
    run.stop()


def test_an_end_before_the_process_was_made_makes_none(
    qtbot: QtBot, run: ParityRun, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_looking, goes_on = threading.Event(), threading.Event()

    def look(record: Record) -> None:
        is_looking.set()
        goes_on.wait(10)

    monkeypatch.setattr(parity_run, "_lack_of_room", look)
    run.start(first_call())
    assert is_looking.wait(10)
    run.end()
    goes_on.set()
    run.stop()
    assert made.engines == []


def test_a_process_that_ends_by_itself_is_a_verdict(
    qtbot: QtBot, run: ParityRun, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(self: Checker, request: Request, on_text: object = None) -> Record:
        raise WorkerDied(untyped("The worker was killed: out of memory."))

    monkeypatch.setattr(Checker, "generate", die)
    verdict = checked(qtbot, run, first_call())
    assert verdict.outcome is Outcome.UNCHECKED
    assert "out of memory" in verdict.message.text
    run.stop()


def test_a_bug_is_a_verdict_too(
    qtbot: QtBot, run: ParityRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Checker, request: Request, on_text: object = None) -> Record:
        raise ValueError("nobody foresaw this")

    monkeypatch.setattr(Checker, "generate", fail)
    verdict = checked(qtbot, run, first_call())
    assert verdict.outcome is Outcome.UNCHECKED
    assert "nobody foresaw this" in verdict.message.text
    run.stop()


def test_a_model_without_room_is_not_loaded_again(
    qtbot: QtBot, run: ParityRun, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Memory:
        available = 1000

    monkeypatch.setattr(psutil, "virtual_memory", Memory)
    verdict = checked(qtbot, run, first_call())
    assert verdict.outcome is Outcome.UNCHECKED
    assert "playground-gpt2 takes about" in verdict.message.text
    assert made.engines == []
    run.stop()


def test_a_real_worker_is_killed_while_it_starts(qtbot: QtBot) -> None:
    engine = EngineClient(is_background=True)
    run = ParityRun(lambda: engine)
    run.start(first_call())
    qtbot.waitUntil(lambda: engine.pid is not None)
    run.end()
    run.stop()  # no process outlives a test


def test_a_verdict_is_known_in_the_next_session(qtbot: QtBot, tmp_path: Path) -> None:
    record = make_record(cache=Cache.MISS)
    assert record.key is not None
    verdict = ParityVerdict(outcome=Outcome.EQUAL, tokens=3, message=untyped("The same."))
    parent = QObject()
    before, after = VerdictKeeper(parent), VerdictKeeper(parent)
    before.keep(record.key, {"tensorflow": "1"}, verdict)
    before.stop()
    for version, known in (("1", {record.key: verdict}), ("2", {})):
        with qtbot.waitSignal(after.looked) as signal:
            after.look([record.key], {"tensorflow": version})
        assert signal.args == [(record.key,), known]
    after.stop()
