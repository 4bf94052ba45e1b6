"""Mistral models whose heads are not the hidden size divided among them, as Mistral Nemo's."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..protocols.tensorflow import TensorFlow
from ..rewrites.patching import patched


@contextmanager
def heads_of_configured_size(tf: TensorFlow) -> Iterator[None]:
    """Build the attention layers of Mistral with ``head_dim``, which Transformers ignores."""
    from transformers.models.mistral import modeling_tf_mistral as module

    class Attention(module.TFMistralAttention):  # imported when needed
        """The original, in which ``hidden_size`` is the size of all heads together."""

        def __init__(self, config: Any, *inputs: Any, **kwargs: Any) -> None:
            inner = copy.copy(config)
            size = config.head_dim or config.hidden_size // config.num_attention_heads
            inner.hidden_size = config.num_attention_heads * size
            super().__init__(inner, *inputs, **kwargs)
            self.config = config  # one for all layers: those that are alike are traced once
            self._width = config.hidden_size
            self.o_proj = tf.keras.layers.Dense(self._width, use_bias=False, name="o_proj")

        def build(self, input_shape: object = None) -> None:
            if self.built:
                return
            self.built = True
            for layer in (self.q_proj, self.k_proj, self.v_proj):
                with tf.name_scope(layer.name):
                    layer.build((self._width,))
            with tf.name_scope(self.o_proj.name):
                self.o_proj.build((self.hidden_size,))

    with patched(module, "TFMistralAttention", Attention):
        yield
