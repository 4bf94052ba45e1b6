"""Positions that a traced layer may read although they are no arguments of its ``call``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..protocols.tensors import Tensor

_places: list[Tensor] = []


@contextmanager
def readable_place(position: Tensor) -> Iterator[None]:
    """Let patches of traced layers read ``position``, an int32 scalar."""
    _places.append(position)
    try:
        yield
    finally:
        del _places[-1]


def is_place(tensor: Tensor) -> bool:
    """Return whether ``tensor`` is a position that layers may read."""
    return any(tensor is place for place in _places)
