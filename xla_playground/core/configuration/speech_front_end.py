"""Read the input format of a speech model from its folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import CheckpointError, shown
from ..files.json_file import bad_json
from ..messages.models import configuration as messages
from ..speech.log_mel import FFT_SAMPLES, HOP_SAMPLES
from .sizes import whole_number

_SAMPLING_RATE = 16_000
#: A Whisper encoder halves the frames: its second convolution has stride 2.
_FRAMES_PER_POSITION = 2
#: The input that ``core.speech.log_mel`` computes, in the terms of ``preprocessor_config.json``.
_EXPECTED = {
    "feature_extractor_type": "WhisperFeatureExtractor",
    "sampling_rate": _SAMPLING_RATE,
    "hop_length": HOP_SAMPLES,
    "n_fft": FFT_SAMPLES,
    "padding_value": 0.0,
    "padding_side": "right",
    "dither": 0.0,
}


@dataclass(frozen=True)
class FrontEnd:
    """The input of a speech model.

    Attributes:
        window_s: seconds of audio that it hears at a time.
        sampling_rate: samples a second.
        mel_bins: rows of its log-mel input.
    """

    window_s: float
    sampling_rate: int
    mel_bins: int


def read_front_end(folder: Path, config: dict[str, Any]) -> FrontEnd:
    """Return the input format of the Whisper model in ``folder``.

    Its encoder takes exactly ``max_source_positions`` positions, so their number gives the window.
    A ``preprocessor_config.json`` must ask for the input that ``core.speech.log_mel`` computes.

    Raises:
        CheckpointError: the model needs an input that cannot be computed.
        OSError: a file cannot be read.
    """
    frames = whole_number(config, "max_source_positions") * _FRAMES_PER_POSITION
    mel_bins = whole_number(config, "num_mel_bins")
    asked = _read_preprocessor(folder)
    for entry, value in (_EXPECTED | {"feature_size": mel_bins, "nb_max_frames": frames}).items():
        if asked.get(entry, value) != value:
            said = shown(asked[entry])
            raise CheckpointError(
                messages.PREPROCESSOR_DIFFERS(
                    model=folder.name, entry=entry, value=said, needed=str(value)
                )
            )
    return FrontEnd(frames * HOP_SAMPLES / _SAMPLING_RATE, _SAMPLING_RATE, mel_bins)


def _read_preprocessor(folder: Path) -> dict[str, Any]:
    path = folder / "preprocessor_config.json"
    if not path.is_file():
        return {}
    try:
        asked = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        raise bad_json(path)
    return asked
