"""What is executed, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..core.notice import Notice
from ..core.options import GenerationOptions
from ..core.record import Cache, ProgramUse
from ..core.request import Request
from ..core.specialization import SpecializationKey
from ..core.units import format_duration
from .call_inputs import Arrays
from .loading import LoadedModel
from .stream import Block


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
        """The options of the request."""
        return self.request.options


@dataclass(frozen=True)
class Outcome:
    """What came of one execution.

    Attributes:
        output: token ids, int32 of shape (sequences, length).
        cache: where the specialization came from.
        run_ns: the executable ran, tokens copied to the host included; the other phases in ns are
            ``None`` where they did not happen.
        unreported_ns: compiling and the first run together, in ns, if TensorFlow did not report how
            long it compiled; in no other phase.
        notices: what was not stored, and why.
        programs, ran_beside_build: see ``core.record.Record``.
        cut: the last block, if the run was given up after it.
    """

    output: NDArray[np.int32]
    cache: Cache
    run_ns: int
    trace_ns: int | None = None
    compile_ns: int | None = None
    load_ns: int | None = None
    unreported_ns: int | None = None
    notices: tuple[Notice, ...] = ()
    programs: tuple[ProgramUse, ...] = ()
    ran_beside_build: bool = False
    cut: Block | None = None


def not_stored(why: str | None) -> tuple[Notice, ...]:
    """Return the notice that a specialization was not stored, none if ``why`` is empty."""
    return (Notice(id="not_stored", text=why),) if why else ()


def unreported(duration_ns: int | None) -> tuple[Notice, ...]:
    """Return the notice that a compile time is not known, none if ``duration_ns`` is ``None``."""
    if duration_ns is None:
        return ()
    text = (
        "TensorFlow did not report how long it compiled: the "
        f"{format_duration(duration_ns)} of compiling and a first run count in no phase."
    )
    return (Notice(id="compile_unreported", text=text),)
