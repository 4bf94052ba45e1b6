"""Durations, sizes and counts, written for people."""

from __future__ import annotations


def format_duration(ns: float | None) -> str:
    """Format a duration in ns with three significant digits: ``79.0 ms``, ``3.41 s``, ``–`` if
    unknown.
    """
    if ns is None:
        return "–"
    return _scaled(ns, (("s", 1e9), ("ms", 1e6), ("µs", 1e3))) or f"{ns:.0f} ns"


def format_bytes(size: float | None) -> str:
    """Format a size in bytes in decimal units: ``11.7 MB``, ``1.02 GB``, ``–`` if unknown."""
    if size is None:
        return "–"
    return _scaled(size, (("GB", 1e9), ("MB", 1e6), ("kB", 1e3))) or f"{size:.0f} bytes"


def format_calls(count: int) -> str:
    """Format a number of calls: ``1 call``, ``1,200 calls``."""
    return "1 call" if count == 1 else f"{count:,} calls"


def _scaled(value: float, units: tuple[tuple[str, float], ...]) -> str | None:
    """Format ``value`` in the largest unit that it reaches once rounded.

    ``None`` if it reaches none.
    """
    rounded = float(f"{value:.3g}")
    for unit, scale in units:
        if rounded >= scale:
            digits = 0 if rounded >= 100 * scale else 1 if rounded >= 10 * scale else 2
            return f"{value / scale:,.{digits}f} {unit}"
    return None
