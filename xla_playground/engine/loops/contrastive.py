"""Contrastive search: the likeliest tokens, with a penalty for those that resemble the earlier
text.

Source: Su et al. 2022, https://arxiv.org/abs/2202.06417, by the rules of PyTorch's
``_contrastive_search`` in ``generation/utils.py`` of Transformers 4.54.1.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..operations.writes import write_at
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor, Tensors
from .caches import take_rows, write_states
from .decode import State, mark_seen
from .decoders import Decoder, Encoded
from .selection.processors import Processor, Text, processed


def search_contrastive(
    tf: TensorFlow,
    decoder: Decoder,
    state: State,
    prompt: Tensor,
    limit: Tensor,
    stop: Tensor,
    encoded: Encoded | None,
    made: list[Processor],
    is_end: Callable[[Tensor], Tensor],
    *,
    top_k: int,
    live: Tensors,
    in_place: bool,
) -> State:
    """Run the search until ``stop`` tokens are in the cache or every row has ended.

    The candidates of a step are run through the model together, and the chosen one's keys and
    values are kept: so the loop is a token ahead of ``decode``.

    Args:
        state: the state of ``decode``; ``logits``, float32 of shape (rows, vocabulary), for the
            token at ``position``; ``hidden``, float32 of shape (rows, capacity, hidden size).
        encoded: with ``top_k`` rows for each of ``tokens``.
    """
    rows, capacity = state["tokens"].shape
    every = tf.repeat(tf.range(rows), top_k)

    def goes_on(state: State) -> Tensor:
        is_open = tf.logical_not(tf.reduce_all(state["is_finished"]))
        return tf.logical_and(state["position"] < stop, is_open)

    def step(state: State) -> tuple[State]:
        position, tokens = state["position"], state["tokens"]
        new = position - prompt
        text = Text(tokens, position, new, limit, state["seen"])
        scores = processed(state["logits"], text, made)
        probabilities, ids = tf.math.top_k(tf.nn.softmax(scores, -1), top_k)
        known = tf.gather(tokens, position[None], axis=1)
        is_kept = tf.logical_or(new < 0, state["is_finished"])
        ids = tf.where(is_kept[:, None], known, ids)

        cache = take_rows(tf, state["cache"], every, decoder.shape.heads)
        answer = decoder.step(tf.reshape(ids, [-1, 1]), position, cache, encoded, wants_hidden=True)
        assert answer.hidden is not None  # it was asked for
        hidden = tf.reshape(answer.hidden, [rows, top_k, -1])
        is_before = tf.range(capacity) < position
        similarity = tf.matmul(_unit(tf, hidden), _unit(tf, state["hidden"]), transpose_b=True)
        similarity = tf.where(is_before[None, None, :], similarity, np.finfo(np.float32).min)
        worth = (1.0 - live["penalty_alpha"]) * probabilities
        worth -= live["penalty_alpha"] * tf.reduce_max(similarity, -1)
        choice = tf.argmax(worth, axis=-1, output_type=tf.int32)
        row = tf.range(rows) * top_k + choice

        following = tf.gather(ids, choice, batch_dims=1)
        ends = tf.logical_or(is_end(following), new + 1 >= limit)
        states = [[tf.gather(part, row) for part in pair] for pair in answer.states]
        return (
            {
                "position": position + 1,
                "tokens": write_at(
                    tf, tokens, following[:, None], position, axis=1, in_place=in_place
                ),
                "seen": mark_seen(tf, state["seen"], following),
                "is_finished": tf.logical_or(
                    state["is_finished"], tf.logical_and(tf.logical_not(is_kept), ends)
                ),
                "cache": write_states(
                    tf, state["cache"], states, position, answer.logits, in_place=in_place
                ),
                "logits": tf.gather(answer.logits, row),
                "hidden": write_at(
                    tf,
                    state["hidden"],
                    tf.gather(hidden, choice, batch_dims=1)[:, None],
                    position,
                    axis=1,
                    in_place=in_place,
                ),
            },
        )

    (state,) = tf.while_loop(goes_on, step, (state,), parallel_iterations=1)
    return state


def _unit(tf: TensorFlow, vectors: Tensor) -> Tensor:
    """Return the vectors scaled to length 1."""
    norm = tf.norm(vectors, axis=-1, keepdims=True)
    return tf.math.divide_no_nan(vectors, norm)
