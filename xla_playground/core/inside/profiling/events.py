"""What a profiler recorded of a call: when each operation of XLA's began and ended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

#: TensorFlow appends how a function is compiled to the name of its module: ``run_4__XlaMust…``
#: where calls run it, ``run_4__.44`` where it is inspected.
_COMPILED_AS = re.compile(r"__(?:Xla|\.\d).*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Event:
    """One operation, or other work, on one thread.

    Attributes:
        thread: the thread of the host, or the stream of a GPU.
        program: the function whose operation it is; ``""`` for other work.
        name: of the operation, as HLO text has it.
        start_ns: from any moment that is the same for all events.
        duration_ns: how long its thread was at it.
        whole_ns: until its result was there, which other threads may work out.
    """

    thread: str
    program: str
    name: str
    start_ns: int
    duration_ns: int
    whole_ns: int


@dataclass(frozen=True)
class OperationKind:
    """What an operation is.

    Attributes:
        opcode: as HLO text has it.
        contents: of a fusion the opcodes of what it fuses, the most frequent first.
        source: the operation of TensorFlow that it came from, as far as XLA kept it.
    """

    opcode: str
    contents: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Recorded:
    """What a profiler recorded.

    Attributes:
        plane: the profiler's own name of what was watched: ``/host:CPU``, ``/device:GPU:0``.
        kinds: the operations by program and name, as far as the profiler has them.
    """

    plane: str
    events: tuple[Event, ...]
    kinds: Mapping[tuple[str, str], OperationKind] = field(default_factory=dict)


def program_of(module: str) -> str:
    """Return the name of the function that an HLO module was compiled from."""
    return _COMPILED_AS.sub("", module)
