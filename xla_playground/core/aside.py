"""Keep a broken file aside instead of overwriting it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path


def set_aside(path: Path, with_suffixes: Iterable[str] = ()) -> Path:
    """Rename a file to ``NAME.broken-DATE`` beside it and return its new path.

    ``with_suffixes`` names companions (``-wal``) that move along where they exist.

    Raises:
        OSError: it cannot be renamed.
    """
    stamp = time.strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.name}.broken-{stamp}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.broken-{stamp}-{number}")
    path.rename(target)
    for suffix in with_suffixes:
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.rename(target.with_name(target.name + suffix))
    return target
