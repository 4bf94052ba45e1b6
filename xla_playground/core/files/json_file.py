"""Refuse a file that should hold JSON, with an error that names its actual format."""

from __future__ import annotations

import codecs
from pathlib import Path

from ..errors import CheckpointError
from .beginnings import beginning


def bad_json(path: Path, what: str = "not valid JSON") -> CheckpointError:
    """Return the error for a file in a model folder with invalid JSON or the wrong kind of JSON.

    Raises:
        OSError: it cannot be read.
    """
    name = f"{path.parent.name}/{path.name}"
    with path.open("rb") as file:
        if file.read(3) == codecs.BOM_UTF8:
            return CheckpointError(
                f"{name} is {what}: it begins with a byte order mark, so save it as UTF-8 without "
                "one."
            )
    instead = beginning(path)
    if instead:
        return CheckpointError(f"{name} is {what}, it is {instead}.")
    return CheckpointError(f"{name} is {what}: correct it, or download it again.")
