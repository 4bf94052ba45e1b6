"""The settings of a step as a request."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..call.request import Request
from ..errors import RequestError
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


def check_settings(lesson: Lesson) -> None:
    """Check that each step has valid settings, and those of a refusal invalid ones.

    Raises:
        RequestError: naming the lesson, the step and the problem.
    """
    for step in lesson.steps:
        if step.kind is StepKind.LAB or step.is_refused:
            continue
        try:
            request_of(lesson, step)
        except RequestError as error:
            problem = messages.LESSON_SETTINGS(
                file=lesson.name, step=step.name, problem=error.message
            )
            raise RequestError("lesson", problem) from None
