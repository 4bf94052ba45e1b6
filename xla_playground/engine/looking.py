"""Look into specializations in memory: what XLA made of one, and what a call of it does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..core.call.record import Cache
from ..core.call.specialization import DECODE, SpecializationKey
from ..core.engine.engine import Phase
from ..core.errors import CallCancelled, RequestError
from ..core.inside.inspection import Inspection
from ..core.inside.profiling.profile import Profile, profile_of
from ..core.messages import engine as messages
from ..core.messages.message import Message
from ..core.messages.pages import profile as profile_messages
from .calls.bare_call import step_bytes
from .failure import as_engine_failure
from .inputs.call_inputs import SpeechInputs
from .inside.inspecting import inspect_function
from .inside.lowering import OPTIMIZED, STABLEHLO, Lowering
from .inside.recording import recorded
from .model.loading import LoadedModel
from .prepared_call import PreparedCall
from .recipe.outcome import Outcome
from .recipe.specializations import SpecializationCache
from .text.stream import BlockListener

#: The type of callbacks that report a phase.
Tell = Callable[[Phase, str | Message], None]
#: Executes one run of a call; see ``XlaEngine``.
Execute = Callable[[PreparedCall, int, BlockListener], Outcome]

_STAGES = {STABLEHLO: "StableHLO", OPTIMIZED: "optimized HLO"}


class Looks:
    """Looks into specializations in memory; calls keep their own executables."""

    def __init__(
        self,
        cache: SpecializationCache,
        device: str,
        tell: Tell,
        is_cancelled: Callable[[], bool],
    ) -> None:
        """Initialize the looks.

        Args:
            device: what programs are compiled for.
            tell: called when a phase begins.
            is_cancelled: returns whether a look is to end.
        """
        self._cache, self._device = cache, device
        self._tell, self._is_cancelled = tell, is_cancelled

    def inspect(self, key: SpecializationKey, loaded: LoadedModel) -> Inspection:
        """Return what XLA makes of a specialization; the caller keeps traces away meanwhile.

        Raises:
            RequestError: it is not in memory, or XLA does not compile it.
            CallCancelled: it was cancelled between two compiles.
        """

        def begin(stage: str) -> None:
            what = _STAGES.get(stage, "buffers")
            message = profile_messages.COMPILED_AGAIN(key=key.label(), what=what)
            self._tell(Phase.COMPILING, message)
            self._check_cancelled()  # nothing can be read during the compile that follows

        return inspect_function(
            self._lowering_in_memory(key),
            tuple(key.as_dict().items()),
            label=key.label(),
            device=self._device,
            weight_bytes=step_bytes(loaded.model) if key.program == DECODE else None,
            begin=begin,
        )

    def profile(self, prepared: PreparedCall, execute: Execute) -> Profile:
        """Return the profile of a call whose programs are in memory; nothing of it is kept.

        Raises:
            RequestError: its specialization is not in memory, XLA does not compile it, or it was
                built during the call.
            CallCancelled: it was cancelled between two blocks, or during its last one.
            EngineFailure: the profiler failed, or recorded nothing.
        """
        key = prepared.plan.key
        self._lowering_in_memory(key)
        with as_engine_failure(key.label()):
            outcomes, recording = recorded(partial(self._run, prepared, execute))
        if any(not _is_steady(outcome) for outcome in outcomes.values()):
            raise RequestError("key", profile_messages.NOT_STEADY(key=key.label()))
        return profile_of(
            recording,
            tuple(key.as_dict().items()),
            label=key.label(),
            device=self._device,
            programs=self._programs(),
            run_ns=sum(outcome.run_ns or 0 for outcome in outcomes.values()),
            new_tokens=sum(_new_tokens(prepared, *run) for run in outcomes.items()),
        )

    def _run(self, prepared: PreparedCall, execute: Execute) -> dict[int, Outcome]:
        """Return the outcomes of the runs of a call by their numbers; silence has none."""
        inputs, outcomes = prepared.inputs, {}
        for part in range(len(inputs)):
            if not (isinstance(inputs, SpeechInputs) and inputs.windows.is_silent(part)):
                outcomes[part] = execute(prepared, part, lambda _: not self._is_cancelled())
                self._check_cancelled()
        return outcomes

    def _check_cancelled(self) -> None:
        if self._is_cancelled():
            raise CallCancelled(messages.CANCELLED())

    def _programs(self) -> dict[str, str]:
        """Return what programs are called, by the names of their functions."""
        keys = self._cache.keys()
        found = ((key, self._cache.get(key)) for key in keys)  # in their order, which stays
        return {
            each.lower.module: key.program
            for key, each in found
            if each is not None and each.lower is not None
        }

    def _lowering_in_memory(self, key: SpecializationKey) -> Lowering:
        found = self._cache.get(key)
        if found is None:
            why = self._cache.why_dropped(key) or messages.NOT_MADE_HERE()
            raise RequestError("key", messages.KEY_NOT_IN_MEMORY(key=key.label(), why=why))
        if found.lower is None:
            raise RequestError("key", messages.KEY_WITHOUT_XLA(key=key.label()))
        return found.lower


def _is_steady(outcome: Outcome) -> bool:
    is_built = any(use.cache is not Cache.MEMORY for use in outcome.programs)
    return outcome.cache is Cache.MEMORY and not is_built and not outcome.ran_beside_build


def _new_tokens(prepared: PreparedCall, part: int, outcome: Outcome) -> int:
    """Return the new tokens of the longest sequence of a run."""
    sequences = prepared.sequences(outcome.output, part, None)
    return max((sequence.new_tokens for sequence in sequences), default=0)
