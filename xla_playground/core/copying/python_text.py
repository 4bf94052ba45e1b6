"""Python code as text: calls and literals that fit on a line or are broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_WIDTH = 80


def call(function: str, *arguments: str, **named: object) -> str:
    """Return the text of a call; positional arguments are code, the others are values."""
    parts = [*arguments, *(f"{name}={literal(value)}" for name, value in named.items())]
    return _enclosed(f"{function}(", parts, ")")


def assignment(name: str, value: object) -> str:
    """Return the text of an assignment of a value."""
    return f"{name} = {literal(value)}"


def literal(value: object) -> str:
    """Return a value as Python code, broken into lines if it is long."""
    if isinstance(value, str):
        text = repr(value)
        return text if '"' in text else f'"{text[1:-1]}"'
    if isinstance(value, list):
        return _enclosed("[", map(literal, value), "]")
    if isinstance(value, Mapping):
        entries = (f"{literal(name)}: {literal(entry)}" for name, entry in value.items())
        return _enclosed("{", entries, "}")
    return repr(value)


def _enclosed(begin: str, parts: Iterable[str], end: str) -> str:
    parts = list(parts)
    line = f"{begin}{', '.join(parts)}{end}"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    inner = [f"    {part},".replace("\n", "\n    ") for part in parts]
    return "\n".join([begin, *inner, end])
