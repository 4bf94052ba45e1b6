"""Each live processor gives the scores of the stock one of Transformers, under XLA."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from xla_playground.core.options import GenerationOptions, Strategy
from xla_playground.engine import XlaEngine
from xla_playground.engine.live_options import live_values
from xla_playground.engine.live_processors import live_processors

ROWS, VOCABULARY, LENGTH = 2, 500, 12
Scores = NDArray[np.float32]


@pytest.fixture(scope="module")
def apply(engine: XlaEngine) -> Callable[[str, Scores, NDArray[np.int32], Any], Scores]:
    """Runs one processor, compiled once, on scores and ids with live values."""
    tf = engine._tf
    order = {"repetition_penalty": 0, "force": 1, "temperature": 2, "top_k": 3, "top_p": 4}
    order |= {"min_p": 5, "likeliest": 6}
    compiled: dict[str, Any] = {}

    def build(name: str) -> Any:
        def process(scores: Any, ids: Any, live: dict[str, Any]) -> Any:
            forced = ((7, live["max_new_tokens"]),)
            processors = live_processors(tf, Strategy.SAMPLING, live, forced=forced)
            return processors[order[name]](ids, scores, tf.constant(LENGTH))

        return tf.function(process, autograph=False, jit_compile=True)

    def run(name: str, scores: Scores, ids: NDArray[np.int32], options: Any) -> Scores:
        if name not in compiled:
            compiled[name] = build(name)
        live = {key: tf.constant(value) for key, value in live_values(options).items()}
        result: Scores = compiled[name](tf.constant(scores), tf.constant(ids), live).numpy()
        assert compiled[name].experimental_get_tracing_count() == 1
        return result

    return run


def scores_and_ids(seed: int) -> tuple[Scores, NDArray[np.int32]]:
    generator = np.random.default_rng(seed)
    scores = generator.normal(0, 3, (ROWS, VOCABULARY)).astype(np.float32)
    ids = generator.integers(0, VOCABULARY, (ROWS, 20)).astype(np.int32)
    return scores, ids


def sampling(**values: Any) -> GenerationOptions:
    return GenerationOptions.model_validate({"strategy": "sampling", "top_k": 0} | values)


def test_greedy_search_leaves_the_first_of_the_likeliest(apply: Any) -> None:
    scores, ids = scores_and_ids(0)
    scores[1, [40, 90]] = scores.max() + 1.0
    for name in ("temperature", "top_k", "top_p", "min_p"):
        kept = apply(name, scores, ids, GenerationOptions(temperature=0.5, top_k=3, top_p=0.1))
        np.testing.assert_array_equal(kept, scores)
    only = apply("likeliest", scores, ids, GenerationOptions())
    assert (only > -np.inf).sum(axis=-1).tolist() == [1, 1]
    assert only.argmax(axis=-1).tolist() == scores.argmax(axis=-1).tolist()
    np.testing.assert_array_equal(apply("likeliest", scores, ids, sampling()), scores)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("top_k", [1, 2, 50, VOCABULARY - 1, VOCABULARY])
def test_top_k(apply: Any, top_k: int, seed: int) -> None:
    from transformers import TFTopKLogitsWarper

    scores, ids = scores_and_ids(seed)
    stock = TFTopKLogitsWarper(top_k)(ids, scores, LENGTH).numpy()
    np.testing.assert_array_equal(apply("top_k", scores, ids, sampling(top_k=top_k)), stock)


def test_top_k_keeps_what_ties_with_the_last_one(apply: Any) -> None:
    scores, ids = scores_and_ids(0)
    scores[:, 100:110] = 50.0
    kept = np.isfinite(apply("top_k", scores, ids, sampling(top_k=3)))
    assert kept.sum(axis=1).tolist() == [10, 10]


def test_top_k_of_zero_and_negative_zero(apply: Any) -> None:
    scores, ids = np.full((ROWS, VOCABULARY), -1, np.float32), scores_and_ids(0)[1]
    scores[:, 0], scores[:, 1] = 0.0, -0.0
    kept = np.isfinite(apply("top_k", scores, ids, sampling(top_k=1)))
    assert kept.sum(axis=1).tolist() == [2, 2]


@pytest.mark.parametrize("name", ["top_k", "top_p", "min_p"])
def test_off_is_the_identity(apply: Any, name: str) -> None:
    scores, ids = scores_and_ids(1)
    np.testing.assert_array_equal(apply(name, scores, ids, sampling(top_k=0, top_p=1.0)), scores)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("top_p", [0.001, 0.1, 0.5, 0.9, 0.95])
def test_top_p(apply: Any, top_p: float, seed: int) -> None:
    from transformers import TFTopPLogitsWarper

    scores, ids = scores_and_ids(seed)
    stock = TFTopPLogitsWarper(top_p)(ids, scores, LENGTH).numpy()
    np.testing.assert_array_equal(apply("top_p", scores, ids, sampling(top_p=top_p)), stock)


@pytest.mark.parametrize("top_p", [0.999, 0.9999])
def test_top_p_near_one_differs_by_less_than_the_rounding_of_stock_sums(
    apply: Any, top_p: float
) -> None:
    from transformers import TFTopPLogitsWarper

    scores, ids = scores_and_ids(2)
    probabilities = np.exp(scores - scores.max(-1, keepdims=True))
    probabilities /= probabilities.sum(-1, keepdims=True)
    stock = np.isfinite(TFTopPLogitsWarper(top_p)(ids, scores, LENGTH).numpy())
    ours = np.isfinite(apply("top_p", scores, ids, sampling(top_p=top_p)))
    assert (probabilities * (stock != ours)).sum() < 1e-4


@pytest.mark.parametrize("penalty", [0.7, 1.0, 1.3, 5.0])
def test_repetition_penalty(apply: Any, penalty: float) -> None:
    from transformers import TFRepetitionPenaltyLogitsProcessor

    scores, ids = scores_and_ids(3)
    # the stock one calls a part of it through tf.function only
    stock = TFRepetitionPenaltyLogitsProcessor(penalty)(ids, scores, LENGTH).numpy()
    ours = apply("repetition_penalty", scores, ids, sampling(repetition_penalty=penalty))
    np.testing.assert_array_equal(ours, stock)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("min_p", [0.001, 0.05, 0.5, 1.0])
def test_min_p(apply: Any, min_p: float, seed: int) -> None:
    scores, ids = scores_and_ids(seed)
    probabilities = np.exp(scores.astype(np.float64))
    # as PyTorch's MinPLogitsWarper: a probability below min_p times the largest goes
    gone = probabilities < min_p * probabilities.max(-1, keepdims=True)
    expected = np.where(gone, -np.inf, scores)
    np.testing.assert_array_equal(apply("min_p", scores, ids, sampling(min_p=min_p)), expected)


def test_min_p_keeps_two_candidates_for_beams(engine: XlaEngine) -> None:
    tf = engine._tf
    scores, ids = scores_and_ids(5)
    live = live_values(sampling(min_p=1.0))
    min_p = live_processors(tf, Strategy.BEAM_SAMPLING, live)[-1]
    kept = np.isfinite(min_p(tf.constant(ids), tf.constant(scores), LENGTH))
    assert kept.sum(axis=1).tolist() == [2, 2]
    assert kept[0].nonzero()[0].tolist() == sorted(scores[0].argsort()[-2:].tolist())


def test_a_token_is_forced_at_one_length_only(apply: Any) -> None:
    scores, ids = scores_and_ids(4)
    elsewhere = apply("force", scores, ids, sampling(max_new_tokens=LENGTH + 1))
    there = apply("force", scores, ids, sampling(max_new_tokens=LENGTH))
    np.testing.assert_array_equal(elsewhere, scores)
    assert there.argmax(axis=1).tolist() == [7, 7]
    assert np.isfinite(there).sum() == ROWS
