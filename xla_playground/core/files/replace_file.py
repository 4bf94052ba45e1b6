"""Write a file so that a reader finds the old one or the new one, never half of it."""

from __future__ import annotations

import os
import stat
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def replace_file(path: Path, data: bytes) -> None:
    """Write ``data`` to a new file in the place of ``path``, see ``replacing``.

    Raises:
        OSError: it could not be written; an old file is untouched.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path, *, mode: int | None = None, is_synced: bool = True) -> Iterator[BinaryIO]:
    """Open a temporary file beside the one at ``path``; on success it takes that one's place.

    A symbolic link is followed, and the permissions of the old file are kept. (Qt's ``QSaveFile``
    reports success on a full disk.)

    Args:
        mode: permissions of a file that is new; the process's usual ones without.
        is_synced: whether the file is on the disk before it takes the place.

    Raises:
        OSError: it could not be written; an old file is untouched.
    """
    target = Path(os.path.realpath(path))
    with suppress(FileNotFoundError):
        mode = stat.S_IMODE(target.stat().st_mode)
    temporary = target.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        # whoever may not read the old file shall not read the new one while it is written
        with open(temporary, "xb", opener=_private if mode is not None else None) as file:
            yield file
            file.flush()
            if mode is not None:
                temporary.chmod(mode)
            if is_synced:
                os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
