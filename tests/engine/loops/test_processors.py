"""Processors against those of PyTorch's ``generation/logits_process.py``, written with NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from xla_playground.engine.loops.selection import thresholds
from xla_playground.engine.loops.selection.live_values import bad_word_arrays
from xla_playground.engine.loops.selection.processors import Text, processors, warpers
from xla_playground.engine.loops.selection.rules import Rules

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


@pytest.fixture(params=[False, True], ids=["cpu", "gpu"])
def on_gpu(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Search thresholds as on a CPU, then as on a GPU."""
    monkeypatch.setattr(thresholds, "uses_gpu", lambda tf: request.param)


def kept_in_numpy(
    scores: NDArray[np.float32], top_k: int, top_p: float, least: int
) -> NDArray[np.bool_]:
    """Return which tokens ``TopKLogitsWarper`` and then ``TopPLogitsWarper`` keep."""
    kept = np.ones_like(scores, bool)
    if top_k:
        smallest = np.sort(scores, -1)[:, -max(top_k, least), None]
        kept = scores >= smallest
    if top_p < 1.0:
        rest = np.where(kept, scores, -np.inf).astype(np.float64)
        weights = np.exp(rest - rest.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        order = np.argsort(-rest, axis=-1, kind="stable")
        sorted_weights = np.take_along_axis(weights, order, -1)
        stays = np.cumsum(sorted_weights, -1) - sorted_weights < top_p
        stays[:, :least] = True
        within = np.zeros_like(kept)
        np.put_along_axis(within, order, stays, -1)
        kept &= within
    return kept


@pytest.mark.usefixtures("on_gpu")
@pytest.mark.parametrize("least", [1, 3])
@pytest.mark.parametrize(
    ("top_k", "top_p"), [(0, 1.0), (1, 1.0), (7, 1.0), (0, 0.3), (0, 0.95), (20, 0.6), (90, 0.9)]
)
def test_top_k_and_top_p_keep_what_pytorch_keeps(
    tf: Any, top_k: int, top_p: float, least: int
) -> None:
    scores = np.random.default_rng(6).normal(0, 3, (20, VOCABULARY)).astype(np.float32)
    live = {
        name: tf.constant(value) for name, value in (OFF | {"top_k": top_k, "top_p": top_p}).items()
    }
    made: Any = tf.constant(scores)
    unread: Any = None
    for warp in warpers(tf, live, (), least):
        made = warp(made, unread)
    assert np.array_equal(np.isfinite(made.numpy()), kept_in_numpy(scores, top_k, top_p, least))


@pytest.mark.usefixtures("on_gpu")
def test_ties_of_the_last_score_are_kept(tf: Any) -> None:
    scores = tf.constant([[1.0, -0.0, 0.0, -5.0, 0.0, -np.inf]])
    kept = thresholds.largest_kept(tf, scores, tf.constant(2))
    assert kept.numpy().tolist() == [[True, True, True, False, True, False]]


@pytest.mark.usefixtures("on_gpu")
@pytest.mark.parametrize("least", [1, 2])
@pytest.mark.parametrize("mass", [0.02, 0.2, 0.5, 0.9, 0.999])
def test_typical_p_keeps_what_pytorch_keeps(tf: Any, mass: float, least: int) -> None:
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


def banned(tf: Any, tokens: list[int], words: Any, *, ignore_eos: bool = False) -> set[int]:
    """Return the tokens that may not come after ``tokens``."""
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
def test_bad_words(tf: Any, tokens: list[int], words: Any, wanted: set[int]) -> None:
    assert banned(tf, tokens, words) == wanted


def test_an_end_that_is_ignored_is_a_token_like_others(tf: Any) -> None:
    assert banned(tf, [5, 6], [(END,)], ignore_eos=True) == {END}
