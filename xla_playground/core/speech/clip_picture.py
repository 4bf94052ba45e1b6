"""The picture of a recording for a speech model: its waveform and log-mel, small enough to draw."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .audio_windows import window_bounds
from .log_mel import HOP_SAMPLES, log_mel

#: More columns than a picture has pixels would only take time to draw.
MAX_COLUMNS = 1200
#: The most of a picture that is left to the padding behind a short recording.
_PADDING_SHARE = 0.25


@dataclass(frozen=True, eq=False)
class ClipPicture:
    """A recording, cut into the windows that the model hears one after the other.

    Attributes:
        seconds: of the recording.
        ends_s: when each window ends, the silence that the last one is padded with included.
        shown_s: seconds that the picture shows, some of that padding included.
        times_s: shape (2 × columns,), float32: when each of ``waveform`` is.
        waveform: same shape: lowest and highest sample of each column in turn, in -1 … 1.
        mel: shape (mel_bins, columns), float32: the loudest of each column, about -1 … 1.
    """

    seconds: float
    ends_s: tuple[float, ...]
    shown_s: float
    times_s: NDArray[np.float32]
    waveform: NDArray[np.float32]
    mel: NDArray[np.float32]

    @property
    def windows(self) -> int:
        """Return the number of windows."""
        return len(self.ends_s)


def clip_picture(
    samples: NDArray[np.float32], *, window_s: float, sampling_rate: int, mel_bins: int
) -> ClipPicture:
    """Draw ``samples``: mono, float32 of shape (samples,), ``sampling_rate`` a second."""
    bounds = window_bounds(samples, window_s=window_s, sampling_rate=sampling_rate)
    seconds = len(samples) / sampling_rate
    ends_s = (*(cut / sampling_rate for cut in bounds[1:-1]), bounds[-2] / sampling_rate + window_s)
    shown_s = min(ends_s[-1], max(seconds, 0.1) / (1 - _PADDING_SHARE))
    shown = round(shown_s * sampling_rate)
    heard = [
        log_mel(
            samples[begin:end], window_s=window_s, sampling_rate=sampling_rate, mel_bins=mel_bins
        )
        for begin, end in itertools.pairwise(bounds)
    ]
    # the padding of all but the last has no place in a picture of the recording
    cut = [(end - begin) // HOP_SAMPLES for begin, end in itertools.pairwise(bounds[:-1])]
    mel = np.concatenate(
        [*(part[:, :frames] for part, frames in zip(heard, cut, strict=False)), heard[-1]], axis=1
    )
    times_s, waveform = _envelope(samples, shown, sampling_rate)
    return ClipPicture(
        seconds=seconds,
        ends_s=ends_s,
        shown_s=shown_s,
        times_s=times_s,
        waveform=waveform,
        mel=_columns(mel[:, : shown // HOP_SAMPLES]),
    )


def _envelope(
    samples: NDArray[np.float32], shown: int, sampling_rate: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    group = math.ceil(shown / MAX_COLUMNS)
    columns = math.ceil(shown / group)
    padded = np.zeros(columns * group, np.float32)
    padded[: len(samples)] = samples[: len(padded)]
    grouped = padded.reshape(columns, group)
    waveform = np.stack((grouped.min(axis=1), grouped.max(axis=1)), axis=1).ravel()
    middles = (np.arange(columns) + 0.5) * group / sampling_rate
    return np.repeat(middles, 2).astype(np.float32), waveform


def _columns(mel: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the maxima of groups of neighbouring frames: at most ``MAX_COLUMNS`` columns."""
    group = math.ceil(mel.shape[1] / MAX_COLUMNS)
    padded = np.pad(mel, ((0, 0), (0, -mel.shape[1] % group)), mode="edge")
    loudest: NDArray[np.float32] = padded.reshape(len(mel), -1, group).max(axis=2)
    return loudest
