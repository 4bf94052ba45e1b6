"""Read a text file that a person gives: prompts, or a script of calls."""

from __future__ import annotations

import codecs
from pathlib import Path

from ..errors import RequestError
from ..messages import request as messages
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
            raise RequestError(field, messages.NO_TEXT_FILE_THERE(path=str(path)))
        if not path.is_file() or path.stat().st_size > _MAX_BYTES:  # a pipe would never end
            problem = messages.NOT_A_TEXT_FILE(name=path.name, limit=format_bytes(_MAX_BYTES))
            raise RequestError(field, problem)
        data = path.read_bytes()
    except OSError as error:
        problem = messages.TEXT_FILE_UNREADABLE(path=str(path), why=str(error.strerror))
        raise RequestError(field, problem) from None
    encoding = next((name for mark, name in _OTHER_MARKS if data.startswith(mark)), None)
    if encoding:
        raise RequestError(field, messages.TEXT_FILE_ENCODED(name=path.name, encoding=encoding))
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        problem = messages.TEXT_FILE_NOT_UTF8(name=path.name, place=error.start + 1)
        raise RequestError(field, problem) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
