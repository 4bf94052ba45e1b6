"""The colour and the symbol of a series, for good. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass

#: Symbols as pyqtgraph names them, with the character like each for legends of text.
SYMBOLS: tuple[tuple[str, str], ...] = (
    ("o", "●"),
    ("s", "■"),
    ("d", "◆"),
    ("t1", "▲"),
    ("t", "▼"),
    ("star", "★"),
    ("p", "⬟"),
    ("x", "✖"),
)
#: How many colours ``DataColors.series`` has.
COLORS = 8


@dataclass(frozen=True)
class SeriesMark:
    """How the points of a series look.

    Attributes:
        color: number of a colour in ``DataColors.series``.
        symbol: pyqtgraph's name.
        sign: the character like the symbol.
    """

    color: int
    symbol: str
    sign: str


def mark_of(number: int) -> SeriesMark:
    """Return the mark of the series with this number, see ``Series.number``.

    The first 64 series differ in colour or symbol, the first eight in both.
    """
    symbol, sign = SYMBOLS[(number + number // COLORS) % len(SYMBOLS)]
    return SeriesMark(number % COLORS, symbol, sign)
