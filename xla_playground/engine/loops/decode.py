"""Greedy search and sampling, one token a step, from any position to any other.

The loop reads the prompt itself: a token of the prompt is not replaced. So the loop answers a first
call alone, for every length of the prompt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NotRequired, TypedDict

from ..operations.writes import write_at
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from .caches import Cache
from .decoders import Decoder, Encoded
from .selection.drawing import draw
from .selection.processors import Processor, Text, processed


class State(TypedDict):
    """The state that one run of a loop passes to the next: see ``decode``.

    ``BeamSearch`` and ``search_contrastive`` say what they add.
    """

    position: Tensor
    tokens: Tensor
    seen: Tensor
    is_finished: Tensor
    cache: Cache
    scores: NotRequired[Tensor]
    done: NotRequired[Tensor]
    done_scores: NotRequired[Tensor]
    is_done: NotRequired[Tensor]
    logits: NotRequired[Tensor]
    hidden: NotRequired[Tensor]


def decode(
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
    uniform: Tensor | None = None,
    in_place: bool,
) -> State:
    """Run the loop until ``stop`` tokens are known or every row has ended.

    Args:
        state: ``position`` (int32 scalar: tokens that the cache holds), ``tokens`` (int32 of shape
            (rows, capacity): prompt, then padding), ``seen`` (bool of shape (rows, vocabulary)),
            ``is_finished`` (bool of shape (rows,)), ``cache``.
        prompt: int32 of shape (rows,), tokens of each prompt.
        limit: int32 of shape (rows,), the most new tokens.
        stop: int32 scalar.
        made: the processors, in order.
        is_end: tokens of shape (rows,) to bool of shape (rows,).
        uniform: float32 of shape (rows, draws) in [0, 1), one for each new token; without it the
            likeliest token is taken, the first one in a tie.
        in_place: see ``operations.writes.write_at``.
    """
    rows = state["tokens"].shape[0]

    def goes_on(state: State) -> Tensor:
        is_open = tf.logical_not(tf.reduce_all(state["is_finished"]))
        return tf.logical_and(state["position"] + 1 < stop, is_open)

    def step(state: State) -> tuple[State]:
        position, tokens = state["position"], state["tokens"]
        ids = tf.gather(tokens, position[None], axis=1)
        logits, cache = decoder.advance(ids, position, state["cache"], encoded, in_place=in_place)
        new = position + 1 - prompt
        text = Text(tokens, position + 1, new, limit, state["seen"])
        scores = processed(logits, text, made)
        if uniform is None:
            chosen = tf.argmax(scores, axis=-1, output_type=tf.int32)
        else:
            number = tf.clip_by_value(new, 0, uniform.shape[1] - 1)
            chosen = draw(tf, scores, tf.gather(uniform, number, batch_dims=1))
        known = tf.gather(tokens, position[None] + 1, axis=1)[:, 0]
        is_kept = tf.logical_or(new < 0, state["is_finished"])
        following = tf.where(is_kept, known, chosen)
        ends = tf.logical_or(is_end(following), new + 1 >= limit)
        is_finished = tf.logical_or(
            state["is_finished"], tf.logical_and(tf.logical_not(is_kept), ends)
        )
        return (
            {
                "position": position + 1,
                "tokens": write_at(
                    tf, tokens, following[:, None], position + 1, axis=1, in_place=in_place
                ),
                "seen": mark_seen(tf, state["seen"], following),
                "is_finished": tf.ensure_shape(is_finished, [rows]),
                "cache": cache,
            },
        )

    (state,) = tf.while_loop(goes_on, step, (state,), parallel_iterations=1)
    return state


def mark_seen(tf: TensorFlow, seen: Tensor, tokens: Tensor) -> Tensor:
    """Return ``seen``, bool of shape (rows, vocabulary), with ``tokens`` of shape (rows,) true."""
    return tf.logical_or(seen, tf.range(seen.shape[1])[None, :] == tokens[:, None])
