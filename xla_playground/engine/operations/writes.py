"""Write into caches and texts at a live position."""

from __future__ import annotations

from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor


def write_at(
    tf: TensorFlow,
    buffer: Tensor,
    value: Tensor,
    position: Tensor,
    axis: int,
    *,
    in_place: bool,
) -> Tensor:
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

        start: list[Tensor | int] = [0] * buffer.shape.rank
        start[axis] = position
        written: Tensor = dynamic_update_slice(buffer, value, tf.stack(start))
        return written
    before = tf.gather(buffer, tf.range(position), axis=axis)
    after = tf.gather(buffer, tf.range(position + length, buffer.shape[axis]), axis=axis)
    return tf.ensure_shape(tf.concat([before, value, after], axis), buffer.shape)


def heads_joined(tf: TensorFlow, states: Tensor) -> Tensor:
    """Return ``states`` of shape (rows, heads, tokens, width) with rows and heads as one axis."""
    rows, heads, tokens, width = states.shape
    return tf.reshape(states, [rows * heads, tokens, width])
