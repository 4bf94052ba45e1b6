"""Turn audio into the inputs of a speech model: pieces, each padded to a window of one shape."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from ...core.errors import RequestError
from ...core.files.given_path import given_path
from ...core.messages import speech as messages
from ...core.messages.message import Message
from ...core.model.info import ModelInfo
from ...core.speech.audio_windows import window_bounds
from ...core.speech.log_mel import HOP_SAMPLES, frames_in, log_mel
from ...library.audio_file import Waveform, cancelled_channels, cut_off, read_audio

#: From the lowest to the highest sample of digital silence: one step of 16 bits to either side,
#: which is dither. Whisper scales its input, so it hears that as loud noise, and writes " you".
_SILENCE = 2.0**-14


@dataclass(frozen=True)
class Windows:
    """The audio of a call, cut into windows that all have one shape.

    Attributes:
        samples: mono, float32 of shape (samples,).
        window_s, sampling_rate, mel_bins: the model's input, see ``ModelInfo``.
        notices: notices on the recording.
    """

    samples: NDArray[np.float32]
    window_s: float
    sampling_rate: int
    mel_bins: int
    notices: tuple[Message, ...] = ()

    def __len__(self) -> int:
        return len(self._bounds) - 1

    @property
    def frames(self) -> int:
        """Return the number of frames of every window, silence at its end included."""
        return frames_in(self.window_s, self.sampling_rate)

    @property
    def heard_frames(self) -> tuple[int, ...]:
        """Return the number of frames of each window that hold audio."""
        return tuple(
            math.ceil((end - begin) / HOP_SAMPLES)
            for begin, end in itertools.pairwise(self._bounds)
        )

    def is_silent(self, number: int) -> bool:
        """Return whether a window holds digital silence: one constant value, or dither
        around it.
        """
        begin, end = self._bounds[number : number + 2]
        heard = self.samples[begin:end]
        return not len(heard) or float(np.ptp(heard)) <= _SILENCE

    def features(self, number: int) -> NDArray[np.float32]:
        """Return the log-mel input of one window, float32 of shape (1, mel_bins, frames)."""
        begin, end = self._bounds[number : number + 2]
        return log_mel(
            self.samples[begin:end],
            window_s=self.window_s,
            sampling_rate=self.sampling_rate,
            mel_bins=self.mel_bins,
        )[np.newaxis]

    @cached_property
    def _bounds(self) -> tuple[int, ...]:
        return window_bounds(self.samples, window_s=self.window_s, sampling_rate=self.sampling_rate)


def windows_of(info: ModelInfo, audio: str) -> Windows:
    """Return the windows of an audio file for a speech model.

    Raises:
        RequestError: the file cannot be read.
    """
    assert info.window_s is not None
    assert info.sampling_rate is not None
    assert info.mel_bins is not None
    sound = _sound(audio)
    notices: tuple[Message, ...] = ()
    if sound.cancelled_s:
        notices = (cancelled_channels(audio, sound),)
    if sound.missing_s:
        notices += (cut_off(audio, sound),)
    return Windows(sound.samples, info.window_s, info.sampling_rate, info.mel_bins, notices)


def _sound(audio: str) -> Waveform:
    """Read a file, or return the last one read: a forecast reads it at every change."""
    try:
        stat = given_path(audio).stat()
        version = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    except (OSError, ValueError, RuntimeError):
        version = (0, 0, 0)  # read_audio raises the error
    return _read(audio, version)


@lru_cache(maxsize=1)
def _read(audio: str, version: tuple[int, int, int]) -> Waveform:
    sound = read_audio(audio)
    if not len(sound.samples):
        raise RequestError("audio", messages.AUDIO_EMPTY(name=audio))
    return sound
