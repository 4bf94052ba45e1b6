"""Set a file aside instead of overwriting it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path


def set_aside(path: Path, why: str = "broken", with_suffixes: Iterable[str] = ()) -> Path:
    """Rename ``settings.json`` to ``settings.WHY-DATE.json`` beside it and return the new path.

    ``with_suffixes`` names companions (``-wal``) that are renamed as well if they exist.

    Raises:
        OSError: it cannot be renamed.
    """
    stamp = f"{path.stem}.{why}-{time.strftime('%Y%m%d-%H%M%S')}"
    target = path.with_name(f"{stamp}{path.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{stamp}-{number}{path.suffix}")
    path.rename(target)
    for suffix in with_suffixes:
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.rename(target.with_name(target.name + suffix))
    return target
