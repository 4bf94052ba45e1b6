"""Cut audio longer than a speech model's window into windows, between words if possible.

A model hears each window alone, so a word that a cut goes through is lost to both sides. Every
window is filled to three quarters at least; in its last quarter the stretch of ``STRETCH_S`` with
the least short-time energy (the mean of the squared samples; Rabiner and Sambur 1975, "An algorithm
for determining the endpoints of isolated utterances", distinguish speech from silence by it) is
searched at every hop of the log-mel, and the cut goes through its middle.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .log_mel import HOP_SAMPLES

#: As long as a short pause between words: a closed "t" or "p" inside one is over sooner.
STRETCH_S = 0.16
_FILLED = 0.75


def window_bounds(
    samples: NDArray[np.float32], *, window_s: float, sampling_rate: int
) -> tuple[int, ...]:
    """Cut a waveform into windows of at most ``window_s`` seconds.

    Args:
        samples: mono, float32 of shape (samples,).
        window_s: seconds that the model hears at a time.
        sampling_rate: samples a second.

    Returns:
        Indices into ``samples``: window ``n`` is ``samples[bounds[n] : bounds[n + 1]]``. The first
        is 0, the last ``len(samples)``; there is one window at least, an empty one of no samples.
        Those between lie on a hop of the log-mel. The same waveform gives the same ones.
    """
    window = round(window_s * sampling_rate)
    bounds = [0]
    while len(samples) - bounds[-1] > window:
        begin = bounds[-1]
        bounds.append(begin + _cut(samples[begin : begin + window], sampling_rate))
    return (*bounds, len(samples))


def _cut(window: NDArray[np.float32], sampling_rate: int) -> int:
    """Return the sample at which to cut a full window: in its last quarter, or its end if that is
    too short.
    """
    hops = len(window) // HOP_SAMPLES
    stretch = max(2, round(STRETCH_S * sampling_rate / HOP_SAMPLES) // 2 * 2)
    first = int(hops * _FILLED)
    if hops - first < stretch:
        return len(window)
    searched = window[first * HOP_SAMPLES : hops * HOP_SAMPLES].astype(np.float64)
    of_hops = np.square(searched).reshape(-1, HOP_SAMPLES).sum(axis=1)
    energies = np.lib.stride_tricks.sliding_window_view(of_hops, stretch).sum(axis=1)
    # of stretches that are alike, as in digital silence, the one in their middle
    quietest = np.flatnonzero(energies == energies.min())
    start = int(quietest[len(quietest) // 2])
    return (first + start + stretch // 2) * HOP_SAMPLES
