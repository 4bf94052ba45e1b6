"""Where Transformers' TensorFlow models must be mended before they can be used."""

from __future__ import annotations

from types import MethodType
from typing import Any

from ..core.activations import GPT_ACTIVATIONS


def mend_whisper(tf: Any, transformers: Any, model: Any) -> None:
    """Give a Whisper model the ``generate`` of all models, and a mask that can be traced.

    Whisper's own ``generate`` drops its seed; what else it does, forcing language and task, is in
    the generation configuration here already. And its causal mask asks an ``if`` of a tensor,
    which only AutoGraph could turn into a graph.
    """
    from transformers.models.whisper import modeling_tf_whisper

    def make_causal_mask(input_ids_shape: Any, past_key_values_length: Any = 0) -> Any:
        """As the original, float32 of shape (batch, 1, new, past and new), but without the if."""
        batch, length = input_ids_shape[0], input_ids_shape[1]
        row = tf.range(length)
        mask = tf.where(row[None, :] <= row[:, None], 0.0, modeling_tf_whisper.LARGE_NEGATIVE)
        mask = tf.concat([tf.zeros((length, past_key_values_length)), mask], axis=-1)
        return tf.tile(mask[None, None, :, :], (batch, 1, 1, 1))

    modeling_tf_whisper._make_causal_mask = make_causal_mask
    model.generate = MethodType(transformers.TFPreTrainedModel.generate, model)


def mend_gpt_activation(model: Any) -> None:
    """Give the layers of a GPT model the activation that its configuration names (``afn``).

    TensorFlow's class has the exact gelu whatever the configuration says; PyTorch's "gelu" of this
    family is the approximation with tanh that OpenAI trained with.
    """
    from transformers.activations_tf import ACT2FN

    activation = ACT2FN[GPT_ACTIVATIONS[model.config.afn]]
    for block in model.transformer.h:
        block.mlp.act = activation
