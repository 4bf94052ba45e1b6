"""The line above a plot: beside its buttons, or below them if there is too little room."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor, QFont, QFontMetrics

from .elastic_label import ElasticLabel

#: Room for the line beside the buttons, which stand over it, and for the line below them: the
#: highest tick of the axis stands out of the plot.
_BESIDE, _BELOW = 14, 10


class PlotHeader:
    """Rich text in the first two rows of a graphics layout, of which one is empty.

    Attributes:
        html: the text.
    """

    #: How many rows of the layout it takes.
    ROWS = 2

    def __init__(self, layout: Any) -> None:
        """Add the rows to a pyqtgraph ``GraphicsLayout``."""
        self.html = ""
        self._layout = layout
        self._labels = [ElasticLabel("", justify="left") for _ in range(self.ROWS)]
        self._heights = 0, 0
        for row, label in enumerate(self._labels):
            layout.addItem(label, row=row, col=0)

    def set_text(self, html: str, *, is_below: bool) -> None:
        """Show a text beside the buttons or below them."""
        self.html = html
        line = QFontMetrics(self.font()).height()
        heights = line + _BESIDE, line + _BELOW if is_below else 0
        for label, text in zip(self._labels, ("", html) if is_below else (html, ""), strict=True):
            if text != label.text:
                label.setText(text)
        if heights != self._heights:  # setting them lays the scene out again
            self._heights = heights
            for row, height in enumerate(heights):
                self._layout.layout.setRowFixedHeight(row, height)

    def font(self) -> QFont:
        """Return the font of the text."""
        font: QFont = self._labels[0].item.font()
        return font

    def set_font(self, font: QFont) -> None:
        """Take another font; the text is to be set again."""
        for label in self._labels:
            label.item.setFont(font)

    def set_color(self, color: QColor) -> None:
        """Take the palette's colour for text; the text is to be set again."""
        for label in self._labels:
            label.setText("", color=color)
