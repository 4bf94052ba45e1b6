"""Durations and sizes, written for people."""

from __future__ import annotations


def format_duration(ns: float | None) -> str:
    """A duration given in ns with three significant digits: ``79.0 ms``, ``3.41 s``, ``–``."""
    if ns is None:
        return "–"
    for unit, scale in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= scale:
            value = ns / scale
            digits = 0 if value >= 100 else 1 if value >= 10 else 2
            return f"{value:,.{digits}f} {unit}"
    return f"{ns:.0f} ns"


def format_bytes(size: float | None) -> str:
    """A size in bytes in decimal units: ``11.7 MB``, ``1.02 GB``, ``–`` where unknown."""
    if size is None:
        return "–"
    for unit, scale in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= scale:
            value = size / scale
            digits = 0 if value >= 100 else 1 if value >= 10 else 2
            return f"{value:,.{digits}f} {unit}"
    return f"{size:.0f} bytes"
