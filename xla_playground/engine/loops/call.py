"""A whole call as one function: what ``generate`` takes goes in, what it returns comes out."""

from __future__ import annotations

from typing import Any

from ...core.options import GenerationOptions
from .decoders import Decoder, encode
from .live_values import live_values
from .program import Loop, LoopShape
from .rules import Rules

#: The input that holds what a decoder begins with, where that is more than its start token.
_BEGINNING = "decoder_input_ids"


class LoopCall:
    """The loop of some options around a model, for prompts of one padded length.

    Attributes:
        prompts: number of prompts.
        length: tokens that the output begins with before the first new one.
        new_tokens: room for new tokens.
    """

    def __init__(
        self,
        tf: Any,
        model: Any,
        options: GenerationOptions,
        *,
        prompts: int,
        length: int,
        new_tokens: int,
        in_place: bool,
    ) -> None:
        """Args: ``in_place`` as ``caches.write_at`` has it: true under XLA only."""
        self._tf = tf
        self._model = model
        self.prompts, self.length, self.new_tokens = prompts, length, new_tokens
        self._rules = Rules.of(model)
        shape = LoopShape.of(options, prompts, length + new_tokens)
        self._loop = Loop(tf, Decoder(tf, model), shape, self._rules, in_place=in_place)

    def live(self, options: GenerationOptions) -> dict[str, Any]:
        """Return the arrays that ``run`` reads beside the inputs, by name."""
        return live_values(options) | self._loop.uniform(options)

    def run(self, inputs: dict[str, Any], live: dict[str, Any]) -> Any:
        """Return token ids as ``generate`` does: padding and prompt, new tokens, padding.

        Args:
            inputs: ``input_ids`` and ``attention_mask``, int32 of shape (prompts, length), padded
                on the left for a decoder-only model; or ``input_features``, float32, and
                ``decoder_input_ids``, int32 of shape (prompts, length): what Whisper begins with.
            live: tensors, see ``live``.

        Returns:
            int32 of shape (rows, length + new_tokens). Of beams all of a prompt come, the best
            first.
        """
        tf, loop = self._tf, self._loop
        given: dict[str, Any] = {"stop": loop.shape.capacity, "limit": live["max_new_tokens"]}
        if self._model.config.is_encoder_decoder:
            source = {name: value for name, value in inputs.items() if name != _BEGINNING}
            given["encoded"] = encode(tf, self._model, source)
            start = self._model.generation_config.decoder_start_token_id
            tokens = inputs.get(_BEGINNING, tf.fill([self.prompts, 1], start))
            lengths = tf.fill([self.prompts], self.length)
        else:
            tokens, lengths = _aligned(tf, inputs["input_ids"], inputs["attention_mask"])
        state = loop.run(loop.start(tokens, lengths), {**given, "prompt": lengths}, live)
        texts = loop.texts(state)
        if self._model.config.is_encoder_decoder:
            return texts
        lengths = tf.repeat(lengths, texts.shape[0] // self.prompts)
        return _padded(tf, texts, self.length - lengths, self._rules.pad_id)


def _aligned(tf: Any, ids: Any, mask: Any) -> tuple[Any, Any]:
    """Return rows that begin with their first token, the padding behind, and their lengths."""
    length = ids.shape[1]
    lengths = tf.reduce_sum(mask, -1)
    place = (tf.range(length)[None, :] + length - lengths[:, None]) % length
    return tf.gather(ids, place, batch_dims=1), lengths


def _padded(tf: Any, tokens: Any, padding: Any, pad_id: int) -> Any:
    """Return rows that begin with ``padding`` tokens of padding, int32 of shape (rows,)."""
    place = tf.range(tokens.shape[1])[None, :] - padding[:, None]
    moved = tf.gather(tokens, tf.maximum(place, 0), batch_dims=1)
    return tf.where(place < 0, pad_id, moved)
