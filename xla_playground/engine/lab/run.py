"""One run of a lab file, from its text to everything that was measured."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ...core.lab.inputs import key_of
from ...core.lab.report import (
    LAB_ARMS,
    XLA,
    ChildMessage,
    LabFit,
    LabLook,
    LabOrder,
    LabProblem,
    LabProgress,
)
from ...core.lab.source import read_lab
from ..inside.inspecting import inspect_function
from ..inside.lowering import lowering_of
from .arms import Arm, Caller
from .fitting import METHODS, steps_of
from .lines import problem_of
from .loading import NotCallable, UserCode, is_model
from .results import described, difference, shape_problem

logger = logging.getLogger(__name__)

#: An arm makes no more steady calls once they took this long, but this many at least.
_ENOUGH_NS, _FEWEST = 3_000_000_000, 3
#: An arm makes so many calls in a row, or calls for so long, as the loop of a script would: a call
#: after one of another arm finds other data in the caches.
_IN_A_ROW, _IN_A_ROW_NS = 20, 200_000_000
#: Calls as short as this are slowed by what ran before.
_SHORT_NS = 20_000_000
#: A message wakes the processes that read it, which takes time from the calls.
_PROGRESS_S = 0.2


class LabRun:
    """Runs the file of an order; each result goes to ``say`` as soon as it is there."""

    def __init__(self, tf: Any, order: LabOrder, say: Callable[[ChildMessage], None]) -> None:
        self._tf, self._order, self._say = tf, order, say
        self._file = read_lab(order.text)
        self._code = UserCode(order.name, order.folder, order.text, self._file)
        self._callers: list[Caller] = []
        self._said = 0.0  # when the progress of the steady calls was said last

    def run(self) -> LabProblem | None:
        """Run everything; return why no arm could be run, ``None`` if one was.

        ``SystemExit`` and all errors of the user's code are problems.
        """
        try:
            target = self._code.load(self._tf)
            make = partial(self._code.caller, self._tf)
            self._callers = [make(inputs) for inputs in self._file.calls]
            steady = make(self._file.inputs)
        except NotCallable as error:
            return error.problem
        except (Exception, SystemExit) as error:
            return self._problem(error)
        arms = self._begun(target)
        self._sample(arms, steady)
        self._report(arms)
        if all(arm.problem is not None for arm in arms):
            return arms[0].problem
        if self._order.is_inspected:
            self._look(arms[-1])
        if is_model(target):
            self._fit()
        return None

    def _begun(self, target: Any) -> list[Arm]:
        """Make the arms, each with the calls of the sequence; the first one calls ``target``."""
        arms: list[Arm] = []
        for name in LAB_ARMS:
            self._say(LabProgress(what=name))
            arm: Arm | None = None
            try:
                arm = Arm(self._tf, name, self._code.load(self._tf) if arms else target)
                for caller, inputs in zip(self._callers, self._file.calls, strict=True):
                    arm.call(caller, key_of(inputs))
            except (Exception, SystemExit) as error:
                arm = arm or Arm(self._tf, name, _nothing)
                arm.problem = self._problem(error)
            arms.append(arm)
            # for whoever ends the run before its end
            self._say(arm.result(difference=None, results=described(arm.outputs)))
        return arms

    def _sample(self, arms: list[Arm], caller: Caller) -> None:
        """Make the steady calls, the arms in turn; every second round goes backwards."""
        is_forwards = True
        while waiting := [arm for arm in arms if arm.problem is None and not self._is_done(arm)]:
            for arm in waiting if is_forwards else reversed(waiting):
                try:
                    for _ in self._samples_in_a_row(arm, caller):
                        self._say_progress(arms)
                except (Exception, SystemExit) as error:
                    arm.problem = self._problem(error)
            is_forwards = not is_forwards

    def _samples_in_a_row(self, arm: Arm, caller: Caller) -> Iterator[None]:
        """Make steady calls of one arm one by one; the first after another arm's does not count."""
        samples = arm.samples_ns
        if not samples or samples[-1] < _SHORT_NS:
            arm.sample(caller)
            samples.pop()
        end = time.perf_counter_ns() + _IN_A_ROW_NS
        for _ in range(_IN_A_ROW):
            yield
            arm.sample(caller)
            if self._is_done(arm) or time.perf_counter_ns() > end:
                break

    def _say_progress(self, arms: list[Arm]) -> None:
        if time.monotonic() > self._said + _PROGRESS_S:
            self._said = time.monotonic()
            done = sum(len(arm.samples_ns) for arm in arms)
            self._say(LabProgress(what="", done=done, of=len(arms) * self._order.runs))

    def _is_done(self, arm: Arm) -> bool:
        """Return whether an arm has made its steady calls."""
        count = len(arm.samples_ns)
        is_enough = arm.total_ns > _ENOUGH_NS and count >= _FEWEST
        return is_enough or count >= self._order.runs

    def _report(self, arms: list[Arm]) -> None:
        baseline = next((arm for arm in arms if arm.outputs), arms[0])
        for arm in arms:
            apart = None
            if arm.outputs:
                try:
                    apart = difference(arm.outputs, baseline.outputs)
                except ValueError:
                    arm.problem = shape_problem(
                        arm.outputs, baseline.outputs, baseline.name, self._file.return_line
                    )
            self._say(arm.result(difference=apart, results=described(arm.outputs)))

    def _look(self, arm: Arm) -> None:
        """Look into XLA's program of the first call; what hinders it is logged."""
        if arm.name != XLA or arm.problem is not None:
            return
        self._say(LabProgress(what="inside"))
        try:
            lower = lowering_of(arm.concrete(self._callers[0]))
            gpus = self._tf.config.list_logical_devices("GPU")
            inspection = inspect_function(
                lower,
                key_of(self._file.calls[0]),
                label=f"{self._order.name} · {self._file.target}",
                device="GPU" if gpus else "CPU",
            )
        except Exception:
            logger.warning("XLA's program cannot be read", exc_info=True)
        else:
            self._say(LabLook(inspection=inspection))

    def _fit(self) -> None:
        for method in METHODS:
            for is_compiled in (False, True):
                self._say(LabProgress(what=method))
                try:
                    found = steps_of(self._tf, self._code, method, is_compiled=is_compiled)
                except (Exception, SystemExit) as error:
                    problem = self._problem(error)
                    found = LabFit(method=method, is_compiled=is_compiled, problem=problem)
                self._say(found)

    def _problem(self, error: BaseException) -> LabProblem:
        logger.info("the user's code failed", exc_info=error)
        return problem_of(
            error,
            self._order.name,
            return_line=self._file.return_line,
            memory_bytes=self._order.memory_bytes,
        )


def _nothing() -> None:
    """Stand for a function that could not be loaded."""
