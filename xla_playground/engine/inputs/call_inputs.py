"""What a request hands to ``generate``: arrays of one shape, for one execution or for several."""

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
from ...core.model.info import ModelInput
from ...core.notice import Notice
from ...core.speech.prompt import SpeechPrompt
from ..model.loading import LoadedModel
from ..protocols.models import Tokenizer
from ..text.tokenization import encode, pad
from .speech import Windows, windows_of

#: The inputs of ``generate`` by name: int32 or float32.
Arrays = dict[str, NDArray[np.int32] | NDArray[np.float32]]


#: Finds the code of the language that is spoken in a recording.
FindLanguage = Callable[[Windows], str]


class CallInputs(Protocol):
    """The inputs of one call; its length is how often ``generate`` runs.

    Attributes:
        lengths: tokens of each prompt, or frames of audio in each window, padding not counted.
        padded_length: tokens of every padded prompt, or frames of every window.
        head: what the output begins with, before the first new token: int32, shape (rows, tokens):
            1 for a token of the prompt, 0 for padding and for a decoder's start token.
        notices: what a user must know of the inputs.
    """

    @property
    def lengths(self) -> tuple[int, ...]: ...
    @property
    def padded_length(self) -> int: ...
    @property
    def head(self) -> NDArray[np.int32]: ...
    @property
    def notices(self) -> tuple[Notice, ...]: ...
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
    notices: tuple[Notice, ...] = ()

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
    def _arrays(self) -> Arrays:  # the same at every call, so that its tensors are made once
        return {"input_ids": self.ids, "attention_mask": self.mask}


@dataclass(frozen=True)
class SpeechInputs:
    """The windows of an audio file, one run each: a fixed shape, however long the audio is.

    Attributes:
        prompt: what the decoder begins with, its start token included; int32 of shape (1, tokens).
        spoken: which language and task that says, ``None`` if the model has no choice of them.
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
    def notices(self) -> tuple[Notice, ...]:
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
    """Return the inputs that ``request`` means to its model.

    Args:
        find_language: finds the code of a language that is left free; without it any will do,
            since the shapes are the same.

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
        language = spoken.language or asked.languages[0][0]  # of silence any will do
    ids = [loaded.start_id, *asked.tokens(language, task)]
    return SpeechInputs(windows, np.array([ids], np.int32), spoken)


@lru_cache(maxsize=1)  # a forecast and its call have the same, and a call with other options
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
        raise RequestError(
            "prompts",
            f"{info.family_label} hears audio, it reads no prompt: open an audio file "
            "(--audio FILE).",
        )
    if request.audio and not hears:
        raise RequestError(
            "audio",
            f"{info.family_label} reads text, it hears no audio: choose a speech model, or type "
            "a prompt.",
        )
    if request.chat and not info.has_chat:
        raise RequestError("chat", "This model's tokenizer has no chat template: switch Chat off.")
    if request.arm is not Arm.EAGER and not info.has_xla:
        raise RequestError(
            "arm",
            f"{info.family_label} cannot be generated with in a graph or under XLA, Transformers "
            "does not have it: choose the eager arm (--arm eager).",
        )
    if request.recipe is Recipe.FAST and not info.has_xla:
        raise RequestError(
            "recipe",
            f"{info.family_label} has a cache that the fast recipe's loops cannot run: choose the "
            "documented recipe (--recipe documented).",
        )


def _padding(loaded: LoadedModel, request: Request) -> Padding:
    """Return the padding policy.

    A family whose generation takes padding for text has none. Our own loops compute no padding of
    a prompt whose length is live: prompts of a batch end at one place, that is all.
    """
    if not FAMILIES[loaded.info.family].reads_mask:
        return request.padding.model_copy(update={"mode": PaddingMode.NONE})
    if request.recipe is Recipe.FAST and loaded.info.is_decoder_only:
        return request.padding.model_copy(update={"mode": PaddingMode.LONGEST})
    return request.padding
