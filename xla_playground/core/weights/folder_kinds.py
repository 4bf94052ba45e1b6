"""Folders without a model of Transformers in them: what they are, and what helps."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import CheckpointError

#: Files by which a folder is known, what it holds, and what to do.
_KNOWN_BY = (
    (
        "adapter_config.json",
        "an adapter (LoRA), not a model: merge it into its model with PEFT's merge_and_unload() "
        "and save that",
    ),
    ("params.json", "a model in Meta's own format: use the one in the format of Transformers"),
    ("model_index.json", "a pipeline of Diffusers, which makes pictures: choose a text model"),
    ("saved_model.pb", "a SavedModel of TensorFlow: use the folder of the Transformers model"),
    ("model.onnx", "a model for ONNX: use the folder of the Transformers model"),
)
_SPLIT = re.compile(r"(.+)-\d{5}-of-\d{5}\.gguf", re.ASCII)


def other_kind(folder: Path) -> str:
    """Return what a folder holds in the place of a model and what to do, "" if nothing known."""
    return next((what for name, what in _KNOWN_BY if (folder / name).is_file()), "")


def no_configuration(folder: Path) -> CheckpointError:
    """Return the error for a folder without a ``config.json``.

    Raises:
        OSError: it cannot be read.
    """
    files = sorted(path.name for path in folder.iterdir())
    what = other_kind(folder)
    if what:
        return CheckpointError(f"{folder} holds {what}.")
    gguf = [name for name in files if name.lower().endswith(".gguf")]
    wholes = {match[1] if (match := _SPLIT.fullmatch(name)) else name for name in gguf}
    if len(wholes) > 1:
        return CheckpointError(
            f"{folder} holds {len(wholes)} GGUF models: give one of the files, such as {gguf[0]}."
        )
    if gguf:
        return CheckpointError(f"{folder} has no config.json: give the file {gguf[0]} in it.")
    snapshots = folder / "snapshots"
    inner = [
        path
        for path in (*folder.iterdir(), *(snapshots.iterdir() if snapshots.is_dir() else ()))
        if (path / "config.json").is_file()
    ]
    if inner:
        return CheckpointError(f"{folder} has no config.json, {min(inner)} has: give that folder.")
    return CheckpointError(f"{folder} has no config.json: give the folder of a Transformers model.")
