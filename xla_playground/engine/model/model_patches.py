"""Patch Transformers' TensorFlow models that cannot be used as they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import wraps
from types import MethodType

from ...core.fields.activations import GPT_ACTIVATIONS
from ..protocols.models import Model, ModelOutput, Transformers
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Nested, Tensor, Tensors


def mend_whisper(tf: TensorFlow, transformers: Transformers, model: Model) -> None:
    """Give a Whisper model the ``generate`` of all models, a prompt, and a mask that can be traced.

    Whisper's own ``generate`` drops its seed; its forced language and task are here a prompt,
    ``decoder_input_ids``. The ``generate`` of all models has an ``if`` on that prompt, as Whisper's
    causal mask has, which only AutoGraph could turn into a graph. Its loops, and the decoder's
    positions, assume that the decoder's prompt has one token.
    """
    from transformers.models.whisper import modeling_tf_whisper

    def make_causal_mask(
        input_ids_shape: Sequence[int | Tensor], past_key_values_length: int | Tensor = 0
    ) -> Tensor:
        """Return the original's mask, float32 of shape (batch, 1, new, past and new), without its
        ``if``.
        """
        batch, length = input_ids_shape[0], input_ids_shape[1]
        row = tf.range(length)
        mask = tf.where(row[None, :] <= row[:, None], 0.0, modeling_tf_whisper.LARGE_NEGATIVE)
        mask = tf.concat([tf.zeros((length, past_key_values_length)), mask], axis=-1)
        return tf.tile(mask[None, None, :, :], (batch, 1, 1, 1))

    def given_prompt(
        batch_size: int, model_input_name: str, model_kwargs: Tensors, *_: object, **__: object
    ) -> tuple[Tensor, Tensors]:
        return model_kwargs.pop("decoder_input_ids"), model_kwargs

    own_inputs = model.prepare_inputs_for_generation

    @wraps(own_inputs)  # ``generate`` reads these arguments to accept its own
    def prepare_inputs(
        ids: Tensor, past_key_values: Nested = None, **others: object
    ) -> dict[str, Nested]:
        """Return the original's inputs, but drop a prompt's position ids, which cover its last
        token only.
        """
        inputs = own_inputs(ids, past_key_values=past_key_values, **others)
        return inputs if past_key_values is not None else inputs | {"decoder_position_ids": None}

    own_update = model._update_model_kwargs_for_xla_generation

    def update(
        *,
        model_outputs: ModelOutput,
        model_kwargs: dict[str, Nested],
        batch_size: int,
        **others: object,
    ) -> dict[str, Nested]:
        """Update as the original does, but attend to every token of the prompt, not to the first
        alone.
        """
        is_first = model_kwargs.get("past_key_values") is None
        updated = own_update(
            model_outputs=model_outputs, model_kwargs=model_kwargs, batch_size=batch_size, **others
        )
        if is_first:
            prompt = model_outputs.past_key_values[0][0].shape[2]
            room = updated["past_key_values"][0][0].shape[2] - prompt
            seen = [tf.ones((batch_size, n), tf.int32) for n in (prompt, 1)]
            unfilled = tf.zeros((batch_size, room), tf.int32)
            updated["decoder_attention_mask"] = tf.concat([seen[0], unfilled, seen[1]], axis=1)
        return updated

    modeling_tf_whisper._make_causal_mask = make_causal_mask
    model._prepare_decoder_input_ids_for_generation = given_prompt
    model.prepare_inputs_for_generation = prepare_inputs
    model._update_model_kwargs_for_xla_generation = update
    model.generate = MethodType(transformers.TFPreTrainedModel.generate, model)


def mend_gpt_activation(model: Model) -> None:
    """Give the layers of a GPT model the activation that its configuration names (``afn``).

    TensorFlow's class has the exact gelu for every configuration; PyTorch's "gelu" of this family
    is the approximation with tanh that OpenAI trained with.
    """
    from transformers.activations_tf import ACT2FN

    activation = ACT2FN[GPT_ACTIVATIONS[model.config.afn]]
    for block in model.transformer.h:
        block.mlp.act = activation
