"""One execution of ``generate``: eager, or by a specialization from memory, disk or scratch."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.engine import Phase
from ..core.generate_arguments import generate_arguments
from ..core.notice import Notice
from ..core.options import GenerationOptions
from ..core.record import Cache
from ..core.request import Arm, Recipe, Request
from ..core.specialization import SpecializationKey
from .call_inputs import Arrays
from .check_call import CheckCall
from .compile_report import CompileReport
from .loading import LoadedModel
from .loops.call import LoopCall
from .portable_function import NotPortable, PortableFunction, portable, runner
from .recipes import fast_call, loop_call, trace_documented, trace_fast
from .specializations import Call, Inputs, Specialization, SpecializationCache
from .staging import Staging
from .stored import StoredCall, StoredSpecializations

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What came of one execution.

    Attributes:
        output: token ids, int32 of shape (sequences, length).
        cache: where the specialization came from.
        run_ns: the executable ran, tokens copied to the host included; the other phases in ns are
            ``None`` where they did not happen.
        notices: what was not stored, and why.
    """

    output: NDArray[np.int32]
    cache: Cache
    run_ns: int
    trace_ns: int | None = None
    compile_ns: int | None = None
    load_ns: int | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Task:
    """What to execute: a request that was held against its model, and one run's inputs.

    Attributes:
        capacity: the loop's room for new tokens.
    """

    request: Request
    loaded: LoadedModel
    key: SpecializationKey
    capacity: int
    arrays: Arrays

    @property
    def options(self) -> GenerationOptions:
        """The options of the request."""
        return self.request.options


