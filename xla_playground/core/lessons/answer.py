"""Whether the settings of now answer a lesson's question: one knob, turned the right way."""

from __future__ import annotations

from dataclasses import dataclass

from ..call.request import Request
from ..messages.message import Message, both
from ..messages.pages import lessons as messages
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
    if not turned:
        return None
    knobs = [
        messages.KNOB_TURNED(
            name=name.rpartition(".")[2], old=_shown(before.get(name)), new=_shown(after[name])
        )
        for name in turned
    ]
    change = both(knobs)
    is_right = turned == [question.field] and _fits(question, after[question.field])
    template = messages.QUESTION_RIGHT if is_right else messages.QUESTION_WRONG
    return Answer(is_right, template(change=change))


def turned_settings(asked: Request, now: Request) -> list[str]:
    """Return the names of the settings of ``now`` that are others than those asked for."""
    before, after = _flat(asked), _flat(now)
    return [name for name in after if before.get(name) != after[name]]


def _fits(question: Question, value: object) -> bool:
    if question.above is not None:
        return isinstance(value, int | float) and value > question.above
    return not question.to or value in question.to


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
