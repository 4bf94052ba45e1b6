"""The engine's one thread: cancelling at every moment, deaths, and bugs of an engine."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeEngine
from xla_playground.bridge.engine_commands import InspectCommand, ProfileCommand
from xla_playground.bridge.engine_thread import RESTART_LIMIT, EngineThread
from xla_playground.core.call.partial_text import PartialText, TextListener
from xla_playground.core.call.plan import Plan
from xla_playground.core.call.record import Record, Status
from xla_playground.core.call.request import Recipe, Request
from xla_playground.core.call.specialization import SpecializationKey
from xla_playground.core.engine.call_end import CallEnd
from xla_playground.core.engine.engine import (
    Engine,
    EngineInfo,
    EngineStatus,
    Phase,
    StatusListener,
)
from xla_playground.core.errors import WorkerDied
from xla_playground.core.messages.message import untyped
from xla_playground.core.model.info import ModelInfo
from xla_playground.worker.client import EngineClient

MakeThread = Callable[[Engine], EngineThread]
SCRIPTED_WORKER = Path(__file__).parent.parent / "worker" / "scripted_worker.py"


class Spy:
    """What a thread told, in order."""

    def __init__(self, thread: EngineThread) -> None:
        self.records: list[Record] = []
        self.plans: list[Plan] = []
        self.restarts: list[str] = []
        self.stops: list[str] = []
        thread.call_ended.connect(self._on_call_ended)
        thread.planned.connect(self.plans.append)
        thread.engine_restarted.connect(self.restarts.append)
        thread.status_changed.connect(self._on_status)

    def _on_call_ended(self, end: CallEnd) -> None:
        self.records.append(end.record)

    def _on_status(self, status: EngineStatus) -> None:
        if status.phase is Phase.STOPPED:
            self.stops.append(status.detail)


@pytest.fixture
def start_thread(qtbot: QtBot) -> Iterator[MakeThread]:
    threads: list[EngineThread] = []

    def start(engine: Engine) -> EngineThread:
        thread = EngineThread(engine)
        threads.append(thread)
        with qtbot.waitSignal(thread.engine_ready):
            thread.start()
        return thread

    yield start
    for thread in threads:
        assert thread.stop()


def request_for(prompt: str = "a b") -> Request:
    return Request(model="playground-gpt2", prompts=(prompt,))


def test_a_thousand_calls_through_thread_and_process_in_order(
    qtbot: QtBot, start_thread: MakeThread
) -> None:
    thread = start_thread(EngineClient(command=[sys.executable, str(SCRIPTED_WORKER)]))
    spy = Spy(thread)
    requests = [request_for(f"call {number}") for number in range(1000)]
    for request in requests:
        thread.submit(request)
    qtbot.waitUntil(lambda: len(spy.records) == 1000, timeout=60_000)
    assert [record.request for record in spy.records] == requests
    assert [record.call for record in spy.records] == list(range(1, 1001))


class LateEngine(FakeEngine):
    """Loses a cancel that comes in the moment in which a call begins, as any engine may."""

    begun: threading.Event
    may_go_on: threading.Event

    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        self.begun.set()
        self.may_go_on.wait(5)
        return super().generate(request, on_text)


def test_a_cancel_in_the_moment_in_which_the_call_begins(
    qtbot: QtBot, start_thread: MakeThread
) -> None:
    engine = LateEngine()
    engine.begun, engine.may_go_on = threading.Event(), threading.Event()
    engine.hold.set()
    thread = start_thread(engine)
    spy, request = Spy(thread), request_for()
    thread.submit(request)
    assert engine.begun.wait(5)
    thread.cancel(request)
    engine.may_go_on.set()  # which clears the cancel, and begins to trace
    qtbot.waitUntil(lambda: len(spy.records) == 1)
    assert spy.records[0].status is Status.CANCELLED


def test_a_waiting_call_is_cancelled_at_once_and_never_made(
    qtbot: QtBot, start_thread: MakeThread
) -> None:
    engine = FakeEngine()
    engine.hold.set()
    thread = start_thread(engine)
    spy, first, second = Spy(thread), request_for("first"), request_for("second")
    thread.submit(first)
    qtbot.waitUntil(lambda: engine.requests == [first])
    thread.submit(second)
    thread.cancel(second)
    qtbot.waitUntil(lambda: len(spy.records) == 1)
    assert spy.records[0].request == second
    engine.hold.clear()
    qtbot.waitUntil(lambda: len(spy.records) == 2)
    assert spy.records[1].status is Status.COMPLETED
    assert engine.requests == [first]


def test_of_several_plans_the_newest_is_made(qtbot: QtBot, start_thread: MakeThread) -> None:
    engine = FakeEngine()
    engine.hold.set()
    thread = start_thread(engine)
    spy = Spy(thread)
    thread.submit(request_for())
    requests = [request_for(f"plan {number}") for number in range(10)]
    for request in requests:
        thread.plan(request)
    engine.hold.clear()
    qtbot.waitUntil(lambda: bool(spy.plans))
    assert [plan.request_id for plan in spy.plans] == [requests[-1].id]


class BuggyEngine(FakeEngine):
    def load(self, model: str) -> ModelInfo:
        raise ZeroDivisionError("a bug")

    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        raise ZeroDivisionError("a bug")


def test_a_bug_in_the_engine_fails_the_call_and_not_the_thread(
    qtbot: QtBot, start_thread: MakeThread
) -> None:
    thread = start_thread(BuggyEngine())
    spy = Spy(thread)
    with qtbot.waitSignal(thread.model_refused):
        thread.load("playground-gpt2")
    thread.submit(request_for())
    thread.submit(request_for())
    qtbot.waitUntil(lambda: len(spy.records) == 2)
    assert spy.records[0].status is Status.FAILED
    assert "ZeroDivisionError" in (spy.records[0].error or "")


class DyingEngine(FakeEngine):
    """Ends at its second start and, told or not, in the calls of ``errors``."""

    def start(self, on_status: StatusListener) -> EngineInfo:
        if self.starts == 1:
            self.starts += 1
            on_status(EngineStatus(phase=Phase.STOPPED, detail="killed again"))
            raise WorkerDied(untyped("The worker ended (killed again)."))
        return super().start(on_status)


def test_a_restart_is_told_once_it_came_about(qtbot: QtBot, start_thread: MakeThread) -> None:
    engine = DyingEngine()
    spy = Spy(start_thread(engine))
    engine.die("killed")
    qtbot.waitUntil(lambda: engine.starts == 3 and bool(spy.restarts))
    assert spy.restarts == ["killed again"]
    assert spy.stops == []


def test_one_that_dies_again_and_again_is_told_as_stopped(
    qtbot: QtBot, start_thread: MakeThread
) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    spy = Spy(thread)
    for number in range(RESTART_LIMIT + 1):
        engine.die(f"death {number}")
    qtbot.waitUntil(lambda: spy.stops == [f"death {RESTART_LIMIT}"])
    assert len(spy.restarts) == RESTART_LIMIT
    with qtbot.waitSignal(thread.engine_ready):
        thread.restart()


def test_a_call_after_a_death_that_nobody_told_starts_the_engine(
    qtbot: QtBot, start_thread: MakeThread
) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    spy = Spy(thread)
    engine.fail_next("The worker ended (killed).")
    thread.submit(request_for())
    thread.submit(request_for())
    qtbot.waitUntil(lambda: len(spy.records) == 2)
    assert [record.status for record in spy.records] == [Status.FAILED, Status.COMPLETED]
    assert engine.starts == 2


def test_specializations_are_listed_between_calls(qtbot: QtBot, start_thread: MakeThread) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    thread.submit(request_for())
    with qtbot.waitSignal(thread.specializations_listed) as told:
        thread.list_all()
    assert [info.key.padded_length for info in told.args[0]] == [32]


def test_an_engine_that_is_down_lists_nothing(qtbot: QtBot) -> None:
    thread = EngineThread(FakeEngine(refuses_to_start=True))
    listed: list[object] = []
    thread.specializations_listed.connect(listed.append)
    thread.list_all()
    thread.start()
    assert thread.stop()
    assert listed == []


def test_a_stopped_thread_is_kept_by_nobody(qtbot: QtBot) -> None:
    """In a cycle it would be destroyed in whichever thread the cycle collector runs."""
    engine = EngineClient(command=[sys.executable, str(SCRIPTED_WORKER)])
    thread = EngineThread(engine)
    spy = Spy(thread)
    thread.start()
    thread.submit(request_for())
    qtbot.waitUntil(lambda: len(spy.records) == 1)
    assert thread.stop()
    gone = weakref.ref(thread)
    gc.disable()
    try:
        del thread
        assert gone() is None
    finally:
        gc.enable()


class SlowEngine(FakeEngine):
    """Takes a moment to start, so that calls wait for it."""

    may_start: threading.Event

    def start(self, on_status: StatusListener) -> EngineInfo:
        self.may_start.wait(5)
        return super().start(on_status)


def test_a_call_cancelled_while_the_engine_starts_ends_no_engine(qtbot: QtBot) -> None:
    engine = SlowEngine(refuses_to_start=True)
    engine.may_start = threading.Event()
    engine.may_start.set()
    thread = EngineThread(engine)
    spy, request = Spy(thread), request_for()
    thread.start()
    qtbot.waitUntil(lambda: bool(spy.stops))
    engine.refuses_to_start = False
    engine.may_start.clear()
    thread.submit(request)  # starts the engine again, before the call
    qtbot.waitUntil(lambda: thread._commands.empty())
    thread.cancel(request)
    engine.may_start.set()
    qtbot.waitUntil(lambda: len(spy.records) == 1)
    assert spy.records[0].status is Status.CANCELLED
    assert engine.requests == []
    assert engine.starts == 2
    assert thread.stop()


def test_a_worker_that_dies_while_it_streams_leaves_its_text(
    qtbot: QtBot, start_thread: MakeThread
) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    spy, request = Spy(thread), request_for("once upon")
    request = request.model_copy(update={"recipe": Recipe.FAST, "block_tokens": 4})
    texts: list[PartialText] = []
    thread.text_grew.connect(texts.append)
    engine.fail_next("The worker ended (killed).")
    thread.submit(request)
    qtbot.waitUntil(lambda: len(spy.records) == 1)
    (record,) = spy.records
    assert record.status is Status.FAILED
    assert record.error == "The worker ended (killed)."
    assert record.sequences[0].text.startswith("once upon a fast")
    assert len(texts) == -(-request.options.new_tokens // 4)
    assert [partial.block for partial in texts] == list(range(1, len(texts) + 1))


def test_what_is_not_in_memory_is_not_inspected(start_thread: MakeThread, qtbot: QtBot) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    with qtbot.waitSignal(thread.call_ended) as ended:
        thread.submit(request_for())
    assert ended.args is not None
    key = ended.args[0].record.key
    with qtbot.waitSignal(thread.inspected) as inspected:
        thread.look(InspectCommand(key))
    assert inspected.args is not None
    assert inspected.args[0] == key
    other = key.model_copy(update={"batch": 9})
    with qtbot.waitSignal(thread.look_refused) as refused:
        thread.look(InspectCommand(other))
    assert refused.args is not None
    assert refused.args[0].subject == InspectCommand(other)
    assert "not in memory" in refused.args[0].error.sentence


def key_of_a_call(thread: EngineThread, qtbot: QtBot, request: Request) -> SpecializationKey:
    with qtbot.waitSignal(thread.call_ended) as ended:
        thread.submit(request)
    assert ended.args is not None
    key = ended.args[0].record.key
    assert isinstance(key, SpecializationKey)
    return key


def test_a_call_is_profiled_and_leaves_no_record(start_thread: MakeThread, qtbot: QtBot) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    request = request_for()
    key, spy = key_of_a_call(thread, qtbot, request), Spy(thread)
    with qtbot.waitSignal(thread.profiled) as profiled:
        thread.look(ProfileCommand(key, request))
    assert profiled.args is not None
    assert profiled.args[0] == key
    assert profiled.args[1].operations[0].name == "while.38"
    assert engine.profiled == [request]
    assert spy.records == []
    assert engine.requests == [request]


def test_a_look_is_cancelled_and_the_next_one_like_it_is_not(
    start_thread: MakeThread, qtbot: QtBot
) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    request = request_for()
    key = key_of_a_call(thread, qtbot, request)
    for command in (InspectCommand(key), ProfileCommand(key, request)):
        engine.hold.set()
        thread.look(command)
        with qtbot.waitSignal(thread.look_refused) as refused:
            thread.cancel_look(command)
        engine.hold.clear()
        assert refused.args is not None
        assert refused.args[0].subject == command
        assert refused.args[0].error.sentence == "Cancelled: ask again to look inside."
        key_of_a_call(thread, qtbot, request.again())  # a cancelled worker starts without it
        with qtbot.waitSignals([thread.inspected, thread.profiled], order="none"):
            thread.look(InspectCommand(key))
            thread.look(ProfileCommand(key, request))


def test_a_look_that_waits_is_cancelled(start_thread: MakeThread, qtbot: QtBot) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    request = request_for()
    key = key_of_a_call(thread, qtbot, request)
    engine.hold.set()
    other = request.again()
    thread.submit(other)
    thread.look(ProfileCommand(key, request))
    thread.cancel_look(ProfileCommand(key, request))
    with qtbot.waitSignals([thread.call_ended, thread.look_refused]):
        engine.hold.clear()
    assert engine.profiled == []
    assert engine.requests == [request, other], "the call before it ended by itself"


def test_a_held_thread_begins_nothing_until_it_is_let_go(
    qtbot: QtBot, start_thread: MakeThread
) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    spy = Spy(thread)
    thread.hold(True)
    thread.submit(request_for())
    qtbot.waitUntil(thread._commands.empty)  # it has the call, and does not make it
    assert engine.requests == []
    thread.hold(False)
    qtbot.waitUntil(lambda: len(spy.records) == 1)


def test_a_held_thread_stops(start_thread: MakeThread) -> None:
    engine = FakeEngine()
    thread = start_thread(engine)
    thread.hold(True)
    thread.submit(request_for())
    assert thread.stop()
    assert engine.requests == []
