"""Make the inputs of ``generate`` from a request: arrays of one shape, for one run or several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ...core.call.padding import Padding, PaddingMode, PaddingSide
from ...core.call.record import Spoken
from ...core.call.request import Arm, Recipe, Request
from ...core.configuration.families import FAMILIES
from ...core.errors import RequestError
from ...core.messages import request as messages
from ...core.messages.message import Message
from ...core.model.info import ModelInput
from ...core.options.table import Strategy
from ...core.speech.prompt import SpeechPrompt
from ..model.loading import LoadedModel
from ..protocols.models import Tokenizer
from ..text.tokenization import encode, pad
from .speech import Windows, windows_of

#: The inputs of ``generate`` by name: int32 or float32.
Arrays = dict[str, NDArray[np.int32] | NDArray[np.float32]]


#: The type of callbacks that detect the language of a recording and return its code.
FindLanguage = Callable[[Windows], str]


class CallInputs(Protocol):
    """The inputs of one call; its length is how often ``generate`` runs.

    Attributes:
        lengths: tokens of each prompt, or frames of audio in each window, padding not counted.
        padded_length: tokens of every padded prompt, or frames of every window.
        head: the output before the first new token, int32 of shape (rows, tokens): 1 for a token of
            the prompt, 0 for padding and for a decoder's start token.
        notices: notices on the inputs.
    """

    @property
    def lengths(self) -> tuple[int, ...]: ...
    @property
    def padded_length(self) -> int: ...
    @property
    def head(self) -> NDArray[np.int32]: ...
    @property
    def notices(self) -> tuple[Message, ...]: ...
    def __len__(self) -> int: ...
    def arrays(self, part: int) -> Arrays:
        """Return the inputs of one run; names, shapes and dtypes are the same for every run."""
        ...


@dataclass(frozen=True)
class TextInputs:
    """A batch of padded prompts: one run."""

    lengths: tuple[int, ...]
    ids: NDArray[np.int32]
    mask: NDArray[np.int32]
    is_decoder_only: bool
    notices: tuple[Message, ...] = ()

    @property
    def padded_length(self) -> int:
        return int(self.mask.shape[1])

    @property
    def head(self) -> NDArray[np.int32]:
        return self.mask if self.is_decoder_only else np.zeros((len(self.mask), 1), np.int32)

    def __len__(self) -> int:
        return 1

    def arrays(self, part: int) -> Arrays:
        """Return ``input_ids`` and ``attention_mask``, int32 of shape (prompts, padded length)."""
        return self._arrays

    @cached_property
    def _arrays(self) -> Arrays:  # equal at every call, so that their tensors are made once
        return {"input_ids": self.ids, "attention_mask": self.mask}


@dataclass(frozen=True)
class SpeechInputs:
    """The windows of an audio file, one run each: of one shape for every length of the audio.

    Attributes:
        prompt: the first tokens of the decoder, its start token included; int32 of shape (1,
            tokens).
        spoken: language and task of the prompt, ``None`` if the model has no choice of them.
    """

    windows: Windows
    prompt: NDArray[np.int32]
    spoken: Spoken | None = None

    @property
    def lengths(self) -> tuple[int, ...]:
        return self.windows.heard_frames

    @property
    def padded_length(self) -> int:
        return self.windows.frames

    @property
    def head(self) -> NDArray[np.int32]:
        return (np.arange(self.prompt.shape[1])[np.newaxis] > 0).astype(np.int32)

    @property
    def notices(self) -> tuple[Message, ...]:
        return self.windows.notices

    def __len__(self) -> int:
        return len(self.windows)

    def arrays(self, part: int) -> Arrays:
        """Return ``input_features``, float32 of shape (1, mel bins, frames), and the decoder's
        prompt.
        """
        return {
            "input_features": self.windows.features(part),
            "decoder_input_ids": self.prompt,
        }


def inputs_of(
    loaded: LoadedModel, request: Request, find_language: FindLanguage | None = None
) -> CallInputs:
    """Return the inputs of ``request`` for its model.

    Args:
        find_language: detects a language that is left free; without it any language is taken, since
            the shapes are the same.

    Raises:
        RequestError: the model does not take them, or not in this arm.
    """
    _check_kind(loaded, request)
    if loaded.info.takes is ModelInput.SPEECH:
        return _speech_inputs(loaded, request, find_language)
    info = loaded.info
    side = request.padding.side_for(
        is_decoder_only=info.is_decoder_only, has_positions=info.positions is not None
    )
    padding = _padding(loaded, request)
    return _text_inputs(
        loaded.tokenizer,
        loaded.pad_id,
        request.prompts,
        request.chat,
        padding,
        side,
        loaded.info.is_decoder_only,
    )


def _speech_inputs(
    loaded: LoadedModel, request: Request, find_language: FindLanguage | None
) -> SpeechInputs:
    windows = windows_of(loaded.info, request.audio)
    asked = loaded.info.speech_prompt or SpeechPrompt()
    language, task = asked.chosen(request.language, request.task)
    spoken = None
    if asked.is_multilingual:
        found = "" if language or find_language is None else find_language(windows)
        spoken = Spoken(language=language or found, task=task, is_found=bool(found))
        language = spoken.language or asked.languages[0][0]  # for silence, any language
    ids = [loaded.start_id, *asked.tokens(language, task)]
    return SpeechInputs(windows, np.array([ids], np.int32), spoken)


@lru_cache(maxsize=1)  # a forecast and its call, and a call with other options, share it
def _text_inputs(
    tokenizer: Tokenizer,
    pad_id: int,
    prompts: tuple[str, ...],
    chat: bool,
    padding: Padding,
    side: PaddingSide,
    is_decoder_only: bool,
) -> TextInputs:
    tokens = encode(tokenizer, prompts, chat=chat)
    lengths = tuple(map(len, tokens))
    ids, mask = pad(tokens, padding.padded_length(lengths), side, pad_id)
    return TextInputs(lengths, ids, mask, is_decoder_only)


def _check_kind(loaded: LoadedModel, request: Request) -> None:
    info = loaded.info
    hears = info.takes is ModelInput.SPEECH
    if hears and not request.audio:
        raise RequestError("prompts", messages.HEARS_NO_PROMPT(family=info.family_label))
    if request.audio and not hears:
        raise RequestError("audio", messages.READS_NO_AUDIO(family=info.family_label))
    if request.chat and not info.has_chat:
        raise RequestError("chat", messages.NO_CHAT_TEMPLATE())
    if request.arm is not Arm.EAGER and not info.has_xla:
        raise RequestError("arm", messages.EAGER_ONLY(family=info.family_label))
    if request.recipe is Recipe.FAST and not info.has_xla:
        raise RequestError("recipe", messages.DOCUMENTED_ONLY(family=info.family_label))
    is_contrastive = request.options.strategy is Strategy.CONTRASTIVE
    if is_contrastive and not FAMILIES[info.family].has_contrastive:
        raise RequestError("strategy", messages.NO_CONTRASTIVE(family=info.family_label))


def _padding(loaded: LoadedModel, request: Request) -> Padding:
    """Return the padding policy.

    A family whose generation reads padding as text has none. Our own loops read no padding if the
    length of a prompt is live: the prompts of a batch only end at the same place.
    """
    if not FAMILIES[loaded.info.family].reads_mask:
        return request.padding.model_copy(update={"mode": PaddingMode.NONE})
    if request.recipe is Recipe.FAST and loaded.info.is_decoder_only:
        return request.padding.model_copy(update={"mode": PaddingMode.LONGEST})
    return request.padding
