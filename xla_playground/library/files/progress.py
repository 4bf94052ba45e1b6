"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

#: Told the bytes done and the bytes in all.
OnProgress = Callable[[int, int], None]


def tell_nobody(done_bytes: int, total_bytes: int) -> None:
    """The ``OnProgress`` of those who do not want to know."""
