"""Log-mel spectrograms, as Whisper hears them.

The numbers are those of Transformers' ``WhisperFeatureExtractor``: a short-time Fourier transform
with a periodic Hann window, Slaney's mel scale and normalization, base-10 logarithms clipped to
eight decades below the loudest and shifted to about -1 … 1.
Source: Radford et al. 2022, https://arxiv.org/abs/2212.04356, section 2.2.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

#: Samples of one Fourier transform, and from the start of one to the next: 25 and 10 ms at 16 kHz.
FFT_SAMPLES = 400
HOP_SAMPLES = 160
_FLOOR = 1e-10
_DECADES = 8.0


def frames_in(window_s: float, sampling_rate: int = 16_000) -> int:
    """Return the number of log-mel frames in a window of ``window_s`` seconds."""
    return round(window_s * sampling_rate) // HOP_SAMPLES


def log_mel(
    waveform: NDArray[np.float32],
    *,
    window_s: float,
    sampling_rate: int = 16_000,
    mel_bins: int = 80,
) -> NDArray[np.float32]:
    """Compute the log-mel spectrogram of one window.

    Args:
        waveform: mono samples in -1 … 1, float32 of shape (samples,); padded with silence, or cut,
            to ``window_s`` seconds.
        window_s: seconds of the window; 30 for Whisper as published.
        sampling_rate: samples a second.
        mel_bins: rows of the result, 80 or 128 for Whisper.

    Returns:
        float32 of shape (mel_bins, frames), 100 frames a second at 16 kHz.
    """
    samples = np.zeros(round(window_s * sampling_rate), np.float64)
    heard = waveform[: len(samples)]
    samples[: len(heard)] = heard
    # each frame is centred on its time, so the ends are mirrored
    samples = np.pad(samples, FFT_SAMPLES // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(samples, FFT_SAMPLES)[::HOP_SAMPLES]
    hann = np.hanning(FFT_SAMPLES + 1)[:-1]
    # Whisper leaves the last frame out
    spectrum = np.fft.rfft(frames[:-1] * hann, axis=1)
    power = np.abs(spectrum).astype(np.float64) ** 2
    mel = np.maximum(power @ _mel_filters(mel_bins, sampling_rate), _FLOOR)
    decades = np.log10(mel).T
    decades = np.maximum(decades, decades.max() - _DECADES)
    return np.asarray((decades + 4.0) / 4.0, np.float32)


@lru_cache(maxsize=8)
def _mel_filters(mel_bins: int, sampling_rate: int) -> NDArray[np.float64]:
    """Return triangles of area one on Slaney's mel scale: shape (FFT_SAMPLES / 2 + 1, mel_bins).

    Source: Slaney 1998, "Auditory Toolbox", as librosa and Transformers write it.
    """
    frequencies = np.linspace(0.0, sampling_rate / 2, FFT_SAMPLES // 2 + 1)
    top = _hertz_to_mel(np.float64(sampling_rate / 2))
    corners = _mel_to_hertz(np.linspace(0.0, top, mel_bins + 2))
    widths = np.diff(corners)
    slopes = corners[None, :] - frequencies[:, None]
    rising, falling = -slopes[:, :-2] / widths[:-1], slopes[:, 2:] / widths[1:]
    triangles = np.maximum(0.0, np.minimum(rising, falling))
    return np.asarray(triangles * (2.0 / (corners[2:] - corners[:-2])), np.float64)


def _hertz_to_mel(hertz: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    """Convert hertz to mels: linear to 1 kHz (15 mels), then 27 mels for each factor of 6.4."""
    above = np.maximum(hertz, 1000.0)
    return np.where(
        hertz < 1000.0, 3.0 * hertz / 200.0, 15.0 + np.log(above / 1000.0) * 27.0 / np.log(6.4)
    )


def _mel_to_hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(
        mel < 15.0, 200.0 * mel / 3.0, 1000.0 * np.exp(np.log(6.4) / 27.0 * (mel - 15.0))
    )
