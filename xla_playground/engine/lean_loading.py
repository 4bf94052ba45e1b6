"""Load a model without holding its weights twice.

Transformers' loader draws random weights first, then maps the whole file of stored ones: every page
that it read counts as resident until the last weight is in place. A model of 513 MB in float32
peaked at 2.6 times that; read tensor by tensor into weights that were never drawn, at 1.1 times.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import numpy as np

from ..core.errors import CheckpointError
from ..core.safetensors_file import read_safetensors_header

_NUMPY_FORMATS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4"}
_NUMPY_FORMATS |= {"I16": "<i2", "I8": "i1", "U64": "<u8", "U32": "<u4", "U16": "<u2"}
_NUMPY_FORMATS |= {"U8": "u1", "BOOL": "?"}
_RANDOM = ("RandomNormal", "RandomUniform", "TruncatedNormal", "VarianceScaling", "Orthogonal")


@contextmanager
def lean_loading(tf: Any) -> Iterator[None]:
    """Models that ``from_pretrained`` loads meanwhile hold little more than their own weights.

    Where no stored tensor overwrites a weight that would begin random, its values are arbitrary:
    the caller must refuse a model with missing weights. Weights that begin as constants or tables
    do so still.
    """
    from transformers import modeling_tf_pytorch_utils, modeling_tf_utils

    modules = (modeling_tf_utils, modeling_tf_pytorch_utils)
    before = [module.safe_open for module in modules]
    for module in modules:
        module.safe_open = functools.partial(_Archive, tf, module.safe_open)
    try:
        with tf.variable_creator_scope(_undrawn(tf)):
            yield
    finally:
        for module, safe_open in zip(modules, before, strict=True):
            module.safe_open = safe_open


def _undrawn(tf: Any) -> Callable[..., Any]:
    """A creator of variables that leaves alone the memory of those that would begin random."""
    random = tuple(getattr(tf.keras.initializers, name) for name in _RANDOM)

    def create(next_creator: Callable[..., Any], **kwargs: Any) -> Any:
        # Keras hands over its initializer, bound to shape and dtype
        drawn = kwargs.get("initial_value")
        if isinstance(drawn, functools.partial) and isinstance(drawn.func, random):
            (shape,) = drawn.args
            dtype = drawn.keywords["dtype"]
            # pages that nothing was written to are not resident
            kwargs["initial_value"] = functools.partial(tf.raw_ops.Empty, shape=shape, dtype=dtype)
        return next_creator(**kwargs)

    return create


class _Archive:
    """Stands for a ``safetensors.safe_open``: reads a tensor when it is asked for, maps nothing."""

    def __init__(
        self, tf: Any, safe_open: Callable[..., Any], path: str | Path, framework: str
    ) -> None:
        self._tf = tf
        self._path = Path(path)
        self._tensors = read_safetensors_header(self._path)
        with safe_open(path, framework=framework) as archive:
            self._metadata: dict[str, str] | None = archive.metadata()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        """Nothing: no file stays open."""

    def keys(self) -> list[str]:
        """The names of the tensors."""
        return list(self._tensors)

    def metadata(self) -> dict[str, str] | None:
        """What the file says of itself, the framework that wrote it under ``format``."""
        return self._metadata

    def get_tensor(self, name: str) -> Any:
        """One tensor in its own format.

        float32 comes as an array: transposing that is a view, and the one copy that TensorFlow
        makes of it becomes the weight. The others come as tensors, which are freed once cast.

        Raises:
            CheckpointError: the file is shorter than it was.
        """
        tensor = self._tensors[name]
        values = np.empty(tensor.shape, self._numpy_format(tensor.dtype))
        with self._path.open("rb") as file:
            file.seek(tensor.start)
            count = file.readinto(values.reshape(-1).view(np.uint8)) if values.size else 0
        if count != tensor.end - tensor.start:
            raise CheckpointError(f"{self._path.name} changed while it was read: try again.")
        return values if tensor.dtype == "F32" else self._tf.convert_to_tensor(values)

    def _numpy_format(self, dtype: str) -> Any:
        return self._tf.bfloat16.as_numpy_dtype if dtype == "BF16" else _NUMPY_FORMATS[dtype]
