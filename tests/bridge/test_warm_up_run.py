"""A warm-up through Qt's signals."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.fakes import GPT2, FakeEngine
from xla_playground.bridge.warm_up_run import WarmUpRun
from xla_playground.core.advice.warm_up import WarmUpPlan, WarmUpProgress
from xla_playground.core.errors import EngineFailure
from xla_playground.core.messages.message import untyped
from xla_playground.worker.warm_up import WarmUp

REQUESTS = WarmUpPlan(model=GPT2.name, capacities=(256, 512)).requests()


def run_over(engine: FakeEngine) -> WarmUpRun:
    return WarmUpRun(lambda: WarmUp(engine=engine))


def test_it_tells_each_step_and_the_end(qtbot: QtBot) -> None:
    run = run_over(FakeEngine())
    told: list[WarmUpProgress] = []
    run.progress_changed.connect(told.append)
    with qtbot.waitSignal(run.ended) as end:
        run.start(REQUESTS)
        assert run.is_running
    assert [progress.done for progress in told] == [0, 1, 2]
    assert end.args == [""]
    assert not run.is_running


def test_cancel_ends_it_and_tells_nothing_more(qtbot: QtBot) -> None:
    engine = FakeEngine()
    engine.hold.set()
    run = run_over(engine)
    with qtbot.waitSignal(run.progress_changed):
        run.start(REQUESTS)
    with qtbot.waitSignal(run.ended) as end:
        run.cancel()
        run.cancel()
    assert run.is_cancelled
    assert end.args == ["Cancelled."]
    assert engine.is_closed


def test_another_can_follow(qtbot: QtBot) -> None:
    run = run_over(FakeEngine())
    for _ in range(2):
        with qtbot.waitSignal(run.ended):
            run.start(REQUESTS)


def test_a_worker_that_does_not_start_is_told(qtbot: QtBot) -> None:
    run = run_over(FakeEngine(refuses_to_start=True))
    with qtbot.waitSignal(run.ended) as end:
        run.start(REQUESTS)
    assert end.args == [EngineFailure(untyped("The worker could not be started.")).sentence]


def test_stop_leaves_no_thread(qtbot: QtBot) -> None:
    engine = FakeEngine()
    engine.hold.set()
    run = run_over(engine)
    with qtbot.waitSignal(run.started):
        run.start(REQUESTS)
    run.stop()
    assert engine.is_closed


def test_a_pause_ends_the_worker_and_another_one_does_the_rest(qtbot: QtBot) -> None:
    first, second = FakeEngine(), FakeEngine()
    first.hold.set()
    engines = iter((first, second))
    run = WarmUpRun(lambda: WarmUp(engine=next(engines)))
    told: list[WarmUpProgress] = []
    run.progress_changed.connect(told.append)
    with qtbot.waitSignal(run.progress_changed):
        run.start(REQUESTS)
    with qtbot.waitSignal(run.paused):
        run.pause(True)
    qtbot.waitUntil(lambda: first.is_closed)
    assert run.is_running
    run.start(REQUESTS)  # it runs: nothing begins
    with qtbot.waitSignal(run.ended) as end:
        run.pause(False)
    assert end.args == [""]
    assert not run.is_cancelled
    assert [(progress.done, progress.total) for progress in told if progress.result] == [
        (1, 2),
        (2, 2),
    ]
    assert len(second.requests) == 2


def test_a_paused_one_is_cancelled(qtbot: QtBot) -> None:
    engine = FakeEngine()
    engine.hold.set()
    run = run_over(engine)
    with qtbot.waitSignal(run.progress_changed):
        run.start(REQUESTS)
    run.pause(True)
    qtbot.waitUntil(lambda: run._job is None)
    with qtbot.waitSignal(run.ended) as end:
        run.cancel()
    assert end.args == ["Cancelled."]
    run.pause(False)
    assert not run.is_running
