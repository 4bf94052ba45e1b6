"""Caches of keys and values with a fixed capacity, written at a live position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: One [key, value] a layer, each float of shape (rows, heads, capacity, width).
Cache = list[list[Any]]


@dataclass(frozen=True)
class CacheShape:
    """The sizes of a model's self-attention cache that depend neither on batch nor capacity."""

    layers: int
    heads: int
    width: int

    def zeros(self, tf: Any, rows: int, capacity: int, dtype: Any) -> Any:
        """Return one part of a cache of which nothing is filled."""
        return tf.zeros([rows, self.heads, capacity, self.width], dtype)


def write_at(tf: Any, buffer: Any, value: Any, position: Any, axis: int, *, in_place: bool) -> Any:
    """Return ``buffer`` with ``value`` at ``position`` of ``axis``.

    Args:
        buffer: a tensor of any shape.
        value: of the shape of ``buffer`` but for ``axis``.
        position: int32 scalar; a tensor, so that no position becomes a constant.
        in_place: write a slice, which only XLA has and does in place; otherwise the buffer is
            rebuilt.
    """
    length = value.shape[axis]
    if in_place:
        from tensorflow.compiler.tf2xla.python.xla import dynamic_update_slice

        start = [0] * buffer.shape.rank
        start[axis] = position
        return dynamic_update_slice(buffer, value, tf.stack(start))
    before = tf.gather(buffer, tf.range(position), axis=axis)
    after = tf.gather(buffer, tf.range(position + length, buffer.shape[axis]), axis=axis)
    return tf.ensure_shape(tf.concat([before, value, after], axis), buffer.shape)


def write_states(
    tf: Any, cache: Cache, states: Cache, position: Any, after: Any, *, in_place: bool
) -> Cache:
    """Return ``cache`` with the keys and values of the tokens that begin at ``position``.

    The place depends on a number of ``after``, a float tensor that depends on every layer: so XLA
    knows that all reading is over, and copies no cache. Otherwise it copies each twice a token.
    """
    # as far as XLA knows, the number could be none, and the place the next one
    position += tf.cast(tf.math.is_nan(tf.reshape(after, [-1])[0]), tf.int32)
    return [
        [
            write_at(tf, kept, new, position, axis=2, in_place=in_place)
            for kept, new in zip(pair, pairs, strict=True)
        ]
        for pair, pairs in zip(cache, states, strict=True)
    ]


def take_rows(tf: Any, cache: Cache, rows: Any) -> Cache:
    """Return the cache whose row ``i`` is row ``rows[i]`` of ``cache``."""
    return [[tf.gather(part, rows, axis=0) for part in pair] for pair in cache]
