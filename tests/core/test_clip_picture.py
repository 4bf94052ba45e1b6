"""Pictures of recordings."""

from __future__ import annotations

import numpy as np
import pytest

from tests.sounds import RATE, tone
from xla_playground.core.speech.audio_windows import window_bounds
from xla_playground.core.speech.clip_picture import MAX_COLUMNS, ClipPicture, clip_picture


def draw(seconds: float, window_s: float) -> ClipPicture:
    return clip_picture(tone(seconds), window_s=window_s, sampling_rate=RATE, mel_bins=80)


@pytest.mark.parametrize(
    ("seconds", "window_s", "windows"),
    [(0.5, 2.0, 1), (2.0, 2.0, 1), (2.01, 2.0, 2), (5.0, 2.0, 3)],
)
def test_windows_are_counted_the_last_one_padded(
    seconds: float, window_s: float, windows: int
) -> None:
    picture = draw(seconds, window_s)
    assert picture.windows == windows
    assert picture.seconds == pytest.approx(seconds)
    assert picture.seconds <= picture.shown_s <= picture.ends_s[-1]


def test_windows_end_where_the_engine_cuts() -> None:
    samples = tone(3.0)
    samples[28_000:32_000] = 0
    cut, end = clip_picture(samples, window_s=2.0, sampling_rate=RATE, mel_bins=80).ends_s
    bounds = window_bounds(samples, window_s=2.0, sampling_rate=RATE)
    assert (cut * RATE, end * RATE) == pytest.approx((bounds[1], bounds[1] + 2 * RATE))


def test_a_short_clip_keeps_most_of_the_picture() -> None:
    assert draw(1.0, 30.0).shown_s == pytest.approx(4 / 3)


def test_the_waveform_keeps_its_peaks() -> None:
    samples = tone(3.0)
    samples[20_000] = 1.0
    picture = clip_picture(samples, window_s=4.0, sampling_rate=RATE, mel_bins=80)
    assert picture.waveform.max() == 1.0
    assert picture.waveform.min() == samples.min()
    peak = picture.times_s[int(picture.waveform.argmax())]
    assert peak == pytest.approx(20_000 / RATE, abs=0.01)


def test_a_tone_is_a_line_in_the_log_mel() -> None:
    picture = draw(2.0, 2.0)
    assert picture.mel.shape == (80, 200)
    loudest = picture.mel.argmax(axis=0)
    assert len(np.unique(loudest[2:-2])) == 1


def test_the_log_mel_has_no_gap_at_a_cut() -> None:
    picture = draw(4.0, 2.0)
    assert picture.windows == 3
    assert picture.mel.shape[1] == round(picture.shown_s * 100)
    low, high = np.sort(picture.mel[:, 2:398].argmax(axis=0))[[0, -1]]
    assert high - low <= 1  # where a window begins mirrored, the tone is blurred


def test_long_recordings_become_few_columns() -> None:
    picture = draw(60.0, 30.0)
    assert picture.mel.shape[1] <= MAX_COLUMNS
    assert len(picture.waveform) == len(picture.times_s) <= 2 * MAX_COLUMNS


def test_nothing_at_all_is_a_window_of_silence() -> None:
    picture = clip_picture(np.zeros(0, np.float32), window_s=2.0, sampling_rate=RATE, mel_bins=80)
    assert picture.windows == 1
    assert not picture.waveform.any()
