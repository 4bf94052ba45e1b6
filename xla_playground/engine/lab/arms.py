"""The arms of a function: eager, as a graph, compiled by XLA."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from ...core.call.record import Cache
from ...core.inside.inspection import Key
from ...core.lab.reasons import trace_reason
from ...core.lab.report import EAGER, XLA, LabArm, LabCall, LabProblem
from ..platform.compile_report import CompileReport
from .results import checked

#: Calls a function with the inputs of one call.
Caller = Callable[[Any], Any]


class Arm:
    """One way to run a function.

    Attributes:
        name: one of ``LAB_ARMS``.
        outputs: the tensors of the first call.
        samples_ns: steady calls.
        problem: why it cannot go on.
    """

    def __init__(self, tf: Any, name: str, target: Any) -> None:
        self.name = name
        self.outputs: list[Any] = []
        self.samples_ns: list[int] = []
        self.problem: LabProblem | None = None
        self._tf = tf
        self._calls: list[LabCall] = []
        self._known: list[Key] = []
        self._first_traces = 0
        plain = getattr(target, "python_function", target)  # of a ``tf.function``
        compiled = {"jit_compile": True} if name == XLA else {}
        self._function = plain if name == EAGER else tf.function(plain, **compiled)
        self._synchronize = (
            tf.test.experimental.sync_devices
            if tf.config.list_physical_devices("GPU")
            else lambda: None
        )

    @property
    def total_ns(self) -> int:
        """Return what the steady calls took in all."""
        return sum(self.samples_ns)

    def call(self, caller: Caller, key: Key) -> None:
        """Make a call of the sequence, its phases apart; what the code raises is raised."""
        is_first = not self._calls
        if self.name == EAGER:
            start = time.perf_counter_ns()
            output = self._run(caller)
            run_ns = time.perf_counter_ns() - start
            call = LabCall(key=key, cache=Cache.NONE, run_ns=run_ns)
        else:
            call, output = self._compiled_call(caller, key)
        if is_first:
            self.outputs = checked(self._tf, output)
            self._first_traces = self._traces()
        self._calls.append(call)

    def sample(self, caller: Caller) -> None:
        """Make a steady call."""
        start = time.perf_counter_ns()
        self._run(caller)
        self.samples_ns.append(time.perf_counter_ns() - start)

    def concrete(self, caller: Caller) -> Any:
        """Return the traced function of a call."""
        return caller(self._function.get_concrete_function)

    def result(self, *, difference: float | None, results: Any) -> LabArm:
        """Return what was measured."""
        return LabArm(
            arm=self.name,
            calls=tuple(self._calls),
            samples_ns=tuple(self.samples_ns),
            retraces=self._traces() - self._first_traces if self._calls else None,
            max_abs_difference=difference,
            results=results,
            problem=self.problem,
        )

    def _run(self, caller: Caller) -> Any:
        output = caller(self._function)
        self._synchronize()
        return output

    def _compiled_call(self, caller: Caller, key: Key) -> tuple[LabCall, Any]:
        before = self._traces()
        start = time.perf_counter_ns()
        self.concrete(caller)
        trace_ns = time.perf_counter_ns() - start
        is_new = self._traces() > before
        with CompileReport() as report:
            start = time.perf_counter_ns()
            output = self._run(caller)
            run_ns = time.perf_counter_ns() - start
        call = LabCall(
            key=key,
            cache=Cache.MISS if is_new else Cache.MEMORY,
            reason=trace_reason(key, self._known) if is_new else None,
            trace_ns=trace_ns if is_new else None,
            compile_ns=report.compile_ns or None,
            run_ns=max(run_ns - report.compile_ns, 0),
        )
        self._known.append(key)
        return call, output

    def _traces(self) -> int:
        return 0 if self.name == EAGER else int(self._function.experimental_get_tracing_count())
