"""Folders without a model of Transformers in them: what they are, and what helps."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import CheckpointError
from ..messages.message import Message
from ..messages.models import checkpoint as messages

#: Files by which a folder is known, what it holds, and what to do.
_KNOWN_BY = (
    ("adapter_config.json", messages.AN_ADAPTER()),
    ("params.json", messages.METAS_FORMAT()),
    ("model_index.json", messages.A_DIFFUSERS_PIPELINE()),
    ("saved_model.pb", messages.A_SAVED_MODEL()),
    ("model.onnx", messages.AN_ONNX_MODEL()),
)
_SPLIT = re.compile(r"(.+)-\d{5}-of-\d{5}\.gguf", re.ASCII)


def other_kind(folder: Path) -> Message | None:
    """Return what a folder holds in the place of a model and what to do, ``None`` if not known."""
    return next((what for name, what in _KNOWN_BY if (folder / name).is_file()), None)


def no_configuration(folder: Path) -> CheckpointError:
    """Return the error for a folder without a ``config.json``.

    Raises:
        OSError: it cannot be read.
    """
    files = sorted(path.name for path in folder.iterdir())
    what = other_kind(folder)
    if what is not None:
        return CheckpointError(messages.FOLDER_HOLDS(folder=str(folder), what=what))
    gguf = [name for name in files if name.lower().endswith(".gguf")]
    wholes = {match[1] if (match := _SPLIT.fullmatch(name)) else name for name in gguf}
    if len(wholes) > 1:
        problem = messages.SEVERAL_GGUF(folder=str(folder), count=len(wholes), file=gguf[0])
        return CheckpointError(problem)
    if gguf:
        return CheckpointError(messages.ONE_GGUF(folder=str(folder), file=gguf[0]))
    snapshots = folder / "snapshots"
    inner = [
        path
        for path in (*folder.iterdir(), *(snapshots.iterdir() if snapshots.is_dir() else ()))
        if (path / "config.json").is_file()
    ]
    if inner:
        return CheckpointError(messages.MODEL_INSIDE(folder=str(folder), inner=str(min(inner))))
    return CheckpointError(messages.NO_CONFIG(folder=str(folder)))
