"""The type of progress callbacks."""

from __future__ import annotations

from collections.abc import Callable

#: A callback that gets the bytes done and the bytes in all.
OnProgress = Callable[[int, int], None]


def tell_nobody(done_bytes: int, total_bytes: int) -> None:
    """Ignore the progress; the default ``OnProgress``."""
