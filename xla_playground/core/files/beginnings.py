"""Identify a file that was given as a model by its first bytes."""

from __future__ import annotations

from pathlib import Path

from ..errors import CheckpointError, shown

_SHOWN_BYTES = 20
#: First bytes of files that people save in place of weights, with the kind of file and advice.
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], str], ...] = (
    (
        (b"<!doctype", b"<html", b"<?xml"),
        "a web page: download the file itself, by the download link on its page",
    ),
    (
        (b"version https://git-lfs",),
        "a pointer of Git LFS: run `git lfs pull` in the folder that was cloned, or download the "
        "file itself",
    ),
    ((b"gguf",), "a GGUF file: give it a name that ends in .gguf"),
    ((b"fugg",), "a GGUF file of big-endian order: use the little-endian one"),
    (
        (b"lmgg", b"fmgg", b"tjgg", b"algg"),
        "a file of GGML, older than GGUF: convert it with llama.cpp, or use a GGUF file",
    ),
    ((b"pk\x03\x04",), "a ZIP archive, as PyTorch's pickles are: use weights in safetensors"),
    ((b"\x80\x02", b"\x80\x04"), "a pickle, which can run code: use weights in safetensors"),
    ((b"\x1f\x8b", b"bzh", b"7z\xbc\xaf", b"\xfd7zxz", b"\x28\xb5\x2f\xfd"), "packed: unpack it"),
    ((b"\x89hdf",), "an HDF5 file: give the folder that holds it and its config.json"),
)


def beginning(path: Path) -> str:
    """Return the kind of a file by its first bytes, with advice, to follow "it is"; "" if not
    known.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginnings, what in _BEGINNINGS:
        if start.startswith(beginnings):
            return what
    return ""


def not_of_format(path: Path, file_format: str) -> CheckpointError:
    """Return the error for a file that is named as if it had a format, such as ``a GGUF file``.

    Raises:
        OSError: it cannot be read.
    """
    what = beginning(path)
    if what:
        return CheckpointError(f"{path.name} is not {file_format}, it is {what}.")
    with path.open("rb") as file:
        start = file.read(_SHOWN_BYTES)
    if not start:
        return CheckpointError(f"{path.name} is empty: download it again.")
    return CheckpointError(
        f"{path.name} is not {file_format}: it begins with {shown(start)}. Its download was "
        "damaged, or it is something else: download it again, from its own page."
    )
