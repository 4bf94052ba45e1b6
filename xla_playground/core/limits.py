"""Limits of this process, which a worker inherits."""

from __future__ import annotations

import sys

from .units import format_bytes

if sys.platform != "win32":
    import resource

#: Open files that are enough for every model and every shard; a usual limit is 1,024.
_ENOUGH_FILES = 256


def limits() -> list[str]:
    """Return the limits that may be too small for TensorFlow, as ``ulimit`` sets them."""
    if sys.platform == "win32":
        return []
    sizes = {"v": resource.RLIMIT_AS, "d": resource.RLIMIT_DATA, "f": resource.RLIMIT_FSIZE}
    found = [
        f"ulimit -{letter} ({format_bytes(size)})"
        for letter, kind in sizes.items()
        if (size := _soft(kind)) is not None
    ]
    seconds, files = _soft(resource.RLIMIT_CPU), _soft(resource.RLIMIT_NOFILE)
    if seconds is not None:
        found.append(f"ulimit -t ({seconds} s)")
    if files is not None and files < _ENOUGH_FILES:
        found.append(f"ulimit -n ({files})")
    return found


def largest_file() -> float:
    """Return the bytes that a file may have, infinite unless there is a limit."""
    size = None if sys.platform == "win32" else _soft(resource.RLIMIT_FSIZE)
    return float("inf") if size is None else size


def _soft(kind: int) -> int | None:
    """Return the soft limit of a kind, ``None`` if there is none."""
    if sys.platform == "win32":
        return None
    value: int = resource.getrlimit(kind)[0]
    return None if value == resource.RLIM_INFINITY else value
