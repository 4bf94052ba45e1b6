"""Warming up: in order, told step by step, ended at once."""

from __future__ import annotations

import threading

from tests.fakes import GPT2, FakeEngine
from xla_playground.core.advice.warm_up import WarmUpPlan, WarmUpProgress, WarmUpResult
from xla_playground.core.call.partial_text import TextListener
from xla_playground.core.call.plan import Plan
from xla_playground.core.call.record import Record
from xla_playground.core.call.request import Request
from xla_playground.core.call.specialization import CHUNK
from xla_playground.core.errors import CheckpointError, EngineFailure, EnvironmentFault
from xla_playground.core.messages.message import Message, untyped
from xla_playground.worker.warm_up import WarmUp

LIMIT_S = 10.0
PLAN = WarmUpPlan(model=GPT2.name, capacities=(256, 512))


def run(engine: FakeEngine, plan: WarmUpPlan) -> tuple[list[WarmUpProgress], list[str | None]]:
    told: list[WarmUpProgress] = []
    ends: list[Message | None] = []
    warm_up = WarmUp(engine=engine)
    warm_up.start(plan.requests(), told.append, ends.append)
    assert warm_up.wait(LIMIT_S)
    return told, [end.text if end else None for end in ends]


def test_each_is_prepared_once_and_told() -> None:
    told, ends = run(FakeEngine(), PLAN.model_copy(update={"capacities": (256, 512, 256)}))
    assert [(p.done, p.total) for p in told] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert [p.result for p in told[1:]] == [
        WarmUpResult.PREPARED,
        WarmUpResult.WAS_STORED,
        WarmUpResult.PREPARED,
    ]
    assert all(p.label for p in told[1:])
    assert ends == [None]


class _Building(FakeEngine):
    """Builds the chunk program behind the answer, as the real one does in the background."""

    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        record = super().generate(request, on_text)
        assert record.key is not None
        self.stored.add(record.key.of_program(CHUNK))
        return record


def test_a_specialization_whose_chunk_program_is_missing_is_run_once_more() -> None:
    key = FakeEngine().plan(PLAN.requests()[0]).key
    engine = _Building(stored={key})
    told, _ = run(engine, PLAN.model_copy(update={"capacities": (256,)}))
    assert told[-1].result is WarmUpResult.PREPARED
    again = _Building(stored=engine.stored)
    told, _ = run(again, PLAN.model_copy(update={"capacities": (256,)}))
    assert told[-1].result is WarmUpResult.WAS_STORED
    assert again.requests == []
    never = FakeEngine(stored={key})  # a family that has none
    told, _ = run(never, PLAN.model_copy(update={"capacities": (256,)}))
    assert told[-1].result is WarmUpResult.WAS_STORED


class _Refusing(FakeEngine):
    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        raise EngineFailure(untyped("It does not fit."))


class _Modelless(FakeEngine):
    def plan(self, request: Request) -> Plan:
        raise CheckpointError(untyped("There is no m."))


class _Unstartable(FakeEngine):
    def start(self, on_status: object) -> object:  # type: ignore[override]  # never returns
        raise EnvironmentFault(untyped("No TensorFlow."))


def test_one_that_fails_does_not_end_the_others() -> None:
    for engine, sentence in ((_Refusing(), "It does not fit."), (_Modelless(), "There is no m.")):
        told, ends = run(engine, PLAN)
        assert [(p.result, p.sentence) for p in told[1:]] == [(WarmUpResult.FAILED, sentence)] * 2
        assert ends == [None]


def test_an_engine_that_does_not_start_ends_it() -> None:
    told, ends = run(_Unstartable(), PLAN)
    assert told == []
    assert ends == ["No TensorFlow."]


def test_a_cancel_ends_it_at_once() -> None:
    engine = FakeEngine()
    engine.hold.set()
    begun = threading.Event()
    ends: list[Message | None] = []
    warm_up = WarmUp(engine=engine)
    warm_up.start(PLAN.requests(), lambda progress: begun.set(), ends.append)
    assert begun.wait(LIMIT_S)
    warm_up.cancel()
    assert warm_up.wait(LIMIT_S)
    assert [end and end.id for end in ends] == ["cancelled"]
