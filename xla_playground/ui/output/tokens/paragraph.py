"""The text of a sequence, broken into lines; places in it are in UTF-16 units, as Qt counts."""

from __future__ import annotations

from bisect import bisect_right
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from .ink import Ink, Marks
from .visible_text import paragraph_text, utf16_part

_Mode = QTextLayout.CursorMode


class Paragraph:
    """Lays out and paints text; coordinates are its own, in pixels.

    *Attributes:*
        height: right after ``lay_out``.
        count: number of units.
    """

    def __init__(self, text: str, font: QFont) -> None:
        shown = paragraph_text(text)
        self.height = 0.0
        self.count = len(shown.encode("utf-16-le", "surrogatepass")) // 2
        self._layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)

    def lay_out(self, width: float) -> None:
        """Break the text into lines of at most ``width``."""
        self.height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
        self._layout.endLayout()

    def paint(self, painter: QPainter, top: float, bottom: float, ink: Ink, marks: Marks) -> None:
        """Paint the part between ``top`` and ``bottom``."""
        painter.setPen(ink.text)
        selected = []
        if marks.start < marks.end:
            part, look = QTextLayout.FormatRange(), QTextCharFormat()
            look.setBackground(ink.selected.fill)
            look.setForeground(ink.selected.ink)
            part.start, part.length, part.format = marks.start, marks.end - marks.start, look
            selected.append(part)
        self._layout.draw(painter, QPointF(0, 0), selected, QRectF(0, top, 1e6, bottom - top))
        if marks.caret is not None:
            self._layout.drawCursor(painter, QPointF(0, 0), marks.caret, 1)

    def part(self, start: int, end: int) -> str:
        """Return the text between two places."""
        return utf16_part(self._layout.text(), start, end).replace("\u2028", "\n")

    def place_at(self, x: float, y: float) -> int:
        """Return the place that is nearest to a point."""
        if y >= self.height:
            return self.count
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        if not lines:
            return 0
        line = lines[max(0, bisect_right(lines, y, key=lambda line: line.y()) - 1)]
        return line.xToCursor(x)

    def point_of(self, place: int) -> QPointF:
        """Return the middle of the caret at a place."""
        line = self._layout.lineForTextPosition(place)
        if not line.isValid():
            return QPointF(0, 0)
        x, _ = cast("tuple[float, int]", line.cursorToX(place))  # the stubs type it as an object
        return QPointF(x, line.y() + line.height() / 2)

    def word_at(self, place: int) -> tuple[int, int]:
        """Return start and end of the word around a place, in UTF-16 units."""
        start = self._layout.previousCursorPosition(min(place + 1, self.count), _Mode.SkipWords)
        end = self._layout.nextCursorPosition(start, _Mode.SkipWords)
        word = utf16_part(self._layout.text(), start, end)
        blanks = len(word) - len(word.rstrip())
        return start, end - (blanks if blanks < len(word) else 0)

    def step(self, place: int, *, is_forward: bool, is_word: bool) -> int:
        """Return the place one character or word further."""
        mode = _Mode.SkipWords if is_word else _Mode.SkipCharacters
        if is_forward:
            return self._layout.nextCursorPosition(place, mode)
        return self._layout.previousCursorPosition(place, mode)
