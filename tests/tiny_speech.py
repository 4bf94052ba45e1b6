"""A tiny random Whisper of three languages, the same in TensorFlow and in PyTorch.

Nothing here needs TensorFlow before a folder is written, so that the script that computes the
references can use the same weights and sounds.
"""

from __future__ import annotations

import wave
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SECONDS = 1.0
RATE = 16_000
LANGUAGES = {"<|en|>": 280, "<|de|>": 281, "<|ko|>": 282}
TASKS = {"translate": 290, "transcribe": 291}
START, NO_TIMESTAMPS = 2, 299
CONFIGURATION: dict[str, Any] = {
    "vocab_size": 300,
    "d_model": 32,
    "encoder_layers": 2,
    "decoder_layers": 2,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "num_mel_bins": 80,
    "max_source_positions": 50,
    "max_target_positions": 64,
    "bos_token_id": 0,
    "eos_token_id": 1,
    "pad_token_id": 0,
    "decoder_start_token_id": START,
    "suppress_tokens": None,
    "begin_suppress_tokens": None,
}
#: As the folders of OpenAI's multilingual models have it.
GENERATION: dict[str, Any] = {
    "bos_token_id": 0,
    "eos_token_id": 1,
    "pad_token_id": 0,
    "decoder_start_token_id": START,
    "is_multilingual": True,
    "lang_to_id": LANGUAGES,
    "task_to_id": TASKS,
    "no_timestamps_token_id": NO_TIMESTAMPS,
    "forced_decoder_ids": [[1, None], [2, TASKS["transcribe"]]],
    "return_timestamps": False,
    "suppress_tokens": [],
    "begin_suppress_tokens": [1, 7],
}


def weight_of(name: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Return the weight that PyTorch calls ``name``: random, but for norms and biases."""
    if len(shape) < 2:
        return np.full(shape, float("norm.weight" in name), np.float32)
    generator = np.random.default_rng(zlib.crc32(name.encode()))
    scale = 0.3 if "embed" in name else 0.8  # so that layers outweigh the last token itself
    return generator.normal(0, scale, shape).astype(np.float32)


def sound(seed: int, seconds: float = SECONDS) -> NDArray[np.float32]:
    """Return some notes, one after the other: float32 of shape (samples,), never silent."""
    generator = np.random.default_rng(seed)
    times = np.arange(round(seconds * RATE)) / RATE
    notes = generator.uniform(100, 4000, 8)[(times * 8 / seconds).astype(int)]
    noise = generator.normal(0, 0.01, len(times))
    notes_and_noise = 0.4 * np.sin(2 * np.pi * notes * times) + noise
    as_stored: NDArray[np.float32] = (np.round(notes_and_noise * 2**15) / 2**15).astype(np.float32)
    return as_stored


def write_sound(path: Path, *channels: NDArray[np.float32]) -> Path:
    """Write a 16-bit WAV file with some channels."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(2)
        file.setframerate(RATE)
        samples = np.stack(channels, axis=1) * 2**15
        file.writeframes(samples.astype("<i2").tobytes())
    return path


def make_tiny_speech_model(folder: Path, **generation: Any) -> Path:
    """Write a complete folder, weights in PyTorch's format; ``generation`` changes entries."""
    import json
    import warnings

    import transformers
    from safetensors.numpy import save_file

    from tests.tiny_models import as_pytorch, write_tokenizer

    folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(folder)
    model = transformers.TFWhisperForConditionalGeneration(
        transformers.WhisperConfig(**CONFIGURATION)
    )
    with warnings.catch_warnings():  # that two weights begin alike: they are overwritten below
        warnings.filterwarnings("ignore", message="The initializer .* is unseeded")
        model.build_in_name_scope()
    weights = {name: weight_of(name, array.shape) for name, array in as_pytorch(model).items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    settings = {"model_type": "whisper", **CONFIGURATION}
    (folder / "config.json").write_text(json.dumps(settings))
    entries = {name: value for name, value in (GENERATION | generation).items() if value != ...}
    (folder / "generation_config.json").write_text(json.dumps(entries))
    return folder
