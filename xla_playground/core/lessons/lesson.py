"""A lesson as data: parts of text, each with a step to run or a question to answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import Field, model_validator

from ..frozen import Frozen

#: Numbers, switches and texts as TOML has them.
Plain = str | int | float | bool


class StepKind(StrEnum):
    """What a step runs: calls of a model, or a file of the function lab."""

    CALL = "call"
    LAB = "lab"


class Expectation(Frozen):
    """One thing that is expected of the figures of a step: a value, an order, or a ratio.

    Exactly one of ``figure``, ``ratio``, ``longest`` and ``break_even`` is there.

    Attributes:
        figure: the name of a figure, with ``equals``, ``at_least``, ``at_most``, ``same_as`` or
            ``other_than``.
        same_as, other_than: a step whose figure is the same, or is another one.
        ratio: two figures as ``STEP.FIGURE``, the first divided by the second.
        longest: the phase that takes most of the step's calls.
        break_even: two lanes as ``FIRST>STEADY``, names of steps; the first lane pays for its
            first call against the second.
        published: two durations in ms, whose ratio is that of ``source``.
        source: the key of a source, see ``sources``.
    """

    figure: str = ""
    equals: Plain | None = None
    at_least: float | None = None
    at_most: float | None = None
    same_as: str = ""
    other_than: str = ""
    ratio: tuple[str, str] | None = None
    longest: str = ""
    break_even: tuple[str, str] | None = None
    published: tuple[float, float] | None = None
    source: str = ""

    @model_validator(mode="after")
    def _check(self) -> Expectation:
        kinds = [self.figure, self.ratio, self.longest, self.break_even]
        if sum(map(bool, kinds)) != 1:
            raise ValueError("needs one of figure, ratio, longest and break_even")
        bounds = (self.equals, self.at_least, self.at_most, self.same_as or None)
        has_bound = any(bound is not None for bound in (*bounds, self.other_than or None))
        if (self.figure or self.ratio) and not has_bound:
            raise ValueError("a figure or a ratio needs something to be compared with")
        if self.published is not None and not self.source:
            raise ValueError("published figures need their source")
        return self


class Step(Frozen):
    """What a step sets, runs and expects.

    Attributes:
        name: unique in the lesson.
        set: changes of the settings that the step before left, by the names of a request.
        calls: how many calls are made.
        is_first: whether its first call must trace; see ``verdict``.
        is_new_process: whether a new worker makes the calls.
        is_inspected: whether XLA is asked what it made of the program.
        is_refused: whether the call is expected to be refused.
        points_at: the object name of the control that the text speaks of.
        file: of the lab, the name of a template.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    kind: StepKind = StepKind.CALL
    set: dict[str, Any] = Field(default_factory=dict)
    calls: int = Field(default=1, ge=1, le=20)
    is_first: bool = False
    is_new_process: bool = False
    is_inspected: bool = False
    is_refused: bool = False
    points_at: str = ""
    file: str = ""
    expect: tuple[Expectation, ...] = ()


class Question(Frozen):
    """A question that one turn of a knob answers.

    Exactly one of ``field`` and ``figure`` is there.

    Attributes:
        step: the step with whose settings the question begins.
        field: the setting to turn: ``recipe``, ``options.temperature``; of a file of the lab
            ``inputs.x.shape``, ``fit.steps``.
        to: the values that answer it; empty: every value above ``above``, or every other one.
        above: the value must be above this; of a shape, the number of its elements.
        figure: of the lab: what a run with one knob turned must measure, whichever knob it is, with
            ``at_least`` or ``at_most``.
        points_at: as in ``Step``; empty, as the answer must not be given away.
    """

    step: str
    field: str = ""
    to: tuple[Plain, ...] = ()
    above: float | None = None
    figure: str = ""
    at_least: float | None = None
    at_most: float | None = None
    points_at: str = ""

    @model_validator(mode="after")
    def _check(self) -> Question:
        if bool(self.field) == bool(self.figure):
            raise ValueError("needs one of field and figure")
        if bool(self.figure) != (self.at_least is not None or self.at_most is not None):
            raise ValueError("a figure needs at_least or at_most, and nothing else does")
        return self


class Part(Frozen):
    """A part of a lesson.

    Attributes:
        heading: empty at the beginning of the lesson.
        text: Markdown before the step or the question.
        after: Markdown that is shown once the step ran, or the question is answered.
    """

    heading: str = ""
    text: str = ""
    step: Step | None = None
    question: Question | None = None
    after: str = ""


class Lesson(Frozen):
    """One lesson.

    Attributes:
        number: its place, from 1.
        name: its name on the command line, that of its file without the number.
    """

    number: int
    name: str
    title: str
    parts: tuple[Part, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps in order."""
        return tuple(part.step for part in self.parts if part.step is not None)

    def step(self, name: str) -> Step:
        """Return a step by its name."""
        return next(step for step in self.steps if step.name == name)
