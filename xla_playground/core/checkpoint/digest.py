"""One SHA-256 of all that a model computes with: its configuration, tokens and weights."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from pathlib import Path

from ..files.replace_file import replace_file
from .checkpoint import FILES_READ_WHOLE

logger = logging.getLogger(__name__)

_FILES = ("*.safetensors", "*.safetensors.index.json", "tf_model*.h5")
_NAMED = ("config.json", *FILES_READ_WHOLE)
_ENDINGS = (".safetensors", ".safetensors.index.json", ".h5", ".gguf", ".bin")

#: The size, date and number of each file that a model is made of, by name.
Stamp = tuple[tuple[str, int, int, int], ...]


def model_stamp(folder: Path) -> Stamp:
    """Return a stamp that changes with the files of a model, without reading any of them.

    Raises:
        OSError: the folder or one of its files cannot be looked at.
    """
    stamp = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _NAMED or entry.name.endswith(_ENDINGS):
                status = entry.stat()
                stamp.append((entry.name, status.st_size, status.st_mtime_ns, status.st_ino))
    return tuple(sorted(stamp))


def model_digest(folder: Path, known: Path) -> str:
    """Return the SHA-256 over the files of the model in ``folder``, in hexadecimal.

    A file that was read once is not read again while its size, date and number stay the same;
    ``known`` is the JSON file that keeps the digests.

    Raises:
        OSError: a file cannot be read.
    """
    paths = {folder / name for name in _NAMED} | {p for glob in _FILES for p in folder.glob(glob)}
    remembered = _load(known)
    whole = hashlib.sha256()
    is_new = False
    for path in sorted(path for path in paths if path.is_file()):
        status = path.stat()
        stamp = [status.st_size, status.st_mtime_ns, status.st_ino]
        name = str(path.absolute())
        found = remembered.get(name)
        if not (isinstance(found, list) and len(found) == 4 and found[:3] == stamp):
            with path.open("rb") as file:
                found = [*stamp, hashlib.file_digest(file, "sha256").hexdigest()]
            remembered[name] = found
            is_new = True
        whole.update(f"{path.name} {found[3]}\n".encode())
    if is_new:
        _save(known, remembered)
    return whole.hexdigest()


def _load(known: Path) -> dict[str, object]:
    try:
        values = json.loads(known.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _save(known: Path, remembered: dict[str, object]) -> None:
    kept = {name: found for name, found in remembered.items() if Path(name).is_file()}
    try:
        known.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(known, json.dumps(kept).encode())
    except OSError as error:
        logger.info("digests of models are not remembered: %s", error)
