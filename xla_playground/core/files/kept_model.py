"""Keep one value in a small JSON file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from ..errors import EnvironmentFault
from ..frozen import Frozen
from ..messages.message import Template
from .replace_file import replace_file

FrozenT = TypeVar("FrozenT", bound=Frozen)

_MAX_BYTES = 5_000_000


def load_kept(path: Path, default: FrozenT) -> FrozenT:
    """Return the value in a file; ``default`` if the file is missing, damaged or too large."""
    try:
        with path.open("rb") as file:
            return type(default).model_validate(json.loads(file.read(_MAX_BYTES)))
    except (OSError, ValueError, RecursionError, ValidationError):
        return default


def save_kept(value: Frozen, path: Path, problem: Template) -> None:
    """Write a value.

    Args:
        problem: the sentence if it cannot be written, with a place ``why``.

    Raises:
        EnvironmentFault: it cannot be written; the old file is untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, value.model_dump_json().encode())
    except OSError as error:
        raise EnvironmentFault(problem(why=str(error.strerror))) from None