class Executor:
    """Executes tasks one at a time; see the module.

    ``tell`` is called as a phase begins, ``check_cancelled`` between phases: what it raises ends
    the execution.
    """

    def __init__(
        self,
        tf: Any,
        cache: SpecializationCache,
        *,
        stored: StoredSpecializations | None,
        staging: Staging | None,
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
    ) -> None:
        self._tf = tf
        self._cache = cache
        self._stored = stored
        self._staging = staging
        self._tell = tell
        self._check_cancelled = check_cancelled
        self._refused = 0
        self._arrays: Arrays = {}
        self._inputs: Inputs = {}

    def execute(self, task: Task) -> Outcome:
        """Run once; whatever TensorFlow raises is raised."""
        if task.request.arm is Arm.EAGER:
            return self._eager(task)
        specialization = self._cache.get(task.key)
        if specialization is not None:
            self._tell(Phase.RUNNING, task.key.label())
            output, elapsed_ns = self._timed(specialization.call, task)
            return Outcome(output, Cache.MEMORY, elapsed_ns)
        return self._from_disk(task) or self._from_scratch(task)

    # ------------------------------------------------------------------ from scratch

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
        specialization, function, problem = self._traced(task)
        self._check_cancelled()
        self._tell(Phase.COMPILING if task.request.arm is Arm.XLA else Phase.RUNNING, label)
        if self._staging is not None:
            self._staging.prepare()
        try:
            with CompileReport() as report:
                output, elapsed_ns = self._first(specialization.call, task)
        finally:
            executables = self._staging.take() if self._staging is not None else {}
        self._cache.put(task.key, specialization)
        trace_ns = specialization.trace_ns or 0
        why_unstored = problem if self._stored is not None else None
        if function is not None and self._stored is not None:
            check = CheckCall(task.arrays, task.options, output)
            used = executables if task.request.arm is Arm.XLA else {}
            cost_ns = trace_ns + report.compile_ns
            why_unstored = self._stored.write(task.key, function, check, used, cost_ns)
        return Outcome(
            output,
            Cache.MISS,
            max(elapsed_ns - report.compile_ns, 0),
            trace_ns=trace_ns,
            compile_ns=report.compile_ns or None,
            notices=_not_stored(why_unstored),
        )

    def _traced(self, task: Task) -> tuple[Specialization, PortableFunction | None, str | None]:
        """A new specialization, what of it can be stored, and a sentence where nothing can."""
        inputs = self._tensors(task.arrays)
        if task.request.recipe is Recipe.DOCUMENTED:
            return trace_documented(self._tf, task.loaded, task.request, inputs), None, None
        loop = self._loop(task)
        concrete, trace_ns = trace_fast(self._tf, task.loaded, task.request, inputs, loop)
        start = time.perf_counter_ns()
        model = task.loaded.model
        try:
            is_compiled = task.request.arm is Arm.XLA
            function = portable(concrete, model, self._refused, is_compiled=is_compiled)
        except NotPortable as reason:
            call = fast_call(self._tf, loop, lambda flat: self._run_flat(concrete, flat))
            sentence = f"The specialization was not stored: {reason}."
            return Specialization(call, trace_ns), None, sentence
        call = fast_call(self._tf, loop, runner(function, model))
        trace_ns += time.perf_counter_ns() - start
        return Specialization(call, trace_ns), function, None

    def _loop(self, task: Task) -> LoopCall:
        return loop_call(
            self._tf, task.loaded, task.request, self._tensors(task.arrays), task.capacity
        )

    def _run_flat(self, concrete: Any, flat: list[Any]) -> Any:
        signature, _ = concrete.structured_input_signature
        return concrete(*self._tf.nest.pack_sequence_as(signature, flat))

    def _first(self, call: Call, task: Task) -> tuple[NDArray[np.int32], int]:
        """A first run, once more where the folder for executables filled up meanwhile."""
        try:
            return self._timed(call, task)
        except Exception:
            if self._staging is None or self._staging.is_usable() or not self._staging.move():
                raise
            logger.warning("no room for executables: once more in another place", exc_info=True)
            return self._timed(call, task)

    # ------------------------------------------------------------------ from disk

    def _from_disk(self, task: Task) -> Outcome | None:
        """Load, check and run a stored specialization; ``None`` where it is not to be trusted."""
        if self._stored is None or not self._stored.has(task.key):
            return None
        self._tell(Phase.LOADING, task.key.label())
        start = time.perf_counter_ns()
        found = self._stored.read(task.key, task.loaded, self._loop(task))
        if found is None:
            return None
        report = CompileReport()
        try:
            if self._staging is not None:
                self._staging.prepare()
                self._staging.put(found.executables)
            with report:
                checked = self._run_checked(found, task)
        except Exception:  # TensorFlow raises dozens of types: whichever, it is traced again
            logger.warning("a stored specialization cannot be run", exc_info=True)
            checked = None
        finally:
            executables = self._staging.take() if self._staging is not None else {}
        if checked is None:
            logger.warning("the stored %s is set aside", task.key.label())
            self._stored.remove(task.key)
            self._refused += 1
            return None
        self._cache.put(task.key, Specialization(found.call, None))
        output, run_ns, is_first = checked
        why_unstored, compile_ns = None, 0
        if report.compile_ns and not report.loads:  # its executables were not to be had
            compile_ns = report.compile_ns
            if executables and task.request.arm is Arm.XLA:
                why_unstored = self._stored.write(
                    task.key, found.function, found.check, executables, compile_ns
                )
        if is_first:
            run_ns = max(run_ns - report.compile_ns, 0)
        load_ns = time.perf_counter_ns() - start - run_ns - compile_ns
        return Outcome(
            output,
            Cache.DISK,
            run_ns,
            compile_ns=compile_ns or None,
            load_ns=max(load_ns, 0),
            notices=_not_stored(why_unstored),
        )

    def _run_checked(
        self, found: StoredCall, task: Task
    ) -> tuple[NDArray[np.int32], int, bool] | None:
        """Run a loaded function, its check call before that unless it is this very call.

        Returns the tokens, the time in ns and whether this was its first run; ``None`` where its
        check call gave other tokens.
        """
        if found.check.is_of(task.arrays, task.options):
            output, elapsed_ns = self._timed(found.call, task)
            is_right = np.array_equal(output, found.check.tokens)
            return (output, elapsed_ns, True) if is_right else None
        if not found.check.is_repeated_by(found.call, self._tf.constant):
            return None
        return (*self._timed(found.call, task), False)

    # ------------------------------------------------------------------ both

    def _tensors(self, arrays: Arrays) -> Inputs:
        if arrays is not self._arrays:  # which a call with the same prompts hands over again
            self._arrays = arrays
            self._inputs = {name: self._tf.constant(value) for name, value in arrays.items()}
        return self._inputs

    def _timed(self, call: Call, task: Task) -> tuple[NDArray[np.int32], int]:
        inputs = self._tensors(task.arrays)
        start = time.perf_counter_ns()
        output = call(inputs, task.options)
        return output, time.perf_counter_ns() - start


def _not_stored(why: str | None) -> tuple[Notice, ...]:
    """Return the notice that a specialization was not stored, none if ``why`` is empty."""
    return (Notice(id="not_stored", text=why),) if why else ()
