"""Refuse a file that should hold JSON, with an error that names its actual format."""

from __future__ import annotations

import codecs
from pathlib import Path

from ..errors import CheckpointError
from ..messages.message import Message
from ..messages.models import checkpoint as messages
from .beginnings import beginning


def bad_json(path: Path, what: Message | None = None) -> CheckpointError:
    """Return the error for a file in a model folder with invalid JSON or the wrong kind of JSON.

    Raises:
        OSError: it cannot be read.
    """
    name, what = f"{path.parent.name}/{path.name}", what or messages.NOT_JSON()
    with path.open("rb") as file:
        if file.read(3) == codecs.BOM_UTF8:
            return CheckpointError(messages.BYTE_ORDER_MARK(file=name, what=what))
    instead = beginning(path)
    if instead is not None:
        return CheckpointError(messages.BAD_JSON_BUT(file=name, what=what, instead=instead))
    return CheckpointError(messages.BAD_JSON(file=name, what=what))
