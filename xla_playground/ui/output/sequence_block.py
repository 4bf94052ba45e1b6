"""One returned sequence: heading, text and chips, laid out for a width."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ...core.record import Sequence, Token, TokenRole
from .chip import GAP, ChipMetrics, paint_chip
from .token_colors import ChipColors
from .visible_text import paragraph_text, visible_text

_SPACE = 6.0


@dataclass(frozen=True)
class Ink:
    """The colours that a block is painted in."""

    text: QColor
    heading: QColor
    chips: dict[TokenRole, ChipColors]


@dataclass(frozen=True)
class Chip:
    """What one chip stands for: a token, or padding tokens in a row that are the same.

    Attributes:
        first: the position of the (first) token in the sequence.
        count: how many tokens.
        token: the token.
    """

    first: int
    count: int
    token: Token


class SequenceBlock:
    """Lays out and paints a sequence; all coordinates are the block's own, in pixels.

    *Attributes:*
        height: of the whole block; right after ``lay_out``.
    """

    def __init__(self, heading: str, pad_text: str, sequence: Sequence, font: QFont) -> None:
        self.heading = heading
        self.sequence = sequence
        self.height = 0.0
        self._heading_height = QFontMetricsF(font).height() + 2 if heading else 0.0
        self._text = QTextLayout(paragraph_text(sequence.text), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._text.setTextOption(option)
        self._chips = _chips_of(sequence)
        self._shown = [_shown(chip, pad_text) for chip in self._chips]
        self._chips_top = 0.0
        self._line_starts: list[int] = []
        self._widths = np.empty(0)
        self._lefts = np.empty(0)

    def lay_out(self, width: float, metrics: ChipMetrics) -> None:
        """Break text and chips into lines of at most ``width``."""
        text_height = 0.0
        self._text.beginLayout()
        while (line := self._text.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, text_height))
            text_height += line.height()
        self._text.endLayout()
        self._chips_top = self._heading_height + text_height + _SPACE
        self._widths = np.minimum([metrics.width(text) for text in self._shown], width)
        self._break_chips(width)
        self.height = self._chips_top + len(self._line_starts) * metrics.line_height

    def _break_chips(self, width: float) -> None:
        """Greedy line breaking over the running sum: one search for each line."""
        count = len(self._widths)
        ends = np.cumsum(self._widths + GAP)
        starts = ends - self._widths - GAP
        self._line_starts = []
        self._lefts = np.empty(count)
        first = 0
        while first < count:
            room = starts[first] + width + GAP
            last = max(int(np.searchsorted(ends, room, "right")), first + 1)
            self._line_starts.append(first)
            self._lefts[first:last] = starts[first:last] - starts[first]
            first = last

    def paint(
        self, painter: QPainter, top: float, bottom: float, ink: Ink, metrics: ChipMetrics
    ) -> None:
        """Paint what lies between ``top`` and ``bottom``."""
        if self.heading and top < self._heading_height:
            painter.setPen(ink.heading)
            rect = QRectF(0, 0, 10_000, self._heading_height)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, self.heading)
        if top < self._chips_top:
            painter.setPen(ink.text)
            clip = QRectF(0, top - self._heading_height, 1e6, bottom - top)
            self._text.draw(painter, QPointF(0, self._heading_height), [], clip)
        first_line = max(0, int((top - self._chips_top) // metrics.line_height))
        last_line = int((bottom - self._chips_top) // metrics.line_height) + 1
        for line in range(first_line, min(last_line, len(self._line_starts))):
            self._paint_line(painter, line, ink, metrics)

    def _paint_line(self, painter: QPainter, line: int, ink: Ink, metrics: ChipMetrics) -> None:
        y = self._chips_top + line * metrics.line_height
        for index in range(*self._line_range(line)):
            width = float(self._widths[index])
            rect = QRectF(float(self._lefts[index]), y, width, metrics.height)
            text = metrics.fitting(self._shown[index], width)
            paint_chip(painter, rect, text, ink.chips[self._chips[index].token.role])

    def chip_at(self, x: float, y: float, metrics: ChipMetrics) -> Chip | None:
        """The chip at a point."""
        line = int((y - self._chips_top) // metrics.line_height)
        if not 0 <= line < len(self._line_starts):
            return None
        first, last = self._line_range(line)
        index = first + bisect_right(self._lefts[first:last].tolist(), x) - 1
        if index < first or x > self._lefts[index] + self._widths[index]:
            return None
        return self._chips[index]

    def _line_range(self, line: int) -> tuple[int, int]:
        starts = self._line_starts
        end = starts[line + 1] if line + 1 < len(starts) else len(self._shown)
        return starts[line], end


def _chips_of(sequence: Sequence) -> list[Chip]:
    """Long padding would push the text of interest out of sight, so it is one chip."""
    chips: list[Chip] = []
    for place, token in enumerate(sequence.tokens):
        if token.role is TokenRole.PADDING and chips and chips[-1].token == token:
            chips[-1] = replace(chips[-1], count=chips[-1].count + 1)
        else:
            chips.append(Chip(place, 1, token))
    return chips


def _shown(chip: Chip, pad_text: str) -> str:
    if chip.token.role is not TokenRole.PADDING:
        return visible_text(chip.token.text)
    return f"{pad_text} × {chip.count}" if chip.count > 1 else pad_text
