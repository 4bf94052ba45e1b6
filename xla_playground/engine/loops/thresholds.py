"""Search for the threshold that keeps enough of a row's scores, without a sort."""

from __future__ import annotations

from typing import Any

#: Passes of the threshold search: one for every bit of a float32.
_FLOAT_BITS = 32


def largest_kept(tf: Any, scores: Any, wanted: Any) -> Any:
    """Return where the ``wanted`` largest scores of each row are, ties of the last one included.

    Args:
        scores: float32 of shape (rows, vocabulary).
        wanted: int32 scalar, at least 1.
    """
    order = as_ordered_bits(tf, scores)
    # counted in float32, which is exact up to 2**24
    return order >= largest_threshold(tf, order, 1.0, tf.cast(wanted, tf.float32))


def as_ordered_bits(tf: Any, scores: Any) -> Any:
    """Return float32 scores as uint32 in the same order: sign bit flipped, negatives inverted.

    Source: Terdiman 2000, "Radix Sort Revisited".
    """
    scores = scores + 0.0  # -0.0 and 0.0 are equal, their bits are not
    bits = tf.bitcast(scores, tf.uint32)
    sign = tf.constant(0x80000000, tf.uint32)
    return tf.where(scores < 0, tf.bitwise.invert(bits), tf.bitwise.bitwise_or(bits, sign))


def largest_threshold(tf: Any, order: Any, weights: Any, least: Any) -> Any:
    """Return the largest threshold at which what is kept weighs enough, uint32 of shape (rows, 1).

    Kept is where ``order``, uint32 of shape (rows, vocabulary), reaches the threshold; ``weights``,
    float32 and not negative, must sum to ``least`` there: one for each token, or one for all (no
    tensor of ones: TensorFlow folds those into constants whose names differ from process to
    process, and then no stored executable is found). Bisects one bit a pass.
    """

    def set_bit(bit: Any, threshold: Any) -> tuple[Any, Any]:
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
