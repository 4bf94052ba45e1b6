"""Paths as people give them: with ``~`` for their home, or as an address (``file://``)."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

#: ``file:///a``, ``file:/a`` and ``file://localhost/a`` name the same file (RFC 8089).
_ADDRESS = re.compile(r"file:(?://(?:localhost)?)?(?=/)", re.IGNORECASE)


def given_path(text: str | Path) -> Path:
    """Return the path that a person means.

    Raises:
        RuntimeError: it begins with the home of a user whom this machine does not know.
    """
    text = str(text)
    address = _ADDRESS.match(text)
    return Path(unquote(text[address.end() :]) if address else text).expanduser()
