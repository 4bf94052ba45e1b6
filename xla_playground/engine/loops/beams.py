"""Beam search and beam sampling by the rules of PyTorch's ``_beam_search``.

Source: ``generation/utils.py`` of Transformers 4.54.1. Of the candidates of a step only the best
``beams`` may end; texts that have ended compete by score / length ** length_penalty, and running
beams become candidates at the last length. Here the search of each prompt ends by itself, so that
a prompt gets the same texts in a batch as alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...core.call.breakdown import Part
from ..operations.writes import write_at
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor, Tensors
from ..timing.trace_parts import timed
from .caches import Cache, take_filled_rows, take_rows
from .decode import State, mark_seen
from .decoders import Decoder, Encoded
from .selection.drawing import draw
from .selection.live_values import EARLY_STOPPING
from .selection.processors import Processor, Text, processed

#: The number that PyTorch adds to a score to exclude it.
NEVER = -1.0e9


@dataclass(frozen=True)
class _Candidates:
    """The continuations of a step, best first or in the order of their draws.

    Attributes:
        scores: float32 of shape (prompts, candidates), log-probabilities of the whole text.
        parents: int32, the beam of its prompt that each continues.
        tokens: int32, the token that each adds.
        ends: bool, whether the text is complete with it.
    """

    scores: Tensor
    parents: Tensor
    tokens: Tensor
    ends: Tensor


class _Ended(NamedTuple):
    """The best texts of each prompt that have ended, see ``BeamSearch``."""

    texts: Tensor
    scores: Tensor
    is_done: Tensor


@dataclass(frozen=True)
class BeamSearch:
    """The search of several prompts at once.

    The state of ``search`` has rows of (prompts × beams), those of a prompt beside each other:
    ``position``; ``tokens``, int32 of shape (rows, capacity), the running beams; ``seen`` and
    ``cache``, theirs; ``scores``, float32 of shape (prompts, beams); ``done``, int32 of shape
    (rows, capacity), the texts that have ended, best first; ``done_scores``, float32, and
    ``is_done``, bool, of shape (prompts, beams); ``is_finished``, bool of shape (prompts,).

    Attributes:
        prompt, limit: int32 of shape (prompts,): tokens of each prompt, the most new ones.
        encoded: the source of an encoder-decoder model, with as many rows as ``tokens``.
        made: the processors, in order.
        is_end: tokens to bool, of the same shape.
        beams: beams of each prompt.
        ends: number of end tokens.
        live: ``length_penalty`` and ``early_stopping`` among others.
        uniform: float32 of shape (prompts, draws, candidates): candidates are drawn without
            replacement; without it the best are taken.
        in_place: see ``operations.writes.write_at``.
    """

    tf: TensorFlow
    decoder: Decoder
    prompt: Tensor
    limit: Tensor
    encoded: Encoded | None
    made: list[Processor]
    is_end: Callable[[Tensor], Tensor]
    beams: int
    ends: int
    live: Tensors
    uniform: Tensor | None
    in_place: bool

    def search(self, state: State, stop: Tensor) -> State:
        """Run the search until ``stop`` tokens are known or every prompt's search has ended."""
        tf = self.tf

        def goes_on(state: State) -> Tensor:
            is_open = tf.logical_not(tf.reduce_all(state["is_finished"]))
            return tf.logical_and(state["position"] + 1 < stop, is_open)

        def step(state: State) -> tuple[State]:
            return (self._step(state),)

        (state,) = tf.while_loop(goes_on, step, (state,), parallel_iterations=1)
        return state

    def _step(self, state: State) -> State:
        tf, position = self.tf, state["position"]
        ids = tf.gather(state["tokens"], position[None], axis=1)
        logits, cache = self.decoder.advance(
            ids, position, state["cache"], self.encoded, in_place=self.in_place
        )
        new = position + 1 - self.prompt
        length = tf.cast(tf.maximum(new + 1, 1), tf.float32)
        found = self._candidates(state, logits, new)
        scores, rows, chosen = self._running(found)
        ended = self._ended(state, found, length)
        is_finished = self._finished(scores, ended, found, length)
        # nothing changes while the prompt is read and once the search has ended
        is_kept = tf.logical_or(new < 0, state["is_finished"])
        rows_from = tf.where(tf.repeat(is_kept, self.beams), tf.range(ids.shape[0]), rows)
        known = tf.gather(state["tokens"], position[None] + 1, axis=1)[:, 0]
        following = tf.where(tf.repeat(is_kept, self.beams), known, chosen)
        tokens = tf.gather(state["tokens"], rows_from)
        return {
            "position": position + 1,
            "tokens": self._with_token(tokens, following, position + 1),
            "seen": mark_seen(tf, tf.gather(state["seen"], rows_from), following),
            "cache": self._cache_of(cache, rows_from, position + 1),
            "scores": self._chosen(is_kept, state["scores"], scores),
            "done": self._chosen(is_kept, state["done"], ended.texts),
            "done_scores": self._chosen(is_kept, state["done_scores"], ended.scores),
            "is_done": self._chosen(is_kept, state["is_done"], ended.is_done),
            "is_finished": self._chosen(is_kept, state["is_finished"], is_finished),
        }

    def _cache_of(self, cache: Cache, rows: Tensor, filled: Tensor) -> Cache:
        tf = self.tf
        heads = self.decoder.shape.heads
        if self.in_place:
            within = tf.reshape(rows, [-1, self.beams]) % self.beams
            return take_filled_rows(tf, cache, within, heads, filled)
        return take_rows(tf, cache, rows, heads)

    @timed(Part.SELECTION)
    def _candidates(self, state: State, logits: Tensor, new: Tensor) -> _Candidates:
        tf, beams = self.tf, self.beams
        text = Text(
            state["tokens"],
            state["position"] + 1,
            tf.repeat(new, beams),
            tf.repeat(self.limit, beams),
            state["seen"],
        )
        scores = processed(tf.nn.log_softmax(logits, -1), text, self.made)
        scores += tf.reshape(state["scores"], [-1, 1])
        vocabulary = scores.shape[1]
        scores = tf.reshape(scores, [-1, beams * vocabulary])
        # a model can have more end tokens than other tokens
        count = min(max(2, 1 + self.ends), vocabulary) * beams
        if self.uniform is None:
            values, index = tf.math.top_k(scores, count)
        else:
            number = tf.clip_by_value(new, 0, self.uniform.shape[1] - 1)
            uniform = tf.gather(self.uniform, number, batch_dims=1)[:, :count]
            values, index = _draw_several(tf, scores, uniform)
        tokens = index % vocabulary
        is_last = (new + 1 >= self.limit)[:, None]
        ends = tf.logical_or(self.is_end(tokens), is_last)
        return _Candidates(values, index // vocabulary, tokens, ends)

    def _running(self, found: _Candidates) -> tuple[Tensor, Tensor, Tensor]:
        """Return the best candidates that have not ended: scores, their rows and tokens."""
        tf = self.tf
        barred = tf.where(found.ends, NEVER, 0.0)
        scores, order = tf.math.top_k(found.scores + barred, self.beams)
        parents = tf.gather(found.parents, order, batch_dims=1)
        following = tf.gather(found.tokens, order, batch_dims=1)
        return scores, self._rows(parents), tf.reshape(following, [-1])

    def _ended(self, state: State, found: _Candidates, length: Tensor) -> _Ended:
        """Return the best texts that have ended, those of this step included."""
        tf, beams = self.tf, self.beams
        is_top = tf.range(found.scores.shape[1]) < beams
        ended = tf.logical_and(found.ends, is_top[None, :])
        barred = tf.where(ended, 0.0, NEVER)
        barred += tf.where(self._is_complete(state["is_done"]), NEVER, 0.0)[:, None]
        weight = tf.pow(length, self.live["length_penalty"])[:, None]
        merged = tf.concat([state["done_scores"], found.scores / weight + barred], 1)
        scores, order = tf.math.top_k(merged, beams)
        is_done = tf.gather(tf.concat([state["is_done"], ended], 1), order, batch_dims=1)

        old = tf.gather(state["done"], self._rows(tf.minimum(order, beams - 1)))
        chosen = tf.maximum(order - beams, 0)
        parents = tf.gather(found.parents, chosen, batch_dims=1)
        last = tf.reshape(tf.gather(found.tokens, chosen, batch_dims=1), [-1])
        texts = tf.gather(state["tokens"], self._rows(parents))
        texts = self._with_token(texts, last, state["position"] + 1)
        is_old = tf.reshape(order < beams, [-1, 1])
        return _Ended(tf.where(is_old, old, texts), scores, is_done)

    def _finished(
        self, running: Tensor, done: _Ended, found: _Candidates, length: Tensor
    ) -> Tensor:
        """Return which searches cannot improve any more, bool of shape (prompts,)."""
        tf, penalty = self.tf, self.live["length_penalty"]
        is_never = tf.equal(self.live["early_stopping"], EARLY_STOPPING["never"])
        is_longest = tf.logical_and(is_never, penalty > 0.0)
        reached = tf.where(is_longest, tf.cast(self.limit, tf.float32), length)
        best = running[:, 0] / tf.pow(reached, penalty)
        worst = tf.reduce_min(done.scores, -1, keepdims=True)
        worst = tf.where(done.is_done, worst, NEVER)
        can_improve = tf.reduce_any(best[:, None] > worst, -1)
        has_next = tf.logical_not(tf.reduce_all(found.ends, -1))
        goes_on = tf.logical_and(can_improve, has_next)
        return tf.logical_or(tf.logical_not(goes_on), self._is_complete(done.is_done))

    def _is_complete(self, is_done: Tensor) -> Tensor:
        """Return whether ``early_stopping`` ends a search, bool of shape (prompts,)."""
        tf = self.tf
        stops_early = tf.equal(self.live["early_stopping"], EARLY_STOPPING[True])
        return tf.logical_and(tf.reduce_all(is_done, -1), stops_early)

    def _rows(self, beams: Tensor) -> Tensor:
        """Return the rows of ``beams``, int32 of shape (prompts, n), as one list."""
        tf = self.tf
        offset = tf.range(beams.shape[0])[:, None] * self.beams
        return tf.reshape(offset + beams, [-1])

    def _with_token(self, texts: Tensor, tokens: Tensor, position: Tensor) -> Tensor:
        return write_at(self.tf, texts, tokens[:, None], position, axis=1, in_place=self.in_place)

    def _chosen(self, is_kept: Tensor, old: Tensor, new: Tensor) -> Tensor:
        """Return ``old`` for the prompts for which ``is_kept`` is true, else ``new``."""
        tf = self.tf
        flags = tf.repeat(is_kept, old.shape[0] // is_kept.shape[0])
        return tf.where(tf.reshape(flags, [-1] + [1] * (old.shape.rank - 1)), old, new)


def best_beams(state: State) -> NDArray[np.int32]:
    """Return the texts of each prompt, int32 of shape (rows, capacity), the best first.

    If no text of a prompt has ended, its running beams are returned.

    Args:
        state: arrays or tensors.
    """
    has_done = np.any(np.asarray(state["is_done"]), -1)
    beams = np.shape(state["scores"])[1]
    done, running = np.asarray(state["done"], np.int32), np.asarray(state["tokens"], np.int32)
    return np.where(np.repeat(has_done, beams)[:, np.newaxis], done, running)


def best_so_far(state: State) -> NDArray[np.int32]:
    """Return the texts of each prompt while some search goes on, as ``best_beams`` does.

    The texts of a prompt that have ended come first, then its running beams.
    """
    prompts, beams = np.shape(state["scores"])
    is_done, is_finished = np.asarray(state["is_done"]), np.asarray(state["is_finished"])
    texts = best_beams(state)
    running = np.asarray(state["tokens"], np.int32)
    for prompt in range(prompts):
        if not is_finished[prompt]:
            first, count = prompt * beams, int(is_done[prompt].sum())
            texts[first + count : first + beams] = running[first : first + beams - count]
    return texts


def _draw_several(tf: TensorFlow, scores: Tensor, uniform: Tensor) -> tuple[Tensor, Tensor]:
    """Draw different indices of each row with the probabilities ``softmax(scores)``.

    They are drawn one after the other, each without the earlier ones, as ``torch.multinomial``
    without replacement.

    Args:
        scores: float32 of shape (rows, n).
        uniform: float32 of shape (rows, draws).

    Returns:
        the scores and the indices, of shape (rows, draws), in the order of the draws.
    """
    rows, count = uniform.shape

    def once(number: Tensor, left: Tensor, drawn: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        index = draw(tf, left, tf.gather(uniform, number, axis=1))
        taken = tf.range(scores.shape[1])[None, :] == index[:, None]
        place = tf.range(count)[None, :] == number
        # finite, so that a row with fewer likely tokens than draws still has enough
        left = tf.where(taken, 2 * NEVER, left)
        return number + 1, left, tf.where(place, index[:, None], drawn)

    _, _, drawn = tf.while_loop(
        lambda number, *_: number < count,
        once,
        (tf.constant(0), tf.maximum(scores, 1.5 * NEVER), tf.zeros([rows, count], tf.int32)),
        parallel_iterations=1,
    )
    return tf.gather(scores, drawn, batch_dims=1), drawn
