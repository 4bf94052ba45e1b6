"""Specializations in memory, by key; the least recently used are evicted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...core.call.breakdown import PhasePart
from ...core.call.request import Precision
from ...core.call.specialization import DECODE, SpecializationKey
from ...core.messages import store as messages
from ...core.messages.message import Message
from ..inside.lowering import Lowering
from ..protocols.graphs import Function
from ..protocols.tensors import Nested, Tensors

#: The inputs of ``generate`` by name.
Inputs = Tensors


@dataclass(frozen=True)
class Specialization:
    """One traced function.

    Attributes:
        call: runs it: a program of the fast recipe on nested tensors, see ``loops.functions``; the
            documented ``generate`` on its inputs, which gives token ids.
        trace_ns: duration of the trace, in ns; ``None`` if it was read from disk.
        function: the ``tf.function`` if ``call`` goes through one; it serves exactly one trace.
        lower: returns its program at a stage of XLA's, see ``inside.lowering``; ``None`` if XLA
            does not compile it, or only the process that traced it can find it.
        trace_parts: what the trace consisted of.
    """

    call: Callable[..., Nested]
    trace_ns: int | None
    function: Function | None = None
    lower: Lowering | None = None
    trace_parts: tuple[PhasePart, ...] = ()

    @property
    def traces(self) -> int:
        """Return the number of traces in this process; more than one is a bug of the key."""
        if self.function is None:  # a function called by its name cannot be traced again
            return int(self.trace_ns is not None)
        return int(self.function.experimental_get_tracing_count())


#: Why a specialization was dropped.
MADE_ROOM = messages.MADE_ROOM()
MODEL_CHANGED = messages.FILES_CHANGED()
TRACED_PLAINLY = messages.WITHOUT_REWRITES()


class SpecializationCache:
    """The specializations in memory, at most ``bound`` of them.

    Each holds 110 to 150 MB that TensorFlow returns only when its process ends, so the bound
    keeps the cache's bookkeeping small, not the process.

    A call of the fast recipe runs several programs, each with a key. A shared program is evicted
    with the last decode program that needs it. The decode program that was used last stays with its
    shared programs, since its call may be running, so there can be more than ``bound``.
    """

    def __init__(self, bound: int) -> None:
        if bound < 1:
            raise ValueError(f"bound must be at least 1, not {bound}")
        self._bound = bound
        self._kept: OrderedDict[SpecializationKey, Specialization] = OrderedDict()
        self._dropped: dict[SpecializationKey, Message] = {}
        self._memory_bytes: dict[SpecializationKey, int] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: SpecializationKey) -> bool:
        return key in self._kept

    def keys(self) -> Iterable[SpecializationKey]:
        """Return the keys in memory, the least recently used first."""
        return tuple(self._kept)  # another thread may put one at the same time

    def why_dropped(self, key: SpecializationKey) -> Message | None:
        """Return why ``key``, which was in memory once, no longer is; ``None`` if it never was."""
        return self._dropped.get(key)

    def memory_bytes(self, key: SpecializationKey) -> int | None:
        """Return the growth of the process, in bytes, when ``key`` was built.

        ``None`` if not measured.
        """
        return self._memory_bytes.get(key)

    def set_memory_bytes(self, key: SpecializationKey, memory_bytes: int) -> None:
        """Store the growth of the process, in bytes, when ``key`` was built."""
        self._memory_bytes[key] = memory_bytes

    def get(self, key: SpecializationKey) -> Specialization | None:
        """Return the specialization of ``key`` and mark it as most recently used.

        ``None`` is a miss.
        """
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: SpecializationKey, specialization: Specialization) -> None:
        """Keep a specialization, and evict the least recently used past the bound."""
        self._kept[key] = specialization
        self._kept.move_to_end(key)
        self._dropped.pop(key, None)
        while len(self._kept) > self._bound and (evicted := self._next_to_go(key)):
            for gone in evicted:
                del self._kept[gone]
                self._dropped[gone] = MADE_ROOM

    def _next_to_go(self, new: SpecializationKey) -> list[SpecializationKey]:
        """Return the keys to evict for ``new``: none, or programs that are evicted together."""
        *others, last = [k for k in self.keys() if k.program == DECODE] or [new]
        unneeded = self._unneeded([*others, last, new])
        if unneeded or not others:
            return unneeded
        return [others[0], *self._unneeded([*others[1:], last, new])]

    def _unneeded(self, needed: Iterable[SpecializationKey]) -> list[SpecializationKey]:
        """Return the shared programs in memory that no call of ``needed`` runs."""
        needed = tuple(needed)
        shared = [k for k in self.keys() if k.program != DECODE and k not in needed]
        return [k for k in shared if not any(_runs(call, k) for call in needed)]

    def drop_model(
        self,
        model: str,
        precision: Precision = Precision.FLOAT32,
        why: Message = MADE_ROOM,
    ) -> None:
        """Drop every specialization of a model in one precision."""
        for key in [k for k in self.keys() if (k.model, k.precision) == (model, precision)]:
            del self._kept[key]
            self._dropped[key] = why


def _runs(key: SpecializationKey, program: SpecializationKey) -> bool:
    """Return whether calls of ``key`` run the shared program."""
    return key.capacity is not None and key.of_program(program.program) == program
