"""How headers and cells of all tables are painted, beyond what Fusion does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QWidget,
)

#: Pixels before a text that may stand behind a number.
INDENT = 8


class HeaderStyle(QProxyStyle):
    """Fusion whose arrow points down if the largest value is on top, which it draws upwards.

    A style of headers alone: as that of the application it would be called for every primitive.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(  # noqa: N802 - override
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the arrow the other way round, all else as Fusion does."""
        is_arrow = element is QStyle.PrimitiveElement.PE_IndicatorHeaderArrow
        if is_arrow and isinstance(option, QStyleOptionHeader):
            kinds = QStyleOptionHeader.SortIndicator
            turned = {kinds.SortUp: kinds.SortDown, kinds.SortDown: kinds.SortUp}
            option.sortIndicator = turned.get(option.sortIndicator, option.sortIndicator)
        super().drawPrimitive(element, option, painter, widget)


class IndentedDelegate(QStyledItemDelegate):
    """Paints texts some pixels to the right, so that they do not touch the number before them."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the background of the whole cell, and the cell in what is left of it."""
        strip = QStyleOptionViewItem(option)
        self.initStyleOption(strip, index)
        cell = QRect(option.rect)
        strip.rect = QRect(cell.left(), cell.top(), INDENT, cell.height())
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        strip.widget.style().drawPrimitive(panel, strip, painter, strip.widget)
        option.rect = cell.adjusted(INDENT, 0, 0, 0)
        super().paint(painter, option, index)
