"""Identify a file that was given as a model by its first bytes."""

from __future__ import annotations

from pathlib import Path

from ..errors import CheckpointError, shown
from ..messages.message import Message
from ..messages.models import checkpoint as messages

_SHOWN_BYTES = 20
#: How files begin that are saved in the place of weights, and what helps.
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], Message], ...] = (
    ((b"<!doctype", b"<html", b"<?xml"), messages.WEB_PAGE()),
    ((b"version https://git-lfs",), messages.LFS_POINTER()),
    ((b"gguf",), messages.BEGINS_AS_GGUF()),
    ((b"fugg",), messages.BIG_ENDIAN_GGUF()),
    ((b"lmgg", b"fmgg", b"tjgg", b"algg"), messages.OLD_GGML()),
    ((b"pk\x03\x04",), messages.ZIP_ARCHIVE()),
    ((b"\x80\x02", b"\x80\x04"), messages.A_PICKLE()),
    ((b"\x1f\x8b", b"bzh", b"7z\xbc\xaf", b"\xfd7zxz", b"\x28\xb5\x2f\xfd"), messages.PACKED()),
    ((b"\x89hdf",), messages.BEGINS_AS_HDF5()),
)


def beginning(path: Path) -> Message | None:
    """Return what a file begins as, and what helps, to follow "it is"; ``None`` if not known.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginnings, what in _BEGINNINGS:
        if start.startswith(beginnings):
            return what
    return None


def not_of_format(path: Path, file_format: Message) -> CheckpointError:
    """Return the error for a file that is named as if it had a format, such as ``a GGUF file``.

    Raises:
        OSError: it cannot be read.
    """
    what = beginning(path)
    if what is not None:
        problem = messages.NOT_OF_FORMAT_BUT(file=path.name, format=file_format, what=what)
        return CheckpointError(problem)
    with path.open("rb") as file:
        start = file.read(_SHOWN_BYTES)
    if not start:
        return CheckpointError(messages.FILE_EMPTY(file=path.name))
    problem = messages.NOT_OF_FORMAT(file=path.name, format=file_format, start=shown(start))
    return CheckpointError(problem)
