"""A traced function that another process can run: its graph and its captures of the model.

TensorFlow names functions by a counter that depends on everything that was traced before, and XLA's
executables are found by that name, among others. So a function and those that it calls get names
made of their content. Weights are not part of it: a captured variable is stored as its place among
the model's variables, which are inputs of every call.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

import numpy as np

from ...core.messages import store as messages
from ...core.messages.message import Message
from ..protocols.graphs import ConcreteFunction, FunctionDef
from ..protocols.models import Model
from ..protocols.tensors import Tensor
from ..rewrites.graphs.merged_constants import merge_constants
from ..rewrites.graphs.slow_conversions import with_slow_conversions_shared

#: Captured constants are stored up to this size, in bytes; larger ones are tables of a model, and
#: so weights.
_CONSTANT_LIMIT = 1_000_000


class NotPortable(Exception):
    """A function that only the process that traced it can run; ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Capture(TypedDict):
    """What a function takes after its inputs: a variable of the model, or a constant.

    Attributes:
        variable: its place among ``model.variables``.
        constant: its value, as nested lists.
    """

    dtype: str
    variable: NotRequired[int]
    shape: NotRequired[list[int]]
    constant: NotRequired[object]


@dataclass(frozen=True)
class PortableFunction:
    """A function definition and the functions that it calls.

    Attributes:
        name: the function to run.
        functions: serialized ``FunctionDef`` messages.
        captures: its captured inputs, after the others, in order: for a variable of the model its
            place among ``model.variables``, its shape and dtype, else a constant as nested lists.
        outputs: number of tensors that it returns.
    """

    name: str
    functions: tuple[bytes, ...]
    captures: tuple[Capture, ...]
    outputs: int

    def to_parts(self) -> dict[str, bytes]:
        """Serialize the function to the parts of a stored entry."""
        head = {
            "name": self.name,
            "captures": self.captures,
            "outputs": self.outputs,
            "sizes": [len(function) for function in self.functions],
        }
        return {"function.json": json.dumps(head).encode(), "graph": b"".join(self.functions)}

    @classmethod
    def from_parts(cls, parts: Mapping[str, bytes]) -> PortableFunction:
        """Deserialize the parts that ``to_parts`` returned.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        head = json.loads(parts["function.json"])
        graph, functions, start = parts["graph"], [], 0
        for size in head["sizes"]:
            functions.append(graph[start : start + size])
            start += size
        return cls(head["name"], tuple(functions), tuple(head["captures"]), head["outputs"])


def portable(
    concrete: ConcreteFunction, model: Model, salt: int = 0, *, is_compiled: bool = True
) -> PortableFunction:
    """Convert a ``ConcreteFunction`` so that other processes can run it.

    Args:
        salt: part of the names: TensorFlow never builds a function of a known name again, so
            another salt forces a new build.
        is_compiled: whether XLA compiles it. If TensorFlow runs the graph itself, conditionals that
            save a conversion would cost time in every call.

    Raises:
        NotPortable: it captured something that no other process has.
    """
    definitions = [*concrete.graph.as_graph_def().library.function]
    top = type(definitions[0])() if definitions else type(concrete.function_def)()
    top.CopyFrom(concrete.function_def)
    definitions.append(top)
    for definition in definitions:
        merge_constants(definition)
    if is_compiled:
        definitions = with_slow_conversions_shared(definitions)
    old = [definition.signature.name for definition in definitions]
    for definition in definitions:
        _clean(definition)
    digest = hashlib.sha256(str(salt).encode())
    digest.update(b"".join(d.SerializeToString(deterministic=True) for d in definitions))
    stem = f"specialization_{digest.hexdigest()[:32]}"
    names = {name: f"{stem}_{number}" for number, name in enumerate(old)}
    for definition in definitions:
        _rename(definition, names)
    return PortableFunction(
        name=names[old[-1]],
        functions=tuple(d.SerializeToString(deterministic=True) for d in definitions),
        captures=tuple(_captures(concrete, model)),
        outputs=len(concrete.outputs),
    )


def is_known(function: PortableFunction) -> bool:
    """Return whether this process has the function, which XLA compiles once."""
    from tensorflow.python.eager import context as eager_context

    return bool(eager_context.context().has_function(function.name))


def runner(function: PortableFunction, model: Model) -> Callable[[Sequence[Tensor]], list[Tensor]]:
    """Return a callable that runs ``function`` with the variables of ``model``: flat inputs, flat
    outputs.

    Raises:
        NotPortable: this model is not the one that it was traced with.
        ValueError: TensorFlow does not accept it.
    """
    from google.protobuf.message import DecodeError  # type: ignore[import-untyped]  # has no stubs
    from tensorflow.core.framework import function_pb2
    from tensorflow.python.eager import context as eager_context

    context = eager_context.context()
    for data in function.functions:
        try:
            definition = function_pb2.FunctionDef.FromString(data)
        except DecodeError as error:
            raise ValueError(f"not a function: {error}") from None
        if not context.has_function(definition.signature.name):
            context.add_function_def(definition)
    captured = bound_captures(function, model)
    name = function.name.encode()

    def run(inputs: Sequence[Tensor]) -> list[Tensor]:
        outputs: list[Tensor] = context.call_function(name, [*inputs, *captured], function.outputs)
        return outputs

    return run


def _captures(concrete: ConcreteFunction, model: Model) -> list[Capture]:
    variables = model.variables  # Keras gathers them again at each access
    place = {id(variable.handle): n for n, variable in enumerate(variables)}
    found: list[Capture] = []
    for tensor in concrete.captured_inputs:
        number = place.get(id(tensor))
        if number is not None:
            variable = variables[number]
            found.append(
                {
                    "variable": number,
                    "shape": variable.shape.as_list(),
                    "dtype": variable.dtype.name,
                }
            )
        elif tensor.dtype.is_numpy_compatible and tensor.dtype.name != "resource":
            value = tensor.numpy()
            if value.nbytes > _CONSTANT_LIMIT:
                raise NotPortable(messages.CAPTURED_CONSTANT(size=int(value.nbytes)))
            found.append({"constant": value.tolist(), "dtype": value.dtype.name})
        else:
            raise NotPortable(messages.CAPTURED_VARIABLE())
    return found


def bound_captures(function: PortableFunction, model: Model) -> list[Tensor]:
    """Return what a function takes after its inputs: variable handles of ``model``, and constants.

    Raises:
        NotPortable: this model is not the one that it was traced with.
    """
    import tensorflow as tf

    variables = model.variables
    bound: list[Tensor] = []
    for capture in function.captures:
        if "constant" in capture:
            bound.append(tf.constant(np.asarray(capture["constant"], capture["dtype"])))
            continue
        number = capture["variable"]
        variable = variables[number] if number < len(variables) else None
        if variable is None or (variable.shape.as_list(), variable.dtype.name) != (
            capture["shape"],
            capture["dtype"],
        ):
            raise NotPortable(messages.OTHER_VARIABLES())
        bound.append(variable.handle)
    return bound


def _clean(definition: FunctionDef) -> None:
    """Remove entries that are useless in other processes: Python source locations,
    gradient names.
    """
    for node in definition.node_def:
        node.ClearField("experimental_debug_info")
        node.attr.pop("_gradient_op_type", None)


def _rename(definition: FunctionDef, names: dict[str, str]) -> None:
    definition.signature.name = names[definition.signature.name]
    for node in definition.node_def:
        node.op = names.get(node.op, node.op)
        for value in node.attr.values():
            for called in (value.func, *value.list.func):
                if called.name in names:
                    called.name = names[called.name]
