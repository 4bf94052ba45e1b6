"""The latency plot's legend: beside the plot if there is room, else below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics

from ..shared.elastic_label import ElasticLabel

#: From this width on the legend is at the right, with two lines an entry.
WIDE = 640
#: Digits that fit at the right of an entry.
_SIDE_DIGITS = 34
#: Height of header, axis and the smallest useful plot, in pixels.
_REST_BESIDE, _REST_BELOW = 60, 155
_LEAST_ENTRIES = 2


class SeriesLegend:
    """The entries of the latency plot's legend; they belong to the scene and so to its export.

    Attributes:
        entries: a label item for each slot; hidden while empty.
        room: number of entries that fit into the present size.
        width: the room of an entry, in pixels.
        is_below: whether it is below the plot, with one line an entry.
    """

    def __init__(self, layout: Any, count: int) -> None:
        """Add to the graphics layout of the plot, which is its row 1, column 0."""
        self._outer = layout
        self._inner = layout.addLayout(row=1, col=1)
        self._inner.layout.setContentsMargins(8, 0, 0, 0)
        self._inner.layout.setVerticalSpacing(0)
        self.entries = [self._add_label(row) for row in range(count)]
        self._remark = self._add_label(count)
        self._inner.layout.setRowStretchFactor(count + 1, 1)
        self.is_below = self._is_low = False
        self.room = count
        self._side_width = _side_width(self._remark.item.font())
        self.width = self._side_width
        self._outer.layout.setColumnFixedWidth(1, self._side_width)
        self._outer.layout.setRowStretchFactor(1, 1000)  # the plot takes what the legend leaves

    def place(self, size: QSize) -> None:
        """Place the legend beside or below a plot of ``size``, and compute its room."""
        is_below = size.width() < WIDE
        if is_below != self.is_below:
            self.is_below = is_below
            self._outer.removeItem(self._inner)
            self._outer.addItem(self._inner, *((2, 0) if is_below else (1, 1)))
        self._outer.layout.setColumnFixedWidth(1, 0 if is_below else self._side_width)
        line = self._remark.item.document().defaultFont().pointSizeF() * 1.9
        rest, entry = (_REST_BELOW, line) if is_below else (_REST_BESIDE, 2 * line)
        fitting = int((size.height() - rest - line) / entry)
        self._is_low = size.height() < rest
        least = 1 if self._is_low else _LEAST_ENTRIES
        self.room = min(max(fitting, least), len(self.entries))
        self.width = size.width() - 24 if is_below else self._side_width - 12

    def set_font(self, font: QFont) -> None:
        """Set the font; call ``place`` again after it."""
        for label in (*self.entries, self._remark):
            label.item.setFont(font)
            label.setText(label.text)  # this measures it
        self._side_width = _side_width(font)

    def set_remark(self, text: str) -> None:
        """Set the text of the line below the entries."""
        if text != self._remark.text:
            self._remark.setText(text)
        self._remark.setVisible(bool(text) and not self._is_low)

    def set_text_color(self, color: QColor) -> None:
        """Set the palette's colour for text."""
        self._remark.setText(self._remark.text, color=color)

    def _add_label(self, row: int) -> Any:
        label = ElasticLabel("", justify="left")
        self._inner.addItem(label, row=row, col=0)
        label.item.document().setDocumentMargin(1)
        label.setVisible(False)
        return label


def _side_width(font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance("0" * _SIDE_DIGITS)
