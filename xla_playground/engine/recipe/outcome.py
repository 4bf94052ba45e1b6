"""The task of one execution, and its outcome."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
    """What to execute: a request that was held against its model, and one run's inputs.

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
    """What came of one execution.

    Attributes:
        output: token ids, int32 of shape (sequences, length).
        cache: where the specialization came from.
        run_ns: the executable ran, tokens copied to the host included. Phases in ns are ``None`` if
            they did not happen, or XLA did not report what it compiled.
        unreported_ns: compiling and the first run together, if XLA did not report what it compiled.
        notices: what was not stored or not reported, and why.
        programs, ran_beside_build: see ``core.call.record.Record``.
        cut: the last block, if the run was given up after it.
    """

    output: NDArray[np.int32]
    cache: Cache
    run_ns: int | None
    trace_ns: int | None = None
    compile_ns: int | None = None
    load_ns: int | None = None
    store_ns: int | None = None
    unreported_ns: int | None = None
    notices: tuple[Message, ...] = ()
    programs: tuple[ProgramUse, ...] = ()
    ran_beside_build: bool = False
    cut: Block | None = None
