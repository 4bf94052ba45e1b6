"""One execution of ``generate``: the documented one, or our own loops."""

from __future__ import annotations

import time
from collections.abc import Callable

from ...core.call.breakdown import Part, PhasePart
from ...core.call.record import Cache
from ...core.call.request import Arm, Recipe
from ...core.engine.engine import Phase
from ...core.messages import engine as messages
from ...core.options.generate_arguments import generate_arguments
from ..inputs.call_inputs import Arrays
from ..platform.compile_report import CompileReport
from ..platform.executable_folder import Staging
from ..programs.builder import ProgramBuilder
from ..protocols.tensorflow import TensorFlow
from ..recipe.outcome import Outcome, Task
from ..recipe.recipes import trace_documented
from ..recipe.specializations import Inputs, SpecializationCache
from ..text.stream import BlockListener
from .fast_calls import FastCalls
from .loop_call import loop_call


class Executor:
    """Executes tasks one at a time; see the module.

    ``tell`` is called when a phase begins, ``check_cancelled`` between phases: an exception of the
    latter ends the execution.

    Attributes:
        fast: the calls of the fast recipe.
    """

    def __init__(
        self,
        tf: TensorFlow,
        cache: SpecializationCache,
        builder: ProgramBuilder,
        *,
        staging: Staging | None,
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
    ) -> None:
        self._tf = tf
        self._cache = cache
        self._builder = builder
        self._staging = staging
        self._tell = tell
        self._check_cancelled = check_cancelled
        self.fast = FastCalls(tf, builder)
        self._arrays: Arrays = {}
        self._inputs: Inputs = {}

    def execute(self, task: Task, on_block: BlockListener | None = None) -> Outcome:
        """Run once; exceptions of TensorFlow pass through.

        ``on_block`` is called after each block of new tokens of the fast recipe.
        """
        if task.request.recipe is Recipe.FAST:
            return self.fast.run(loop_call(task), self._tell, self._check_cancelled, on_block)
        if task.request.arm is Arm.EAGER:
            with self._builder.alone():
                return self._eager(task)
        specialization = self._cache.get(task.key)
        if specialization is None:
            with self._builder.alone():
                return self._from_scratch(task)
        self._tell(Phase.RUNNING, task.key.label())
        is_beside = self.fast.behind.is_running
        start = time.perf_counter_ns()
        output = specialization.call(self._tensors(task.arrays))
        run_ns = time.perf_counter_ns() - start
        return Outcome(output, Cache.MEMORY, run_ns, ran_beside_build=is_beside)

    def _eager(self, task: Task) -> Outcome:
        self._tell(Phase.RUNNING, task.key.label())
        arguments = generate_arguments(task.options)
        inputs = self._tensors(task.arrays)
        start = time.perf_counter_ns()
        output = task.loaded.model.generate(**inputs, **arguments).numpy()
        return Outcome(output, Cache.NONE, time.perf_counter_ns() - start)

    def _from_scratch(self, task: Task) -> Outcome:
        label = task.key.label()
        self._tell(Phase.TRACING, label)
        inputs = self._tensors(task.arrays)
        specialization = trace_documented(self._tf, task.loaded, task.request, inputs)
        self._check_cancelled()
        self._tell(Phase.COMPILING if task.request.arm is Arm.XLA else Phase.RUNNING, label)
        if self._staging is not None:
            self._staging.prepare()
        try:
            with CompileReport() as report:
                start = time.perf_counter_ns()
                output = specialization.call(inputs)
                elapsed_ns = time.perf_counter_ns() - start
        finally:
            if self._staging is not None:
                self._staging.take()  # its executables are not stored
        self._cache.put(task.key, specialization)
        is_reported = task.request.arm is not Arm.XLA or report.compile_ns > 0
        run_ns = max(elapsed_ns - report.compile_ns, 0) if is_reported else None
        first_run = PhasePart(phase="run", part=Part.FIRST_RUN, ns=run_ns or 0, is_estimate=True)
        compiled = (
            part for name in report.compiled_ns for part in report.parts.compile_parts(name)
        )
        return Outcome(
            output,
            Cache.MISS,
            run_ns,
            trace_ns=specialization.trace_ns,
            compile_ns=report.compile_ns or None,
            parts=(*specialization.trace_parts, *compiled, first_run),
            notices=() if is_reported else (messages.COMPILE_NOT_REPORTED(),),
        )

    def _tensors(self, arrays: Arrays) -> Inputs:
        if arrays is not self._arrays:  # a call with the same prompts passes the same arrays
            self._arrays = arrays
            self._inputs = {name: self._tf.constant(value) for name, value in arrays.items()}
        return self._inputs
