"""Model folders in PyTorch's format whose weights follow from their names alone.

PyTorch (``packaging/references``) and the tests write the same folder, so that only what PyTorch
answers need be stored.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.tiny_models import write_tokenizer

#: Of these families the positions are computed: the table must be that of the formula.
SINUSOIDAL = ("marian", "pegasus")


def write_model(folder: Path, config: dict[str, Any], shapes: dict[str, list[int]]) -> Path:
    """Write a complete model folder with weights of these names and shapes, and return it."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(folder)
    (folder / "config.json").write_text(json.dumps(config))
    is_computed = config["model_type"] in SINUSOIDAL
    weights = {
        name: _sinusoidal(*shape)
        if is_computed and "embed_positions" in name
        else weight(_copied(name, shapes), shape)
        for name, shape in shapes.items()
    }
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    return folder


def _copied(name: str, shapes: dict[str, list[int]]) -> str:
    """Return the name of the shared embeddings for that of a copy of them."""
    shared = next((n for n in shapes if n.endswith("shared.weight")), name)
    return shared if name.endswith("coder.embed_tokens.weight") else name


def weight(name: str, shape: list[int]) -> NDArray[np.float32]:
    """Return random numbers that the name seeds; those of a normalization are around 1."""
    generator = np.random.default_rng(zlib.crc32(name.encode()))
    if len(shape) > 1:
        return generator.normal(0, 0.3, shape).astype(np.float32)
    return (generator.normal(0, 0.1, shape) + name.endswith("weight")).astype(np.float32)


def _sinusoidal(positions: int, size: int) -> NDArray[np.float32]:
    """Return Marian's table of positions: sines in the first half, cosines in the second."""
    column = np.arange(size)
    angles = np.arange(positions)[:, None] / 10_000 ** (2 * (column // 2) / size)
    return np.hstack([np.sin(angles[:, 0::2]), np.cos(angles[:, 1::2])]).astype(np.float32)
