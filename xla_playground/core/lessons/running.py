"""Run a lesson through an engine, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass

from ..engine.engine import Engine
from ..errors import RequestError
from ..lab.report import LabOrder, LabReport
from .figures import Figures, figures_of, figures_of_inspection, figures_of_refusal
from .lab_figures import figures_of_report
from .lesson import Lesson, Step, StepKind
from .step_settings import lab_order, request_of
from .verdict import Verdict, verdicts

#: Runs a file in the function lab.
LabRunner = Callable[[LabOrder], LabReport]
#: Starts an engine; each one is a new process.
StartEngine = Callable[[], AbstractContextManager[Engine]]


@dataclass(frozen=True)
class StepOutcome:
    """A step that ran, and the verdict on each of its expectations."""

    step: Step
    calls: tuple[Figures, ...]
    verdicts: tuple[Verdict, ...]


def run_lesson(lesson: Lesson, start: StartEngine, lab: LabRunner) -> Iterator[StepOutcome]:
    """Yield the outcome of each step of a lesson, run on a new engine, or in the lab.

    Raises:
        PlaygroundError: a call or a run of the lab did not come through.
    """
    measured: dict[str, tuple[Figures, ...]] = {}
    with ExitStack() as stack:
        engine: Engine | None = None
        for step in lesson.steps:
            if step.kind is StepKind.LAB:
                measured[step.name] = (_lab_figures(step, lab),)
            else:
                if engine is None or step.is_new_process:
                    stack.close()
                    engine = stack.enter_context(start())
                measured[step.name] = tuple(_calls(lesson, step, engine))
            yield StepOutcome(step, measured[step.name], verdicts(lesson, step, measured))


def _lab_figures(step: Step, lab: LabRunner) -> Figures:
    report = lab(lab_order(step))
    if report.problem is not None:
        raise RequestError("lab", report.problem.sentence)
    return figures_of_report(report)


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
