"""Logits processors that read live values, in the order of PyTorch's ``generate``.

Each gives the scores that the processor of the same name in Transformers' PyTorch module
``generation/logits_process.py`` gives, computed from real tokens only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from ....core.call.breakdown import Part
from ....core.options.table import MAX_NGRAM
from ...protocols.tensorflow import TensorFlow
from ...protocols.tensors import Array, Tensor, Tensors
from ...timing.trace_parts import timed
from .rules import Rules
from .thresholds import as_ordered_bits, largest_kept, largest_threshold, scores_if


@dataclass(frozen=True)
class Text:
    """The tokens of each row at the choice of the next token.

    Attributes:
        tokens: int32 of shape (rows, capacity).
        length: int32 scalar, number of known tokens.
        new: int32 of shape (rows,), number of new tokens among them; negative while the prompt is
            read.
        limit: int32 of shape (rows,), the most new tokens.
        seen: bool of shape (rows, vocabulary), which tokens are known.
    """

    tokens: Tensor
    length: Tensor
    new: Tensor
    limit: Tensor
    seen: Tensor


Processor = Callable[[Tensor, Text], Tensor]


def processors(
    tf: TensorFlow, live: Tensors, rules: Rules, vocabulary: int, extras: Sequence[str]
) -> list[Processor]:
    """Return the processors that every strategy has.

    Args:
        live: scalars by name, see ``live_values.live_values``.
        extras: options that are switched on: each of their processors costs time at every token.
    """
    made: list[Processor] = [_repetition_penalty(tf, live["repetition_penalty"])]
    if "no_repeat_ngram_size" in extras:
        made.append(_no_repeat_ngram(tf, live["no_repeat_ngram_size"]))
    if "bad_words_ids" in extras:
        made.append(_no_bad_words(tf, live, rules.end_ids))
    if rules.end_ids:
        ends = _mask(vocabulary, rules.end_ids)
        made.append(_min_new_tokens(tf, live["min_new_tokens"], live["ignore_eos"], ends))
    if rules.forced_first is not None:
        made.append(_force(tf, rules.forced_first, partial(_has_length, 1)))
    if rules.forced_last is not None:
        made.append(_force(tf, rules.forced_last, lambda text: text.new == text.limit - 1))
    if rules.suppressed:
        made.append(_suppress(tf, _mask(vocabulary, rules.suppressed), lambda text: True))
    if rules.suppressed_first:
        first = 1 if rules.forces_first else 0
        hidden = _mask(vocabulary, rules.suppressed_first)
        made.append(_suppress(tf, hidden, lambda text: (text.new == first)[:, None]))
    return made


def warpers(
    tf: TensorFlow, live: Tensors, extras: Sequence[str], least: int = 1
) -> list[Processor]:
    """Return the processors of sampling; at least ``least`` tokens are kept."""
    made: list[Processor] = [lambda scores, _: scores / live["temperature"]]
    made += [_top_k(tf, live["top_k"], least), _top_p(tf, live["top_p"], least)]
    made.append(_min_p(tf, live["min_p"], least))
    if "typical_p" in extras:
        made.append(_typical_p(tf, live["typical_p"], least))
    return made


@timed(Part.SELECTION)
def processed(scores: Tensor, text: Text, made: Sequence[Processor]) -> Tensor:
    """Return the scores, float32 of shape (rows, vocabulary), after all processors."""
    for process in made:
        scores = process(scores, text)
    return scores


# ------------------------------------------------------------------ every strategy


def _repetition_penalty(tf: TensorFlow, penalty: Tensor) -> Processor:
    """Return a processor for the repetition penalty (Keskar et al. 2019,
    https://arxiv.org/abs/1909.05858), as in Transformers.
    """

    def process(scores: Tensor, text: Text) -> Tensor:
        penalized = tf.where(scores < 0, scores * penalty, scores / penalty)
        return tf.where(text.seen, penalized, scores)

    return process


def _no_repeat_ngram(tf: TensorFlow, size: Tensor) -> Processor:
    """Return a processor that bans each token that would complete an n-gram already in the text.

    0 bans none.
    """

    def process(scores: Tensor, text: Text) -> Tensor:
        capacity = text.tokens.shape[1]
        before = tf.range(MAX_NGRAM - 1)
        place = tf.range(capacity)[:, None] - 1 - before[None, :]
        window = tf.gather(text.tokens, tf.maximum(place, 0), axis=1)
        recent = tf.gather(text.tokens, tf.maximum(text.length - 1 - before, 0), axis=1)
        is_equal = tf.logical_and(window == recent[:, None, :], place[None] >= 0)
        repeats = tf.reduce_all(tf.logical_or(is_equal, (before >= size - 1)[None, None, :]), -1)
        is_known = tf.range(capacity)[None, :] < text.length
        is_banned = tf.logical_and(tf.logical_and(repeats, is_known), size > 0)
        return _without(tf, scores, text.tokens, is_banned)

    return process


def _no_bad_words(tf: TensorFlow, live: Tensors, ends: Sequence[int]) -> Processor:
    """Return a processor that bans the last token of each bad word if its other tokens are the
    latest ones.

    As in PyTorch, an end token is no bad word, and a word that is longer than the text does not
    match.

    Args:
        live: ``bad_words_before`` and ``bad_words_last``, see ``live_values.bad_word_arrays``.
    """
    before, last = live["bad_words_before"], live["bad_words_last"]
    length = 1 + tf.reduce_sum(tf.cast(before >= 0, tf.int32), -1)
    is_end = tf.reduce_any(last[:, None] == tf.constant([*ends, -2])[None, :], -1)
    is_end = tf.logical_and(is_end, tf.logical_not(live["ignore_eos"]))
    is_single = length == 1
    is_word = tf.logical_and(last >= 0, tf.logical_not(tf.logical_and(is_single, is_end)))

    def process(scores: Tensor, text: Text) -> Tensor:
        place = text.length - 1 - tf.range(before.shape[1])
        recent = tf.gather(text.tokens, tf.maximum(place, 0), axis=1)
        is_equal = tf.logical_or(recent[:, None, :] == before[None], before[None] < 0)
        fits = tf.logical_and(is_word, tf.logical_or(is_single, length <= text.length))
        is_banned = tf.logical_and(tf.reduce_all(is_equal, -1), fits[None, :])
        return _without(tf, scores, tf.broadcast_to(last[None, :], is_banned.shape), is_banned)

    return process


def _min_new_tokens(tf: TensorFlow, least: Tensor, ignore_eos: Tensor, ends: Array) -> Processor:
    def process(scores: Tensor, text: Text) -> Tensor:
        is_early = tf.logical_and(text.new < least, tf.logical_not(ignore_eos))
        return tf.where(tf.logical_and(is_early[:, None], ends[None, :]), -np.inf, scores)

    return process


def _force(tf: TensorFlow, token: int, when: Callable[[Text], Tensor]) -> Processor:
    """Force ``token`` as the next one in the rows for which ``when`` is true."""

    def process(scores: Tensor, text: Text) -> Tensor:
        only = tf.where(tf.range(scores.shape[-1]) == token, 0.0, tf.constant(-np.inf))
        is_there = tf.broadcast_to(when(text), [scores.shape[0]])
        return tf.where(is_there[:, None], only[None, :], scores)

    return process


def _suppress(tf: TensorFlow, hidden: Array, when: Callable[[Text], Tensor | bool]) -> Processor:
    def process(scores: Tensor, text: Text) -> Tensor:
        return tf.where(tf.logical_and(hidden[None, :], when(text)), -np.inf, scores)

    return process


# ------------------------------------------------------------------ sampling


def _top_k(tf: TensorFlow, top_k: Tensor, least: int) -> Processor:
    """Keep the ``top_k`` largest scores (0: all), ties of the last one included."""

    def process(scores: Tensor, text: Text) -> Tensor:
        wanted = tf.clip_by_value(top_k, least, scores.shape[-1])

        def keep() -> Tensor:
            return tf.where(largest_kept(tf, scores, wanted), scores, -np.inf)

        return scores_if(tf, top_k > 0, keep, scores)

    return process


def _top_p(tf: TensorFlow, top_p: Tensor, least: int) -> Processor:
    """Return a processor for nucleus sampling (Holtzman et al. 2019,
    https://arxiv.org/abs/1904.09751).

    A token is kept while the likelier ones sum to less than ``top_p``.
    """

    def process(scores: Tensor, text: Text) -> Tensor:
        def keep() -> Tensor:
            order = as_ordered_bits(tf, scores)
            threshold = largest_threshold(tf, order, tf.nn.softmax(scores, axis=-1), top_p)
            if least > 1:
                enough = largest_threshold(tf, order, 1.0, float(least))
                threshold = tf.minimum(threshold, enough)
            return tf.where(order >= threshold, scores, -np.inf)

        return scores_if(tf, top_p < 1.0, keep, scores)

    return process


def _min_p(tf: TensorFlow, min_p: Tensor, least: int) -> Processor:
    """Keep tokens that are at least ``min_p`` times as likely as the likeliest.

    Source: Nguyen et al. 2024, https://arxiv.org/abs/2407.01082.
    """

    def process(scores: Tensor, text: Text) -> Tensor:
        likeliest = tf.reduce_max(scores, axis=-1, keepdims=True)
        kept = tf.logical_not(scores < likeliest + tf.math.log(min_p))
        if least > 1:
            kept = tf.logical_or(kept, largest_kept(tf, scores, least))
        return tf.where(kept, scores, -np.inf)

    return process


def _typical_p(tf: TensorFlow, typical_p: Tensor, least: int) -> Processor:
    """Keep the tokens whose surprise is nearest to the expected one, until their probabilities sum
    to ``typical_p``.

    Source: Meister et al. 2022, https://arxiv.org/abs/2202.00666.
    """

    def process(scores: Tensor, text: Text) -> Tensor:
        surprise = -tf.nn.log_softmax(scores, axis=-1)
        probabilities = tf.exp(-surprise)
        terms = tf.where(probabilities > 0, surprise * probabilities, 0.0)
        distance = tf.abs(surprise - tf.reduce_sum(terms, -1, keepdims=True))
        order = as_ordered_bits(tf, -distance)
        threshold = largest_threshold(tf, order, probabilities, typical_p)
        if least > 1:
            threshold = tf.minimum(threshold, largest_threshold(tf, order, 1.0, float(least)))
        kept = tf.logical_or(order >= threshold, typical_p >= 1.0)
        return tf.where(kept, scores, -np.inf)

    return process


# ------------------------------------------------------------------ helpers


def _has_length(length: int, text: Text) -> Tensor:
    has_length: Tensor = text.length == length
    return has_length


def _mask(vocabulary: int, ids: Sequence[int]) -> Array:
    """Return a bool mask of the vocabulary, true at ``ids``.

    Ids outside the vocabulary are ignored.
    """
    mask = np.zeros(vocabulary, bool)
    mask[[token for token in ids if 0 <= token < vocabulary]] = True
    return mask


def counted(tf: TensorFlow, tokens: Tensor, is_counted: Tensor, vocabulary: int) -> Tensor:
    """Return which tokens of the vocabulary occur in ``tokens`` at the places that ``is_counted``
    marks.

    Args:
        tokens: int32 of shape (rows, n).
        is_counted: bool of the same shape.

    Returns:
        bool of shape (rows, vocabulary).
    """
    index = tf.where(is_counted, tokens, vocabulary)
    row = tf.broadcast_to(tf.range(index.shape[0])[:, None], index.shape)
    size = [index.shape[0], vocabulary + 1]
    count = tf.scatter_nd(tf.stack([row, index], axis=-1), tf.ones_like(index), size)
    return count[:, :vocabulary] > 0


def _without(tf: TensorFlow, scores: Tensor, tokens: Tensor, is_banned: Tensor) -> Tensor:
    """Return the scores with -inf at each of ``tokens``, of shape (rows, n), that ``is_banned``
    marks.
    """
    return tf.where(counted(tf, tokens, is_banned, scores.shape[1]), -np.inf, scores)
