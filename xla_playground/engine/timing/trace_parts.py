"""Measure what a trace spends its time with: by part of the model, and around the model.

A trace is Python: it calls each layer once or a few times. So the calls of layers are timed from
outside, each without the layers that it calls itself. Nothing of the traced graph changes, and a
call of a traced program passes none of this.
"""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, ParamSpec, TypeVar

from ...core.call.breakdown import Part, PhasePart
from ..rewrites.patching import patched

Given = ParamSpec("Given")
ResultT = TypeVar("ResultT")

#: Parts of a model by what the names of their classes hold, in lower case, the first one that fits.
_BY_CLASS = (
    ("attention", Part.ATTENTION),
    ("attn", Part.ATTENTION),
    ("embedding", Part.EMBEDDINGS),
    ("norm", Part.NORMALIZATION),
    ("mlp", Part.MLP),
    ("transformerffn", Part.MLP),
    ("layerff", Part.MLP),
    ("feedforward", Part.MLP),
)
#: Parts of a model by the names of layers whose classes say nothing.
_BY_NAME = {"fc1": Part.MLP, "fc2": Part.MLP, "lm_head": Part.HEAD, "pred_layer": Part.HEAD}
#: Parts whose layers belong to them with everything that they call.
_WHOLE = frozenset({Part.ATTENTION, Part.EMBEDDINGS, Part.NORMALIZATION, Part.MLP, Part.HEAD})


class TraceClock:
    """Measures parts of a trace in one thread; a part does not count what it encloses.

    *Attributes:*
        ns: the duration of each part so far.
    """

    def __init__(self) -> None:
        self.ns: dict[Part, int] = {}
        self._open: list[Part] = []
        self._since = 0
        self._thread = threading.get_ident()

    @property
    def part(self) -> Part | None:
        """Return the part that is measured now."""
        return self._open[-1] if self._open else None

    @property
    def is_of_this_thread(self) -> bool:
        """Return whether this thread traces what is measured."""
        return threading.get_ident() == self._thread

    def begin(self, part: Part) -> None:
        """Measure ``part`` until ``end``, within the part that was measured."""
        self._book()
        self._open.append(part)

    def end(self) -> None:
        """Measure the part again that encloses this one."""
        self._book()
        self._open.pop()

    def parts(self) -> tuple[PhasePart, ...]:
        """Return the parts of the trace.

        A head has no layer of its own in most models: it is what the model does outside of its
        main layer, and so an estimate.
        """
        return tuple(
            PhasePart(phase="trace", part=part, ns=ns, is_estimate=part is Part.HEAD)
            for part, ns in self.ns.items()
        )

    def _book(self) -> None:
        now = time.perf_counter_ns()
        if self._open:
            part = self._open[-1]
            self.ns[part] = self.ns.get(part, 0) + now - self._since
        self._since = now


#: Of the trace that is running; there is one at a time in a process.
_running: TraceClock | None = None


@contextmanager
def trace_measured() -> Iterator[TraceClock]:
    """Measure the calls of layers and the conversions of AutoGraph in this context."""
    global _running
    clock = TraceClock()
    with ExitStack() as stack:
        for owner, name, value in _patches(clock):
            stack.enter_context(patched(owner, name, value))
        _running = clock
        try:
            yield clock
        finally:
            _running = None


@contextmanager
def part_of_trace(part: Part) -> Iterator[None]:
    """Count this context to a part of the trace that is running in this thread, if one is."""
    clock = _running
    if clock is None or not clock.is_of_this_thread:
        yield
        return
    clock.begin(part)
    try:
        yield
    finally:
        clock.end()


def timed(part: Part) -> Callable[[Callable[Given, ResultT]], Callable[Given, ResultT]]:
    """Return a decorator of functions that belong to a part of a trace."""

    def decorate(function: Callable[Given, ResultT]) -> Callable[Given, ResultT]:
        @functools.wraps(function)
        def call(*args: Given.args, **kwargs: Given.kwargs) -> ResultT:
            with part_of_trace(part):
                return function(*args, **kwargs)

        return call

    return decorate


def _patches(clock: TraceClock) -> Iterator[tuple[Any, str, object]]:
    """Yield the patches that measure; one that this installation has no place for is left out."""
    from tensorflow.python.autograph.impl import api
    from tf_keras import Model  # type: ignore[import-untyped]  # has no stubs
    from tf_keras.layers import Layer  # type: ignore[import-untyped]  # has no stubs

    own_call = Layer.__call__

    @functools.wraps(own_call)  # AutoGraph reads the module's name: it converts none of Keras
    def call(layer: Any, *args: Any, **kwargs: Any) -> Any:
        if not clock.is_of_this_thread:
            return own_call(layer, *args, **kwargs)
        clock.begin(_part_of(layer, clock.part, is_model=isinstance(layer, Model)))
        try:
            return own_call(layer, *args, **kwargs)
        finally:
            clock.end()

    yield Layer, "__call__", call
    convert = getattr(api, "_convert_actual", None)
    if convert is None:
        return

    @functools.wraps(convert)
    def converted(*args: Any, **kwargs: Any) -> Any:
        with part_of_trace(Part.AUTOGRAPH):
            return convert(*args, **kwargs)

    yield api, "_convert_actual", converted


def _part_of(layer: Any, outer: Part | None, *, is_model: bool) -> Part:
    """Return the part that a layer belongs to, within the part that calls it."""
    if outer in _WHOLE and outer is not Part.HEAD:
        return outer
    if is_model and outer is not Part.MODEL:
        return Part.HEAD
    kind = type(layer).__name__.lower()
    for name, part in _BY_CLASS:
        if name in kind:
            return part
    return _BY_NAME.get(layer.name, Part.MODEL)
