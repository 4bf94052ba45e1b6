"""Files of lessons: those that ship, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from xla_playground.core.errors import RequestError
from xla_playground.core.lessons.lesson_file import read_lesson
from xla_playground.core.lessons.shelf import find_lesson, read_lessons
from xla_playground.core.lessons.sources import SOURCES
from xla_playground.core.lessons.step_settings import check_settings, request_of
from xla_playground.core.paths import resource_dir

HEADER = '+++\ntitle = "T"\n+++\n'
STEP = '```step\nname = "one"\n[[expect]]\nfigure = "cache"\nequals = "miss"\n```\n'

LAB = '```step\nname = "one"\nkind = "lab"\nfile = "cache_key.py"\n[[expect]]\n'


def question(lines: str) -> str:
    return f'```question\nstep = "one"\n{lines}\n```\n'


def lesson_of(tmp_path: Path, text: str, name: str = "07-a-lesson.md") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_thirteen_lessons_ship_each_with_steps_and_one_question_at_its_end() -> None:
    lessons = read_lessons()
    assert [lesson.number for lesson in lessons] == list(range(1, 14))
    for lesson in lessons:
        assert lesson.parts[0].text, lesson.name
        assert lesson.steps, lesson.name
        assert all(step.expect for step in lesson.steps), lesson.name
        questions = [part for part in lesson.parts if part.question is not None]
        assert questions == [lesson.parts[-1]], lesson.name
        assert questions[0].after, lesson.name
    published = [e.source for lesson in lessons for s in lesson.steps for e in s.expect if e.source]
    assert len(published) > 5
    assert set(published) <= SOURCES.keys()


def test_settings_are_handed_on_from_step_to_step() -> None:
    lesson = find_lesson(read_lessons(), "6")
    short, longer = (request_of(lesson, lesson.step(name)) for name in ("short", "longer"))
    assert short.prompts != longer.prompts
    assert short.options == longer.options
    assert request_of(lesson, lesson.step("padded")).padding.multiple_of == 8


def test_a_recording_is_one_that_ships() -> None:
    lesson = find_lesson(read_lessons(), "whisper")
    for step in lesson.steps:
        audio = Path(request_of(lesson, step).audio)
        assert audio.parent == resource_dir() / "audio"
        assert audio.is_file()


def test_parts_steps_and_what_comes_after_them(tmp_path: Path) -> None:
    text = HEADER + "Begin\n## Two\nBefore\n```python\n## no heading\n```\n" + STEP + "After\n"
    lesson = read_lesson(lesson_of(tmp_path, text))
    assert (lesson.number, lesson.name, lesson.title) == (7, "a-lesson", "T")
    first, second = lesson.parts
    assert (first.heading, first.text) == ("", "Begin")
    assert second.heading == "Two"
    assert "## no heading" in second.text
    assert second.after == "After"
    assert second.step is not None
    assert second.step.expect[0].equals == "miss"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no header", "begins with no header"),
        ("+++\ntitle = \n+++\n", "line 2: this is no TOML"),
        ("+++\nname = 1\n+++\n", "title is not valid"),
        (HEADER + "```step\nname = ", "line 4: the block has no end"),
        (HEADER + STEP + STEP, "line 10: a part has one step"),
        (HEADER + "```step\nname = \n```\n", "line 5: this is no TOML"),
        (HEADER + '```step\nname = "one"\ncalls = 99\n```\n', "line 6: calls is not valid"),
        (HEADER + STEP + "## Two\n" + STEP, "two steps are named one"),
        (HEADER + STEP.replace('"cache"', '"cash"'), "line 7: a step has no figure cash"),
        (HEADER + LAB + 'figure = "cache"\nequals = "miss"\n```\n', "line 9: a step has no figure"),
        (
            HEADER + LAB + 'ratio = ["one.xla.p50_ms", "one.xla.p50_s"]\nat_least = 1\n```\n',
            "line 9: a step has no figure xla.p50_s",
        ),
        (HEADER + LAB + 'longest = "trace"\n```\n', "line 9: a step has no figure trace"),
        (
            HEADER + STEP + "## Q\n" + question('figure = "xla.retraces"\nat_most = 2'),
            "only the lab",
        ),
        (HEADER + STEP + "## Q\n" + question(""), "needs one of field and figure"),
        (HEADER + STEP + "## Q\n" + question('figure = "xla.retraces"'), "needs at_least"),
        (HEADER + STEP.replace('equals = "miss"', 'same_as = "two"'), "two is no step"),
        (HEADER + STEP.replace('equals = "miss"\n', ""), "needs something to be compared"),
        (HEADER + '```question\nstep = "x"\nfield = "arm"\n```\n', "x is no step"),
        (
            HEADER + STEP.replace('equals = "miss"', 'equals = "miss"\nsource = "blog"'),
            "blog is no source",
        ),
    ],
)
def test_a_wrong_file_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RequestError) as raised:
        read_lesson(lesson_of(tmp_path, text))
    assert said in raised.value.sentence
    assert "07-a-lesson.md" in raised.value.sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LAB.replace("cache_key", "cash"), "the lab has no template cash.py"),
        (LAB, "its file has no inputs.y.shape: take one of inputs.x.shape"),
    ],
)
def test_a_step_of_the_lab_names_a_template_and_its_question_a_knob(
    tmp_path: Path, text: str, said: str
) -> None:
    text += 'figure = "xla.retraces"\nequals = 3\n```\n## Q\n'
    lesson = read_lesson(lesson_of(tmp_path, HEADER + text + question('field = "inputs.y.shape"')))
    with pytest.raises(RequestError) as raised:
        check_settings(lesson)
    assert raised.value.sentence.startswith("a-lesson, step one: ")
    assert said in raised.value.sentence


def test_a_lesson_that_is_not_there() -> None:
    with pytest.raises(RequestError, match="no lesson 99"):
        find_lesson(read_lessons(), "99")
