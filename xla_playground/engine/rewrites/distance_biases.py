"""Patch T5 so that a token's position is given, and biases of distances are computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from .patching import patched
from .places import readable_place


@contextmanager
def distance_biases(tf: TensorFlow, position: Tensor) -> Iterator[None]:
    """Patch T5's attention: its biases are a slice, at ``position``, of a table of distances.

    The original makes a table of all pairs of places in each call, and finds the position at each
    token as the last place of the cache whose first number is not 0.
    """
    from transformers.models.t5 import modeling_tf_t5

    module: Any = modeling_tf_t5

    def compute_bias(layer: Any, query_length: int, key_length: int) -> Tensor:
        """Return the biases of all distances, of shape (1, heads, 1, 2 × key_length - 1)."""
        del query_length
        buckets = layer._relative_position_bucket(
            tf.range(1 - key_length, key_length),
            bidirectional=not layer.is_decoder,
            num_buckets=layer.relative_attention_num_buckets,
            max_distance=layer.relative_attention_max_distance,
        )
        biases = tf.gather(layer.relative_attention_bias, buckets)
        return tf.transpose(biases)[None, :, None, :]

    def dynamic_slice(biases: Tensor, start: object, sizes: tuple[int, ...]) -> Tensor:
        """Return the bias of each place by its distance from ``position``."""
        del start
        return own_slice(biases, (0, 0, 0, sizes[-1] - 1 - position), sizes)

    own_slice: Callable[..., Tensor] = module.dynamic_slice
    with (
        readable_place(position),
        patched(module.TFT5Attention, "compute_bias", compute_bias),
        patched(module, "dynamic_slice", dynamic_slice),
    ):
        yield
