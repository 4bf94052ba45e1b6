"""Lessons in other languages: the same steps and questions, with other words."""

from __future__ import annotations

import re

import pytest

from xla_playground.core.lessons.lesson import Lesson
from xla_playground.core.lessons.shelf import read_lessons
from xla_playground.core.paths import resource_dir

ENGLISH = read_lessons("en")
OTHERS = [path.stem for path in (resource_dir() / "translations").glob("*.ts")]
_CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("number", range(len(ENGLISH)))
def test_a_translated_lesson_runs_what_the_english_one_runs(code: str, number: int) -> None:
    english, other = ENGLISH[number], read_lessons(code)[number]
    assert other.title != english.title, f"lesson {english.number} is not translated"
    assert (other.number, other.name) == (english.number, english.name)
    assert other.steps == english.steps
    assert [part.question for part in other.parts] == [part.question for part in english.parts]
    for of_other, of_english in zip(other.parts, english.parts, strict=True):
        assert bool(of_other.heading) == bool(of_english.heading)
        assert bool(of_other.text) == bool(of_english.text)
        assert bool(of_other.after) == bool(of_english.after)
    assert _examples(other) == _examples(english)


def _examples(lesson: Lesson) -> list[str]:
    """Return the code of a lesson, which no language changes."""
    text = "\n".join(f"{part.text}\n{part.after}" for part in lesson.parts)
    return _CODE.findall(text)
