"""Read a text file that a person gives: prompts, or a script of calls."""

from __future__ import annotations

import codecs
from pathlib import Path

from ..errors import RequestError
from ..units import format_bytes

_MAX_BYTES = 5_000_000
#: UTF-32 first: its little-endian mark begins as UTF-16's.
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_text_file(path: Path, field: str) -> str:
    """Return the text of a file in UTF-8, without a byte order mark and with plain line ends.

    Args:
        path: the file.
        field: what is named if it cannot be read: ``prompts``.

    Raises:
        RequestError: it is no text that an editor could show, or cannot be read.
    """
    try:
        if not path.exists():
            raise RequestError(field, f"There is no file {path}: check the path.")
        if not path.is_file() or path.stat().st_size > _MAX_BYTES:  # a pipe would never end
            limit = format_bytes(_MAX_BYTES)
            raise RequestError(field, f"{path.name} is no text file of at most {limit}.")
        data = path.read_bytes()
    except OSError as error:
        raise RequestError(field, f"{path} cannot be read ({error.strerror}).") from None
    encoding = next((name for mark, name in _OTHER_MARKS if data.startswith(mark)), None)
    if encoding:
        raise RequestError(field, f"{path.name} is {encoding}: save it as UTF-8.")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestError(
            field,
            f"{path.name} is not UTF-8 (its byte {error.start + 1:,} is none of it): save it as "
            "UTF-8.",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
