"""Compute SHA-256 of files, and keep them until a file changes."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from ...core.files.replace_file import replace_file

logger = logging.getLogger(__name__)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal; 1 GB takes about a second.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def known_sha256(path: Path, memory: Path) -> str | None:
    """Return the SHA-256 that ``remembered_sha256`` kept for a file, ``None`` if the file must be
    read.

    Raises:
        OSError: there is no such file.
    """
    try:
        known = _note(path, memory).read_text("ascii")
    except ValueError:
        return None
    except OSError:
        path.stat()  # raises if the file itself is missing
        return None
    return known if len(known) == hashlib.sha256().digest_size * 2 else None


def remembered_sha256(path: Path, memory: Path) -> str:
    """Return the SHA-256 of a file, which is read only once while size, times and inode stay the
    same.

    Args:
        memory: the folder that keeps the digests.

    Raises:
        OSError: the file cannot be read; a memory that cannot be written is only logged.
    """
    known = known_sha256(path, memory)
    if known is not None:
        return known
    note, digest = _note(path, memory), sha256_of(path)
    try:
        memory.mkdir(parents=True, exist_ok=True)
        replace_file(note, digest.encode())
    except OSError:
        logger.info("the digest of %s is not remembered", path, exc_info=True)
    return digest


def _note(path: Path, memory: Path) -> Path:
    status = path.stat()
    identity = (path.resolve(), status.st_dev, status.st_ino, status.st_size)
    times = (status.st_mtime_ns, status.st_ctime_ns)
    return memory / hashlib.sha256(repr((*map(str, identity), *times)).encode()).hexdigest()
