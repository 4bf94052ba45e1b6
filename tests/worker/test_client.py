"""The worker process, from its parent's side: order, cancelling, every kind of death."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from xla_playground.core.call.partial_text import PartialText, TextSoFar
from xla_playground.core.call.record import EndedBy, Status
from xla_playground.core.call.request import Recipe, Request
from xla_playground.core.call.specialization import key_for
from xla_playground.core.engine.engine import EngineStatus, Phase
from xla_playground.core.errors import (
    CallCancelled,
    CheckpointError,
    EngineFailure,
    EnvironmentFault,
    RequestError,
    WorkerDied,
)
from xla_playground.core.messages.message import untyped
from xla_playground.worker.client import EngineClient
from xla_playground.worker.mappings import count_mappings, most_mappings
from xla_playground.worker.messages import CancelCommand, Command

SCRIPT = str(Path(__file__).with_name("scripted_worker.py"))
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and /proc")

MakeClient = Callable[..., EngineClient]


def request_for(prompt: str) -> Request:
    return Request(model="m", prompts=(prompt,))


@pytest.fixture
def statuses() -> list[EngineStatus]:
    return []


@pytest.fixture
def make_client(statuses: list[EngineStatus]) -> Iterator[MakeClient]:
    clients: list[EngineClient] = []

    def make(mode: str = "", *, started: bool = True) -> EngineClient:
        client = EngineClient(command=[sys.executable, SCRIPT, mode])
        clients.append(client)
        if started:
            client.start(statuses.append)
        return client

    yield make
    for client in clients:
        client.close()


def wait_for(condition: Callable[[], bool], limit_s: float = 10.0) -> None:
    end = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.01)


def phases(statuses: list[EngineStatus]) -> list[Phase]:
    return [status.phase for status in statuses]


def test_a_thousand_calls_none_lost_none_reordered(make_client: MakeClient) -> None:
    client = make_client()
    requests = [request_for(f"call {number}") for number in range(1000)]
    records = [client.generate(request) for request in requests]
    assert [record.request for record in records] == requests
    assert [record.call for record in records] == list(range(1, 1001))


def test_errors_cross_with_type_field_and_sentence(make_client: MakeClient) -> None:
    client = make_client()
    with pytest.raises(CheckpointError, match="There is no nothing here"):
        client.load("nothing")
    with pytest.raises(RequestError, match="Not this one") as caught:
        client.plan(request_for("refuse"))
    assert caught.value.field == "prompts"
    with pytest.raises(EngineFailure, match="ZeroDivisionError: a bug"):
        client.generate(request_for("raise"))
    assert client.generate(request_for("again")).call == 2


def test_a_name_that_no_message_can_hold_is_a_sentence(make_client: MakeClient) -> None:
    client = make_client()
    with pytest.raises(CheckpointError, match="not a name in UTF-8"):
        client.load("model-\udcff")
    assert client.generate(request_for("echo")).request.prompts == ("echo",)


@pytest.mark.parametrize("prompt", ["sleep 60", "burn 60"])
def test_cancel_kills_and_the_next_start_works(
    make_client: MakeClient, statuses: list[EngineStatus], prompt: str
) -> None:
    client = make_client()
    pid = client.pid

    def cancel() -> None:
        wait_for(lambda: statuses[-1].detail in ("asleep", "burning"))
        client.cancel()
        client.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    with pytest.raises(CallCancelled):
        client.generate(request_for(prompt))
    canceller.join()
    assert pid is not None
    wait_for(lambda: not psutil.pid_exists(pid) or not _is_running(pid))
    assert Phase.STOPPED not in phases(statuses)
    client.start(statuses.append)
    assert client.pid != pid
    assert client.generate(request_for("after")).call == 1


def test_cancel_with_nothing_running_does_nothing(make_client: MakeClient) -> None:
    client = make_client()
    client.cancel()
    assert client.generate(request_for("still here")).call == 1


def test_a_cancel_in_the_moment_of_the_answer_leaves_the_worker(make_client: MakeClient) -> None:
    client = make_client()
    pid = client.pid
    worker = client._running()
    answers = worker._answers

    class CancelledAnswers:
        """Cancels between the arrival of an answer and its reading: the worst moment."""

        def get(self, timeout: float) -> object:
            answer = answers.get(timeout=timeout)
            client.cancel()
            return answer

        put = answers.put

    worker._answers = CancelledAnswers()  # type: ignore[assignment]
    for number in range(1, 4):
        assert client.generate(request_for("answered already")).call == number
    assert client.pid == pid


def test_a_cancel_while_it_lists_leaves_the_worker(make_client: MakeClient) -> None:
    client = make_client()
    worker = client._running()
    write = worker._write

    def write_and_cancel(command: Command) -> None:
        write(command)
        client.cancel()

    worker._write = write_and_cancel  # type: ignore[method-assign]
    assert len(client.specializations()) == 1


def test_a_cancel_loses_no_race(make_client: MakeClient) -> None:
    """A call either answers, and its worker lives, or is cancelled, and its worker ends."""
    client = make_client()
    for number in range(60):
        worker = client._running()
        canceller = threading.Timer(0.0002 * (number % 20), client.cancel)
        canceller.start()
        try:
            client.generate(request_for("quick"))
        except CallCancelled:
            assert not worker.is_alive
            client.start(lambda status: None)
        else:
            canceller.join()
            assert worker.is_alive
        canceller.join()


@pytest.mark.parametrize("prompt", ["sleep 60", "quick"])
def test_closing_while_another_thread_asks(make_client: MakeClient, prompt: str) -> None:
    client = make_client()
    ends: list[BaseException] = []

    def ask() -> None:
        try:
            while True:
                client.generate(request_for(prompt))
        except BaseException as error:
            ends.append(error)

    asker = threading.Thread(target=ask)
    asker.start()
    wait_for(lambda: client._running()._asked is not None)
    client.close()
    asker.join(10)
    assert isinstance(ends[0], CallCancelled | WorkerDied)


def test_closing_while_another_thread_starts(make_client: MakeClient) -> None:
    client = make_client("slow-start", started=False)
    ends: list[BaseException] = []

    def start() -> None:
        try:
            client.start(lambda status: None)
        except BaseException as error:
            ends.append(error)

    starter = threading.Thread(target=start)
    starter.start()
    client.close()
    starter.join(10)
    assert isinstance(ends[0], CallCancelled | WorkerDied)
    with pytest.raises(WorkerDied, match="closed"):
        client.start(lambda status: None)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV", "SIGABRT", "SIGTERM"])
def test_a_death_during_a_call_is_one_sentence(
    make_client: MakeClient,
    statuses: list[EngineStatus],
    caplog: pytest.LogCaptureFixture,
    name: str,
) -> None:
    client = make_client()
    with pytest.raises(WorkerDied) as caught:
        client.generate(request_for(f"die {name}"))
    assert "last words" in caplog.text
    assert "\n" not in caught.value.sentence
    wait_for(lambda: statuses[-1].phase is Phase.STOPPED)
    with pytest.raises(WorkerDied, match="restart"):
        client.generate(request_for("too late"))
    client.start(statuses.append)
    assert client.generate(request_for("after")).call == 1


def test_a_death_while_idle_is_told(make_client: MakeClient, statuses: list[EngineStatus]) -> None:
    client = make_client()
    assert client.pid is not None
    psutil.Process(client.pid).kill()
    wait_for(lambda: statuses[-1].phase is Phase.STOPPED)
    assert "killed" in statuses[-1].detail


def test_a_death_at_the_start_tells_the_last_words(make_client: MakeClient) -> None:
    client = make_client("die-at-start", started=False)
    told: list[EngineStatus] = []
    with pytest.raises(WorkerDied, match=r"code 7 while starting.*cannot import what is needed"):
        client.start(told.append)
    wait_for(lambda: told[-1].phase is Phase.STOPPED)
    assert told[-1].detail.startswith("code 7 while starting")


def test_one_that_says_why_it_cannot_start_is_not_a_death(
    make_client: MakeClient, statuses: list[EngineStatus]
) -> None:
    client = make_client("refuse-at-start", started=False)
    with pytest.raises(EnvironmentFault, match="no TensorFlow here"):
        client.start(statuses.append)
    client.close()
    assert Phase.STOPPED not in phases(statuses)


def test_killed_while_starting(make_client: MakeClient) -> None:
    client = make_client("slow-start", started=False)

    def kill() -> None:
        wait_for(lambda: client.pid is not None)
        psutil.Process(client.pid).kill()

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(WorkerDied):
        client.start(lambda status: None)
    killer.join()


def test_half_a_line_is_a_death(make_client: MakeClient) -> None:
    with pytest.raises(WorkerDied, match="code 3"):
        make_client().generate(request_for("half"))


def test_garbage_on_the_pipe_is_passed_over(make_client: MakeClient) -> None:
    assert make_client("garbage-at-start").generate(request_for("fine")).call == 1


def test_a_flood_on_stderr_does_not_block(make_client: MakeClient) -> None:
    client = make_client("flood-at-start")
    assert client.generate(request_for("flood")).call == 1


def test_what_libraries_print_is_no_message(make_client: MakeClient) -> None:
    assert make_client().generate(request_for("print")).call == 1


def test_a_command_that_is_none_is_answered(make_client: MakeClient) -> None:
    client = make_client()
    worker = client._running()
    assert worker._process.stdin is not None
    worker._process.stdin.write(b'{"kind": "plan"}\nrubbish\n\n')
    worker._process.stdin.flush()
    assert client.generate(request_for("fine")).call == 1


def test_a_missing_program_is_a_sentence() -> None:
    with pytest.raises(EnvironmentFault, match="cannot be started"):
        EngineClient(command=["/nonexistent/python"]).start(lambda status: None)


def test_the_worker_is_gone_within_two_seconds_of_its_parent() -> None:
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time\n"
            "from xla_playground.core.call.request import Request\n"
            "from xla_playground.worker.client import EngineClient\n"
            "client = EngineClient(command=sys.argv[1:])\n"
            "client.start(lambda status: None)\n"
            "print(client.pid, flush=True)\n"
            "client.generate(Request(model='m', prompts=('burn 60',)))\n",
            sys.executable,
            SCRIPT,
        ],
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    worker_pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    wait_for(lambda: not _is_running(worker_pid), limit_s=2.0)


def test_silence_ends_a_worker(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    client = make_client()
    monkeypatch.setattr("xla_playground.worker.process.SILENCE_LIMIT_S", 0.5)
    assert client.pid is not None
    with pytest.raises(WorkerDied, match="no sign of life"):
        client.generate(request_for("die SIGSTOP"))


def test_a_worker_may_be_silent_for_longer_while_it_looks_inside(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = make_client()
    monkeypatch.setattr("xla_playground.worker.process.SILENCE_LIMIT_S", 0.5)
    quiet = key_for(request_for("a"), 8).model_copy(update={"model": "quiet"})
    assert client.inspect(quiet).key == (("pid", client.pid),)


def test_a_profile_crosses(make_client: MakeClient) -> None:
    client = make_client()
    profile = client.profile(request_for("a"))
    assert profile.key == (("pid", client.pid),)
    assert profile.run_ns == 5_000_000_000


def test_a_cancelled_look_that_ends_by_itself_spares_the_worker(make_client: MakeClient) -> None:
    client = make_client()
    pid = client.pid
    threading.Timer(0.3, client.cancel).start()
    with pytest.raises(CallCancelled):
        client.profile(request_for("cancelled"))
    assert client.profile(request_for("a")).key == (("pid", pid),)


def test_a_cancelled_look_that_hears_nothing_ends_the_worker(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xla_playground.worker.process.BLOCK_GRACE_S", 0.2)
    client = make_client()
    pid = client.pid
    threading.Timer(0.3, client.cancel).start()
    with pytest.raises(CallCancelled):
        client.profile(request_for("deaf"))
    client.start(lambda status: None)
    assert client.pid != pid


def test_over_its_memory_budget_a_worker_makes_room_for_a_new_one(
    statuses: list[EngineStatus],
) -> None:
    client = EngineClient(memory_budget_bytes=5000, command=[sys.executable, SCRIPT])
    try:
        client.start(statuses.append)
        pid = client.pid
        small = client.generate(request_for("hold 3000"))
        assert not small.notices
        end = client.call(request_for("hold 6000"))
        assert end.record.call == 2
        assert "7.00 kB, more than its 5.00 kB" in end.record.notices[0].text
        assert (end.specializations, end.plan) == (None, None), "a new worker is to be asked"
        assert client.pid == pid, "not before somebody asks for something"
        assert client.generate(request_for("after")).call == 1
        assert client.pid != pid
        assert Phase.STOPPED not in phases(statuses)
    finally:
        client.close()


def test_a_worker_with_too_many_mappings_makes_room_for_a_new_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = EngineClient(memory_budget_bytes=5000, command=[sys.executable, SCRIPT])
    try:
        client.start(lambda status: None)
        pid = client.pid
        assert not client.generate(request_for("hold 100")).notices
        monkeypatch.setattr("xla_playground.worker.client.most_mappings", lambda: 3)
        (notice,) = client.generate(request_for("hold 100")).notices
        assert notice.id == "worker_maps_too_much"
        assert notice.values["count"] > notice.values["most"] == 3  # type: ignore[operator]
        monkeypatch.undo()
        assert client.generate(request_for("after")).call == 1
        assert client.pid != pid
    finally:
        client.close()


def test_mappings_are_counted() -> None:
    assert count_mappings(os.getpid()) > 100
    assert count_mappings(2**30) == 0
    most = most_mappings()
    assert most is None or 1000 < most < int(Path("/proc/sys/vm/max_map_count").read_text())


def test_a_program_that_is_built_behind_an_answer_counts_for_the_budget() -> None:
    client = EngineClient(memory_budget_bytes=5000, command=[sys.executable, SCRIPT])
    try:
        client.start(lambda status: None)
        pid = client.pid
        client.generate(request_for("hold 3000"))
        (notice,) = client.generate(request_for("hold-behind 6000")).notices
        assert notice.id == "worker_restarts"
        client.generate(request_for("after"))
        assert client.pid != pid
    finally:
        client.close()


def test_a_worker_that_no_new_one_would_make_smaller_stays() -> None:
    client = EngineClient(memory_budget_bytes=500, command=[sys.executable, SCRIPT])
    try:
        client.start(lambda status: None)
        pid = client.pid
        assert not client.generate(request_for("hold 100")).notices
        assert client.generate(request_for("after")).call == 2
        assert client.pid == pid
    finally:
        client.close()


def test_a_worker_over_its_budget_is_inspected_before_it_starts_afresh() -> None:
    client = EngineClient(memory_budget_bytes=5000, command=[sys.executable, SCRIPT])
    try:
        client.start(lambda status: None)
        pid = client.pid
        assert client.generate(request_for("hold 6000")).notices
        key = key_for(request_for("a"), 8)
        inspection = client.inspect(key)
        assert inspection.key == (("pid", pid),)
        assert len(inspection.optimized) == 3_000_000
        assert client.generate(request_for("after")).call == 1
    finally:
        client.close()


def test_probabilities_and_refusals_to_inspect_cross(make_client: MakeClient) -> None:
    client = make_client()
    record = client.generate(request_for("a"))
    (scored,) = client.probabilities(record)
    assert scored.prompt_index == record.call
    gone = key_for(request_for("a"), 8).model_copy(update={"model": "evicted"})
    with pytest.raises(RequestError, match="not in memory") as caught:
        client.inspect(gone)
    assert caught.value.field == "key"


def test_specializations_cross(make_client: MakeClient) -> None:
    client = make_client()
    client.generate(request_for("hold 42"))
    (told,) = client.specializations()
    assert told.memory_bytes == 42


def test_the_end_of_a_call_brings_what_would_be_asked_next(make_client: MakeClient) -> None:
    client, request = make_client(), request_for("hold 42")
    end = client.call(request)
    assert end.record.request == request
    assert end.specializations == client.specializations()
    assert end.plan == client.plan(request)


def _is_running(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def streamed(ending: str) -> Request:
    """A call that hands out "a word" and then waits for a cancel, sleeps or dies."""
    return Request(model="m", prompts=(f"stream {ending}",), recipe=Recipe.FAST, block_tokens=1)


def test_a_cancel_between_blocks_keeps_the_worker_and_the_text(make_client: MakeClient) -> None:
    client = make_client()
    pid = client.pid

    def cancel(partial: PartialText) -> None:
        client.cancel()
        client.cancel()  # asked already

    record = client.generate(streamed("well"), cancel)
    assert record.status is Status.CANCELLED
    assert [s.text for s in record.sequences] == ["a word"]
    assert record.ended_by == (EndedBy.CANCEL,)
    assert client.pid == pid
    assert client.generate(request_for("after")).call == 2


def test_a_call_that_does_not_end_between_blocks_is_killed(make_client: MakeClient) -> None:
    client = make_client()
    text = TextSoFar(lambda partial: client.cancel())
    with pytest.raises(CallCancelled):
        client.generate(streamed("deaf"), text)
    assert not client._worker or not client._worker.is_alive
    assert [s.text for s in text.sequences] == ["a word"]


def test_a_streamed_call_that_compiles_is_killed_at_once(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xla_playground.worker.process.BLOCK_GRACE_S", 60.0)
    client = make_client()
    request = request_for("sleep 60").model_copy(update={"recipe": Recipe.FAST, "block_tokens": 1})

    def cancel() -> None:
        worker = client._running()
        wait_for(lambda: worker._status.phase is Phase.COMPILING)
        client.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    with pytest.raises(CallCancelled):
        client.generate(request)
    canceller.join()


def test_a_worker_that_dies_while_it_streams_leaves_its_text(make_client: MakeClient) -> None:
    text = TextSoFar()
    with pytest.raises(WorkerDied):
        make_client().generate(streamed("die"), text)
    record = text.record(streamed("die"), Status.FAILED, untyped("It died."))
    assert [s.text for s in record.sequences] == ["a word"]
    assert record.ended_by == (EndedBy.CANCEL,)


def test_a_late_cancel_does_not_reach_the_next_call(make_client: MakeClient) -> None:
    client = make_client()
    worker = client._running()
    worker._write(CancelCommand(call_id="another"))  # of a call that ended meanwhile
    client.generate(streamed("well"), lambda partial: client.cancel())
    assert worker.is_alive
