"""Lessons run through an engine without TensorFlow: counts, reasons, and which phases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from tests.fakes import GPT2, FakeEngine
from xla_playground.core.errors import RequestError
from xla_playground.core.lab.report import LabArm, LabOrder, LabProblem, LabReport
from xla_playground.core.lessons.lesson import Expectation, Lesson
from xla_playground.core.lessons.running import run_lesson
from xla_playground.core.lessons.shelf import find_lesson, read_lessons
from xla_playground.core.messages.pages import lab as lab_messages

#: Figures that the engine without TensorFlow gives as the real one does.
KNOWN = ("cache", "reasons", "traces", "refused", "padded_length")
LESSONS = {lesson.number: lesson for lesson in read_lessons()}


def is_known(each: Expectation) -> bool:
    return each.figure in KNOWN


@pytest.mark.parametrize("number", [4, 5, 6, 7, 10, 12])
def test_sources_and_reasons_of_every_step(number: int) -> None:
    engine = FakeEngine()
    compared = 0
    for outcome in run_lesson(LESSONS[number], lambda: started(engine), no_lab):
        assert len(outcome.calls) == outcome.step.calls
        for each, verdict in zip(outcome.step.expect, outcome.verdicts, strict=True):
            if is_known(each):
                compared += 1
                assert verdict.holds, (outcome.step.name, verdict)
    assert compared


def no_lab(order: LabOrder) -> LabReport:
    raise AssertionError(order.name)


def no_engine() -> AbstractContextManager[FakeEngine]:
    raise AssertionError("a lesson of the lab starts no engine")


@contextmanager
def started(engine: FakeEngine) -> Iterator[FakeEngine]:
    engine.start(lambda status: None)
    yield engine


def test_a_step_of_a_new_process_has_a_new_engine() -> None:
    engine = FakeEngine()
    outcomes = list(run_lesson(LESSONS[13], lambda: started(engine), no_lab))
    assert engine.starts == 2
    assert [outcome.calls[0]["cache"] for outcome in outcomes] == ["miss", "memory", "disk"]


def test_a_lesson_of_the_lab_runs_the_file_of_each_step_and_no_engine() -> None:
    lesson = find_lesson(tuple(LESSONS.values()), "your-own-function")
    asked = []

    def lab(order: LabOrder) -> LabReport:
        asked.append(order.name)
        return LabReport(file=order.name, arms=(LabArm(arm="xla", retraces=3),))

    first, _ = run_lesson(lesson, no_engine, lab)
    assert asked == ["cache_key.py", "not_compilable.py"]
    by_figure = {each.figure: v for each, v in zip(first.step.expect, first.verdicts, strict=True)}
    assert by_figure["xla.retraces"].holds
    assert by_figure["xla.cache"].holds is False


def test_a_run_of_the_lab_that_does_not_come_through_ends_the_lesson() -> None:
    lesson = find_lesson(tuple(LESSONS.values()), "keras-model")
    problem = LabProblem(line=None, message=lab_messages.CODE_CANCELLED())
    with pytest.raises(RequestError, match="cancelled"):
        list(run_lesson(lesson, no_engine, lambda order: LabReport(file="f", problem=problem)))


def test_a_refusal_that_is_not_expected_ends_the_lesson() -> None:
    assert GPT2.name == "playground-gpt2"
    lesson: Lesson = LESSONS[11]
    unforeseen = tuple(
        part
        if part.step is None
        else part.model_copy(update={"step": part.step.model_copy(update={"is_refused": False})})
        for part in lesson.parts
    )
    with pytest.raises(RequestError) as raised:
        list(
            run_lesson(
                lesson.model_copy(update={"parts": unforeseen}),
                lambda: started(FakeEngine()),
                no_lab,
            )
        )
    assert raised.value.field == "min_p"
