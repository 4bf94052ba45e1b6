"""Patch models of Transformers 4.54 with cheaper equivalents while they are traced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from .replaced import replaced


@contextmanager
def leaner_models(tf: Any, model: Any) -> Iterator[None]:
    """Patch the functions of a model's module with cheaper equivalents while it is traced."""
    with ExitStack() as stack:
        if model.config.model_type == "mistral":
            stack.enter_context(_keys_not_repeated(tf))
            stack.enter_context(_rotations_as_tables(tf))
        yield


@contextmanager
def _keys_not_repeated(tf: Any) -> Iterator[None]:
    """Heads that share a key are multiplied by it together.

    Llama has fewer keys and values than heads, and repeats each for its group of heads. A
    group's queries times their one key are the same products, and no copies of the cache are made.
    """
    from transformers.models.mistral import modeling_tf_mistral

    own_repeat, own_product = modeling_tf_mistral.repeat_kv, tf.matmul
    repeated: dict[int, tuple[Any, Any]] = {}

    def repeat_kv(once: Any, times: int) -> Any:
        often = own_repeat(once, times)
        if times > 1:
            repeated[id(often)] = (often, once)
        return often

    def matmul(a: Any, b: Any, *args: Any, **kwargs: Any) -> Any:
        if id(b) not in repeated:
            return own_product(a, b, *args, **kwargs)
        _, once = repeated[id(b)]
        batch, heads, length, size = a.shape
        groups = once.shape[1]
        together = tf.reshape(a, (batch, groups, heads // groups * length, size))
        product = tf.matmul(together, once, *args, **kwargs)  # others patch it, too
        return tf.reshape(product, (batch, heads, length, product.shape[-1]))

    with ExitStack() as stack:
        stack.enter_context(replaced(modeling_tf_mistral, "repeat_kv", repeat_kv))
        stack.enter_context(replaced(tf, "matmul", matmul))
        yield


@contextmanager
def _rotations_as_tables(tf: Any) -> Iterator[None]:
    """Rotary embeddings of a Llama are tables, computed once in a trace.

    Each layer computes them anew from constants. XLA folds that, but TensorFlow takes some 10 ms to
    convert each cosine and sine, layer by layer, in a first call and in every load from the store.
    """
    from transformers.models.mistral.modeling_tf_mistral import TFMistralRotaryEmbedding

    own_call: Any = TFMistralRotaryEmbedding.call

    def call(layer: Any, x: Any, seq_len: int) -> tuple[Any, Any]:
        with tf.init_scope():
            cosines, sines = own_call(layer, tf.zeros((), x.dtype), seq_len=seq_len)
        return tf.constant(cosines.numpy()), tf.constant(sines.numpy())

    with replaced(TFMistralRotaryEmbedding, "call", call):
        yield
