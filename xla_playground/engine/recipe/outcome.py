"""The task of one execution, and its outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.call.breakdown import PhasePart
from ...core.call.record import Cache, ProgramUse
from ...core.call.request import Request
from ...core.call.specialization import SpecializationKey
from ...core.messages.message import Message
from ...core.options.options import GenerationOptions
from ..inputs.call_inputs import Arrays
from ..model.loading import LoadedModel
from ..text.stream import Block


@dataclass(frozen=True)
class Task:
    """What to execute: a request that was checked against its model, and the inputs of one run.

    Attributes:
        capacity: room of a loop of our own, in tokens.
    """

    request: Request
    loaded: LoadedModel
    key: SpecializationKey
    capacity: int
    arrays: Arrays

    @property
    def options(self) -> GenerationOptions:
        """Return the options of the request."""
        return self.request.options


@dataclass(frozen=True)
class Outcome:
    """The outcome of one execution.

    Attributes:
        output: token ids, int32 of shape (sequences, length).
        cache: the source of the specialization.
        run_ns: run time of the executable, in ns, the copy of tokens to the host included. A phase
            is ``None`` if it did not happen, or if XLA reported no compile time.
        unreported_ns: compile and first run together, if XLA reported no compile time.
        notices: notices on programs that were not stored or not reported.
        parts: what its phases consisted of, as far as that was measured.
        programs, ran_beside_build: see ``core.call.record.Record``.
        cut: the last block, if the run was cancelled after it.
    """

    output: NDArray[np.int32]
    cache: Cache
    run_ns: int | None
    trace_ns: int | None = None
    compile_ns: int | None = None
    load_ns: int | None = None
    store_ns: int | None = None
    unreported_ns: int | None = None
    parts: tuple[PhasePart, ...] = ()
    notices: tuple[Message, ...] = ()
    programs: tuple[ProgramUse, ...] = ()
    ran_beside_build: bool = False
    cut: Block | None = None


def total_ns(phases: Iterable[int | None]) -> int | None:
    """Return one phase summed over several runs or programs, ``None`` if none had it."""
    happened = [ns for ns in phases if ns is not None]
    return sum(happened) if happened else None
