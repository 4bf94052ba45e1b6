"""Positions that a layer may read while it is traced, though it was not handed them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_places: list[Any] = []


@contextmanager
def readable_place(position: Any) -> Iterator[None]:
    """Let patches of the layers that are traced read ``position``, an int32 scalar."""
    _places.append(position)
    try:
        yield
    finally:
        del _places[-1]


def is_place(tensor: Any) -> bool:
    """Return whether ``tensor`` is a position that layers may read now."""
    return any(tensor is place for place in _places)
