"""Patch the rotary embeddings of Llama and Mistral while they are traced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..protocols.models import Layer, Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from .patching import patched


@contextmanager
def rotations_as_tables(tf: TensorFlow, model: Model, *, is_compiled: bool) -> Iterator[None]:
    """Patch rotary embeddings so that they are tables, computed once in a trace.

    Each layer computes them again from constants. XLA folds that, but TensorFlow takes some 10 ms
    to convert each cosine and sine, layer by layer, in a first call and in every load from the
    store.
    """
    del model, is_compiled
    from transformers.models.mistral.modeling_tf_mistral import TFMistralRotaryEmbedding

    own_call: Callable[..., tuple[Tensor, Tensor]] = TFMistralRotaryEmbedding.call

    def call(layer: Layer, x: Tensor, seq_len: int) -> tuple[Tensor, Tensor]:
        with tf.init_scope():
            cosines, sines = own_call(layer, tf.zeros((), x.dtype), seq_len=seq_len)
        return tf.constant(cosines.numpy()), tf.constant(sines.numpy())

    with patched(TFMistralRotaryEmbedding, "call", call):
        yield
