"""Colours of the four roles of tokens, and of their probabilities, light and dark.

Text on its chip has a contrast of at least 4.5:1. Roles differ in more than hue: padding is a
dashed outline, the end token has a strong border. Probabilities differ in lightness alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor

from ....core.call.record import TokenRole


@dataclass(frozen=True)
class ChipColors:
    """Fill, border and ink of a chip."""

    fill: QColor
    border: QColor
    ink: QColor
    is_dashed: bool = False


def _chip(fill: str, border: str, ink: str, *, is_dashed: bool = False) -> ChipColors:
    return ChipColors(QColor(fill), QColor(border), QColor(ink), is_dashed)


LIGHT = {
    TokenRole.PADDING: _chip("#00000000", "#9aa2ad", "#6b7480", is_dashed=True),
    TokenRole.PROMPT: _chip("#e3e8ef", "#b9c2ce", "#2c333c"),
    TokenRole.NEW: _chip("#d5e8ff", "#86b6ee", "#123c70"),
    TokenRole.END: _chip("#ffe1c2", "#c8761b", "#6b3a00"),
}
DARK = {
    TokenRole.PADDING: _chip("#00000000", "#6b7480", "#949dab", is_dashed=True),
    TokenRole.PROMPT: _chip("#343b45", "#4c5663", "#d5dae1"),
    TokenRole.NEW: _chip("#173a66", "#3f74b8", "#cfe4ff"),
    TokenRole.END: _chip("#57350c", "#d68a33", "#ffdcb4"),
}

#: Fills of the probabilities 0 and 1, and the ink on all between them.
_SHADES_LIGHT = (QColor("#ffffff"), QColor("#7fb2ef"), QColor("#0b2545"))
_SHADES_DARK = (QColor("#12181f"), QColor("#2a64b0"), QColor("#eaf3ff"))


def shaded(colors: ChipColors, probability: float | None, *, is_dark: bool) -> ChipColors:
    """Return the colours of a chip by its token's probability; hollow if that is not known."""
    none, whole, ink = _SHADES_DARK if is_dark else _SHADES_LIGHT
    unknown = (DARK if is_dark else LIGHT)[TokenRole.PADDING].ink
    if probability is None:
        return replace(colors, fill=QColor(0, 0, 0, 0), ink=unknown)
    share = min(max(probability, 0.0), 1.0) ** 0.5  # small ones are told apart
    fill = QColor(
        round(none.red() + share * (whole.red() - none.red())),
        round(none.green() + share * (whole.green() - none.green())),
        round(none.blue() + share * (whole.blue() - none.blue())),
    )
    return replace(colors, fill=fill, ink=ink, is_dashed=False)
