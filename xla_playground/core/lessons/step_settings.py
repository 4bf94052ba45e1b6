"""The settings of a step: a request, or an order of the lab."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..call.request import Request
from ..errors import RequestError
from ..lab.knobs import lab_knobs
from ..lab.report import LabOrder
from ..lab.templates import LabTemplate, lab_templates
from ..messages.message import Message
from ..messages.pages import lessons as messages
from ..paths import resource_dir
from .lesson import Lesson, Step, StepKind

#: Settings that are groups: a step changes single entries of them.
_GROUPS = ("options", "padding")


def request_of(lesson: Lesson, step: Step) -> Request:
    """Return the request of a step: the changes of all steps up to it, one after the other.

    Raises:
        RequestError: the settings contradict each other, or the recipe cannot compute them.
    """
    values: dict[str, Any] = {name: {} for name in _GROUPS}
    for earlier in lesson.steps:
        for name, value in earlier.set.items():
            values[name] = values[name] | value if name in _GROUPS else value
        if earlier.name == step.name:
            break
    if audio := values.get("audio"):
        values["audio"] = str(Path(resource_dir() / "audio" / audio))
    return Request.parse(values)


def template_of(step: Step) -> LabTemplate:
    """Return the template that a step of the lab runs.

    Raises:
        RequestError: the lab has none of that name.
    """
    templates = {each.path.name: each for each in lab_templates()}
    if step.file not in templates:
        problem = messages.LESSON_NO_TEMPLATE(name=step.file, names=tuple(templates))
        raise RequestError("lesson", problem)
    return templates[step.file]


def lab_order(step: Step) -> LabOrder:
    """Return what the lab runs for a step."""
    template = template_of(step)
    return LabOrder(name=template.path.name, text=template.text)


def check_settings(lesson: Lesson) -> None:
    """Check that each step has valid settings, and those of a refusal invalid ones.

    Of a file of the lab, questions must name a knob that it has.

    Raises:
        RequestError: naming the lesson, the step and the problem.
    """
    for step in lesson.steps:
        try:
            if step.kind is StepKind.LAB:
                template_of(step)
            elif not step.is_refused:
                request_of(lesson, step)
        except RequestError as error:
            raise _of_step(lesson, step, error.message) from None
    for question in (part.question for part in lesson.parts if part.question is not None):
        step = lesson.step(question.step)
        if step.kind is StepKind.LAB and question.field:
            knobs = lab_knobs(template_of(step).text)
            if question.field not in knobs:
                problem = messages.LESSON_NO_KNOB(name=question.field, names=tuple(knobs))
                raise _of_step(lesson, step, problem)


def _of_step(lesson: Lesson, step: Step, problem: Message) -> RequestError:
    sentence = messages.LESSON_SETTINGS(file=lesson.name, step=step.name, problem=problem)
    return RequestError("lesson", sentence)
