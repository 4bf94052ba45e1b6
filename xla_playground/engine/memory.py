"""Measure the memory of this process."""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable

import psutil


def resident_bytes() -> int:
    """Return the resident memory of this process, in bytes."""
    return int(_process().memory_info().rss)


def held_bytes() -> int:
    """Return the resident memory, in bytes, after the C library freed unused memory.

    This takes some milliseconds.

    After a compile glibc keeps hundreds of megabytes that nothing uses any more.
    """
    trim = _trim()
    if trim is not None:
        trim(0)
    return resident_bytes()


@functools.cache
def _process() -> psutil.Process:
    return psutil.Process()  # it reads files of the system once


@functools.cache
def _trim() -> Callable[[int], int] | None:
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):  # no glibc
        return None
    return trim
