"""Clips as a microphone would deliver them: somewhere in the window, in a room, in noise.

All of it on the training device, anew for each step, so that no clip is ever heard twice alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from features import SAMPLING_RATE, WINDOW

if TYPE_CHECKING:
    from speech import Speech
    from torch import Tensor

TAIL = SAMPLING_RATE // 2  # samples of a room's echo that are kept
# Of the clips of a training step: in a room, through a filter, over voices, in noise.
IN_ROOM, FILTERED, OVER_VOICES, IN_NOISE = 0.4, 0.6, 0.15, 0.7
# Of the clips of a training step: nothing is said, and the transcript is empty.
SILENT = 0.02


class Clips(NamedTuple):
    """Some clips of a set, each in its window.

    Attributes:
        waves: float32 (batch, `WINDOW`), zero where nothing is said.
        is_speech: bool (batch, `WINDOW`), from the clip's first sample to its last.
        ends: int64 (batch, 1), the sample after the clip's last.
    """

    waves: Tensor
    is_speech: Tensor
    ends: Tensor


class Library:
    """The clips of one set, in the memory of the training device."""

    def __init__(self, speech: Speech, device: torch.device) -> None:
        self._samples = torch.from_numpy(speech.samples).to(device)
        self._lengths = torch.from_numpy(speech.lengths).to(device)[:, None]
        self._starts = self._lengths.cumsum(0) - self._lengths

    def __len__(self) -> int:
        return len(self._lengths)

    def place(self, index: Tensor) -> Clips:
        """The clips of `index` (batch), each at a random place in its window."""
        lengths, device = self._lengths[index], index.device
        offsets = (torch.rand(len(index), 1, device=device) * (WINDOW - lengths)).long()
        within = torch.arange(WINDOW, device=device) - offsets
        is_speech = (within >= 0) & (within < lengths)
        found = self._samples[torch.where(is_speech, within + self._starts[index], 0)]
        waves = torch.where(is_speech, found.float() / 32768, 0.0)
        return Clips(waves, is_speech, offsets + lengths)


def uniform(like: Tensor, low: float, high: float) -> Tensor:
    """Random numbers, one a clip: (batch, 1)."""
    return torch.empty(len(like), 1, device=like.device).uniform_(low, high)


def chance(like: Tensor, probability: float) -> Tensor:
    """Whether something happens, for each clip: bool (batch, 1)."""
    return torch.rand(len(like), 1, device=like.device) < probability


def loudness(clips: Clips) -> Tensor:
    """Root mean square of what is said: (batch, 1)."""
    energy = clips.waves.square().sum(1, keepdim=True)
    return (energy / clips.is_speech.sum(1, keepdim=True)).sqrt()


def noise(like: Tensor) -> Tensor:
    """Noise of a loudness of one and of all colours, from blue to brown: (batch, `WINDOW`)."""
    bins = WINDOW // 2 + 1
    spectrum = torch.randn(len(like), bins, dtype=torch.complex64, device=like.device)
    # Below 20 Hz noise is flat, or its loudness would be nothing that a microphone delivers.
    frequencies = torch.arange(bins, device=like.device).clamp(min=20 * WINDOW // SAMPLING_RATE)
    waves = torch.fft.irfft(spectrum * frequencies ** uniform(like, -1.0, 0.25), WINDOW)
    return waves / waves.square().mean(1, keepdim=True).sqrt()


def add_noise(clips: Clips, low: float, high: float) -> Clips:
    """Noise in the whole window, `low` to `high` decibels below what is said."""
    below = uniform(clips.waves, low, high)
    scale = loudness(clips) * 10 ** (-below / 20)
    return clips._replace(waves=clips.waves + scale * noise(clips.waves))


def through_room(waves: Tensor) -> Tensor:
    """Echoes of some, and tilts and bumps in the spectrum of some."""
    device, count = waves.device, WINDOW + TAIL
    spectrum = torch.fft.rfft(waves, count)
    # A room: white noise that dies away within 0.1 to 0.5 seconds, after the direct sound.
    seconds = torch.arange(TAIL, device=device) / SAMPLING_RATE
    echo = torch.randn(len(waves), TAIL, device=device)
    echo *= torch.exp(-6.9 * seconds / uniform(waves, 0.1, 0.5))
    echo *= uniform(waves, 0.1, 0.8) / echo.square().sum(1, keepdim=True).sqrt()
    echo *= chance(waves, IN_ROOM)
    echo[:, 0] += 1
    spectrum *= torch.fft.rfft(echo, count)
    # A filter: decibels at twelve points over the spectrum, a line drawn between them. A steep
    # end is a telephone's.
    points = torch.randn(len(waves), 1, 12, device=device) * 5
    cut = torch.zeros_like(points)
    cut[..., :1], cut[..., -4:] = -30.0, -30.0
    points += cut * (torch.rand(len(waves), 1, 1, device=device) < 0.15)
    curve = torch.nn.functional.interpolate(
        points, spectrum.shape[1], mode="linear", align_corners=True
    )
    spectrum *= 10 ** (curve.squeeze(1) * chance(waves, FILTERED) / 20)
    return torch.fft.irfft(spectrum, count)[:, :WINDOW]


def hear(clips: Clips) -> tuple[Tensor, Tensor]:
    """Clips as training hears them.

    Returns:
        waves: float32 (batch, `WINDOW`).
        is_silent: bool (batch), where nothing is said after all.
    """
    waves = clips.waves
    is_silent = chance(waves, SILENT)
    before = loudness(clips)
    waves = through_room(torch.where(is_silent, 0.0, waves))
    others = waves.roll(1, 0) * (chance(waves, OVER_VOICES) & ~is_silent)
    waves = waves + others * 10 ** (-uniform(waves, 12, 30) / 20)
    below = uniform(waves, 3, 40)
    scale = before * 10 ** (-below / 20) * chance(waves, IN_NOISE)
    waves = waves + scale * noise(waves)
    # Files end soon after the last word, and the feature extractor fills up with zeros.
    file_ends = clips.ends + (WINDOW - clips.ends) * uniform(waves, 0, 1)
    is_cut = (torch.arange(WINDOW, device=waves.device) >= file_ends) & chance(waves, 0.6)
    waves = torch.where(is_cut, 0.0, waves)
    return level(waves), is_silent.squeeze(1)


def level(waves: Tensor) -> Tensor:
    """At a volume between full scale and a thirtieth of it; silence stays what it is."""
    peak = waves.abs().amax(1, keepdim=True).clamp(min=1e-4)
    return waves / peak * 10 ** uniform(waves, -1.5, 0)
