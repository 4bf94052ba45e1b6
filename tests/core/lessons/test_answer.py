"""The knob that answers a question."""

from __future__ import annotations

from typing import Any

import pytest

from xla_playground.core.call.request import Request
from xla_playground.core.lessons.answer import answer_to
from xla_playground.core.lessons.lesson import Question
from xla_playground.core.lessons.shelf import read_lessons
from xla_playground.core.lessons.step_settings import request_of

ASKED = Request.parse(
    {"model": "m", "prompts": ("p",), "options": {"strategy": "beam", "num_beams": 2}}
)


def turned(**values: Any) -> Request:
    return Request.parse(ASKED.model_dump() | values)


def beams(count: int, **options: Any) -> Request:
    return turned(options={"strategy": "beam", "num_beams": count, **options})


QUESTION = Question(step="s", field="options.num_beams", above=2)


def test_nothing_turned_is_no_answer_whatever_the_id_and_the_stream() -> None:
    assert answer_to(QUESTION, ASKED, ASKED.again()) is None
    streamed = turned(recipe="fast", block_tokens=8)
    asked = turned(recipe="fast")
    assert answer_to(QUESTION, asked, streamed) is None


def test_the_right_knob_the_wrong_one_and_two_at_once() -> None:
    right = answer_to(QUESTION, ASKED, beams(4))
    assert right is not None
    assert right.is_right
    assert "num_beams from 2 to 4" in right.message.text
    for now in (turned(arm="eager"), beams(4, length_penalty=2.0)):
        wrong = answer_to(QUESTION, ASKED, now)
        assert wrong is not None
        assert not wrong.is_right


def test_values_that_are_the_answer() -> None:
    question = Question(step="s", field="arm", to=("eager",))
    for arm, is_right in (("eager", True), ("graph", False)):
        found = answer_to(question, ASKED, turned(arm=arm))
        assert found is not None
        assert found.is_right is is_right


#: One turn of a knob that answers the question of each lesson.
ANSWERS: dict[int, dict[str, Any]] = {
    4: {"arm": "eager"},
    5: {"options": {"num_beams": 4}},
    6: {"recipe": "documented"},
    7: {"options": {"num_beams": 3}},
    8: {"padding": {"multiple_of": 32}},
    9: {"options": {"max_new_tokens": 9}},
    10: {"arm": "eager"},
    11: {"recipe": "documented", "options": {"min_p": 0.0}},
    12: {"arm": "graph"},
    13: {"padding": {"capacity": 1024}},
}


@pytest.mark.parametrize("lesson", [one for one in read_lessons() if not one.needs_lab])
def test_the_question_of_each_lesson_has_one_answer(lesson: Any) -> None:
    question = next(part.question for part in lesson.parts if part.question is not None)
    asked = request_of(lesson, lesson.step(question.step))
    values = asked.model_dump()
    for name, change in ANSWERS[lesson.number].items():
        values[name] = values[name] | change if isinstance(change, dict) else change
    if lesson.number == 11:  # the panel leaves out what the recipe does not compute
        asked = asked.model_copy(
            update={"options": asked.options.model_copy(update={"min_p": 0.0})}
        )
    found = answer_to(question, asked, Request.parse(values))
    assert found is not None
    assert found.is_right
