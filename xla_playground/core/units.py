"""Durations, sizes and counts, written for people."""

from __future__ import annotations

from .messages import measures as messages
from .messages.message import Message

_DURATIONS = (("s", 1e9), ("ms", 1e6), ("µs", 1e3))


def format_duration(ns: float | None) -> str:
    """Format a duration in ns with three significant digits: ``79.0 ms``, ``3.41 s``, ``–`` if
    unknown.
    """
    if ns is None:
        return "–"
    return _scaled(ns, _DURATIONS) or f"{ns:.0f} ns"


def short_duration(ns: float) -> str:
    """Format a duration in ns for little room, with two or three digits: ``13.5 s``, ``79 ms``."""
    unit, scale = next((u for u in _DURATIONS if ns >= 0.9995 * u[1]), ("ns", 1.0))
    value = ns / scale
    has_fraction = value < (99.95 if unit == "s" else 9.95) and unit != "ns"
    return f"{value:,.1f} {unit}" if has_fraction else f"{value:,.0f} {unit}"


def duration_range(low_ns: float, high_ns: float) -> Message:
    """Return a range of durations in the unit of its high end, with two or three digits:
    ``2.4 to 3.1 s``.
    """
    high = _scaled(high_ns, _DURATIONS) or f"{high_ns:.0f} ns"
    unit = high.split()[-1]
    scale = {"s": 1e9, "ms": 1e6, "µs": 1e3, "ns": 1.0}[unit]
    digits = 0 if high_ns >= 20 * scale else 1 if high_ns >= 2 * scale else 2
    low, high = (f"{ns / scale:,.{digits}f}" for ns in (low_ns, high_ns))
    if low == high:
        return messages.ONE_DURATION(value=high, unit=unit)
    return messages.RANGE(low=low, high=high, unit=unit)


def count_of_calls(count: int) -> Message:
    """Return a number of calls: ``1 call``, ``1,200 calls``."""
    return messages.CALLS(count=count)


def count_of_specializations(count: int) -> Message:
    """Return a number of specializations: ``1 specialization``, ``12 specializations``."""
    return messages.SPECIALIZATIONS(count=count)


def format_bytes(size: float | None) -> str:
    """Format a size in bytes in decimal units: ``11.7 MB``, ``1.02 GB``, ``–`` if unknown."""
    if size is None:
        return "–"
    return _scaled(size, (("GB", 1e9), ("MB", 1e6), ("kB", 1e3))) or f"{size:.0f} bytes"


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
