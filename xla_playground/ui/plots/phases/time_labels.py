"""The durations that are printed in the plot of phases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSimpleTextItem

from .time_segments import BESIDE, TimeLabel

#: In front of marks and bars.
_FRONT = 20


class TimeLabels:
    """Texts in a view that keep their size; items are made once and used again."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self._items: list[QGraphicsSimpleTextItem] = []

    def texts(self) -> list[str]:
        """Return what is printed now."""
        return [item.text() for item in self._items if item.isVisible()]

    def show(self, labels: Sequence[TimeLabel], font: QFont, inks: dict[str, QColor]) -> None:
        """Show these labels and no others; ``inks`` are their colours, by phase."""
        metrics = QFontMetricsF(font)
        while len(self._items) < len(labels):
            self._items.append(self._new_item())
        for item, label in zip(self._items, labels, strict=False):
            item.setText(label.segment.text)
            item.setFont(font)
            item.setBrush(inks[label.segment.phase])
            item.setPos(label.segment.x, label.segment.y)
            item.setTransform(_place(label, metrics))
            item.setVisible(True)
        for item in self._items[len(labels) :]:
            item.setVisible(False)

    def _new_item(self) -> QGraphicsSimpleTextItem:
        item = QGraphicsSimpleTextItem()
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        item.setZValue(_FRONT)
        self._view.addItem(item, ignoreBounds=True)
        return item


def _place(label: TimeLabel, metrics: QFontMetricsF) -> QTransform:
    """Return what moves a text from its point, in pixels."""
    place = QTransform()
    if label.is_vertical:
        place.rotate(-90)
    if label.is_beside:
        return place.translate(BESIDE, -metrics.height())
    return place.translate(
        -metrics.horizontalAdvance(label.segment.text) / 2, -metrics.height() / 2
    )
