"""Processors against those of PyTorch's ``generation/logits_process.py``, written with NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from xla_playground.engine.loops.live_values import bad_word_arrays
from xla_playground.engine.loops.processors import Text, processors, warpers
from xla_playground.engine.loops.rules import Rules

VOCABULARY = 90
END = 3
OFF = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0}


def typical_in_numpy(scores: NDArray[np.float32], mass: float, least: int) -> NDArray[np.bool_]:
    """Return which tokens ``TypicalLogitsWarper`` keeps."""
    shifted = scores - scores.max(-1, keepdims=True)
    normalized = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    probabilities = np.exp(normalized)
    with np.errstate(invalid="ignore"):
        entropy = -np.nansum(normalized * probabilities, -1, keepdims=True)
    distance = np.abs(-normalized - entropy)
    order = np.argsort(distance, axis=-1, kind="stable")
    cumulative = np.cumsum(np.take_along_axis(probabilities, order, -1), -1)
    last = np.minimum((cumulative < mass).sum(-1), scores.shape[-1] - 1)
    in_order = np.take_along_axis(distance, order, -1)
    removed = in_order > np.take_along_axis(in_order, last[:, None], -1)
    removed[:, :least] = False
    kept = np.zeros_like(removed)
    np.put_along_axis(kept, order, ~removed, -1)
    return kept


@pytest.mark.parametrize("least", [1, 2])
@pytest.mark.parametrize("mass", [0.02, 0.2, 0.5, 0.9, 0.999])
def test_typical_p_keeps_what_pytorch_keeps(mass: float, least: int) -> None:
    import tensorflow as tf

    scores = np.random.default_rng(5).normal(0, 3, (20, VOCABULARY)).astype(np.float32)
    scores[:, [4, 44]] = -np.inf
    live = {name: tf.constant(value) for name, value in (OFF | {"typical_p": mass}).items()}
    made: Any = tf.constant(scores)
    unread: Any = None
    for warp in warpers(tf, live, ("typical_p",), least):
        made = warp(made, unread)
    kept = np.isfinite(made.numpy())
    wanted = typical_in_numpy(scores, mass, least) & np.isfinite(scores)
    assert np.array_equal(kept, wanted)
    assert 0 < kept.sum() < kept.size


def banned(tokens: list[int], words: Any, *, ignore_eos: bool = False) -> set[int]:
    """Return the tokens that may not come after ``tokens``."""
    import tensorflow as tf

    before, last = bad_word_arrays(words)
    live = {
        "repetition_penalty": tf.constant(1.0),
        "bad_words_before": tf.constant(before),
        "bad_words_last": tf.constant(last),
        "min_new_tokens": tf.constant(0),
        "ignore_eos": tf.constant(ignore_eos),
    }
    row = tf.constant([tokens + [0] * (12 - len(tokens))])
    new = tf.constant([1])
    text = Text(row, tf.constant(len(tokens)), new, new, tf.zeros([1, VOCABULARY], tf.bool))
    scores: Any = tf.zeros([1, VOCABULARY])
    for process in processors(tf, live, Rules((END,)), VOCABULARY, ("bad_words_ids",)):
        scores = process(scores, text)
    return {int(token) for token in np.flatnonzero(np.isneginf(scores.numpy()[0]))}


@pytest.mark.parametrize(
    ("tokens", "words", "wanted"),
    [
        ([5, 6], [(7,), (8,)], {7, 8}),
        ([5, 6], [(6, 7), (5, 6, 8), (5, 7, 9), (9, 6, 1)], {7}),  # (5, 6, 8) is longer than it
        ([4, 5, 6], [(5, 6, 8), (4, 5, 6, 9)], {8}),
        ([5, 6], [(END,), (6, END), (7,)], {END, 7}),
        ([5, 6], [(END,)], set()),
        ([5] * 11, [(5,) * 9 + (n,) for n in range(10, 30)], set(range(10, 30))),
        ([5], [(0,)], {0}),
    ],
)
def test_bad_words(tokens: list[int], words: Any, wanted: set[int]) -> None:
    assert banned(tokens, words) == wanted


def test_an_end_that_is_ignored_is_a_token_like_others() -> None:
    assert banned([5, 6], [(END,)], ignore_eos=True) == {END}
