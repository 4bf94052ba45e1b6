"""The log-mel front end gives the numbers of Transformers' own."""

from __future__ import annotations

import numpy as np
import pytest

from xla_playground.core.speech.log_mel import frames_in, log_mel


@pytest.mark.parametrize("seconds", [0.5, 3.0, 40.0])
@pytest.mark.parametrize(("window_s", "mel_bins"), [(30.0, 80), (4.0, 80), (30.0, 128)])
def test_equal_to_the_feature_extractor(seconds: float, window_s: float, mel_bins: int) -> None:
    from transformers import WhisperFeatureExtractor

    generator = np.random.default_rng(0)
    time = np.arange(int(16_000 * seconds)) / 16_000
    sweep = 0.5 * np.sin(2 * np.pi * (200 + 300 * time) * time)
    waveform = np.asarray(sweep + generator.normal(0, 0.01, time.shape), np.float32)
    extractor = WhisperFeatureExtractor(feature_size=mel_bins, chunk_length=int(window_s))
    expected = extractor(waveform, sampling_rate=16_000, return_tensors="np").input_features[0]
    ours = log_mel(waveform, window_s=window_s, mel_bins=mel_bins)
    assert ours.dtype == np.float32
    assert ours.shape == expected.shape == (mel_bins, frames_in(window_s))
    assert np.abs(ours - expected).max() < 1e-4


def test_silence_is_finite() -> None:
    spectrum = log_mel(np.zeros(0, np.float32), window_s=1.0)
    assert np.isfinite(spectrum).all()
    assert len(np.unique(spectrum)) == 1
