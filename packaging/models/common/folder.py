"""Writing the files of a Transformers folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import torch
from safetensors.torch import save_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tokenizers import Tokenizer
    from torch import Tensor


def write_folder(
    folder: Path,
    tensors: Mapping[str, Tensor],
    tokenizer: Tokenizer,
    descriptions: Mapping[str, Mapping[str, Any]],
) -> None:
    """Write weights in float16, the tokenizer, and JSON files, each under its name.

    Raises:
        ValueError: a weight is too large for float16, or not a number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    halves = {
        name: tensor.detach().to("cpu", torch.float16).contiguous()
        for name, tensor in tensors.items()
    }
    for name, tensor in halves.items():
        if not tensor.isfinite().all():
            raise ValueError(f"{name} does not fit float16")
    save_file(halves, folder / "model.safetensors", metadata={"format": "pt"})
    tokenizer.save(str(folder / "tokenizer.json"))
    for name, content in descriptions.items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
