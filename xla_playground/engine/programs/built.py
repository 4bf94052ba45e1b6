"""Programs that are requested, under construction, and built."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ...core.call.breakdown import PhasePart
from ...core.call.record import Cache, ProgramUse
from ...core.call.request import Arm
from ...core.call.specialization import SpecializationKey
from ...core.engine.engine import Phase
from ...core.messages.message import Message
from ..loops.functions import LoopFunction
from ..protocols.models import Model
from ..protocols.tensors import Tensor
from ..recipe.specializations import Specialization
from ..store.first_result import FirstResult
from ..store.portable_function import PortableFunction
from ..store.specialization_store import StoredProgram


@dataclass(frozen=True)
class Wanted:
    """A program that a call needs.

    Attributes:
        model: a ``TFPreTrainedModel``, whose variables the program reads at every run.
        make: returns the function to trace.
    """

    key: SpecializationKey
    model: Model
    make: Callable[[], LoopFunction]


@dataclass(frozen=True)
class Source:
    """The source of a program.

    Attributes:
        reason: why it is not in memory, ``None`` if it is.
        closest: the key in memory that differs least, ``None`` if there is none.
    """

    cache: Cache
    reason: Message | None = None
    closest: SpecializationKey | None = None


@dataclass(frozen=True)
class Built:
    """A program that is in memory now.

    Attributes:
        specialization: how it is called.
        use: where it came from and what that cost.
        first_run_ns: what its first and short run took beside compiling, in ns.
        unreported_ns: what compiling and the first run took together, in ns, if TensorFlow did not
            report how long it compiled.
        problem: the notice that it was not stored, if it should have been.
        trace_parts, compile_parts, load_parts: what these phases of ``use`` consisted of.
    """

    specialization: Specialization
    use: ProgramUse
    first_run_ns: int = 0
    unreported_ns: int | None = None
    problem: Message | None = None
    trace_parts: tuple[PhasePart, ...] = ()
    compile_parts: tuple[PhasePart, ...] = ()
    load_parts: tuple[PhasePart, ...] = ()


@dataclass
class Draft:
    """A program that was loaded or traced, and not run yet.

    Attributes:
        stored: the program read from disk, if there was one.
        is_known: whether this process ran the same function before; it compiles each function once.
    """

    wanted: Wanted
    function: LoopFunction
    run: Callable[[Sequence[Tensor]], list[Tensor]]
    name: str
    portable: PortableFunction | None = None
    stored: StoredProgram | None = None
    is_known: bool = False
    problem: Message | None = None
    trace_ns: int | None = None
    trace_parts: tuple[PhasePart, ...] = ()
    read_ns: int = 0
    run_ns: int = 0
    result: FirstResult | None = None
    error: Exception | None = field(default=None, repr=False)

    @property
    def is_compiled(self) -> bool:
        return self.wanted.key.arm is Arm.XLA


def phase_of_first_run(drafts: Sequence[Draft]) -> Phase:
    """Return the phase in which drafts run for the first time."""
    new = [draft for draft in drafts if draft.stored is None]
    if not new:
        return Phase.LOADING
    return Phase.COMPILING if any(draft.is_compiled for draft in new) else Phase.RUNNING
