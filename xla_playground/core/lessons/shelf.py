"""All lessons, in the order in which they are read."""

from __future__ import annotations

from pathlib import Path

from ..errors import RequestError
from ..messages.pages import lessons as messages
from ..paths import resource_dir
from .lesson import Lesson
from .lesson_file import read_lesson
from .step_settings import check_settings

#: The language that every lesson is written in.
ENGLISH = "en"


def lessons_folder(language: str = ENGLISH) -> Path:
    """Return the folder of the lessons in a language."""
    return resource_dir() / "lessons" / language


def read_lessons(language: str = ENGLISH) -> tuple[Lesson, ...]:
    """Return all lessons by their numbers; one that is not translated is in English.

    Raises:
        RequestError: a file is wrong: its name, the line, and what.
    """
    files = {path.name: path for path in sorted(lessons_folder().glob("*.md"))}
    files |= {path.name: path for path in lessons_folder(language).glob("*.md")}
    lessons = sorted((read_lesson(path) for path in files.values()), key=lambda one: one.number)
    for lesson in lessons:
        check_settings(lesson)
    return tuple(lessons)


def find_lesson(lessons: tuple[Lesson, ...], name: str) -> Lesson:
    """Return the lesson of a name or a number.

    Raises:
        RequestError: there is none.
    """
    for lesson in lessons:
        if name in (lesson.name, str(lesson.number)):
            return lesson
    raise RequestError("lesson", messages.LESSON_UNKNOWN(name=name))
