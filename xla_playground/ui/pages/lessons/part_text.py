"""A part of a lesson as one Markdown text: what is read, expected, and measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....core.lessons.answer import Answer
from ....core.lessons.lesson import Lesson, Part, Step
from ....core.lessons.progress import LessonProgress
from ....core.lessons.verdict import Verdict, verdicts
from ...text.translate import tr

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def part_markdown(
    lesson: Lesson, place: int, progress: LessonProgress, answer: Answer | None
) -> str:
    """Return the part at ``place`` with the verdicts on its step, or the answer so far."""
    part = lesson.parts[place]
    heading = part.heading if part.heading else lesson.title
    blocks = [f"{'##' if part.heading else '#'} {heading}", part.text]
    if part.step is not None:
        blocks += _of_step(lesson, part.step, progress)
        is_done = len(progress.measured.get(part.step.name, ())) >= part.step.calls
    else:
        blocks += _of_question(part, place, progress, answer)
        is_done = place in progress.answered or part.question is None
    if is_done:
        blocks.append(part.after)
    return "\n\n".join(filter(None, blocks))


def _of_step(lesson: Lesson, step: Step, progress: LessonProgress) -> Iterator[str]:
    found = verdicts(lesson, step, progress.measured)
    expected, measured = tr("Expected"), tr("Measured here")
    head = f"| {expected} | {measured} | |\n| --- | --- | --- |"
    yield "\n".join([head, *(_row(verdict) for verdict in found)])
    made = len(progress.measured.get(step.name, ()))
    if 0 < made < step.calls:
        count = tr("Call {0} of {1}").format(made, step.calls)
        yield f"*{count}*"
    remarks = dict.fromkeys(each.remark.text for each in found if each.remark is not None)
    for remark in remarks:
        yield f"**{_plain(remark)}**"


def _row(verdict: Verdict) -> str:
    signs = {True: tr("yes"), False: tr("no"), None: "–"}
    measured = "–" if verdict.measured is None else _plain(verdict.measured.text)
    expected = _plain(verdict.expected.text)
    if verdict.published is not None:
        expected += f". *{_plain(verdict.published.text)}*"
    return f"| {expected} | {measured} | {signs[verdict.holds]} |"


def _of_question(
    part: Part, place: int, progress: LessonProgress, answer: Answer | None
) -> Iterator[str]:
    if part.question is None:
        return
    if answer is not None:
        yield f"**{_plain(answer.message.text)}**"
    elif place in progress.answered:
        answered = tr("Answered.")
        yield f"**{answered}**"
    else:
        advice = tr("Press Set, and turn one knob.")
        yield f"*{advice}*"


def _plain(text: str) -> str:
    """Return a text for Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\1", text)
