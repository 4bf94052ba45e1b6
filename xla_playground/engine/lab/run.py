"""One run of a lab file, from its text to everything that was measured."""

from __future__ import annotations

import logging
from collections.abc import Callable
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
#: Calls that are not counted: the first after a compile wait for memory.
_SETTLING = 1


class LabRun:
    """Runs the file of an order; each result goes to ``say`` as soon as it is there."""

    def __init__(self, tf: Any, order: LabOrder, say: Callable[[ChildMessage], None]) -> None:
        self._tf, self._order, self._say = tf, order, say
        self._file = read_lab(order.text)
        self._code = UserCode(order.name, order.folder, order.text, self._file)
        self._callers: list[Caller] = []

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
        runs = self._order.runs
        for number in range(-_SETTLING, runs):
            self._say(LabProgress(what="", done=max(number, 0), of=runs))
            for arm in arms if number % 2 == 0 else reversed(arms):
                is_enough = arm.total_ns > _ENOUGH_NS and number >= _FEWEST
                if arm.problem is not None or is_enough:
                    continue
                try:
                    arm.sample(caller)
                except (Exception, SystemExit) as error:
                    arm.problem = self._problem(error)
                if number < 0:
                    arm.samples_ns.clear()

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
