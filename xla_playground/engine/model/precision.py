"""Keep and compute a model in a number format other than float32."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager

from ...core.call.request import Precision
from ..protocols.models import Model, ModelOutput
from ..protocols.tensorflow import TensorFlow


@contextmanager
def layers_in(tf: TensorFlow, precision: Precision) -> Iterator[None]:
    """Create layers in this context with ``precision`` for their weights and computations."""
    mixed_precision = tf.keras.mixed_precision
    before = mixed_precision.global_policy()
    mixed_precision.set_global_policy(precision.value)
    try:
        yield
    finally:
        mixed_precision.set_global_policy(before)


def give_float32_logits(tf: TensorFlow, model: Model) -> None:
    """Let ``model`` return float32 logits, as ``generate`` compares and adds them with float32.

    Its layers compute as before; sums of log probabilities over a beam keep their digits.
    """
    call = model.call

    @functools.wraps(call)
    def call_and_cast(*args: object, **kwargs: object) -> ModelOutput:
        output: ModelOutput = call(*args, **kwargs)
        output.logits = tf.cast(output.logits, tf.float32)
        return output

    model.call = call_and_cast
