"""Draws from scores by uniform numbers that are inputs of a program.

The numbers come from NumPy's Philox generator, so that they are equal in eager, graph and XLA,
whose own random operations give different ones, and cost no operation to trace or to compile.
One number a draw and a sum in two levels take 0.0075 ms for a vocabulary of 4,096, Gumbel noise
over the vocabulary 0.19.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ....core.call.breakdown import Part
from ...protocols.tensorflow import TensorFlow
from ...protocols.tensors import Tensor
from ...timing.trace_parts import timed

_BLOCKS = 64
_LARGEST = np.float32(1.0) - np.finfo(np.float32).epsneg


def uniform_numbers(
    seed: tuple[int, int], prompts: int, copies: int, draws: int, width: int = 1
) -> NDArray[np.float32]:
    """Return numbers in [0, 1) of shape (prompts × copies, draws × width).

    A number depends only on the seed, its prompt, its copy and its place, not on the number of
    draws or other rows.
    """
    rows = []
    for prompt in range(prompts):
        for copy in range(copies):
            counter = np.array([0, 0, prompt, copy], np.uint64)
            generator = np.random.Generator(
                np.random.Philox(counter=counter, key=np.array(seed, np.uint64))
            )
            rows.append(generator.random(draws * width, np.float32))
    return np.stack(rows)


@timed(Part.SELECTION)
def draw(tf: TensorFlow, scores: Tensor, uniform: Tensor) -> Tensor:
    """Draw a token for each row with the probabilities ``softmax(scores)``.

    Args:
        scores: float32 of shape (rows, vocabulary); a token with -inf is never drawn.
        uniform: float32 of shape (rows,), in [0, 1).

    Returns:
        int32 of shape (rows,).
    """
    rows, vocabulary = scores.shape
    width = -(-vocabulary // _BLOCKS)
    weights = tf.exp(scores - tf.reduce_max(scores, axis=-1, keepdims=True))
    weights = tf.pad(weights, [[0, 0], [0, _BLOCKS * width - vocabulary]])
    blocks = tf.reshape(weights, [rows, _BLOCKS, width])
    sums = tf.reduce_sum(blocks, -1)
    target = uniform * tf.reduce_sum(sums, -1)
    number, rest = _find(tf, sums, target)
    place, _ = _find(tf, tf.gather(blocks, number, batch_dims=1), rest)
    return number * width + place


def _find(tf: TensorFlow, weights: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
    """Find the first weight at which the running sum passes ``target``.

    Returns:
        its index, int32 of shape (rows,), and the rest of ``target`` there. If no sum passes
        because of rounding, the last weight that is not 0.
    """
    total = tf.cumsum(weights, axis=-1)
    target = tf.minimum(target, total[:, -1] * _LARGEST)
    passes = tf.logical_and(total > target[:, None], weights > 0)
    first = tf.argmax(passes, axis=-1, output_type=tf.int32)
    place = tf.range(weights.shape[1])
    last = tf.reduce_max(tf.where(weights > 0, place[None, :], 0), -1)
    index = tf.where(tf.reduce_any(passes, -1), first, last)
    before = tf.gather(total - weights, index, batch_dims=1)
    return index, tf.maximum(target - before, 0.0)
