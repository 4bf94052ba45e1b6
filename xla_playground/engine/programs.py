"""Programs of the fast recipe: loaded from disk or traced, compiled, and kept in memory."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from ..core.engine import Phase
from ..core.record import Cache, ProgramUse
from ..core.request import Arm
from ..core.specialization import SpecializationKey
from .compile_report import CompileReport
from .first_result import FirstResult
from .loading import LoadedModel
from .loops.functions import LoopFunction
from .portable_function import NotPortable, PortableFunction, portable, runner
from .recipes import trace_fast
from .rewrites.table import Rewrites
from .specializations import TRACED_PLAINLY, Specialization, SpecializationCache
from .staging import Staging
from .stored import StoredProgram, StoredSpecializations

logger = logging.getLogger(__name__)


class RewritesFailed(Exception):
    """A function could not be traced with the rewrites that are on; ``error`` says why."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass(frozen=True)
class Wanted:
    """A program that a call needs.

    Attributes:
        make: returns the function to trace.
    """

    key: SpecializationKey
    loaded: LoadedModel
    make: Callable[[], LoopFunction]


@dataclass(frozen=True)
class Built:
    """A program that is in memory now.

    Attributes:
        specialization: how it is called.
        use: where it came from and what that cost.
        first_run_ns: what its first and short run took beside compiling, in ns.
        problem: why it was not stored, a sentence, if it should have been.
        is_reported: whether XLA reported what it compiled or loaded, if it had to.
    """

    specialization: Specialization
    use: ProgramUse
    first_run_ns: int = 0
    problem: str | None = None
    is_reported: bool = True


@dataclass
class _Draft:
    """A program on its way; ``stored`` is what was read from disk, if it was there."""

    wanted: Wanted
    function: LoopFunction
    run: Callable[[Sequence[Any]], list[Any]]
    name: str
    portable: PortableFunction | None = None
    stored: StoredProgram | None = None
    problem: str | None = None
    trace_ns: int | None = None
    read_ns: int = 0
    run_ns: int = 0
    result: FirstResult | None = None
    error: Exception | None = field(default=None, repr=False)

    @property
    def is_compiled(self) -> bool:
        return self.wanted.key.arm is Arm.XLA


