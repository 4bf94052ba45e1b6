"""How far the reader is in each lesson, kept in a small file."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ..files.kept_model import load_kept, save_kept
from ..frozen import Frozen
from ..messages.pages import lessons as messages
from .figures import Figures
from .lesson import Lesson


class LessonProgress(Frozen):
    """How far the reader is in one lesson.

    Attributes:
        place: the part that is read, from 0.
        measured: the figures of the calls by step, so that later steps can be compared with them.
        answered: the numbers of the parts whose question is answered.
    """

    place: int = 0
    measured: dict[str, tuple[Figures, ...]] = Field(default_factory=dict)
    answered: tuple[int, ...] = ()

    def with_call(self, step: str, figures: Figures, most: int) -> LessonProgress:
        """Return the progress with one more call of a step, of which the last ``most`` count."""
        calls = (*self.measured.get(step, ()), figures)[-most:]
        return self.model_copy(update={"measured": self.measured | {step: calls}})

    def with_answer(self, part: int) -> LessonProgress:
        """Return the progress with the question of a part answered."""
        return self.model_copy(update={"answered": tuple(sorted({*self.answered, part}))})

    def done_of(self, lesson: Lesson) -> tuple[int, int]:
        """Return how many steps and questions are done, and how many there are."""
        done = total = 0
        for number, part in enumerate(lesson.parts):
            if part.step is not None:
                total += 1
                done += len(self.measured.get(part.step.name, ())) >= part.step.calls
            elif part.question is not None:
                total += 1
                done += number in self.answered
        return done, total


class Progress(Frozen):
    """The progress of all lessons, by name.

    Attributes:
        lesson: the one that is open, empty before the first.
    """

    lesson: str = ""
    lessons: dict[str, LessonProgress] = Field(default_factory=dict)

    def of(self, name: str) -> LessonProgress:
        """Return the progress of a lesson, which may not have begun."""
        return self.lessons.get(name, LessonProgress())

    def with_lesson(self, name: str, progress: LessonProgress) -> Progress:
        """Return the progress with that of one lesson, which is the open one."""
        return Progress(lesson=name, lessons=self.lessons | {name: progress})


def load_progress(path: Path) -> Progress:
    """Return the progress in a file; a missing or damaged one means that nothing has begun."""
    return load_kept(path, Progress())


def save_progress(progress: Progress, path: Path) -> None:
    """Write the progress.

    Raises:
        EnvironmentFault: it cannot be written; the old file is untouched.
    """
    save_kept(progress, path, messages.PROGRESS_NOT_SAVED)
