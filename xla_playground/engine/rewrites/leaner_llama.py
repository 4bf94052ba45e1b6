"""Patch Llama and Mistral with cheaper equivalents while they are traced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from ..protocols.models import Layer, Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from .patching import patched


@contextmanager
def keys_not_repeated(tf: TensorFlow, model: Model, *, is_compiled: bool) -> Iterator[None]:
    """Patch attention so that heads that share a key are multiplied by it together.

    Llama has fewer keys and values than heads, and repeats each for its group of heads. The product
    of a group's queries with their one key is the same, and no cache is copied.
    """
    del model, is_compiled
    from transformers.models.mistral import modeling_tf_mistral

    own_repeat, own_product = modeling_tf_mistral.repeat_kv, tf.matmul
    repeated: dict[int, tuple[Tensor, Tensor]] = {}

    def repeat_kv(once: Tensor, times: int) -> Tensor:
        often: Tensor = own_repeat(once, times)
        if times > 1:
            repeated[id(often)] = (often, once)
        return often

    def matmul(a: Tensor, b: Tensor, *args: object, **kwargs: object) -> Tensor:
        if id(b) not in repeated:
            return own_product(a, b, *args, **kwargs)
        _, once = repeated[id(b)]
        batch, heads, length, size = a.shape
        groups = once.shape[1]
        together = tf.reshape(a, (batch, groups, heads // groups * length, size))
        product = tf.matmul(together, once, *args, **kwargs)  # another rewrite patches it, too
        return tf.reshape(product, (batch, heads, length, product.shape[-1]))

    with ExitStack() as stack:
        stack.enter_context(patched(modeling_tf_mistral, "repeat_kv", repeat_kv))
        stack.enter_context(patched(tf, "matmul", matmul))
        yield


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
