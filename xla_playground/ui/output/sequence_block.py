"""One returned sequence: heading, text and chips, laid out for a width."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ...core.call.record import Sequence
from .selection import Layer
from .tokens.chip import ChipMetrics
from .tokens.chip_lines import Chip, ChipLines
from .tokens.ink import Ink, Marks
from .tokens.paragraph import Paragraph

_SPACE = 6.0


class SequenceBlock:
    """Lays out and paints a sequence; all coordinates are the block's own, in pixels.

    *Attributes:*
        height: of the whole block; right after ``lay_out``.
        layers: its text and its chips.
    """

    def __init__(
        self, heading: str, pad_text: str, sequence: Sequence, font: QFont, metrics: ChipMetrics
    ) -> None:
        self.heading = heading
        self.sequence = sequence
        self.height = 0.0
        self._metrics, self._width = QFontMetricsF(font), 0.0
        self._heading_height = self._metrics.height() + 2 if heading else 0.0
        self._text = Paragraph(sequence.text, font)
        self._chips = ChipLines(sequence, pad_text, metrics)
        self.layers: dict[Layer, Paragraph | ChipLines] = {
            Layer.TEXT: self._text,
            Layer.TOKENS: self._chips,
        }

    def lay_out(self, width: float) -> None:
        """Break text and chips into lines of at most ``width``."""
        self._width = width
        for part in self.layers.values():
            part.lay_out(width)
        self.height = self._top_of(Layer.TOKENS) + self._chips.height

    def paint(
        self,
        painter: QPainter,
        top: float,
        bottom: float,
        ink: Ink,
        marks: Callable[[Layer, int], Marks],
    ) -> None:
        """Paint the part between ``top`` and ``bottom``; ``marks`` takes a layer and its count."""
        if self.heading and top < self._heading_height:
            painter.setPen(ink.heading)
            rect = QRectF(0, 0, self._width, self._heading_height)
            elide = Qt.TextElideMode.ElideRight
            heading = self._metrics.elidedText(self.heading, elide, self._width)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, heading)
        for layer, part in self.layers.items():
            y = self._top_of(layer)
            if top < y + part.height and bottom > y:
                painter.translate(0, y)
                part.paint(painter, top - y, bottom - y, ink, marks(layer, part.count))
                painter.translate(0, -y)

    def layer_at(self, y: float) -> Layer:
        """Return the layer at the height ``y``: text or tokens."""
        is_text = y < self._top_of(Layer.TOKENS) - _SPACE / 2 or not self._chips.count
        return Layer.TEXT if is_text else Layer.TOKENS

    def place_at(self, layer: Layer, x: float, y: float) -> int:
        """Return the place of a layer that is nearest to a point."""
        return self.layers[layer].place_at(x, y - self._top_of(layer))

    def point_of(self, layer: Layer, place: int) -> QPointF:
        """Return the middle of the caret at a place."""
        return self.layers[layer].point_of(place) + QPointF(0, self._top_of(layer))

    def chip_at(self, x: float, y: float) -> Chip | None:
        """Return the chip at a point."""
        return self._chips.chip_at(x, y - self._top_of(Layer.TOKENS))

    def _top_of(self, layer: Layer) -> float:
        if layer is Layer.TEXT:
            return self._heading_height
        return self._heading_height + self._text.height + _SPACE
