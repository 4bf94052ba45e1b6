"""Traced functions, and the messages of their graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping, MutableSequence, Sequence
from typing import Any, Protocol, TypeVar

from .tensors import Tensor

ItemT_co = TypeVar("ItemT_co", covariant=True)


class Message(Protocol):
    """A message of Protobuf."""

    def CopyFrom(self, other: Any) -> None: ...  # noqa: N802 - Protobuf's own
    def SerializeToString(self, *, deterministic: bool) -> bytes: ...  # noqa: N802


class Messages(Protocol[ItemT_co]):
    """A list of messages."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[ItemT_co]: ...
    def __delitem__(self, place: int, /) -> None: ...
    def add(self, **fields: object) -> ItemT_co: ...


class Named(Message, Protocol):
    """A message with a name: that of a function, or an argument."""

    name: str


class Values(Protocol):
    """The list that an attribute of a node can hold."""

    @property
    def type(self) -> MutableSequence[int]: ...
    @property
    def func(self) -> Messages[Named]: ...


class AttrValue(Message, Protocol):
    """The value of one attribute of a node."""

    type: int

    @property
    def func(self) -> Named: ...
    @property
    def list(self) -> Values: ...
    @property
    def tensor(self) -> Message: ...


class NodeDef(Message, Protocol):
    """One operation of a graph."""

    name: str
    op: str

    @property
    def attr(self) -> MutableMapping[str, AttrValue]: ...
    @property
    def input(self) -> MutableSequence[str]: ...
    def ClearField(self, name: str) -> None: ...  # noqa: N802


class Signature(Protocol):
    """The name of a function, its arguments and outputs."""

    name: str

    @property
    def input_arg(self) -> Messages[Named]: ...
    @property
    def output_arg(self) -> Messages[Named]: ...


class FunctionDef(Message, Protocol):
    """The graph of a function."""

    @property
    def signature(self) -> Signature: ...
    @property
    def node_def(self) -> Messages[NodeDef]: ...
    @property
    def ret(self) -> MutableMapping[str, str]: ...


class Library(Protocol):
    """The functions that a graph calls."""

    @property
    def function(self) -> Iterable[FunctionDef]: ...


class GraphDef(Protocol):
    """A graph as a message."""

    @property
    def library(self) -> Library: ...


class Graph(Protocol):
    """A ``FuncGraph``."""

    def as_graph_def(self) -> GraphDef: ...


class ConcreteFunction(Protocol):
    """A function that was traced once, for one signature."""

    @property
    def name(self) -> bytes: ...
    @property
    def graph(self) -> Graph: ...
    @property
    def function_def(self) -> FunctionDef: ...
    @property
    def captured_inputs(self) -> Sequence[Tensor]: ...
    @property
    def outputs(self) -> Sequence[Tensor]: ...
    def __call__(self, *inputs: Tensor) -> list[Tensor]: ...


class Function(Protocol):
    """What ``tf.function`` returns."""

    def __call__(self, *args: object, **kwargs: object) -> Tensor: ...
    def get_concrete_function(self, *args: object, **kwargs: object) -> ConcreteFunction: ...
    def experimental_get_tracing_count(self) -> int: ...
