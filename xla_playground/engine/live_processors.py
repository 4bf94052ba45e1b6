"""Logits processors that read live options, each giving the scores that the stock one would.

Stock is Transformers 4.54: its TensorFlow processors, and for min_p, which TensorFlow lacks, its
PyTorch one.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..core.options import Strategy

#: Passes of the threshold search: one for every bit of a float32.
_FLOAT_BITS = 32


def live_processors(
    tf: Any,
    strategy: Strategy,
    live: dict[str, Any],
    *,
    end_ids: int = 1,
    forced: tuple[tuple[int, Any], ...] = (),
) -> list[Any]:
    """The processors of a strategy, in stock order, to be called as (ids, scores, length).

    Args:
        live: see ``live_values``.
        end_ids: how many tokens end a text; beams need a candidate more than that.
        forced: (token, length) pairs: the token comes next in a sequence of that length.
    """
    processors = [_repetition_penalty(tf, live["penalty"], live["inverse_penalty"])]
    processors += [_force(tf, token, length) for token, length in forced]
    if strategy.is_sampling:
        least = 1 + max(end_ids, 1) if strategy.has_beams else 1
        processors += [
            _temperature(live["temperature"]),
            _top_k(tf, live["top_k"], least),
            _top_p(tf, live["top_p"], least),
            _min_p(tf, live["min_p"], least),
        ]
    if strategy is Strategy.SAMPLING:
        processors.append(_likeliest_unless(tf, live["draws"]))
    return processors


def _repetition_penalty(tf: Any, penalty: Any, inverse: Any) -> Any:
    """Keskar et al. 2019, https://arxiv.org/abs/1909.05858, as Transformers writes it."""

    def process(ids: Any, scores: Any, length: Any) -> Any:
        # a scatter over the vocabulary is slow on a CPU, so it is left out where it does nothing
        return tf.cond(penalty != 1.0, lambda: penalized(ids, scores, length), lambda: scores)

    def penalized(ids: Any, scores: Any, length: Any) -> Any:
        rows, vocabulary = scores.shape
        position = tf.range(ids.shape[1])
        # past the current length stands padding, which is no part of the text yet
        index = tf.where(position[None, :] < length, ids, vocabulary)
        row = tf.broadcast_to(tf.range(rows)[:, None], index.shape)
        seen = tf.scatter_nd(
            tf.stack([row, index], axis=-1), tf.ones_like(index), [rows, vocabulary + 1]
        )
        factor = tf.where(scores > 0, inverse, tf.where(scores < 0, penalty, scores))
        return tf.where(seen[:, :vocabulary] > 0, scores * factor, scores)

    return process


def _temperature(temperature: Any) -> Any:
    def process(ids: Any, scores: Any, length: Any) -> Any:
        return scores / temperature

    return process


def _top_k(tf: Any, top_k: Any, least: int) -> Any:
    """Keep the ``top_k`` largest scores (0: all), ties of the last one included, as stock does."""

    def process(ids: Any, scores: Any, length: Any) -> Any:
        wanted = tf.clip_by_value(top_k, least, scores.shape[-1])

        def keep() -> Any:
            return tf.where(_is_among_largest(tf, scores, wanted), scores, -np.inf)

        return tf.cond(top_k > 0, keep, lambda: scores)

    return process


def _top_p(tf: Any, top_p: Any, least: int) -> Any:
    """Nucleus sampling, Holtzman et al. 2019, https://arxiv.org/abs/1904.09751, without a sort.

    Stock sorts the vocabulary and keeps a token while the likelier ones sum to less than top_p.
    """

    def process(ids: Any, scores: Any, length: Any) -> Any:
        def keep() -> Any:
            order = _as_ordered_bits(tf, scores)
            probabilities = tf.nn.softmax(scores, axis=-1)

            threshold = _largest_threshold(tf, order, probabilities, top_p)
            if least > 1:
                enough = _largest_threshold(tf, order, 1.0, float(least))
                threshold = tf.minimum(threshold, enough)
            return tf.where(order >= threshold, scores, -np.inf)

        return tf.cond(top_p < 1.0, keep, lambda: scores)

    return process


def _min_p(tf: Any, min_p: Any, least: int) -> Any:
    """Keep what is at least ``min_p`` times as likely as the likeliest token.

    Nguyen et al. 2024, https://arxiv.org/abs/2407.01082, as PyTorch's ``MinPLogitsWarper``.
    """

    def process(ids: Any, scores: Any, length: Any) -> Any:
        def keep() -> Any:
            probabilities = tf.nn.softmax(scores, axis=-1)
            likeliest = tf.reduce_max(probabilities, axis=-1, keepdims=True)
            kept = tf.logical_not(probabilities < min_p * likeliest)
            if least > 1:
                kept = tf.logical_or(kept, _is_among_largest(tf, scores, least))
            return tf.where(kept, scores, -np.inf)

        return tf.cond(min_p > 0.0, keep, lambda: scores)

    return process


def _likeliest_unless(tf: Any, draws: Any) -> Any:
    """Where nothing is drawn, leave the likeliest token alone, of equals the first: as argmax."""

    def process(ids: Any, scores: Any, length: Any) -> Any:
        likeliest = tf.argmax(scores, axis=-1, output_type=tf.int32)
        token = tf.range(scores.shape[-1])
        only = tf.where(token[None, :] == likeliest[:, None], 0.0, tf.constant(-np.inf))
        return tf.where(draws, scores, only)

    return process


def _force(tf: Any, token: int, at_length: Any) -> Any:
    """Let ``token`` come next where the sequence has ``at_length`` tokens.

    The stock processors ask the length with a Python ``if``, which only AutoGraph can trace.
    """

    def process(ids: Any, scores: Any, length: Any) -> Any:
        only = tf.where(tf.range(scores.shape[-1]) == token, 0.0, tf.constant(-np.inf))
        return tf.where(tf.equal(length, at_length), only[None, :], scores)

    return process


def _is_among_largest(tf: Any, scores: Any, wanted: Any) -> Any:
    """Where the ``wanted`` largest scores of each row are, ties of the last one included."""
    order = _as_ordered_bits(tf, scores)
    # counted in float32, which is exact up to 2**24
    return order >= _largest_threshold(tf, order, 1.0, tf.cast(wanted, tf.float32))


def _as_ordered_bits(tf: Any, scores: Any) -> Any:
    """float32 scores as uint32 in the same order: the sign bit flipped, negatives inverted.

    Source: Terdiman 2000, "Radix Sort Revisited".
    """
    scores = scores + 0.0  # -0.0 and 0.0 are equal, their bits are not
    bits = tf.bitcast(scores, tf.uint32)
    sign = tf.constant(0x80000000, tf.uint32)
    return tf.where(scores < 0, tf.bitwise.invert(bits), tf.bitwise.bitwise_or(bits, sign))


def _largest_threshold(tf: Any, order: Any, weights: Any, least: Any) -> Any:
    """The largest threshold at which what is kept weighs enough, uint32 of shape (rows, 1).

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
