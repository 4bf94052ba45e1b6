"""Read the source of upstream objects, without importing their modules."""

from __future__ import annotations

import hashlib
import importlib.util
import re
from functools import cache
from pathlib import Path


def digest_of(name: str) -> str | None:
    """Return the first 16 hex digits of the SHA-256 of an object's source, see ``source_of``."""
    source = source_of(name)
    return None if source is None else hashlib.sha256(source.encode()).hexdigest()[:16]


def source_of(name: str) -> str | None:
    """Return the source of a function or class, or ``None`` if it does not exist.

    Args:
        name: ``package.module:Class.method``.
    """
    module, _, path = name.partition(":")
    lines = _lines_of(module)
    for depth, part in enumerate(path.split(".")):
        lines = _block(lines, part, " " * 4 * depth)
    return "\n".join(lines) or None


def _block(lines: tuple[str, ...], name: str, indentation: str) -> tuple[str, ...]:
    """Return the lines of a definition; the first one if several have the name, empty if none has.

    A definition ends before the next line that is indented no deeper, a closing bracket apart.
    """
    head = re.compile(rf"{indentation}(?:class|def) {re.escape(name)}\b")
    first = next((place for place, line in enumerate(lines) if head.match(line)), None)
    if first is None:
        return ()
    inside = re.compile(rf"{indentation}[ \t)\]]|\s*$")
    end = next(
        (place for place in range(first + 1, len(lines)) if not inside.match(lines[place])),
        len(lines),
    )
    return tuple(line.rstrip() for line in lines[first:end] if line.strip())


@cache
def _lines_of(module: str) -> tuple[str, ...]:
    try:
        found = importlib.util.find_spec(module)
    except ModuleNotFoundError:  # a package above it
        return ()
    if found is None or found.origin is None:
        return ()
    try:
        return tuple(Path(found.origin).read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()
