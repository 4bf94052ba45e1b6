"""Whether the settings of now answer a lesson's question: one knob, turned the right way."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ..call.request import Request
from ..lab.knobs import code_of, lab_knobs
from ..lab.source import CALLS, INPUTS
from ..messages.message import Message, both
from ..messages.pages import lessons as messages
from .figures import Figures
from .lesson import Question

#: Settings that no question is about: they do not change a call's outcome.
_ASIDE = ("id", "block_tokens")


@dataclass(frozen=True)
class Answer:
    """What was turned, and whether that is the answer."""

    is_right: bool
    message: Message


def answer_to(question: Question, asked: Request, now: Request) -> Answer | None:
    """Return the answer that the settings of ``now`` give; ``None`` while no knob is turned.

    Args:
        asked: the request of the question's step.
    """
    before, after = _flat(asked), _flat(now)
    turned = turned_settings(asked, now)
    is_right = turned == [question.field] and _fits(question, after[question.field])
    return _answer(turned, before, after, is_right=is_right)


def lab_answer_to(
    question: Question, asked: str, now: str, figures: Figures | None = None
) -> Answer | None:
    """Return the answer that a lab file gives; ``None`` while no knob is turned.

    A file with other code is another file, and no answer.

    Args:
        asked: the text of the step's template.
        figures: what a run of ``now`` measured; a question on a figure has no answer without one.

    Raises:
        LabFileError: ``now`` is no file that the lab runs.
    """
    if code_of(asked) != code_of(now):
        return None
    before, after = lab_knobs(asked), lab_knobs(now)
    # what only one of them has comes and goes with a value, which is the knob that was turned
    turned = [name for name in before if name in after and before[name] != after[name]]
    if question.field:
        is_right = turned == [question.field] and _fits(question, after.get(question.field))
    elif figures is None:
        return None
    else:
        is_right = len(turned) == 1 and _measures(question, figures)
    return _answer(turned, before, after, is_right=is_right)


def turned_settings(asked: Request, now: Request) -> list[str]:
    """Return the names of the settings of ``now`` that are others than those asked for."""
    before, after = _flat(asked), _flat(now)
    return [name for name in after if before.get(name) != after[name]]


def _answer(
    turned: list[str], before: Mapping[str, object], after: Mapping[str, object], *, is_right: bool
) -> Answer | None:
    if not turned:
        return None
    template = messages.QUESTION_RIGHT if is_right else messages.QUESTION_WRONG
    knobs = [_knob(name, before.get(name), after.get(name)) for name in turned]
    return Answer(is_right, template(change=both(knobs)))


def _knob(name: str, old: object, new: object) -> Message:
    if name == CALLS:
        return messages.CALLS_TURNED()
    group, _, rest = name.partition(".")
    shown = rest if group == INPUTS else name.rpartition(".")[2]
    return messages.KNOB_TURNED(name=shown, old=_shown(old), new=_shown(new))


def _fits(question: Question, value: object) -> bool:
    if question.above is not None:
        size = math.prod(value) if isinstance(value, tuple) else value
        return isinstance(size, int | float) and size > question.above
    return not question.to or value in question.to


def _measures(question: Question, figures: Figures) -> bool:
    value = figures.get(question.figure)
    if not isinstance(value, int | float):
        return False
    is_above = question.at_least is None or value >= question.at_least
    return is_above and (question.at_most is None or value <= question.at_most)


def _flat(request: Request) -> dict[str, object]:
    """Return the settings that a call reads, each by its name, groups before a point."""
    values = request.model_dump(mode="json", exclude={*_ASIDE, "options"})
    padding = values.pop("padding")
    options = request.options.used()
    return {
        **values,
        **{f"padding.{name}": value for name, value in padding.items()},
        **{f"options.{name}": value for name, value in options.items()},
    }


def _shown(value: object) -> str:
    return "–" if value is None or value == "" else str(value)
