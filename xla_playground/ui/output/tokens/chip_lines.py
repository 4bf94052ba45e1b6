"""The tokens of a sequence as chips in lines; a place is the number of chips before it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ....core.call.record import Sequence, Token, TokenRole
from .chip import GAP, ChipMetrics, paint_chip
from .ink import Ink, Marks
from .visible_text import visible_text


@dataclass(frozen=True)
class Chip:
    """The tokens of one chip: one token, or consecutive equal padding tokens.

    Attributes:
        first: the position of the (first) token in the sequence.
        count: number of tokens.
        token: the token.
    """

    first: int
    count: int
    token: Token


class ChipLines:
    """Lays out and paints chips; coordinates are its own, in pixels.

    *Attributes:*
        height: right after ``lay_out``.
        count: number of chips.
    """

    def __init__(self, sequence: Sequence, pad_text: str, metrics: ChipMetrics) -> None:
        self.height = 0.0
        self._metrics = metrics
        self._chips = _chips_of(sequence)
        self.count = len(self._chips)
        self._shown = [_shown(chip, pad_text) for chip in self._chips]
        self._line_starts: list[int] = []
        self._widths = np.empty(0)
        self._lefts = np.empty(0)

    def lay_out(self, width: float) -> None:
        """Break the chips into lines of at most ``width`` pixels, with one binary search
        per line.
        """
        self._widths = np.minimum([self._metrics.width(text) for text in self._shown], width)
        ends = np.cumsum(self._widths + GAP)
        starts = ends - self._widths - GAP
        self._line_starts = []
        self._lefts = np.empty(self.count)
        first = 0
        while first < self.count:
            room = starts[first] + width + GAP
            last = max(int(np.searchsorted(ends, room, "right")), first + 1)
            self._line_starts.append(first)
            self._lefts[first:last] = starts[first:last] - starts[first]
            first = last
        self.height = len(self._line_starts) * self._metrics.line_height

    def paint(self, painter: QPainter, top: float, bottom: float, ink: Ink, marks: Marks) -> None:
        """Paint the lines between ``top`` and ``bottom``."""
        first = max(0, int(top // self._metrics.line_height))
        last = int(bottom // self._metrics.line_height) + 1
        for line in range(first, min(last, len(self._line_starts))):
            for index in range(*self._line_range(line)):
                width = float(self._widths[index])
                left, y = float(self._lefts[index]), line * self._metrics.line_height
                text = self._metrics.fitting(self._shown[index], width)
                is_selected = marks.start <= index < marks.end
                chip = self._chips[index]
                colors = ink.selected if is_selected else ink.chip(chip.first, chip.token.role)
                paint_chip(painter, QRectF(left, y, width, self._metrics.height), text, colors)
        if marks.caret is not None and self.count:
            middle, half = self.point_of(marks.caret), QPointF(0, self._metrics.height / 2)
            painter.setPen(ink.text)
            painter.drawLine(middle - half, middle + half)

    def part(self, start: int, end: int) -> str:
        """Return the exact texts of the tokens between two places."""
        return "".join(chip.token.text * chip.count for chip in self._chips[start:end])

    def place_at(self, x: float, y: float) -> int:
        """Return the place that is nearest to a point."""
        line = int(y // self._metrics.line_height)
        if line < 0 or line >= len(self._line_starts):
            return 0 if line < 0 else self.count
        first, last = self._line_range(line)
        middles = self._lefts[first:last] + self._widths[first:last] / 2
        return first + int(np.searchsorted(middles, x))

    def point_of(self, place: int) -> QPointF:
        """Return the middle of the caret at a place."""
        if not self.count:
            return QPointF(0, 0)
        line = max(0, bisect_right(self._line_starts, min(place, self.count - 1)) - 1)
        x = self._lefts[place] - GAP / 2 if place < self.count else self._right_end()
        return QPointF(float(x), line * self._metrics.line_height + self._metrics.height / 2)

    def word_at(self, place: int) -> tuple[int, int]:
        """Return the chip behind a place."""
        first = max(0, min(place, self.count - 1))
        return first, min(first + 1, self.count)

    def step(self, place: int, *, is_forward: bool, is_word: bool) -> int:
        """Return the place one chip further."""
        return max(0, min(place + (1 if is_forward else -1), self.count))

    def chip_at(self, x: float, y: float) -> Chip | None:
        """Return the chip at a point."""
        line = int(y // self._metrics.line_height)
        if not 0 <= line < len(self._line_starts):
            return None
        first, last = self._line_range(line)
        index = first + bisect_right(self._lefts[first:last].tolist(), x) - 1
        if index < first or x > self._lefts[index] + self._widths[index]:
            return None
        return self._chips[index]

    def _line_range(self, line: int) -> tuple[int, int]:
        starts = self._line_starts
        return starts[line], starts[line + 1] if line + 1 < len(starts) else self.count

    def _right_end(self) -> float:
        return float(self._lefts[-1] + self._widths[-1]) + GAP / 2


def _chips_of(sequence: Sequence) -> list[Chip]:
    """Return the chips; long padding is one chip, since it would push the text out of sight."""
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
