"""Long audio is cut between words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.sounds import RATE, tone
from xla_playground.core.paths import resource_dir
from xla_playground.core.speech.audio_windows import window_bounds
from xla_playground.core.speech.log_mel import HOP_SAMPLES
from xla_playground.library.audio_file import read_audio

WINDOW_S = 2.0
WINDOW = round(WINDOW_S * RATE)


def bounds_of(samples: NDArray[np.float32]) -> tuple[int, ...]:
    return window_bounds(samples, window_s=WINDOW_S, sampling_rate=RATE)


def words(seconds: float, *pauses: tuple[float, float]) -> NDArray[np.float32]:
    """A tone in quiet noise that stops for the seconds from … to."""
    samples = tone(seconds)
    for begin, end in pauses:
        samples[round(begin * RATE) : round(end * RATE)] = 0
    noise = np.random.default_rng(0).normal(0, 0.005, len(samples))
    return (samples + noise).astype(np.float32)


@pytest.mark.parametrize("samples", [0, 1, WINDOW - 1, WINDOW])
def test_what_fits_is_one_window(samples: int) -> None:
    assert bounds_of(np.ones(samples, np.float32)) == (0, samples)


def test_a_cut_goes_through_the_pause() -> None:
    first, second = bounds_of(words(5.0, (1.55, 1.75), (3.3, 3.5)))[1:-1]
    assert first / RATE == pytest.approx(1.65, abs=0.03)
    assert second / RATE == pytest.approx(3.4, abs=0.03)


def test_a_shorter_gap_inside_a_word_is_passed_over() -> None:
    (cut,) = bounds_of(words(2.5, (1.6, 1.66), (1.75, 1.9)))[1:-1]
    assert 1.75 < cut / RATE < 1.9


def test_a_pause_before_the_last_quarter_does_not_shorten_a_window() -> None:
    (cut,) = bounds_of(words(2.5, (0.5, 1.2)))[1:-1]
    assert 1.5 < cut / RATE < 2.0


def test_silence_is_cut_in_its_middle() -> None:
    samples = words(2.5)
    samples[round(1.6 * RATE) : round(1.9 * RATE)] = 0  # digital: every stretch in it is alike
    assert bounds_of(samples)[1] / RATE == pytest.approx(1.75, abs=0.011)
    (cut,) = bounds_of(np.zeros(WINDOW + 1, np.float32))[1:-1]
    assert cut / RATE == pytest.approx(1.75, abs=0.011)


@pytest.mark.parametrize("seconds", [2.001, 4.0, 6.0, 31.3])
@pytest.mark.parametrize("level", [0.0, 1.0])
def test_every_window_is_filled_to_three_quarters(seconds: float, level: float) -> None:
    samples = np.full(round(seconds * RATE), level, np.float32)
    bounds = bounds_of(samples)
    assert (bounds[0], bounds[-1]) == (0, len(samples))
    sizes = [end - begin for begin, end in pairwise(bounds)]
    assert 0 < sizes[-1] <= WINDOW
    assert all(0.75 * WINDOW < size <= WINDOW for size in sizes[:-1])
    assert all(cut % HOP_SAMPLES == 0 for cut in bounds[:-1])
    assert bounds == bounds_of(samples.copy())


def test_a_window_without_room_for_a_pause_is_cut_at_its_end() -> None:
    samples = np.ones(20_000, np.float32)
    bounds = window_bounds(samples, window_s=0.5, sampling_rate=RATE)
    assert bounds == (0, 8_000, 16_000, 20_000)


def test_the_bundled_recording_is_cut_between_its_words() -> None:
    samples = read_audio(str(resource_dir() / "audio" / "long.ogg")).samples
    loudest = float(np.abs(samples).max())
    cuts = window_bounds(samples, window_s=5.0, sampling_rate=RATE)[1:-1]
    assert len(cuts) == 2
    for cut in cuts:
        around = samples[cut - RATE // 10 : cut + RATE // 10]
        assert np.abs(around).max() < loudest / 20
