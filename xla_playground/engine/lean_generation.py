"""Steps of ``generate`` that are traced in a form that costs less, with the same tokens.

What is replaced here is Transformers 4.54's: methods of its models and functions of its modules.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any

from .replaced import replaced


@contextmanager
def leaner_generation(tf: Any, model: Any) -> Iterator[None]:
    """While entered: what ``model.generate`` traces computes the same in a way that costs less."""
    with ExitStack() as stack:
        stack.enter_context(_caches_in_place(tf, model))
        if not model.config.is_encoder_decoder:
            stack.enter_context(_last_position_only(model))
        if model.config.model_type == "mistral":
            stack.enter_context(_keys_not_repeated(tf))
            stack.enter_context(_rotations_as_tables(tf))
        yield


@contextmanager
def _caches_in_place(tf: Any, model: Any) -> Iterator[None]:
    """New keys and values are written to their caches when everything has been read from those.

    ``generate`` writes them after each step. XLA orders operations by what they depend on, knows
    of nothing that has to come first, and copies every cache twice a token rather than write to
    what may still be read. So the place to write to is made to depend on the scores, which depend
    on every layer.
    """
    from tensorflow.compiler.tf2xla.python.xla import dynamic_update_slice
    from transformers.generation import tf_utils

    own_update = model._update_model_kwargs_for_xla_generation

    @wraps(own_update)
    def update(*, model_outputs: Any, **kwargs: Any) -> Any:
        if model_outputs.logits is None:  # contrastive search is a step ahead
            return own_update(model_outputs=model_outputs, **kwargs)
        score = tf.reshape(model_outputs.logits, [-1])[0]
        zero = tf.cast(tf.math.is_nan(score), tf.int32)  # as far as XLA knows, it could be 1

        def write(cache: Any, new: Any, place: Any) -> Any:
            return dynamic_update_slice(cache, new, place + zero)

        with replaced(tf_utils, "dynamic_update_slice", write):
            return own_update(model_outputs=model_outputs, **kwargs)

    with replaced(model, "_update_model_kwargs_for_xla_generation", update):
        yield


@contextmanager
def _last_position_only(model: Any) -> Iterator[None]:
    """The output layer of a decoder-only ``model`` is given the last position only.

    ``generate`` reads the scores of no other. XLA does not see that by itself, and would multiply
    each position of a prompt by the whole vocabulary.
    """
    base = getattr(model, model.base_model_prefix)
    own_call = base.call

    @wraps(own_call)
    def call(*args: Any, **kwargs: Any) -> Any:
        outputs = own_call(*args, **kwargs)
        outputs.last_hidden_state = outputs.last_hidden_state[:, -1:]
        return outputs

    with replaced(base, "call", call):
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
        product = own_product(together, once, *args, **kwargs)
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
