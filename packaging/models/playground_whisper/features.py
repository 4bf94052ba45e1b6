"""Log-mel spectrograms on the training device, equal to Transformers' `WhisperFeatureExtractor`."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

SAMPLING_RATE = 16_000
SECONDS = 5  # of the window: Whisper has 30
WINDOW = SECONDS * SAMPLING_RATE
HOP, FFT, MELS = 160, 400, 80
FRAMES = WINDOW // HOP


def mel_filters() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Triangles on Slaney's mel scale, each of the same area: (frequencies, mels).

    M. Slaney, *Auditory Toolbox* (1998): linear up to 1,000 Hz, logarithmic above.
    """
    step = np.log(6.4) / 27
    highest = 15 + np.log(SAMPLING_RATE / 2 / 1000) / step
    mels = np.linspace(0, highest, MELS + 2)
    edges = np.where(mels < 15, mels * 200 / 3, 1000 * np.exp(step * (mels - 15)))
    frequencies = np.linspace(0, SAMPLING_RATE / 2, FFT // 2 + 1)[:, None]
    low, middle, high = edges[:-2], edges[1:-1], edges[2:]
    rising = (frequencies - low) / (middle - low)
    falling = (high - frequencies) / (high - middle)
    triangles: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    triangles = np.maximum(0, np.minimum(rising, falling)) * 2 / (high - low)
    return triangles


class LogMel(nn.Module):
    """Waveforms (batch, `WINDOW`) in [-1, 1] to spectrograms (batch, `MELS`, `FRAMES`)."""

    window: Tensor
    filters: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("window", torch.hann_window(FFT), persistent=False)
        filters = torch.from_numpy(mel_filters().T.astype(np.float32))
        self.register_buffer("filters", filters, persistent=False)

    @torch.no_grad()
    def forward(self, waves: Tensor) -> Tensor:
        """In float32; autocast must be off."""
        spectrum = torch.stft(waves, FFT, HOP, window=self.window, return_complex=True)
        power = spectrum[..., :-1].abs().square()
        logs = (self.filters @ power).clamp(min=1e-10).log10()
        loudest = logs.amax(dim=(1, 2), keepdim=True)
        return (torch.maximum(logs, loudest - 8) + 4) / 4
