"""All lessons, in the order in which they are read."""

from __future__ import annotations

from pathlib import Path

from ..errors import RequestError
from ..languages import ENGLISH
from ..messages.message import language
from ..messages.pages import lessons as messages
from ..paths import resource_dir
from .lesson import Lesson
from .lesson_file import read_lesson
from .step_settings import check_settings


def lessons_folder(code: str = ENGLISH) -> Path:
    """Return the folder of the lessons in a language; every lesson is there in English."""
    return resource_dir() / "lessons" / code


def read_lessons(code: str | None = None) -> tuple[Lesson, ...]:
    """Return all lessons by their numbers, in the language of a code, by default that of messages.

    One that is not translated is in English.

    Raises:
        RequestError: a file is wrong: its name, the line, and what.
    """
    files = {path.name: path for path in sorted(lessons_folder().glob("*.md"))}
    files |= {path.name: path for path in lessons_folder(code or language()).glob("*.md")}
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
