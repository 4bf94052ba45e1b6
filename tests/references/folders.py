"""Tiny model folders that PyTorch and TensorFlow read alike: all weights are drawn with NumPy."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

Shapes = Mapping[str, tuple[int, ...]]


def draw_weights(shapes: Shapes) -> dict[str, np.ndarray]:
    """Return float32 weights by name; a name and a shape always give the same numbers."""
    return {name: _draw(name, tuple(shape)) for name, shape in shapes.items()}


def _draw(name: str, shape: tuple[int, ...]) -> np.ndarray:
    numbers = np.random.default_rng(zlib.crc32(name.encode())).normal(size=shape)
    if len(shape) != 1:
        numbers *= 0.3  # wide enough that the best token is not nearly a tie
    else:
        numbers *= 0.1
        if name.endswith("weight"):  # the scale of a norm
            numbers += 1.0
    return numbers.astype(np.float32)


def write_folder(folder: Path, config: Mapping[str, Any], shapes: Shapes) -> Path:
    """Write a model folder in PyTorch's format, whose tokenizer reads ``t5 t17`` as 5, 17."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer(config["vocab_size"])))
    (folder / "tokenizer_config.json").write_text(
        json.dumps(
            {
                "tokenizer_class": "PreTrainedTokenizerFast",
                "pad_token": "<pad>",
                "eos_token": "<end>",
                "clean_up_tokenization_spaces": False,
                "model_input_names": ["input_ids", "attention_mask"],
            }
        )
    )
    save_file(draw_weights(shapes), folder / "model.safetensors", metadata={"format": "pt"})
    return folder


def _tokenizer(vocabulary: int) -> dict[str, Any]:
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": None,
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "WordLevel",
            "vocab": {"<pad>": 0, "<end>": 1} | {f"t{n}": n for n in range(2, vocabulary)},
            "unk_token": "t2",
        },
    }
