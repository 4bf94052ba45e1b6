"""The progress of the lessons, kept and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from xla_playground.core.errors import EnvironmentFault
from xla_playground.core.lessons.progress import (
    LessonProgress,
    Progress,
    load_progress,
    save_progress,
)
from xla_playground.core.lessons.shelf import find_lesson, read_lessons


def test_progress_comes_back_with_its_figures(tmp_path: Path) -> None:
    lesson = find_lesson(read_lessons(), "first-call")
    one = LessonProgress(place=2).with_call("first", {"cache": "miss", "total": 12, "x": 0.5}, 1)
    one = one.with_answer(4)
    path = tmp_path / "data" / "lessons.json"
    save_progress(Progress().with_lesson(lesson.name, one), path)
    again = load_progress(path)
    assert again.lesson == lesson.name
    assert again.of(lesson.name) == one
    assert again.of(lesson.name).done_of(lesson) == (2, 4)
    assert again.of("race") == LessonProgress()


def test_the_last_calls_of_a_step_count() -> None:
    one = LessonProgress()
    for total in range(5):
        one = one.with_call("again", {"total": total}, 3)
    assert [call["total"] for call in one.measured["again"]] == [2, 3, 4]


@pytest.mark.parametrize("text", ["", "[]", '{"lessons": 3}', "{" * 9])
def test_a_damaged_file_begins_anew(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lessons.json"
    path.write_text(text)
    assert load_progress(path) == Progress()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentFault, match="cannot be saved"):
        save_progress(Progress(), tmp_path / "file" / "lessons.json")
