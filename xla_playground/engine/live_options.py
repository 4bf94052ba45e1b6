"""Live options: values that the compiled loop reads as tensors, so changing one never retraces.

Each processor gives the scores that the stock one of Transformers 4.54 gives for the same value.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..core.options import GenerationOptions, Strategy

#: Passes of the threshold search: one for every bit of a float32.
_FLOAT_BITS = 32


def live_values(options: GenerationOptions, prompt_length: int) -> dict[str, Any]:
    """The live options as arrays: scalars, but ``seed`` is int32 of shape (2,).

    ``inverse_penalty`` is rounded from float64, as the stock processor's constant is.
    ``last_length`` is the length of the sequence at which the end token is forced.
    """
    return {
        "temperature": np.float32(options.temperature),
        "top_k": np.int32(options.top_k),
        "top_p": np.float32(options.top_p),
        "penalty": np.float32(options.repetition_penalty),
        "inverse_penalty": np.float32(1.0 / options.repetition_penalty),
        "seed": np.asarray((options.seed, 0), np.int32),
        "last_length": np.int32(prompt_length + options.max_new_tokens),
    }


def live_processors(
    tf: Any, strategy: Strategy, live: dict[str, Any], eos_id: int | None
) -> list[Any]:
    """The processors of a strategy, in stock order, to be called as (ids, scores, length).

    ``eos_id`` ends sequences at ``live["last_length"]``; ``None`` leaves that to the loop.
    """
    processors = [_repetition_penalty(tf, live["penalty"], live["inverse_penalty"])]
    if strategy.is_sampling:
        least = 2 if strategy.has_beams else 1  # beams need a second candidate each
        processors += [
            _temperature(live["temperature"]),
            _top_k(tf, live["top_k"], least),
            _top_p(tf, live["top_p"], least),
        ]
    if eos_id is not None:
        processors.append(_end_at(tf, live["last_length"], eos_id))
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
            order = _as_ordered_bits(tf, scores)
            threshold = _largest_threshold(
                tf,
                order,
                lambda kept: tf.reduce_sum(tf.cast(kept, tf.int32), -1, keepdims=True) >= wanted,
            )
            return tf.where(order >= threshold, scores, -np.inf)

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

            def has_mass(kept: Any) -> Any:
                mass = tf.reduce_sum(tf.where(kept, probabilities, 0.0), -1, keepdims=True)
                count = tf.reduce_sum(tf.cast(kept, tf.int32), -1, keepdims=True)
                return tf.logical_and(mass >= top_p, count >= least)

            return tf.where(order >= _largest_threshold(tf, order, has_mass), scores, -np.inf)

        return tf.cond(top_p < 1.0, keep, lambda: scores)

    return process


def _end_at(tf: Any, last_length: Any, eos_id: int) -> Any:
    """Force the end token once the sequence has its length: the loop then ends early."""

    def process(ids: Any, scores: Any, length: Any) -> Any:
        is_eos = tf.range(scores.shape[-1]) == eos_id
        ended = tf.where(is_eos, 0.0, tf.constant(-np.inf))
        return tf.where(length >= last_length, ended[None, :], scores)

    return process


def _as_ordered_bits(tf: Any, scores: Any) -> Any:
    """float32 scores as uint32 in the same order: the sign bit flipped, negatives inverted.

    Source: Terdiman 2000, "Radix Sort Revisited".
    """
    scores = scores + 0.0  # -0.0 and 0.0 are equal, their bits are not
    bits = tf.bitcast(scores, tf.uint32)
    sign = tf.constant(0x80000000, tf.uint32)
    return tf.where(scores < 0, tf.bitwise.invert(bits), tf.bitwise.bitwise_or(bits, sign))


def _largest_threshold(tf: Any, order: Any, holds: Any) -> Any:
    """The largest threshold, uint32 of shape (rows, 1), with ``holds(order >= threshold)``.

    Bisects one bit a pass; ``holds`` must be true of everything and false of ever fewer values.
    """

    def set_bit(bit: Any, threshold: Any) -> tuple[Any, Any]:
        raised = tf.bitwise.bitwise_or(threshold, bit)
        threshold = tf.where(holds(order >= raised), raised, threshold)
        return tf.bitwise.right_shift(bit, tf.constant(1, tf.uint32)), threshold

    # a loop, not 32 copies: those took XLA three times as long to compile
    _, threshold = tf.while_loop(
        lambda bit, _: bit > 0,
        set_bit,
        (tf.constant(1 << (_FLOAT_BITS - 1), tf.uint32), tf.zeros([order.shape[0], 1], tf.uint32)),
    )
    return threshold
