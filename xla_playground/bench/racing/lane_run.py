"""One lane of a race: its calls, and what they took so far."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from ...core.call.request import Arm, Request
from ...core.comparison.lanes import OURS
from ...core.comparison.race import Lane
from ...core.errors import PlaygroundError, RequestError
from ...core.messages.message import Message
from ..sides import Runner, StepResult, warm_up


@dataclass
class LaneRun:
    """A lane with its results so far.

    Attributes:
        name: of ``core.comparison.lanes``.
        side: makes the calls; ``None`` if it cannot be started, and ``problem`` says why.
        step: the call.
        is_prepared: whether calls are steady only after more than one; nothing to prepare is in
            eager mode.
        is_cold: whether the side may have lost what was prepared since the first call.
        first: the first call, ``None`` until it was made.
        samples_s: seconds of each call that counts.
        problem: why it does not run.
    """

    name: str
    side: Runner | None
    step: Request
    is_prepared: bool = True
    is_cold: bool = False
    first: StepResult | None = None
    samples_s: list[float] = field(default_factory=list)
    problem: Message | None = None

    @property
    def has_failed(self) -> bool:
        """Return whether the lane does not run, or no longer."""
        return self.problem is not None

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Keep the sentence of a lane that fails: the others go on."""
        try:
            yield
        except PlaygroundError as error:
            self.problem = error.message

    def begin(self) -> bool:
        """Make the first call, and those after which calls are steady; return whether they were."""
        if self.side is not None:
            with self.guarded():
                make = partial(warm_up, self.side) if self.is_prepared else self.side.run
                self.first = make(self.step)
                self.is_cold = False
        return not self.has_failed

    def sample(self) -> bool:
        """Make a call that counts; return whether it was made.

        Before it comes one that does not count: the lane before has no part in it.
        """
        if self.side is not None:
            with self.guarded():
                if self.is_cold:
                    warm_up(self.side, self.step)
                    self.is_cold = False
                elif self.is_prepared:
                    self.side.run(self.step)
                self.samples_s.append(self.side.run(self.step).run_s)
        return not self.has_failed

    def lane(self) -> Lane | None:
        """Return the samples; ``None`` before the first call."""
        if self.first is None:
            return None
        return Lane(
            key=(("lane", self.name),),
            first_ns=1e9 * self.first.seconds,
            samples_ns=tuple(1e9 * s for s in self.samples_s),
            outputs=self.first.token_ids,
        )


def step_of(name: str, request: Request) -> Request:
    """Return the call of a lane of ours.

    Raises:
        RequestError: its recipe does not compute an option of the request.
    """
    arm, recipe = OURS[name]
    return Request.parse(request.model_dump() | {"arm": arm, "recipe": recipe})


def our_lane(name: str, request: Request, side: Runner) -> LaneRun:
    """Return a lane of ours, whose calls ``side`` makes."""
    try:
        step = step_of(name, request)
    except RequestError as error:
        return LaneRun(name, None, request, problem=error.message)
    return LaneRun(name, side, step, is_prepared=step.arm is not Arm.EAGER)
