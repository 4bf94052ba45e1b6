"""Search for the threshold that keeps enough of a row's scores, without a sort."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...platform.gpu import uses_gpu
from ...protocols.tensorflow import TensorFlow
from ...protocols.tensors import Tensor

_FLOAT_BITS = 32

#: Bits that a pass of the search finds on a GPU; 32 / 4 passes, each over 15 thresholds.
_WIDE_BITS = 4


def scores_if(
    tf: TensorFlow, condition: Tensor, changed: Callable[[], Tensor], scores: Tensor
) -> Tensor:
    """Return ``changed()`` if a scalar condition is true, otherwise ``scores``.

    A GPU computes both: the host reads the predicate of a conditional, which ends a CUDA graph and
    costs more than the kernels that it saves.
    """
    if uses_gpu(tf):
        return tf.where(condition, changed(), scores)
    return tf.cond(condition, changed, lambda: scores)


def largest_kept(tf: TensorFlow, scores: Tensor, wanted: Tensor | int) -> Tensor:
    """Return a bool mask of the ``wanted`` largest scores of each row, including ties of the last
    one.

    Args:
        scores: float32 of shape (rows, vocabulary).
        wanted: int32 scalar, at least 1.
    """
    order = as_ordered_bits(tf, scores)
    # counted in float32, which is exact up to 2**24
    return order >= largest_threshold(tf, order, 1.0, tf.cast(wanted, tf.float32))


def as_ordered_bits(tf: TensorFlow, scores: Tensor) -> Tensor:
    """Return float32 scores as uint32 in the same order: sign bit flipped, negatives inverted.

    Source: Terdiman 2000, "Radix Sort Revisited".
    """
    scores = scores + 0.0  # -0.0 and 0.0 are equal, their bits are not
    bits = tf.bitcast(scores, tf.uint32)
    sign = tf.constant(0x80000000, tf.uint32)
    return tf.where(scores < 0, tf.bitwise.invert(bits), tf.bitwise.bitwise_or(bits, sign))


def largest_threshold(
    tf: TensorFlow, order: Tensor, weights: Tensor | float, least: Tensor | float
) -> Tensor:
    """Return the largest threshold that keeps a weight of at least ``least``, uint32 of shape
    (rows, 1).

    A token is kept if its ``order``, uint32 of shape (rows, vocabulary), reaches the threshold. The
    ``weights`` of the kept tokens, float32 and not negative, must sum to ``least``: one for each
    token, or one for all (no tensor of ones: TensorFlow folds it into a constant whose name differs
    from process to process, and then no stored executable is found).
    """
    search = _search_wide if uses_gpu(tf) else _bisect
    return search(tf, order, weights, least)


def _bisect(
    tf: TensorFlow, order: Tensor, weights: Tensor | float, least: Tensor | float
) -> Tensor:
    """Find the threshold one bit a pass, which reads the scores 32 times."""

    def set_bit(bit: Tensor, threshold: Tensor) -> tuple[Tensor, Tensor]:
        raised = tf.bitwise.bitwise_or(threshold, bit)
        weight = tf.reduce_sum(tf.where(order >= raised, weights, 0.0), -1, keepdims=True)
        threshold = tf.where(weight >= least, raised, threshold)
        return tf.bitwise.right_shift(bit, tf.constant(1, tf.uint32)), threshold

    # a loop, not 32 copies: those took XLA three times as long to compile
    _, threshold = tf.while_loop(
        lambda bit, _: bit > 0,
        set_bit,
        (tf.constant(1 << (_FLOAT_BITS - 1), tf.uint32), tf.zeros([order.shape[0], 1], tf.uint32)),
    )
    return threshold


def _search_wide(
    tf: TensorFlow, order: Tensor, weights: Tensor | float, least: Tensor | float
) -> Tensor:
    """Find the threshold four bits a pass, all 15 candidates of a pass at once and without a loop.

    A loop costs a GPU a launch a pass, which the host waits for.
    """
    threshold = tf.zeros([order.shape[0], 1], tf.uint32)
    if not isinstance(weights, float):  # one for each token
        weights = weights[:, None, :]
    for shift in range(_FLOAT_BITS - _WIDE_BITS, -1, -_WIDE_BITS):
        steps = np.arange(1, 1 << _WIDE_BITS, dtype=np.uint32) << np.uint32(shift)
        raised = threshold + tf.constant(steps[None, :])
        kept = order[:, None, :] >= raised[:, :, None]
        weight = tf.reduce_sum(tf.where(kept, weights, 0.0), -1)
        # weights fall as thresholds rise
        count = tf.reduce_sum(tf.cast(weight >= least, tf.uint32), -1, keepdims=True)
        threshold += count * tf.constant(1 << shift, tf.uint32)
    return threshold
