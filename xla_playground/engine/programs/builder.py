"""Programs of the fast recipe: loaded from disk or traced, compiled, and kept in memory."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from ...core.call.breakdown import Part
from ...core.call.record import Cache, ProgramUse
from ...core.call.request import Arm
from ...core.call.specialization import SpecializationKey, closest_key, miss_reason
from ...core.engine.engine import Phase
from ...core.messages import store as messages
from ..inside.lowering import Lowering
from ..loops.functions import LoopFunction
from ..platform.compile_report import CompileReport
from ..platform.executable_folder import Staging
from ..protocols.graphs import ConcreteFunction
from ..protocols.models import Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Array, Nested, Tensor
from ..recipe.recipes import trace_fast
from ..recipe.specializations import TRACED_PLAINLY, Specialization, SpecializationCache
from ..rewrites.table import Rewrites
from ..store.first_result import FirstResult
from ..store.portable_function import NotPortable, bound_captures, is_known, portable, runner
from ..store.specialization_store import StoredProgram, StoredSpecializations
from ..timing.trace_parts import part_of_trace, trace_measured
from .built import Built, Draft, Source, Wanted, phase_of_first_run
from .packing import packer
from .parts import load_parts

logger = logging.getLogger(__name__)

#: Held while any builder builds a program: tracing patches functions of the whole process, and
#: compile times come from its stderr.
_building = threading.Lock()


class RewritesFailed(Exception):
    """A function could not be traced with the rewrites that are on; ``error`` is the cause."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


