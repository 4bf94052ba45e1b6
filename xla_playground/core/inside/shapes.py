"""Sizes of HLO shapes such as ``f32[2,8]`` and ``(s32[], bf16[4])``."""

from __future__ import annotations

import math
import re
from functools import cache

_ARRAY = re.compile(r"([a-z]\w*)\[([^\]]*)\]")
_BITS = re.compile(r"[a-z]+(\d+)")
#: Element types whose names do not say how many bits they take.
_NAMED_BITS = {"pred": 8, "token": 0, "opaque": 0}


@cache
def arrays_of(shape: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return element type and dimensions of each array of a shape; a tuple has several."""
    return tuple((kind, _dimensions(text)) for kind, text in _ARRAY.findall(shape))


def elements(shape: str) -> int:
    """Return the number of elements of all arrays of a shape."""
    return sum(math.prod(dimensions) for _, dimensions in arrays_of(shape))


def size_bytes(shape: str) -> int:
    """Return the bytes that the arrays of a shape take."""
    return sum((_bits(kind) * math.prod(d) + 7) // 8 for kind, d in arrays_of(shape))


def _dimensions(text: str) -> tuple[int, ...]:
    """Return the dimensions; of one that varies (``<=8``) the largest."""
    return tuple(int(part.strip().removeprefix("<=")) for part in text.split(",") if part.strip())


def _bits(kind: str) -> int:
    if kind in _NAMED_BITS:
        return _NAMED_BITS[kind]
    digits = _BITS.match(kind)
    if digits is None:
        raise ValueError(f"an element type of unknown size: {kind}")
    # complex numbers (c64) and the 8-bit floats (f8e4m3fn) say their bits, too
    return int(digits[1])
