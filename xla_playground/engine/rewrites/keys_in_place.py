"""Patch models so that they write the keys of a token into their cache, in place.

A model of Transformers concatenates its cache and the keys of a token, which copies the cache.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from ..operations.writes import heads_joined, write_at
from ..protocols.models import Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from .patching import patched
from .places import readable_place


@contextmanager
def keys_in_place(
    tf: TensorFlow, model: Model, position: Tensor, sizes: tuple[int, int]
) -> Iterator[None]:
    """Patch how ``model`` uses its cache while one token is traced.

    The keys of the token are written at ``position`` of the cache. The model adds a token to the
    length of its cache, so the cache is shown to it as one token shorter.

    Args:
        position: int32 scalar.
        sizes: capacity and width of a cache of shape (rows, heads, capacity, width).
    """
    appending = _Appending(tf, position, sizes)
    bases = (sys.modules[base.__module__] for base in type(model).__mro__)
    module: Any = next(base for base in bases if hasattr(base, "shape_list"))
    with ExitStack() as stack:
        stack.enter_context(readable_place(position))
        for name, made in (
            ("concat", appending.concat),
            ("matmul", appending.matmul),
            ("einsum", appending.einsum),
        ):
            stack.enter_context(patched(tf, name, made(getattr(tf, name))))
        shape_list = appending.shape_list(module.shape_list)
        stack.enter_context(patched(module, "shape_list", shape_list))
        yield


class _Appending:
    """Patches of functions that a model calls with its cache; each method wraps the original."""

    def __init__(self, tf: TensorFlow, position: Tensor, sizes: tuple[int, int]) -> None:
        self._tf, self._position, self._sizes = tf, position, sizes
        #: by the id of a written cache: the cache, and the same with rank 3
        self._written: dict[int, tuple[Tensor, Tensor]] = {}

    def concat(self, own: Callable[..., Tensor]) -> Callable[..., Tensor]:
        """Return a ``concat`` that writes a token's keys into the cache instead of
        appending them.
        """
        tf = self._tf

        def concat(values: Sequence[Tensor], axis: int, name: str = "concat") -> Tensor:
            if axis not in (2, -2) or len(values) != 2 or not self._is_cache(values[0]):
                return own(values, axis, name)
            cache, new = values
            flat = tf.reshape(cache, [-1, *self._sizes])
            flat = write_at(tf, flat, heads_joined(tf, new), self._position, axis=1, in_place=True)
            written = tf.reshape(flat, cache.shape)
            self._written[id(written)] = written, flat
            return written

        return concat

    def matmul(self, own: Callable[..., Tensor]) -> Callable[..., Tensor]:
        """Return a ``matmul`` that multiplies by a written cache with rows and heads as one axis.

        Otherwise XLA makes the cache in both shapes, and copies it for that.
        """
        tf = self._tf

        def matmul(a: Tensor, b: Tensor, *args: object, **kwargs: object) -> Tensor:
            if id(b) not in self._written:
                return own(a, b, *args, **kwargs)
            _, flat = self._written[id(b)]
            product = own(heads_joined(tf, a), flat, *args, **kwargs)
            return tf.reshape(product, [*a.shape[:3], product.shape[-1]])

        return matmul

    def einsum(self, own: Callable[..., Tensor]) -> Callable[..., Tensor]:
        """Return an ``einsum`` that multiplies queries by keys with ``matmul``, for T5."""
        tf = self._tf

        def einsum(equation: str, *operands: Tensor, **kwargs: object) -> Tensor:
            if equation == "bnqd,bnkd->bnqk" and id(operands[1]) in self._written:
                return tf.matmul(*operands, transpose_b=True)
            return own(equation, *operands, **kwargs)

        return einsum

    def shape_list(self, own: Callable[..., list[int]]) -> Callable[..., list[int]]:
        """Return the shape of a cache without the place of the token."""

        def shape_list(tensor: Tensor) -> list[int]:
            shape = own(tensor)
            if not self._tf.is_tensor(tensor) or id(tensor) in self._written:
                return shape
            if self._is_cache(tensor):
                shape[2] -= 1
            return shape

        return shape_list

    def _is_cache(self, tensor: Tensor) -> bool:
        shape = tensor.shape
        return shape.rank == 4 and (shape[2], shape[3]) == self._sizes
