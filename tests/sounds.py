"""Recordings for tests: synthetic, and as short as they can be."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 16_000


def tone(seconds: float, hertz: float = 440.0) -> NDArray[np.float32]:
    """A sine of half of full scale, float32 of shape (samples,) at 16,000 Hz."""
    times = np.arange(round(seconds * RATE)) / RATE
    return (0.5 * np.sin(2 * np.pi * hertz * times)).astype(np.float32)


def write_wav(path: Path, seconds: float) -> Path:
    """A mono WAV file with ``tone``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((tone(seconds) * 32767).astype("<i2").tobytes())
    return path
