"""``lessons``: list them, and run their steps against what they expect."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ...assembly import make_engine
from ...bench.running.fresh_home import fresh_home
from ...core.engine.engine import Engine
from ...core.errors import RequestError
from ...core.lessons.lesson import Lesson
from ...core.lessons.progress import load_progress
from ...core.lessons.running import StepOutcome, run_lesson
from ...core.lessons.shelf import find_lesson, read_lessons
from ...core.lessons.verdict import Verdict
from ...core.messages.pages import lessons as messages
from ...core.paths import lessons_path
from ...core.window.settings import Settings
from ..options.flags import InProcessFlag, JsonFlag

lessons_app = typer.Typer(
    help="The guide as lessons: read them in the window, run them here.", no_args_is_help=True
)


@lessons_app.command("list")
def list_lessons(as_json: JsonFlag = False) -> None:
    """List the lessons, and how far you are in each."""
    progress = load_progress(lessons_path())
    rows: list[dict[str, Any]] = []
    for lesson in read_lessons():
        done, total = progress.of(lesson.name).done_of(lesson)
        rows.append(
            {
                "number": lesson.number,
                "lesson": lesson.name,
                "title": lesson.title,
                "steps": len(lesson.steps),
                "done": done,
                "of": total,
            }
        )
    if as_json:
        print(json.dumps(rows))
        return
    table = Table("", "Lesson", "Title", "Done")
    for row in rows:
        far = f"{row['done']} of {row['of']}"
        table.add_row(str(row["number"]), row["lesson"], row["title"], far)
    Console().print(table, markup=False)


@lessons_app.command("run")
def run_lessons(
    name: Annotated[str | None, typer.Argument(help="Name or number of a lesson.")] = None,
    is_all: Annotated[bool, typer.Option("--all", help="Run all lessons.")] = False,
    as_json: JsonFlag = False,
    in_process: InProcessFlag = False,
) -> None:
    """Run the steps of a lesson from an empty store, and compare what is expected with what is
    measured.
    """
    lessons = read_lessons()
    if (name is None) != is_all:
        raise RequestError("lesson", messages.LESSON_OR_ALL())
    chosen = lessons if name is None else (find_lesson(lessons, name),)
    for lesson in chosen:
        _run(lesson, as_json=as_json, in_process=in_process)


def _run(lesson: Lesson, *, as_json: bool, in_process: bool) -> None:
    from ...worker.lab.client import LabClient

    @contextmanager
    def start() -> Iterator[Engine]:
        engine = make_engine(Settings(), in_process=in_process)
        try:
            engine.start(lambda status: None)
            yield engine
        finally:
            engine.close()

    console = Console(stderr=True)
    with fresh_home(), console.status(f"{lesson.name} …"), ExitStack() as stack:

        @cache
        def client() -> LabClient:
            return stack.enter_context(LabClient())

        outcomes = []
        for outcome in run_lesson(lesson, start, lambda order: client().run(order)):
            outcomes.append(outcome)
            if as_json:
                for verdict in outcome.verdicts:
                    print(json.dumps(_row(lesson, outcome, verdict)), flush=True)
    if not as_json:
        _print(lesson, outcomes)


def _row(lesson: Lesson, outcome: StepOutcome, verdict: Verdict) -> dict[str, Any]:
    return {
        "lesson": lesson.name,
        "step": outcome.step.name,
        "expected": verdict.expected.text,
        "measured": None if verdict.measured is None else verdict.measured.text,
        "holds": verdict.holds,
        "ratio": verdict.ratio,
        "published": None if verdict.published is None else verdict.published.text,
        "remark": None if verdict.remark is None else verdict.remark.text,
    }


_SIGNS = {True: "yes", False: "no", None: "–"}


def _print(lesson: Lesson, outcomes: list[StepOutcome]) -> None:
    console = Console()
    table = Table("Step", "Expected", "Measured", "Holds", title=lesson.title)
    for outcome in outcomes:
        for verdict in outcome.verdicts:
            measured = "–" if verdict.measured is None else verdict.measured.text
            if verdict.published is not None:
                measured += f"\n{verdict.published.text}"
            sign = _SIGNS[verdict.holds]
            table.add_row(outcome.step.name, verdict.expected.text, measured, sign)
    console.print(table, markup=False)
    for outcome in outcomes:
        for verdict in outcome.verdicts:
            if verdict.remark is not None:
                console.print(verdict.remark.text, markup=False, highlight=False)
