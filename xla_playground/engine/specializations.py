"""Specializations: traced and compiled functions, kept by key, the least recently used dropped."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..core.options import generate_arguments
from ..core.request import Arm, Request
from ..core.specialization import SpecializationKey


@dataclass(frozen=True)
class Specialization:
    """One traced function with the constants it was traced for.

    Attributes:
        function: a ``tf.function``; it serves exactly one trace.
        arguments: ``generate``'s keyword arguments, Python constants.
        trace_ns: how long tracing took, in ns.
    """

    function: Any
    arguments: dict[str, Any]
    trace_ns: int

    def __call__(self, inputs: dict[str, Any]) -> Any:
        """``generate``'s token ids for ``inputs``, a tensor."""
        return self.function(**inputs, **self.arguments)

    @property
    def traces(self) -> int:
        """How often it was traced; more than once is a bug of the key."""
        return int(self.function.experimental_get_tracing_count())


def trace_documented(
    tf: Any, model: Any, request: Request, inputs: dict[str, Any]
) -> Specialization:
    """Trace by the documented recipe, which is exactly the code of the 🤗 XLA guide.

    ``xla_generate = tf.function(model.generate, jit_compile=True)``, called with the tokenized
    prompts and the options as Python constants; ``graph`` leaves ``jit_compile`` out.
    ``get_concrete_function`` traces without compiling, so that both are timed apart.
    Source: https://huggingface.co/docs/transformers/tf_xla
    """
    arguments = generate_arguments(request.options)
    function = (
        tf.function(model.generate, jit_compile=True)
        if request.arm is Arm.XLA
        else tf.function(model.generate)
    )
    start = time.perf_counter_ns()
    function.get_concrete_function(**inputs, **arguments)
    return Specialization(function, arguments, time.perf_counter_ns() - start)


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
