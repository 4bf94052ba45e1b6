"""Positions that a layer may read while it is traced, though it was not handed them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..protocols.tensors import Tensor

_places: list[Tensor] = []


@contextmanager
def readable_place(position: Tensor) -> Iterator[None]:
    """Let patches of the layers that are traced read ``position``, an int32 scalar."""
    _places.append(position)
    try:
        yield
    finally:
        del _places[-1]


def is_place(tensor: Tensor) -> bool:
    """Return whether ``tensor`` is a position that layers may read now."""
    return any(tensor is place for place in _places)
