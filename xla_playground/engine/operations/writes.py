"""Write into caches and texts at a live position."""

from __future__ import annotations

from typing import Any


def write_at(tf: Any, buffer: Any, value: Any, position: Any, axis: int, *, in_place: bool) -> Any:
    """Return ``buffer`` with ``value`` at ``position`` of ``axis``.

    Args:
        buffer: a tensor of any shape.
        value: of the shape of ``buffer`` but for ``axis``.
        position: int32 scalar; a tensor, so that no position becomes a constant.
        in_place: write a slice in place, which only XLA can do; otherwise the buffer is rebuilt.
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


def heads_joined(tf: Any, states: Any) -> Any:
    """Return ``states`` of shape (rows, heads, tokens, width) with rows and heads as one axis."""
    rows, heads, tokens, width = states.shape
    return tf.reshape(states, [rows * heads, tokens, width])
