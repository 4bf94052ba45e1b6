"""Time the post's two small examples alone in a process; one JSON object on stdout.

``python -m xla_playground.bench.claims.small_functions forward-pass FOLDER``: the most likely next
token by a forward pass, eager, then under XLA. ``… cache-key``: a function of a tensor and a Python
number with other keys. All figures are in ms.
Source: https://huggingface.co/blog/tf-xla-generate
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

_STEADY_CALLS = 20


def _ms(call: Callable[[], Any]) -> float:
    """Return how long a call takes until its result is on the host, in ms."""
    start = time.perf_counter()
    call().numpy()
    return 1e3 * (time.perf_counter() - start)


def _steady_ms(call: Callable[[], Any]) -> float:
    return statistics.median(_ms(call) for _ in range(_STEADY_CALLS))


def forward_pass(folder: str) -> dict[str, float]:
    """Return ``eager``, ``first`` and ``steady`` of the model in ``folder``."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import transformers  # first: it must come before anything touches tf.keras
    import tensorflow as tf

    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.TFAutoModelForCausalLM.from_pretrained(folder)
    inputs = tokenizer(["TensorFlow is"], return_tensors="tf")

    def most_likely_next_token(inputs: Any) -> Any:
        return tf.argmax(model(inputs).logits[:, -1, :], axis=-1)

    compiled = tf.function(most_likely_next_token, jit_compile=True)
    most_likely_next_token(inputs)  # the first call of a process loads kernels
    return {
        "eager": _steady_ms(lambda: most_likely_next_token(inputs)),
        "first": _ms(lambda: compiled(inputs)),
        "steady": _steady_ms(lambda: compiled(inputs)),
    }


def cache_key() -> dict[str, float]:
    """Return ``first``, ``same``, ``dtype``, ``shape`` and ``argument``."""
    import tensorflow as tf

    def plain(tensor: Any, scalar: int) -> Any:
        return tf.math.reduce_max(tensor) + scalar

    max_plus_constant = tf.function(plain, jit_compile=True)
    numbers = tf.constant([0, 0, 0])
    others = tf.constant([1000, 0, -10])
    long_numbers = tf.constant([0, 0, 0], dtype=tf.int64)
    return {
        "first": _ms(lambda: max_plus_constant(numbers, 1)),
        "same": _steady_ms(lambda: max_plus_constant(others, 1)),
        "dtype": _ms(lambda: max_plus_constant(long_numbers, 1)),
        "shape": _ms(lambda: max_plus_constant(tf.constant([0, 0, 0, 0]), 1)),
        "argument": _ms(lambda: max_plus_constant(numbers, 2)),
    }


def main(experiment: str, *arguments: str) -> None:
    """Print the figures of an experiment."""
    figures = forward_pass(*arguments) if experiment == "forward-pass" else cache_key()
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
