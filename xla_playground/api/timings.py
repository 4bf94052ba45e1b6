"""The durations of a call, and the plan of the next one."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.call.record import Cache, ProgramUse
from ..core.call.specialization import SpecializationKey
from ..engine.platform.prepared_import import why_unreported
from ..engine.recipe.outcome import Outcome


@dataclass(frozen=True)
class Timings:
    """Phases of one call, in ns; ``None`` if a phase did not happen.

    Attributes:
        trace_ns: Python built the graph.
        compile_ns: XLA built the executable, by TensorFlow's own report.
        load_ns: a stored program was read from disk.
        store_ns: new programs were written to disk.
        run_ns: the programs ran, token ids copied to the host included.
        unreported_ns: compile and first run together, if TensorFlow did not report the compile
            time; then ``compile_ns`` is ``None``, and none of it is in ``run_ns``.
        compile_reason: a sentence on why TensorFlow did not report it, else ``None``.
        wall_ns: the whole call, of a stream without the time between two items. It has the trace of
            a program that is compiled behind the answer, which is in no phase.
        cache: the source of its slowest program: ``memory``, ``disk`` or ``miss``.
        programs: the programs that it ran, and those that were built behind the previous answer.
        ran_beside_build: whether another program was built at the same time, which uses a core.
        notices: sentences on programs that were not stored or not built.
    """

    trace_ns: int | None
    compile_ns: int | None
    load_ns: int | None
    store_ns: int | None
    run_ns: int | None
    unreported_ns: int | None
    compile_reason: str | None
    wall_ns: int
    cache: Cache
    programs: tuple[ProgramUse, ...]
    ran_beside_build: bool
    notices: tuple[str, ...]

    @classmethod
    def of(cls, outcome: Outcome, wall_ns: int) -> Timings:
        """Return the timings of a call."""
        return cls(
            trace_ns=outcome.trace_ns,
            compile_ns=outcome.compile_ns,
            load_ns=outcome.load_ns,
            store_ns=outcome.store_ns,
            run_ns=outcome.run_ns,
            unreported_ns=outcome.unreported_ns,
            compile_reason=None if outcome.unreported_ns is None else why_unreported().text,
            wall_ns=wall_ns,
            cache=outcome.cache,
            programs=outcome.programs,
            ran_beside_build=outcome.ran_beside_build,
            notices=tuple(notice.text for notice in outcome.notices),
        )


@dataclass(frozen=True)
class CallPlan:
    """The sources of a call's programs.

    Attributes:
        cache: of the slowest of them: ``memory``, ``disk`` or ``miss``.
        reason: a sentence's part on why it is not in memory (``num_beams 2 → 4``), ``None`` if it
            is.
        capacity: room for a prompt and its new tokens, of an encoder-decoder model for its answer.
        source_length: tokens that a source is padded to, ``None`` for a decoder-only model.
        key: the specialization key of the call's decode program.
    """

    cache: Cache
    reason: str | None
    capacity: int
    source_length: int | None
    key: SpecializationKey