class ProgramBuilder:
    """Builds programs from any thread, one build at a time in a process.

    Attributes:
        rewrites: the rewrites of its traces.
        refused: number of stored programs that failed their check.
    """

    def __init__(
        self,
        tf: TensorFlow,
        cache: SpecializationCache,
        rewrites: Rewrites,
        *,
        stored: StoredSpecializations | None,
        staging: Staging | None,
    ) -> None:
        self._tf = tf
        self._cache = cache
        self.rewrites = rewrites
        self._stored = stored
        self._staging = staging
        self.refused = 0

    def where(self, key: SpecializationKey) -> Cache:
        """Return the source of a program: memory, disk, or a miss."""
        if key in self._cache:
            return Cache.MEMORY
        return Cache.DISK if self._stored is not None and self._stored.has(key) else Cache.MISS

    def source(self, key: SpecializationKey) -> Source:
        """Return the source of a program, and the reason."""
        cache = self.where(key)
        if cache is Cache.MEMORY:
            return Source(cache)
        closest = closest_key(key, self._cache.keys())
        reason = self._cache.why_dropped(key)
        if closest is None and cache is Cache.MISS and self._stored is not None:
            reason = reason or self._stored.why_missed(key)
        return Source(cache, reason or miss_reason(key, closest), closest)

    def from_memory(self, key: SpecializationKey) -> Specialization:
        """Return a program that is in memory."""
        found = self._cache.get(key)
        assert found is not None
        return found

    def trace_plainly(self, model: Model, key: SpecializationKey) -> None:
        """Use no rewrites for the family of a model any more, and drop the model's programs."""
        self.rewrites.switch_off(model.config.model_type)
        self._cache.drop_model(key.model, key.precision, TRACED_PLAINLY)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait for a build in another thread, and block new builds in this context.

        Tracing patches functions of the whole process, so no model is called or loaded beside it.
        """
        with _building:
            yield

    def build(
        self,
        wanted: Sequence[Wanted],
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
    ) -> list[Built]:
        """Return the programs in order, from memory, from disk or newly traced.

        Exceptions of TensorFlow pass through; those of a trace with rewrites become
        ``RewritesFailed``. Programs that are not in memory are compiled at once.

        Args:
            tell: called when a phase begins.
            check_cancelled: called between phases; an exception ends the build.
        """
        known = [self._cache.get(program.key) for program in wanted]
        if all(known):  # does not wait for a build in another thread
            return [_from_memory(w.key, s) for w, s in zip(wanted, known, strict=True) if s]
        with _building:
            return self._build(wanted, tell, check_cancelled)

    def _build(
        self,
        wanted: Sequence[Wanted],
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
        *,
        reads_disk: bool = True,
    ) -> list[Built]:
        built: dict[SpecializationKey, Built] = {}
        drafts = []
        for program in wanted:
            kept = self._cache.get(program.key)
            if kept is not None:
                built[program.key] = _from_memory(program.key, kept)
                continue
            drafts.append(self._draft(program, tell, reads_disk=reads_disk))
            check_cancelled()
        if drafts:
            tell(phase_of_first_run(drafts), drafts[0].wanted.key.label())
            finished, refused = self._finish(drafts)
            built |= finished
            if refused:
                again = self._build(refused, tell, check_cancelled, reads_disk=False)
                built |= {program.key: b for program, b in zip(refused, again, strict=True)}
        return [built[program.key] for program in wanted]

    @property
    def is_busy(self) -> bool:
        """Whether a program is being built, by this builder or another."""
        return _building.locked()

    def draft(self, wanted: Wanted) -> Draft:
        """Load or trace a program that is not in memory, for ``finish``; it is not run."""
        with _building:
            return self._draft(wanted, lambda *_: None)

    def finish(self, draft: Draft) -> Built:
        """Run a draft for the first time, which compiles it, and keep it.

        Exceptions of TensorFlow pass through.

        Raises:
            ValueError: it was stored, and gives another result than it should.
        """
        with _building:
            finished, refused = self._finish([draft])
        if refused:
            raise ValueError(f"the stored {draft.wanted.key.label()} is set aside")
        return finished[draft.wanted.key]

    def _draft(
        self, wanted: Wanted, tell: Callable[[Phase, str], None], *, reads_disk: bool = True
    ) -> Draft:
        draft = self._read(wanted, tell) if reads_disk else None
        if draft is None:
            tell(Phase.TRACING, wanted.key.label())
            draft = self._trace(wanted)
        return draft

    def _finish(
        self, drafts: Sequence[Draft]
    ) -> tuple[dict[SpecializationKey, Built], list[Wanted]]:
        """Return the programs that ran, and the stored ones that failed their check."""
        report, executables = self._run_first(drafts)
        built, refused = {}, []
        for draft in drafts:
            if draft.error is None:
                built[draft.wanted.key] = self._keep(draft, report, executables)
            elif draft.stored is None:
                raise draft.error
            else:
                self._refuse(draft.wanted.key)
                refused.append(draft.wanted)
        return built, refused

    # ------------------------------------------------------------------ before the first run

    def _read(self, wanted: Wanted, tell: Callable[[Phase, str], None]) -> Draft | None:
        """Return a stored program, not yet run; ``None`` is a miss."""
        if self._stored is None or not self._stored.has(wanted.key):
            return None
        tell(Phase.LOADING, wanted.key.label())
        start = time.perf_counter_ns()
        stored = self._stored.read(wanted.key)
        if stored is None:
            return None
        known = is_known(stored.function)
        try:
            run = runner(stored.function, wanted.model)
        except (NotPortable, ValueError) as error:
            logger.warning("the stored %s is of no use: %s", wanted.key.label(), error)
            self._refuse(wanted.key)
            return None
        name = stored.function.name
        draft = Draft(wanted, wanted.make(), run, name, stored.function, stored, is_known=known)
        draft.read_ns = time.perf_counter_ns() - start
        return draft

    def _refuse(self, key: SpecializationKey) -> None:
        logger.warning("the stored %s is set aside", key.label())
        if self._stored is not None:
            self._stored.remove(key)
        self.refused += 1

    def _trace(self, wanted: Wanted) -> Draft:
        start = time.perf_counter_ns()
        function, model = wanted.make(), wanted.model
        is_compiled = wanted.key.arm is Arm.XLA
        with trace_measured() as clock:
            concrete = self._traced(model, function, is_compiled=is_compiled)
            try:
                with part_of_trace(Part.PROGRAM):
                    made = portable(concrete, model, self.refused, is_compiled=is_compiled)
            except NotPortable as reason:
                name = concrete.name.decode()
                draft = Draft(wanted, function, lambda flat: concrete(*flat), name)
                draft.problem = messages.NOT_STORED(why=reason.message)
            else:
                known = is_known(made)
                run = runner(made, model)
                draft = Draft(wanted, function, run, made.name, made, is_known=known)
        draft.trace_ns, draft.trace_parts = time.perf_counter_ns() - start, clock.parts()
        return draft

    def _traced(
        self, model: Model, function: LoopFunction, *, is_compiled: bool
    ) -> ConcreteFunction:
        try:
            return trace_fast(self._tf, model, function, self.rewrites, is_compiled=is_compiled)
        except Exception as error:  # patches of private code may fail in any way
            if not self.rewrites.names(model.config.model_type):
                raise
            raise RewritesFailed(error) from error

    # ------------------------------------------------------------------ the first run

    def _run_first(self, drafts: Sequence[Draft]) -> tuple[CompileReport, dict[str, bytes]]:
        """Run every draft once, which compiles it; returns the report and the executables."""
        if self._staging is not None:
            self._staging.prepare()
            stored = [draft.stored.executables for draft in drafts if draft.stored is not None]
            try:
                self._staging.put({name: data for files in stored for name, data in files.items()})
            except OSError:
                logger.warning("stored executables cannot be laid out", exc_info=True)
        report = CompileReport()
        try:
            with report:
                self._run_all(drafts)
        finally:
            executables = self._staging.take() if self._staging is not None else {}
        return report, executables

    def _run_all(self, drafts: Sequence[Draft]) -> None:
        if len(drafts) == 1:  # in this thread, since an interpreter that ends starts no other one
            self._run_once(drafts[0])
            return
        with ThreadPoolExecutor(len(drafts)) as threads:
            list(threads.map(self._run_once, drafts))

    def _run_once(self, draft: Draft) -> None:
        flat = self._tf.nest.flatten(draft.function.arguments)
        start = time.perf_counter_ns()
        try:
            result = self._run_with_room(draft, flat)
            draft.run_ns = time.perf_counter_ns() - start
            if draft.stored is None:
                draft.result = FirstResult(result)
            elif draft.stored.result.is_given_by(result):
                draft.result = draft.stored.result
            else:
                draft.error = ValueError("it gives another result than when it was stored")
        except Exception as error:  # TensorFlow raises dozens of types here
            if draft.stored is not None:
                logger.warning("a stored program cannot be run", exc_info=True)
            draft.error = error

    def _run_with_room(self, draft: Draft, flat: list[Tensor]) -> dict[str, Array]:
        """Run once; if the folder for executables is full, move the folder and run once more."""
        try:
            return self._seen(draft, flat)
        except Exception:
            staging = self._staging
            if draft.stored is not None or staging is None:
                raise
            if staging.is_usable() or not staging.move():
                raise
            logger.warning("no room for executables: once more in another place", exc_info=True)
            return self._seen(draft, flat)

    def _seen(self, draft: Draft, flat: list[Tensor]) -> dict[str, Array]:
        returned = self._tf.nest.pack_sequence_as(draft.function.returned, draft.run(flat))
        return draft.function.seen(returned)

    # ------------------------------------------------------------------ after it

    def _keep(self, draft: Draft, report: CompileReport, executables: dict[str, bytes]) -> Built:
        lower = self._lowering(draft)
        specialization = Specialization(self._call(draft), draft.trace_ns, lower=lower)
        key = draft.wanted.key
        self._cache.put(key, specialization)
        spent_ns = report.compiled_ns.get(draft.name, 0)
        is_loaded = draft.name in report.loaded
        is_reported = is_loaded or draft.name in report.compiled_ns
        compile_ns = 0 if is_loaded else spent_ns
        problem, store_ns = draft.problem, None
        is_new = draft.stored is None or compile_ns > 0  # its executable was not found
        if is_new and draft.portable is not None and self._stored and draft.result is not None:
            files = {
                name: data
                for name, data in executables.items()
                if draft.is_compiled and draft.name.encode() in data
            }
            program = StoredProgram(draft.portable, draft.result, files)
            start = time.perf_counter_ns()
            problem = self._stored.write(key, program, (draft.trace_ns or 0) + compile_ns)
            store_ns = time.perf_counter_ns() - start
        load_ns = None
        if draft.stored is not None:
            load_ns = draft.read_ns + draft.run_ns - compile_ns
        first_run_ns = max(draft.run_ns - spent_ns, 0) if draft.stored is None else 0
        unreported_ns = None
        if draft.is_compiled and not (draft.is_known or is_reported):
            first_run_ns, unreported_ns = 0, draft.run_ns
            load_ns = None if load_ns is None else draft.read_ns
        use = ProgramUse(
            name=key.program,
            cache=Cache.MISS if draft.stored is None else Cache.DISK,
            trace_ns=draft.trace_ns,
            compile_ns=compile_ns or None,
            load_ns=load_ns,
            store_ns=store_ns,
        )
        problem = problem if self._stored else None
        return Built(
            specialization,
            use,
            first_run_ns,
            unreported_ns,
            problem,
            draft.trace_parts,
            report.parts.compile_parts(draft.name) if use.compile_ns else (),
            load_parts(draft, report),
        )

    def _lowering(self, draft: Draft) -> Lowering | None:
        if draft.portable is None or not draft.is_compiled:
            return None
        inputs = self._tf.nest.flatten(draft.function.arguments)
        specs = [self._tf.TensorSpec(t.shape, t.dtype) for t in inputs]
        return Lowering(draft.name, specs, bound_captures(draft.portable, draft.wanted.model))

    def _call(self, draft: Draft) -> Callable[..., Nested]:
        flatten, run = self._tf.nest.flatten, draft.run
        pack = packer(draft.function.returned)

        def call(*arguments: Nested) -> Nested:
            return pack(iter(run(flatten(arguments))))

        return call


def _from_memory(key: SpecializationKey, specialization: Specialization) -> Built:
    return Built(specialization, ProgramUse(name=key.program, cache=Cache.MEMORY))
