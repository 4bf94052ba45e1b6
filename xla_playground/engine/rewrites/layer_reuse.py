"""Trace layers of a stack that are alike once.

A transformer is the same layer many times over, and tracing is Python: half a millisecond for each
operation. So the first layer of a stack is traced as a function of its own, and the others call
that function with their own variables. XLA inlines the calls, and compiles the same as if each
layer had been traced.

An optimization barrier keeps XLA from changing the input of the first layer. A table of embeddings
gives a hidden state as (1, 1, size), a product as (1, size). XLA would turn one shape into the
other, one layer a round, each round over the whole program, up to its limit of 25.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from ..protocols.graphs import ConcreteFunction
from ..protocols.models import Layer, Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Nested, Tensor
from .attribute_reads import reads_attribute
from .patching import patched
from .places import is_place

#: Attributes with a layer's place in its stack, which its class usually never reads.
_PLACES = ("layer_idx", "layer_id")
#: An attribute of a layer for training.
_OF_TRAINING = "_random_generator"

_PLAIN = (bool, int, float, str, type(None))

#: Layers that have an equal, by id, each with what it shares with its equals.
_Alike = dict[int, tuple[Layer, Hashable]]
#: The positional arguments of a layer, and those with names.
_Given = tuple[tuple[Nested, ...], dict[str, Nested]]

#: The results of ``_alike``, which do not change while a model lives.
_known_alike: WeakKeyDictionary[Model, _Alike] = WeakKeyDictionary()


@contextmanager
def layers_traced_once(tf: TensorFlow, model: Model, *, is_compiled: bool) -> Iterator[None]:
    """Patch the layers of ``model`` so that only the first of layers that are alike is traced.

    Layers of one list are alike if their attributes are equal and they are called with tensors of
    the same shapes and with equal other arguments. A layer that uses a tensor which is no argument
    of its ``call`` is traced each time.
    """
    alike = _known_alike.get(model)
    if alike is None:
        alike = _known_alike[model] = _alike(tf, model)
    kinds = {type(layer) for layer, _ in alike.values()}
    with ExitStack() as stack:
        for kind in kinds:
            call = _TracedOnce(tf, alike, kind.call, has_fence=is_compiled).as_method()
            stack.enter_context(patched(kind, "call", call))
        yield


@dataclass(frozen=True)
class _Traced:
    """A layer's ``call`` as a function of tensors.

    Attributes:
        concrete: the ``ConcreteFunction``.
        captures: its inputs after the tensors of the arguments: the place of a variable among the
            layer's own, or a constant tensor.
        returned: what ``call`` returned; its tensors are the outputs of ``concrete``, in order.
    """

    concrete: ConcreteFunction
    captures: tuple[int | Tensor, ...]
    returned: Nested


class _TracedOnce:
    """The ``call`` of one class of layers, from ``own_call``."""

    def __init__(
        self,
        tf: TensorFlow,
        alike: _Alike,
        own_call: Callable[..., Nested],
        *,
        has_fence: bool,
    ) -> None:
        self._tf, self._alike, self._own_call = tf, alike, own_call
        self._has_fence = has_fence
        self._traced: dict[Hashable, _Traced | None] = {}

    def as_method(self) -> Callable[..., Nested]:
        """Return the function that replaces ``call`` on the class."""

        def call(layer: Layer, *args: Nested, **kwargs: Nested) -> Nested:
            return self._call(layer, (args, kwargs))

        return call

    def _call(self, layer: Layer, given: _Given) -> Nested:
        tf = self._tf
        values = tf.nest.flatten(given)
        tensors = [value for value in values if tf.is_tensor(value)]
        others = [value for value in values if not tf.is_tensor(value)]
        traced = None
        if id(layer) in self._alike and all(type(value) in _PLAIN for value in others):
            described = [_described(tf, value) for value in values]
            key = (self._alike[id(layer)][1], repr(tf.nest.pack_sequence_as(given, described)))
            if key not in self._traced:
                self._traced[key] = self._trace(layer, given)
                if self._has_fence:
                    tensors[:1] = _fenced(tensors[:1])
            traced = self._traced[key]
        if traced is None:
            args, kwargs = given
            return self._own_call(layer, *args, **kwargs)
        variables = layer.variables
        captures = [variables[c].handle if isinstance(c, int) else c for c in traced.captures]
        return self._run(traced, tensors + captures)

    def _trace(self, layer: Layer, given: _Given) -> _Traced | None:
        """Trace ``layer`` as a function of tensors.

        Return ``None`` if no other layer can run it.
        """
        tf = self._tf
        values, returned = tf.nest.flatten(given), []

        def run(*tensors: Tensor) -> list[Tensor]:
            args, kwargs = _with_tensors(tf, given, tensors)
            returned.append(self._own_call(layer, *args, **kwargs))
            return [value for value in tf.nest.flatten(returned[0]) if tf.is_tensor(value)]

        specs = [tf.TensorSpec(v.shape, v.dtype) for v in values if tf.is_tensor(v)]
        concrete = tf.function(run, autograph=False).get_concrete_function(*specs)
        own = {id(variable.handle): place for place, variable in enumerate(layer.variables)}
        captures: list[int | Tensor] = []
        for tensor in concrete.captured_inputs:
            if id(tensor) in own:
                captures.append(own[id(tensor)])
            elif hasattr(tensor, "numpy") and tensor.dtype != tf.resource:
                captures.append(tensor)  # layers that are alike hold equal ones
            elif is_place(tensor):
                captures.append(tensor)  # every layer writes there
            else:
                return None
        return _Traced(concrete, tuple(captures), returned[0])

    def _run(self, traced: _Traced, inputs: list[Tensor]) -> Nested:
        known = traced.concrete.outputs
        outputs = self._tf.raw_ops.PartitionedCall(
            args=inputs, Tout=[output.dtype for output in known], f=traced.concrete
        )
        for output, like in zip(outputs, known, strict=True):
            output.set_shape(like.shape)
        return _with_tensors(self._tf, traced.returned, outputs)


def _fenced(tensors: list[Tensor]) -> list[Tensor]:
    from tensorflow.compiler.tf2xla.ops.gen_xla_ops import xla_optimization_barrier

    fenced: list[Tensor] = xla_optimization_barrier(tensors)
    return fenced


def _with_tensors(tf: TensorFlow, structure: Nested, tensors: Iterable[Tensor]) -> Nested:
    """Return a nested structure with its tensors replaced by ``tensors``, in order."""
    rest = iter(tensors)
    values = [next(rest) if tf.is_tensor(value) else value for value in tf.nest.flatten(structure)]
    return tf.nest.pack_sequence_as(structure, values)


def _described(tf: TensorFlow, value: object) -> tuple[object, ...]:
    return ("tensor", value.shape, value.dtype) if tf.is_tensor(value) else ("value", value)


def _alike(tf: TensorFlow, model: Model) -> _Alike:
    """Return by id the layers that are alike in a list of layers, each with its likeness."""
    from tf_keras import layers  # type: ignore[import-untyped]  # has no stubs

    bookkeeping = vars(layers.Layer()).keys() | {_OF_TRAINING}
    found: _Alike = {}
    for parent in model.submodules:
        for name, stack in vars(parent).items():
            if name.startswith("_") or not isinstance(stack, list):
                continue
            stacked = [
                item
                for item in stack
                if isinstance(item, layers.Layer) and "call" in vars(type(item))
            ]
            likenesses = [_likeness(tf, layer, bookkeeping) for layer in stacked]
            for layer, likeness in zip(stacked, likenesses, strict=True):
                if likenesses.count(likeness) > 1:
                    found[id(layer)] = (layer, likeness)
    return found


def _likeness(tf: TensorFlow, value: Any, unread: Set[str]) -> Hashable:
    """Return a hashable that is equal for layers that compute the same.

    Objects of unknown kinds compare by identity.

    Args:
        unread: attributes that no layer computes with.
    """
    from tf_keras import layers
    from tf_keras.initializers import Initializer  # type: ignore[import-untyped]  # has no stubs

    if isinstance(value, layers.Layer):
        kind: Any = type(value)
        kept = {name for name in _PLACES if not reads_attribute(kind, name)}
        attributes = tuple(
            (name, _likeness(tf, attribute, unread))
            for name, attribute in sorted(vars(value).items())
            if name not in unread | kept and not name.startswith("_self_")
        )
        return (type(value), value.dtype, value.compute_dtype, attributes)
    if isinstance(value, tf.Variable):
        return (tf.Variable, tuple(value.shape), value.dtype)
    if tf.is_tensor(value) and hasattr(value, "numpy"):
        return (tf.Tensor, tuple(value.shape), value.dtype, value.numpy().tobytes())
    if type(value) in _PLAIN:
        return (type(value), value)
    if isinstance(value, list | tuple | set):
        return (type(value), tuple(_likeness(tf, item, unread) for item in value))
    if isinstance(value, Initializer):
        return (type(value),)
    return id(value)
