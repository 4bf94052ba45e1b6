"""Locks among processes: each command that measures holds one, and the window looks for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout


@contextmanager
def measuring(folder: Path) -> Iterator[None]:
    """Hold a lock in a folder while the block runs; the system frees it with the process.

    A folder that cannot be written changes nothing: nobody waits then.
    """
    lock = FileLock(folder / f"{os.getpid()}-{uuid4().hex[:8]}.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except OSError:
        yield
        return
    try:
        yield
    finally:
        lock.release()
        _remove(lock)


def is_measured(folder: Path) -> bool:
    """Return whether a process holds a lock in the folder; what an ended one left is removed."""
    for path in folder.glob("*.lock"):
        lock = FileLock(path)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        except OSError:
            continue
        lock.release()
        _remove(lock)
    return False


def _remove(lock: FileLock) -> None:
    with suppress(OSError):
        Path(lock.lock_file).unlink()
