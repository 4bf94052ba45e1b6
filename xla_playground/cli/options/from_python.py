"""``--from-python``: a call as it is written in code, from a file or from stdin."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from ...core.errors import RequestError
from ...core.files.text_file import read_text_file
from ...core.messages.pages import pasted as messages
from ...core.pasted.paste import Pasted, read_pasted
from ...core.pasted.source import FIELD, MAX_CHARACTERS

#: The name of stdin.
_STDIN = "-"


def pasted_call(path: Path | None) -> Pasted:
    """Return what the code in a file means, nothing without a file; print what was not taken.

    Raises:
        RequestError: it cannot be read, or means nothing.
    """
    if path is None:
        return Pasted()
    pasted = read_pasted(_stdin() if str(path) == _STDIN else read_text_file(path, FIELD))
    for message in pasted.left_out:
        typer.echo(f"Note: {message.text}", err=True)
    return pasted


def _stdin() -> str:
    try:
        return sys.stdin.buffer.read(4 * MAX_CHARACTERS + 1).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = messages.STDIN_NOT_UTF8(place=error.start + 1)
        raise RequestError(FIELD, problem) from None
