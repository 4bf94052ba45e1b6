"""Tokens as they are shown in chips: white space and control characters made visible."""

from __future__ import annotations

_SYMBOLS = {" ": "·", "\n": "↵", "\t": "→", "\r": "␍", "\u00a0": "⍽", "\u3000": "□", "\x7f": "␡"}
#: Marks that change the direction of the following text, also beyond the chip.
_DIRECTION_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TABLE = (
    {code: chr(0x2400 + code) for code in range(32)}
    | {ord(mark): "⇄" for mark in _DIRECTION_MARKS}
    | {code: "�" for code in range(0xD800, 0xE000)}
    | {ord(char): symbol for char, symbol in _SYMBOLS.items()}
)


#: Longer tokens are cut in their chip: no real vocabulary has them, and X11 cannot draw them.
_LONGEST = 80


def visible_text(text: str) -> str:
    """Return a token's text with every character visible; an empty text becomes ``∅``."""
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return cut.translate(_TABLE) or "∅"


def paragraph_text(text: str) -> str:
    """Return a sequence's text as one paragraph of Qt: its line breaks become line separators."""
    return text.replace("\r\n", "\n").replace("\n", "\u2028").replace("\0", "␀")


def utf16_part(text: str, start: int, end: int) -> str:
    """Return the part of ``text`` between two positions in UTF-16 units, in which Qt counts."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
