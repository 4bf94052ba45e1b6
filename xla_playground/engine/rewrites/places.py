"""Positions that a traced layer may read although they are no arguments of its ``call``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_places: list[Any] = []


@contextmanager
def readable_place(position: Any) -> Iterator[None]:
    """Let patches of traced layers read ``position``, an int32 scalar."""
    _places.append(position)
    try:
        yield
    finally:
        del _places[-1]


def is_place(tensor: Any) -> bool:
    """Return whether ``tensor`` is a position that layers may read."""
    return any(tensor is place for place in _places)
