"""The information on a model that is available without loading it."""

from __future__ import annotations

from enum import StrEnum

from ..frozen import Frozen
from ..messages.message import Message
from ..options.values import AnyOptionValue
from ..speech.prompt import SpeechPrompt


class ModelInput(StrEnum):
    """What a model takes."""

    TEXT = "text"
    SPEECH = "speech"


class ModelInfo(Frozen):
    """A model folder that passed the check.

    Attributes:
        name: what ``--model`` takes: a bundled name or a folder.
        path: the folder.
        family: the ``model_type`` of its configuration.
        family_label: what users call the family.
        parameters: number of weights stored.
        size_bytes: size of the weight files.
        vocab_size: number of tokens it knows.
        positions: longest prompt plus new tokens, of a model with an encoder the most new tokens;
            ``None`` if there is no limit.
        prompt_positions: of a model with an encoder, the longest padded prompt; ``None`` if there
            is no limit.
        sliding_window: how many tokens back its attention reaches, ``None`` if to the first.
        hidden_size, layers: its shape.
        stored_dtype: format of the stored weights, as safetensors names it (``F16``).
        licence: from the model card, empty if it names none.
        is_decoder_only: whether it continues its input, or answers it with a decoder.
        has_xla: whether its generation compiles under XLA; if not, only the eager arm runs it.
        takes: whether its input is text or speech.
        has_chat: whether its tokenizer has a chat template.
        window_s: speech: seconds of audio that it hears at a time.
        sampling_rate: speech: samples a second of its audio.
        mel_bins: speech: rows of its log-mel input.
        speech_prompt: speech: the prompt of its decoder, before the transcript.
        memory_bytes: estimated bytes that loading in float32 needs, from the header alone.
        precisions: number formats that it can be computed in, ``Precision`` values, ``float32``
            first.
        settings: options of a call that its publisher chose, as (name, value) pairs; see
            ``core.configuration.generation_entries``. They are never applied unasked.
        notices: notices on the folder: entries that were ignored, and why.
    """

    name: str
    path: str
    family: str
    family_label: str
    parameters: int
    size_bytes: int
    vocab_size: int
    positions: int | None
    hidden_size: int
    layers: int
    stored_dtype: str
    licence: str
    is_decoder_only: bool
    has_xla: bool
    takes: ModelInput = ModelInput.TEXT
    has_chat: bool = False
    window_s: float | None = None
    sampling_rate: int | None = None
    mel_bins: int | None = None
    speech_prompt: SpeechPrompt | None = None
    memory_bytes: int = 0
    precisions: tuple[str, ...] = ("float32",)
    notices: tuple[Message, ...] = ()
    prompt_positions: int | None = None
    sliding_window: int | None = None
    settings: tuple[tuple[str, AnyOptionValue], ...] = ()

    def longest_prompt(self, new_tokens: int) -> int | None:
        """Return the most tokens of a padded prompt before ``new_tokens`` more, or None."""
        if not self.is_decoder_only:
            return self.prompt_positions
        return None if self.positions is None else self.positions - new_tokens


def room_for_new_tokens(info: ModelInfo) -> int | None:
    """Return how many new tokens the decoder of an encoder-decoder model holds.

    ``None`` if there is no limit. The start token takes no room: the last new token is never fed.
    """
    if info.positions is None:
        return None
    return info.positions - (len(info.speech_prompt.slots) if info.speech_prompt else 0)


def short_model_name(model: str) -> str:
    """Return the last path component of a model's name or folder."""
    return model.rstrip("/").rsplit("/", maxsplit=1)[-1]
