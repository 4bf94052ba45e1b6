"""Colours of the four roles of tokens, light and dark.

Text on its chip has a contrast of at least 4.5:1. Roles differ in more than hue: padding is a
dashed outline, the end token has a strong border.
"""

from __future__ import annotations

from dataclasses import dataclass

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
