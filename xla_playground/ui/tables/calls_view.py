"""How the calls table looks: row height, column widths, and which columns fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from .call_columns_spec import COLUMNS
from .calls_table_model import CallsTableModel
from .table_look import show_as_rows

#: Room in a cell beside its text, in pixels.
_CELL_PADDING = 12


class CallsView(QTableView):
    """A table view that hides the columns that matter least where it is narrow.

    Widths come from sample texts: measuring 100,000 rows would take seconds. A width that was
    dragged stays.

    *Attributes:*
        corner: a small widget at the right end of the header, for which room is kept.
    """

    def __init__(self, model: CallsTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calls_view")
        self.setAccessibleName(self.tr("Calls"))
        self.setModel(model)
        self.corner: QWidget | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        show_as_rows(self)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        metrics = self.fontMetrics()
        arrow = metrics.height() // 2 + 6  # of the sort indicator
        for number, column in enumerate(COLUMNS):
            sample = metrics.horizontalAdvance(column.sample)
            title = metrics.horizontalAdvance(column.header()) + arrow
            self.setColumnWidth(number, max(sample, title) + _CELL_PADDING)
        self._widths = [self.columnWidth(number) for number in range(len(COLUMNS))]

    def put_into_corner(self, widget: QWidget) -> None:
        """Show a widget at the right end of the header."""
        self.corner = widget
        widget.setParent(self.horizontalHeader())
        widget.adjustSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.horizontalHeader()
        if self.corner is not None:
            self.corner.setFixedHeight(header.height())
            self.corner.move(self.viewport().width() - self.corner.width(), 0)
        self._fit_columns()

    def _fit_columns(self) -> None:
        room = self.viewport().width() - sum(self._widths)
        if self.corner is not None:
            room -= self.corner.width()
        by_need = sorted(range(len(COLUMNS)), key=lambda number: -COLUMNS[number].yields)
        for number in by_need:
            is_hidden = room < 0 and COLUMNS[number].yields > 0
            self.setColumnHidden(number, is_hidden)
            if is_hidden:
                room += self._widths[number]
