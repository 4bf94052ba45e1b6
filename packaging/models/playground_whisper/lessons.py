"""What training hears, step by step, and what it should write down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from features import LogMel
from hearing import Library, hear
from network import IGNORED
from vocabulary import END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speech import Speech
    from tokenizers import Tokenizer
    from torch import Tensor


class Batch(NamedTuple):
    """One step.

    Attributes:
        features: float32 (batch, mels, frames).
        tokens: int64 (batch, length).
        targets: int64 (batch, length), the token after each, or `IGNORED`.
    """

    features: Tensor
    tokens: Tensor
    targets: Tensor


class Lessons:
    """Batches without end, each clip once a round, in a new order every round.

    A transcript is `<|startoftranscript|><|notimestamps|>`, the words, `<|endoftext|>`. All but
    the first token is learned, so that a search that forces nothing finds its way as well.
    """

    def __init__(
        self, speech: Speech, tokenizer: Tokenizer, clips: int, device: torch.device
    ) -> None:
        self._clips = clips
        self._device = device
        self._library = Library(speech, device)
        self._features = LogMel().to(device)
        encodings = tokenizer.encode_batch(["", *(f" {text}" for text in speech.texts)])
        longest = max(len(encoding.ids) for encoding in encodings)
        end = tokenizer.token_to_id(END)
        tokens = [e.ids + [end] * (longest - len(e.ids)) for e in encodings]
        targets = [e.ids[1:] + [IGNORED] * (longest - len(e.ids)) for e in encodings]
        # Row 0 is the transcript of silence.
        self._tokens = torch.tensor(tokens, device=device)[:, :-1]
        self._targets = torch.tensor(targets, device=device)

    def __iter__(self) -> Iterator[Batch]:
        """Batches of `clips` clips."""
        while True:
            order = torch.randperm(len(self._library), device=self._device)
            for drawn in order.split(self._clips):
                if len(drawn) == self._clips:
                    yield self._batch(drawn)

    @torch.no_grad()
    def _batch(self, drawn: Tensor) -> Batch:
        # The training loop asks for a batch under autocast, which would round the spectrogram.
        with torch.autocast(self._device.type, enabled=False):
            waves, is_silent = hear(self._library.place(drawn))
            features = self._features(waves)
        rows = torch.where(is_silent, 0, drawn + 1)
        return Batch(features, self._tokens[rows], self._targets[rows])
