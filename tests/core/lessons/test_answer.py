"""The knob that answers a question."""

from __future__ import annotations

from typing import Any

import pytest

from xla_playground.core.call.request import Request
from xla_playground.core.lab.source import LabFileError
from xla_playground.core.lessons.answer import answer_to, lab_answer_to
from xla_playground.core.lessons.figures import Figures
from xla_playground.core.lessons.lesson import Question
from xla_playground.core.lessons.shelf import read_lessons
from xla_playground.core.lessons.step_settings import request_of, template_of

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


@pytest.mark.parametrize("lesson", [one for one in read_lessons() if one.number in ANSWERS])
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


#: In the file of each lesson of the lab: what is turned, what is said of it, and what a run of the
#: turned file measures.
IN_THE_LAB: dict[int, tuple[str, str, str, Figures | None]] = {
    1: ("(16, 10)", "(60000, 10)", "x.shape from (16, 10) to (60000, 10)", None),
    2: ('"value": 2', '"value": 3', "power.value from 2 to 3", {"xla.retraces": 2}),
    3: ('"steps": 20', '"steps": 2000', "steps from 20 to 2000", None),
}


def lab_question(number: int) -> tuple[Question, str]:
    lesson = read_lessons()[number - 1]
    question = next(part.question for part in lesson.parts if part.question is not None)
    return question, template_of(lesson.step(question.step)).text


@pytest.mark.parametrize("number", IN_THE_LAB)
def test_one_turn_in_the_lab_answers_the_question(number: int) -> None:
    question, asked = lab_question(number)
    old, new, said, figures = IN_THE_LAB[number]
    assert old in asked
    assert lab_answer_to(question, asked, asked, figures) is None
    right = lab_answer_to(question, asked, asked.replace(old, new), figures)
    assert right is not None
    assert right.message.text == f"That is it: {said}."
    assert right.is_right
    assert lab_answer_to(question, asked, asked.replace(old, new) + "more = 1\n", figures) is None


def test_a_question_on_a_figure_waits_for_a_run_and_takes_what_it_measured() -> None:
    question, asked = lab_question(2)
    turned = asked.replace('"value": 2', '"value": 5')
    assert lab_answer_to(question, asked, turned) is None
    wrong = lab_answer_to(question, asked, turned, {"xla.retraces": 3})
    assert wrong is not None
    assert not wrong.is_right
    unmeasured = lab_answer_to(question, asked, turned, {})
    assert unmeasured is not None
    assert not unmeasured.is_right


def test_fewer_rows_are_the_wrong_turn_and_a_value_in_place_of_a_tensor_is_one() -> None:
    question, asked = lab_question(1)
    for now, said in (
        (asked.replace("(16, 10)", "(4, 10)"), "x.shape from (16, 10) to (4, 10)"),
        (
            asked.replace("(16, 10)", "(64, 10)").replace('"seed": 0', '"seed": 7'),
            "x.shape from (16, 10) to (64, 10)",
        ),
        (asked.replace('"shape": (16, 10)', '"value": 7'), "x.value from – to 7"),
    ):
        wrong = lab_answer_to(question, asked, now)
        assert wrong is not None
        assert not wrong.is_right
        assert said in wrong.message.text
    with pytest.raises(LabFileError):
        lab_answer_to(question, asked, "def function(:")