class ProgramBuilder:
    """Builds programs; one build at a time, from whatever thread.

    Attributes:
        rewrites: those that functions are traced with.
        refused: how many stored programs did not do what they should.
    """

    def __init__(
        self,
        tf: Any,
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
        self._lock = threading.Lock()
        self.refused = 0

    def where(self, key: SpecializationKey) -> Cache:
        """Return where a program would come from."""
        if key in self._cache:
            return Cache.MEMORY
        return Cache.DISK if self._stored is not None and self._stored.has(key) else Cache.MISS

    def from_memory(self, key: SpecializationKey) -> Specialization:
        """Return a program that is in memory."""
        found = self._cache.get(key)
        assert found is not None
        return found

    def trace_plainly(self, loaded: LoadedModel, key: SpecializationKey) -> None:
        """Use no rewrites for the family of a model any more, and drop the model's programs."""
        self.rewrites.switch_off(loaded.model.config.model_type)
        self._cache.drop_model(key.model, key.precision, TRACED_PLAINLY)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait for a build in another thread, and let none begin meanwhile.

        Tracing patches functions of the whole process, so no model is called or loaded beside it.
        """
        with self._lock:
            yield

    def build(
        self,
        wanted: Sequence[Wanted],
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
    ) -> list[Built]:
        """Return the programs in order, from memory, from disk or from scratch.

        What TensorFlow raises is raised, but for tracing with rewrites, which raises
        ``RewritesFailed``. Those that are not in memory are compiled at once.

        Args:
            tell: called as a phase begins.
            check_cancelled: called between phases; what it raises ends the build.
        """
        known = [self._cache.get(program.key) for program in wanted]
        if all(known):  # without waiting for a build in another thread
            return [_from_memory(w.key, s) for w, s in zip(wanted, known, strict=True) if s]
        with self._lock:
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
            draft = self._read(program, tell) if reads_disk else None
            if draft is None:
                tell(Phase.TRACING, program.key.label())
                draft = self._trace(program)
            drafts.append(draft)
            check_cancelled()
        if drafts:
            tell(_phase_of_first_run(drafts), drafts[0].wanted.key.label())
            report, executables = self._run_first(drafts)
        refused = []
        for draft in drafts:
            if draft.error is not None:
                if draft.stored is None:
                    raise draft.error
                refused.append(draft.wanted)
                continue
            built[draft.wanted.key] = self._keep(draft, report, executables)
        if refused:
            for program in refused:
                self._refuse(program.key)
            again = self._build(refused, tell, check_cancelled, reads_disk=False)
            built |= {program.key: b for program, b in zip(refused, again, strict=True)}
        return [built[program.key] for program in wanted]

    # ------------------------------------------------------------------ before the first run

    def _read(self, wanted: Wanted, tell: Callable[[Phase, str], None]) -> _Draft | None:
        """Return a stored program, not yet run; ``None`` is a miss."""
        if self._stored is None or not self._stored.has(wanted.key):
            return None
        tell(Phase.LOADING, wanted.key.label())
        start = time.perf_counter_ns()
        stored = self._stored.read(wanted.key)
        if stored is None:
            return None
        try:
            run = runner(stored.function, wanted.loaded.model)
        except (NotPortable, ValueError) as error:
            logger.warning("the stored %s is of no use: %s", wanted.key.label(), error)
            self._refuse(wanted.key)
            return None
        name = stored.function.name
        draft = _Draft(wanted, wanted.make(), run, name, stored.function, stored)
        draft.read_ns = time.perf_counter_ns() - start
        return draft

    def _refuse(self, key: SpecializationKey) -> None:
        logger.warning("the stored %s is set aside", key.label())
        if self._stored is not None:
            self._stored.remove(key)
        self.refused += 1

    def _trace(self, wanted: Wanted) -> _Draft:
        start = time.perf_counter_ns()
        function, model = wanted.make(), wanted.loaded.model
        is_compiled = wanted.key.arm is Arm.XLA
        concrete = self._traced(model, function, is_compiled=is_compiled)
        try:
            made = portable(concrete, model, self.refused, is_compiled=is_compiled)
        except NotPortable as reason:
            draft = _Draft(wanted, function, lambda flat: concrete(*flat), concrete.name.decode())
            draft.problem = f"The specialization was not stored: {reason}."
        else:
            draft = _Draft(wanted, function, runner(made, model), made.name, made)
        draft.trace_ns = time.perf_counter_ns() - start
        return draft

    def _traced(self, model: Any, function: LoopFunction, *, is_compiled: bool) -> Any:
        try:
            return trace_fast(self._tf, model, function, self.rewrites, is_compiled=is_compiled)
        except Exception as error:  # patches of private code may fail in any way
            if not self.rewrites.names(model.config.model_type):
                raise
            raise RewritesFailed(error) from error

    # ------------------------------------------------------------------ the first run

    def _run_first(self, drafts: Sequence[_Draft]) -> tuple[CompileReport, dict[str, bytes]]:
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
            with report, ThreadPoolExecutor(len(drafts)) as threads:
                list(threads.map(self._run_once, drafts))
        finally:
            executables = self._staging.take() if self._staging is not None else {}
        return report, executables

    def _run_once(self, draft: _Draft) -> None:
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

    def _run_with_room(self, draft: _Draft, flat: list[Any]) -> dict[str, Any]:
        """Run once, and once more if the folder for executables filled up meanwhile."""
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

    def _seen(self, draft: _Draft, flat: list[Any]) -> dict[str, Any]:
        returned = self._tf.nest.pack_sequence_as(draft.function.returned, draft.run(flat))
        return draft.function.seen(returned)

    # ------------------------------------------------------------------ after it

    def _keep(self, draft: _Draft, report: CompileReport, executables: dict[str, bytes]) -> Built:
        specialization = Specialization(self._call(draft), draft.trace_ns)
        key = draft.wanted.key
        self._cache.put(key, specialization)
        spent_ns = report.compiled_ns.get(draft.name, 0)
        is_loaded = draft.name in report.loaded
        compile_ns = 0 if is_loaded else spent_ns
        problem, store_ns = draft.problem, None
        is_new = draft.stored is None or compile_ns > 0  # its executable was not to be had
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
        use = ProgramUse(
            name=key.program,
            cache=Cache.MISS if draft.stored is None else Cache.DISK,
            trace_ns=draft.trace_ns,
            compile_ns=compile_ns or None,
            load_ns=None if draft.stored is None else draft.read_ns + draft.run_ns - compile_ns,
            store_ns=store_ns,
        )
        is_reported = not draft.is_compiled or is_loaded or spent_ns > 0
        is_run = draft.stored is None and is_reported  # else it is loading, or also compiling
        first_run_ns = max(draft.run_ns - spent_ns, 0) if is_run else 0
        problem = problem if self._stored else None
        return Built(specialization, use, first_run_ns, problem, is_reported)

    def _call(self, draft: _Draft) -> Callable[..., Any]:
        flatten, run = self._tf.nest.flatten, draft.run
        pack = _packer(draft.function.returned)

        def call(*arguments: Any) -> Any:
            return pack(iter(run(flatten(arguments))))

        return call


def _packer(structure: Any) -> Callable[[Iterator[Any]], Any]:
    """Return ``tf.nest.pack_sequence_as`` for one structure of dicts and lists, but faster."""
    if isinstance(structure, dict):
        packers = {name: _packer(structure[name]) for name in sorted(structure)}
        return lambda flat: {name: pack(flat) for name, pack in packers.items()}
    if isinstance(structure, list):
        items = [_packer(item) for item in structure]
        return lambda flat: [pack(flat) for pack in items]
    return next


def _from_memory(key: SpecializationKey, specialization: Specialization) -> Built:
    return Built(specialization, ProgramUse(name=key.program, cache=Cache.MEMORY))


def _phase_of_first_run(drafts: Sequence[_Draft]) -> Phase:
    new = [draft for draft in drafts if draft.stored is None]
    if not new:
        return Phase.LOADING
    return Phase.COMPILING if any(draft.is_compiled for draft in new) else Phase.RUNNING
