"""Specializations: traced and compiled functions, kept by key, the least recently used dropped."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.options import GenerationOptions
from ..core.specialization import SpecializationKey

#: The inputs of ``generate`` by name, tensors.
Inputs = dict[str, Any]


@dataclass(frozen=True)
class Specialization:
    """One traced function.

    Attributes:
        function: the ``tf.function``; it serves exactly one trace.
        call: runs it on ``generate``'s inputs with some options; returns the token ids on the
            host, int32 of shape (sequences, length).
        trace_ns: how long tracing took, in ns.
    """

    function: Any
    call: Callable[[Inputs, GenerationOptions], NDArray[np.int32]]
    trace_ns: int

    @property
    def traces(self) -> int:
        """How often it was traced; more than once is a bug of the key."""
        return int(self.function.experimental_get_tracing_count())


class SpecializationCache:
    """The specializations in memory, at most ``bound`` of them.

    Each holds 110 to 150 MB that TensorFlow returns only when its process ends, so the bound
    keeps the cache's bookkeeping small, not the process.
    """

    def __init__(self, bound: int) -> None:
        if bound < 1:
            raise ValueError(f"bound must be at least 1, not {bound}")
        self._bound = bound
        self._kept: OrderedDict[SpecializationKey, Specialization] = OrderedDict()
        self._dropped: set[SpecializationKey] = set()

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: SpecializationKey) -> bool:
        return key in self._kept

    def keys(self) -> Iterable[SpecializationKey]:
        """The keys in memory, the least recently used first."""
        return self._kept.keys()

    def was_dropped(self, key: SpecializationKey) -> bool:
        """Whether ``key`` was in memory once and made room for others."""
        return key in self._dropped

    def get(self, key: SpecializationKey) -> Specialization | None:
        """The specialization of ``key``, which becomes the most recently used."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: SpecializationKey, specialization: Specialization) -> None:
        """Keep a specialization, and drop the least recently used past the bound."""
        self._kept[key] = specialization
        self._kept.move_to_end(key)
        self._dropped.discard(key)
        while len(self._kept) > self._bound:
            self._dropped.add(self._kept.popitem(last=False)[0])

    def drop_model(self, model: str) -> None:
        """Drop every specialization of a model."""
        for key in [key for key in self._kept if key.model == model]:
            del self._kept[key]
            self._dropped.add(key)
