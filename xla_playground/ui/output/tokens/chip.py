"""Measure and paint one chip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from .token_colors import ChipColors

PADDING_X = 4.0
GAP = 3.0
_RADIUS = 3.0


class ChipMetrics:
    """Widths of chips in one font; each text is measured once.

    *Attributes:*
        height: of every chip, in pixels.
        line_height: from one line of chips to the next, in pixels.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self.height = self._metrics.height() + 4
        self.line_height = self.height + GAP

    def width(self, text: str) -> float:
        """Return the width of the chip of ``text``, in pixels."""
        width = self._widths.get(text)
        if width is None:
            advance = self._metrics.horizontalAdvance(text)
            width = self._widths[text] = max(advance, 5.0) + 2 * PADDING_X
        return width

    def fitting(self, text: str, width: float) -> str:
        """Return ``text``, shortened to fit a chip of ``width`` pixels."""
        if self.width(text) <= width:
            return text
        room = width - 2 * PADDING_X
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def paint_chip(painter: QPainter, rect: QRectF, text: str, colors: ChipColors) -> None:
    """Paint a chip into ``rect``."""
    style = Qt.PenStyle.DashLine if colors.is_dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colors.border, 1, style))
    painter.setBrush(colors.fill)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setPen(colors.ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
