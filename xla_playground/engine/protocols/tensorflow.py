"""The module ``tensorflow``: the members that the engine uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeAlias, TypeGuard, TypeVar

from .graphs import ConcreteFunction, Function, Message
from .tensors import DType, Nested, Operand, Sizes, Tensor

Unary: TypeAlias = Callable[[Operand], Tensor]
Binary: TypeAlias = Callable[[Operand, Operand], Tensor]

ResultT = TypeVar("ResultT")


class Reduction(Protocol):
    """``tf.reduce_sum`` and its kin."""

    def __call__(
        self, values: Operand, axis: int | None = None, keepdims: bool = False
    ) -> Tensor: ...


class Softmax(Protocol):
    """``tf.nn.softmax`` and ``tf.nn.log_softmax``."""

    def __call__(self, logits: Operand, axis: int = -1) -> Tensor: ...


class Operations(Protocol):
    """The functions of tensors."""

    abs: Unary
    exp: Unary
    logical_not: Unary
    ones_like: Unary
    equal: Binary
    logical_and: Binary
    logical_or: Binary
    maximum: Binary
    minimum: Binary
    pow: Binary
    repeat: Binary
    reduce_all: Reduction
    reduce_any: Reduction
    reduce_max: Reduction
    reduce_mean: Reduction
    reduce_min: Reduction
    reduce_sum: Reduction

    def add_n(self, values: Sequence[Tensor]) -> Tensor: ...
    def argmax(self, values: Operand, axis: int, output_type: DType) -> Tensor: ...
    def bitcast(self, values: Tensor, dtype: DType) -> Tensor: ...
    def broadcast_to(self, values: Operand, shape: Sizes) -> Tensor: ...
    def cast(self, values: Operand, dtype: DType) -> Tensor: ...
    def clip_by_value(self, values: Operand, least: Operand, most: Operand) -> Tensor: ...
    def concat(self, values: Sequence[Operand], axis: int) -> Tensor: ...
    def cond(
        self, is_true: Operand, yes: Callable[[], ResultT], no: Callable[[], ResultT]
    ) -> ResultT: ...
    def constant(self, value: object, dtype: DType | None = None) -> Tensor: ...
    def cumsum(self, values: Operand, axis: int) -> Tensor: ...
    def ensure_shape(self, values: Tensor, shape: Sizes) -> Tensor: ...
    def gather(
        self, values: Operand, indices: Operand, axis: int | None = None, batch_dims: int = 0
    ) -> Tensor: ...
    def is_tensor(self, value: object) -> TypeGuard[Tensor]: ...
    def matmul(self, a: Operand, b: Operand, *args: object, **kwargs: object) -> Tensor: ...
    def norm(self, values: Operand, axis: int, keepdims: bool) -> Tensor: ...
    def ones(self, shape: Sizes, dtype: DType) -> Tensor: ...
    def pad(self, values: Operand, paddings: Sequence[Sequence[int]]) -> Tensor: ...
    def range(self, start: Operand, limit: Operand | None = None) -> Tensor: ...
    def reshape(self, values: Operand, shape: Sizes) -> Tensor: ...
    def scatter_nd(self, indices: Operand, updates: Operand, shape: Sizes) -> Tensor: ...
    def slice(self, values: Operand, begin: Sequence[Operand], size: Sizes) -> Tensor: ...
    def stack(self, values: Sequence[Operand], axis: int = 0) -> Tensor: ...
    def tile(self, values: Operand, multiples: Sizes) -> Tensor: ...
    def transpose(self, values: Operand, order: Sizes | None = None) -> Tensor: ...
    def unstack(self, values: Operand) -> list[Tensor]: ...
    def where(self, is_first: Operand, first: Operand, second: Operand) -> Tensor: ...
    def while_loop(
        self,
        cond: Callable[..., Operand],
        body: Callable[..., ResultT],
        loop_vars: ResultT,
        parallel_iterations: int = 10,
    ) -> ResultT: ...
    def zeros(self, shape: Sizes | int, dtype: DType | None = None) -> Tensor: ...
    def zeros_like(self, values: Operand, dtype: DType | None = None) -> Tensor: ...

    def TensorSpec(self, shape: Sizes, dtype: DType) -> object: ...  # noqa: N802 - TensorFlow's own
    def as_dtype(self, dtype: object) -> DType: ...
    def function(
        self,
        function: Callable[..., Any],
        autograph: bool = True,
        jit_compile: bool | None = None,
    ) -> Function: ...
    def init_scope(self) -> AbstractContextManager[object]: ...
    def make_tensor_proto(self, value: object, dtype: DType) -> Message: ...
    def name_scope(self, name: str) -> AbstractContextManager[object]: ...
    def variable_creator_scope(
        self, creator: Callable[..., object]
    ) -> AbstractContextManager[object]: ...


class MathOperations(Protocol):
    """``tf.math``."""

    is_nan: Unary
    log: Unary
    divide_no_nan: Binary

    def top_k(self, values: Operand, k: int) -> tuple[Tensor, Tensor]: ...


class NeuralOperations(Protocol):
    """``tf.nn``."""

    log_softmax: Softmax
    softmax: Softmax


class BitOperations(Protocol):
    """``tf.bitwise``."""

    invert: Unary
    bitwise_or: Binary
    right_shift: Binary


class RawOperations(Protocol):
    """``tf.raw_ops``."""

    Empty: Callable[..., Tensor]

    def PartitionedCall(  # noqa: N802 - TensorFlow's own
        self,
        *,
        args: Sequence[Tensor],
        Tout: Sequence[DType],  # noqa: N803 - TensorFlow's own
        f: ConcreteFunction,
    ) -> list[Tensor]: ...


class Nest(Protocol):
    """``tf.nest``."""

    def flatten(self, structure: Nested) -> list[Any]: ...
    def map_structure(self, function: Callable[..., object], structure: Nested) -> Nested: ...
    def pack_sequence_as(self, structure: Nested, values: Sequence[object]) -> Nested: ...


class Device(Protocol):
    """A processor or a GPU."""

    device_type: str


class DeviceDetails(Protocol):
    """``tf.config.experimental``."""

    def get_device_details(self, device: Device) -> Mapping[str, str]: ...


class Configuration(Protocol):
    """``tf.config``."""

    experimental: DeviceDetails

    def list_physical_devices(self, device_type: str | None = None) -> list[Device]: ...


class Errors(Protocol):
    """``tf.errors``."""

    ResourceExhaustedError: type[Exception]


class Build(Protocol):
    """``tf.test``."""

    def is_built_with_cuda(self) -> bool: ...


class SharedMemory(Protocol):
    """``tf.experimental.dlpack``."""

    def from_dlpack(self, capsule: object) -> Tensor: ...


class Experimental(Protocol):
    """``tf.experimental``."""

    dlpack: SharedMemory


class TensorFlow(Operations, Protocol):
    """The module itself; its functions are in ``Operations``."""

    bitwise: BitOperations
    config: Configuration
    errors: Errors
    experimental: Experimental
    keras: Any  # whose classes are subclassed: mypy takes no variable for a base class
    math: MathOperations
    nest: Nest
    nn: NeuralOperations
    raw_ops: RawOperations
    test: Build

    __version__: str
    Tensor: type[Any]
    Variable: type[Any]
    bfloat16: DType
    bool: DType
    float32: DType
    int32: DType
    resource: DType
    uint32: DType
