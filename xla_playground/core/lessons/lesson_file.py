"""Read a lesson: a header in TOML, Markdown, and blocks of TOML that a program reads.

+++
title = "The first call traces and compiles"
+++
Markdown …

## A heading begins a part
```step
name = "first"
```
This is shown once the step ran.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from ..errors import RequestError
from ..files.text_file import read_text_file
from ..frozen import Frozen
from ..messages.pages import lessons as messages
from .figures import TITLES
from .lab_figures import LAB_TITLES, lab_title
from .lesson import Expectation, Lesson, Part, Question, Step, StepKind
from .sources import SOURCES
from .verdict import steps_meant

_NAME = re.compile(r"(\d+)-([a-z0-9-]+)")
_FENCE = "+++"
_BLOCKS: dict[str, type[Step] | type[Question]] = {"```step": Step, "```question": Question}
_LINE = re.compile(r"\(at line (\d+)")

FrozenT = TypeVar("FrozenT", bound=Frozen)


class _Header(Frozen):
    title: str


@dataclass
class _OpenPart:
    """A part while its lines are read."""

    heading: str = ""
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    block: Step | Question | None = None

    def closed(self) -> Part:
        block = self.block
        return Part(
            heading=self.heading,
            text="\n".join(self.before).strip(),
            step=block if isinstance(block, Step) else None,
            question=block if isinstance(block, Question) else None,
            after="\n".join(self.after).strip(),
        )


def read_lesson(path: Path) -> Lesson:
    """Return the lesson of a file ``NUMBER-NAME.md``.

    Raises:
        RequestError: naming the file, the line and what is wrong there.
    """
    file = path.name
    lines = read_text_file(path, "lesson").split("\n")
    name = _NAME.fullmatch(path.stem)
    if name is None or lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise RequestError("lesson", messages.LESSON_HEADER(file=file))
    end = lines.index(_FENCE, 1)
    header = _parsed(_Header, lines[1:end], file, 2)
    parts = _parts(lines, end + 1, file)
    lesson = Lesson(
        number=int(name[1]),
        name=name[2],
        title=header.title,
        parts=tuple(p.closed() for p in parts),
    )
    _check(lesson, file, lines)
    return lesson


def _parts(lines: list[str], start: int, file: str) -> list[_OpenPart]:
    parts = [_OpenPart()]
    number, fence = start, ""
    while number < len(lines):
        line = lines[number]
        part = parts[-1]
        if kind := _BLOCKS.get(line):
            if part.block is not None:
                raise RequestError("lesson", messages.LESSON_TWO_BLOCKS(file=file, line=number + 1))
            if "```" not in lines[number:]:
                raise RequestError("lesson", messages.LESSON_BLOCK_OPEN(file=file, line=number + 1))
            end = lines.index("```", number)
            part.block = _parsed(kind, lines[number + 1 : end], file, number + 2)
            number = end + 1
            continue
        if line.startswith("```"):
            fence = "" if fence else line
        if line.startswith("## ") and not fence:
            parts.append(_OpenPart(heading=line.removeprefix("## ").strip()))
        else:
            (part.before if part.block is None else part.after).append(line)
        number += 1
    return parts


def _parsed(kind: type[FrozenT], lines: list[str], file: str, first: int) -> FrozenT:
    """Return the data of a block whose first line has the number ``first``."""
    try:
        values = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        place = _LINE.search(str(error))
        line = first + (int(place[1]) - 1 if place else 0)
        why = str(error).partition(" (at")[0]
        raise RequestError("lesson", messages.LESSON_TOML(file=file, line=line, why=why)) from None
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        named = ".".join(map(str, found["loc"])) or kind.__name__.lower().removeprefix("_")
        line = _line_of(found["loc"], lines, first)
        problem = messages.LESSON_FIELD(file=file, line=line, field=named, why=found["msg"])
        raise RequestError("lesson", problem) from None


def _line_of(place: Iterable[Any], lines: list[str], first: int) -> int:
    """Return the number of the line with the last name of ``place`` that has one."""
    for name in reversed([part for part in place if isinstance(part, str)]):
        for number, line in enumerate(lines, start=first):
            if re.match(rf"\s*(\[+)?\s*{re.escape(name)}\b", line):
                return number
    return first


def _check(lesson: Lesson, file: str, lines: list[str]) -> None:
    """Check what the names in a lesson mean: steps, figures, sources."""
    known: dict[str, StepKind] = {}
    for part in lesson.parts:
        if (question := part.question) is not None:
            if question.step not in known:
                problem = messages.LESSON_NO_STEP(file=file, step=question.step)
                raise RequestError("lesson", problem)
            if question.figure and known[question.step] is not StepKind.LAB:
                problem = messages.LESSON_FIGURE_OF_CALL(file=file, step=question.step)
                raise RequestError("lesson", problem)
            if question.figure:
                _check_figure(question.figure, StepKind.LAB, file, lines)
        if part.step is None:
            continue
        if part.step.name in known:
            raise RequestError("lesson", messages.LESSON_STEP_TWICE(file=file, step=part.step.name))
        known[part.step.name] = part.step.kind
        for expectation in part.step.expect:
            for name in steps_meant(part.step, expectation):
                if name not in known:
                    raise RequestError("lesson", messages.LESSON_NO_STEP(file=file, step=name))
            for name, kind in _figures(part.step, expectation, known):
                _check_figure(name, kind, file, lines)
            if expectation.source and expectation.source not in SOURCES:
                problem = messages.LESSON_NO_SOURCE(
                    file=file, name=expectation.source, names=tuple(SOURCES)
                )
                raise RequestError("lesson", problem)


def _figures(
    step: Step, expectation: Expectation, kinds: dict[str, StepKind]
) -> Iterator[tuple[str, StepKind]]:
    """Yield the figures that an expectation names, each with the kind of its step."""
    for name in filter(None, (expectation.figure, expectation.longest)):
        yield name, step.kind
    for of_step, _, name in (each.partition(".") for each in expectation.ratio or ()):
        yield name, kinds[of_step]
    if expectation.break_even is not None:
        yield "total", step.kind


def _check_figure(name: str, kind: StepKind, file: str, lines: list[str]) -> None:
    is_lab = kind is StepKind.LAB
    is_known = lab_title(name) is not None if is_lab else name in TITLES
    if is_known:
        return
    quoted = re.compile(rf"""["'.]{re.escape(name)}["']""")
    line = next((n for n, text in enumerate(lines, start=1) if quoted.search(text)), 1)
    names = tuple(LAB_TITLES if is_lab else TITLES)
    problem = messages.LESSON_NO_FIGURE(file=file, line=line, name=name, names=names)
    raise RequestError("lesson", problem)
