from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from xla_playground.engine.loops.selection.drawing import draw, uniform_numbers

VOCABULARY = 130  # no multiple of the blocks


@pytest.fixture(scope="module")
def scores() -> np.ndarray:
    made = np.random.default_rng(3).normal(0, 2, VOCABULARY).astype(np.float32)
    made[[0, 1, 77, 129]] = -np.inf
    return made


def test_draws_follow_the_probabilities(tf: Any, scores: np.ndarray) -> None:
    count = 40_000
    uniform = ((np.arange(count) + 0.5) / count).astype(np.float32)
    drawn = draw(tf, tf.constant(np.tile(scores, (count, 1))), tf.constant(uniform)).numpy()
    wanted = np.exp(scores - scores.max())
    wanted /= wanted.sum()
    # uniform numbers one step apart miss each probability by a step at the most, and by rounding
    found = np.bincount(drawn, minlength=VOCABULARY) / count
    assert np.abs(found - wanted).max() < 3 / count
    assert np.all(np.diff(drawn) >= 0)


@pytest.mark.parametrize("uniform", [0.0, np.float32(1) - np.finfo(np.float32).epsneg, 0.5])
def test_what_cannot_come_is_never_drawn(tf: Any, scores: np.ndarray, uniform: float) -> None:
    only = np.full((3, VOCABULARY), -np.inf, np.float32)
    only[0, 0] = only[1, 64] = only[2, VOCABULARY - 1] = -4.0
    assert draw(tf, tf.constant(only), tf.fill([3], np.float32(uniform))).numpy().tolist() == [
        0,
        64,
        VOCABULARY - 1,
    ]
    drawn = draw(tf, tf.constant(scores[None]), tf.constant([uniform], tf.float32)).numpy()[0]
    assert np.isfinite(scores[drawn])


def test_numbers_depend_on_seed_prompt_copy_and_place_alone() -> None:
    few = uniform_numbers((1, 2), prompts=1, copies=1, draws=5)
    many = uniform_numbers((1, 2), prompts=3, copies=2, draws=50)
    assert many.shape == (6, 50)
    assert np.array_equal(many[0, :5], few[0])
    assert len(np.unique(many)) == many.size
    assert np.array_equal(uniform_numbers((1, 2), 2, 2, 7)[2], many[4 - 2, :7])
    for seed in ((0, 2), (1, 3), (2, 1)):
        assert not np.any(uniform_numbers(seed, 1, 1, 5) == few)
    assert uniform_numbers((2**31 - 1, 2**31 - 1), 1, 1, 3).max() < 1.0
