"""Write a file so that a reader finds the old one or the new one, never half of it."""

from __future__ import annotations

import os
import uuid
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write to a temporary file beside ``path``, sync it, rename it over ``path``.

    (Qt's ``QSaveFile`` reports success on a full disk.)

    Raises:
        OSError: it could not be written; an old file is untouched.
    """
    temporary = path.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
