"""Caches of keys and values with a fixed capacity, written at a live position."""

from __future__ import annotations

from dataclasses import dataclass

from ..operations.writes import heads_joined, write_at
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Array, DType, Tensor

#: One [key, value] a layer, each float of shape (rows × heads, capacity, width): XLA multiplies
#: in this shape, and copies a cache of another one at every token.
Cache = list[list[Tensor]]

#: Beams up to which a row is chosen by comparing, which is faster than a gather.
_SELECTED = 4

#: Places that ``take_filled_rows`` moves at once.
_BLOCK = 32


@dataclass(frozen=True)
class CacheShape:
    """The sizes of a model's self-attention cache that depend neither on batch nor capacity."""

    layers: int
    heads: int
    width: int

    def zeros(self, tf: TensorFlow, rows: int, capacity: int, dtype: DType) -> Tensor:
        """Return one part of an empty cache."""
        return tf.zeros([rows * self.heads, capacity, self.width], dtype)

    def by_head(self, tf: TensorFlow, part: Tensor) -> Tensor:
        """Return a part of a cache with the shape (rows, heads, capacity, width)."""
        _, capacity, width = part.shape
        return tf.reshape(part, [-1, self.heads, capacity, width])


def write_states(
    tf: TensorFlow, cache: Cache, states: Cache, position: Tensor, after: Tensor, *, in_place: bool
) -> Cache:
    """Return ``cache`` with the keys and values of the tokens that begin at ``position``.

    The place depends on a number of ``after``, a float tensor that depends on every layer. So XLA
    knows that every layer has read the cache, and copies none. Otherwise it copies each twice a
    token.

    Args:
        states: of shape (rows, heads, tokens, width) each.
    """
    # XLA cannot know that the number is never NaN, which would move the place by one
    position += tf.cast(tf.math.is_nan(tf.reshape(after, [-1])[0]), tf.int32)
    return [
        [
            write_at(tf, kept, heads_joined(tf, new), position, axis=1, in_place=in_place)
            for kept, new in zip(pair, pairs, strict=True)
        ]
        for pair, pairs in zip(cache, states, strict=True)
    ]


def take_rows(tf: TensorFlow, cache: Cache, rows: Tensor | Array, heads: int) -> Cache:
    """Return the cache whose row ``i`` is row ``rows[i]`` of ``cache``."""

    def taken(part: Tensor) -> Tensor:
        _, capacity, width = part.shape
        by_row = tf.reshape(part, [-1, heads * capacity * width])
        return tf.reshape(tf.gather(by_row, rows, axis=0), [-1, capacity, width])

    return [[taken(part) for part in pair] for pair in cache]


def take_filled_rows(
    tf: TensorFlow, cache: Cache, rows: Tensor, heads: int, filled: Tensor
) -> Cache:
    """Take rows as ``take_rows`` does, but only for the first ``filled`` places; the others stay.

    It copies block by block, so that a long and nearly empty cache is not copied whole, and nothing
    if every row stays. XLA only.

    Args:
        rows: int32 of shape (prompts, beams): rows within each prompt.
    """
    prompts, beams = rows.shape
    own = tf.range(beams)[None, :]
    if cache[0][0].shape[1] % _BLOCK:  # blocks must not overlap, since each is written in place
        return take_rows(
            tf, cache, tf.reshape(tf.range(prompts)[:, None] * beams + rows, [-1]), heads
        )
    filled = tf.where(tf.reduce_any(rows != own), filled, 0)

    def take_block(number: Tensor, cache: Cache) -> tuple[Tensor, Cache]:
        start = number * _BLOCK

        def taken(part: Tensor) -> Tensor:
            count, _, width = part.shape
            block = tf.slice(part, [0, start, 0], [count, _BLOCK, width])
            by_row = tf.reshape(block, [prompts, beams, heads * _BLOCK * width])
            block = tf.reshape(_chosen_rows(tf, by_row, rows), [count, _BLOCK, width])
            return write_at(tf, part, block, start, axis=1, in_place=True)

        return number + 1, [[taken(part) for part in pair] for pair in cache]

    _, cache = tf.while_loop(
        lambda number, _: number * _BLOCK < filled,
        take_block,
        (tf.constant(0), cache),
        parallel_iterations=1,
    )
    return cache


def _chosen_rows(tf: TensorFlow, values: Tensor, rows: Tensor) -> Tensor:
    """Return ``tf.gather(values, rows, batch_dims=1)``; XLA's own computes an index a number."""
    beams = rows.shape[1]
    if beams > _SELECTED:
        return tf.gather(values, rows, batch_dims=1)
    chosen = tf.broadcast_to(values[:, :1], values.shape)
    for number in range(1, beams):
        chosen = tf.where(rows[:, :, None] == number, values[:, number : number + 1], chosen)
    return chosen
