"""A lock among processes: commands that measure share it, and the window looks at it."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def measuring(path: Path) -> Iterator[None]:
    """Hold the lock while the block runs, beside others that do; the system frees it at the end.

    A folder that cannot be written changes nothing: nobody waits then.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError:
        yield
        return
    with file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


def is_measured(path: Path) -> bool:
    """Return whether a process holds the lock."""
    try:
        with path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
