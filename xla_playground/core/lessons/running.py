"""Run a lesson through an engine, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass

from ..engine.engine import Engine
from ..errors import RequestError
from ..messages.pages import lessons as messages
from .figures import Figures, figures_of, figures_of_inspection, figures_of_refusal
from .lesson import Lesson, Step, StepKind
from .step_settings import request_of
from .verdict import Verdict, verdicts

#: Runs a file of the function lab, and returns the figures that the lab has for it.
LabRunner = Callable[[str], Figures]
#: Starts an engine; each one is a new process.
StartEngine = Callable[[], AbstractContextManager[Engine]]


@dataclass(frozen=True)
class StepOutcome:
    """A step that ran, and the verdict on each of its expectations."""

    step: Step
    calls: tuple[Figures, ...]
    verdicts: tuple[Verdict, ...]


def run_lesson(
    lesson: Lesson, start: StartEngine, lab: LabRunner | None = None
) -> Iterator[StepOutcome]:
    """Yield the outcome of each step of a lesson, run on a new engine.

    Args:
        lab: runs the steps of the function lab; ``None`` if it is not plugged in.

    Raises:
        RequestError: a step needs the lab, and there is none.
        PlaygroundError: a call did not come through.
    """
    if lesson.needs_lab and lab is None:
        raise RequestError("lesson", messages.LESSON_NEEDS_LAB(lesson=lesson.name))
    measured: dict[str, tuple[Figures, ...]] = {}
    with ExitStack() as stack:
        engine: Engine | None = None
        for step in lesson.steps:
            if step.kind is StepKind.LAB:
                assert lab is not None
                measured[step.name] = (lab(step.file),)
            else:
                if engine is None or step.is_new_process:
                    stack.close()
                    engine = stack.enter_context(start())
                measured[step.name] = tuple(_calls(lesson, step, engine))
            yield StepOutcome(step, measured[step.name], verdicts(lesson, step, measured))


def _calls(lesson: Lesson, step: Step, engine: Engine) -> Iterator[Figures]:
    """Make the calls of a step and yield their figures."""
    try:
        request = request_of(lesson, step)
        for _ in range(step.calls):
            record = engine.generate(request.again())
            inside: Figures = {}
            if step.is_inspected and record.key is not None:
                inside = figures_of_inspection(engine.inspect(record.key))
            yield figures_of(record) | inside
    except RequestError as error:
        if not step.is_refused:
            raise
        yield figures_of_refusal(error)
