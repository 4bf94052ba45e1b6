"""The view of the calls table: column widths, and a small widget at the end of its header."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from .call_columns_spec import COLUMNS
from .calls_table_model import CallsTableModel
from .table_view import TableView

#: Room in a cell beside its text, in pixels.
_CELL_PADDING = 10
#: Columns whose cells may have an icon.
_WITH_ICON = ("call", "cache")


class CallsView(TableView):
    """The calls, the newest on top until they are sorted otherwise.

    Widths come from sample texts: measuring 100,000 rows would take seconds.

    *Attributes:*
        corner: a small widget at the right end of the header, for which room is kept.
    """

    def __init__(self, model: CallsTableModel, parent: QWidget | None = None) -> None:
        self.corner: QWidget | None = None
        self._calls = model
        super().__init__(model, parent)
        self.setObjectName("calls_view")
        self.setAccessibleName(self.tr("Calls"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._calls.tint()

    def put_into_corner(self, widget: QWidget) -> None:
        """Show a widget at the right end of the header."""
        self.corner = widget
        widget.setParent(self.horizontalHeader())
        self.updateGeometries()

    def first_order(self) -> tuple[int, Qt.SortOrder]:
        return 0, Qt.SortOrder.DescendingOrder

    def needed_widths(self) -> list[int]:
        metrics = self.fontMetrics()
        arrow = metrics.height() // 2 + 6  # width of the sort indicator
        mark = self.iconSize().width() if self.iconSize().isValid() else metrics.height()
        return [
            max(
                metrics.horizontalAdvance(column.longest()),
                metrics.horizontalAdvance(column.header()) + arrow,
            )
            + (mark if column.name in _WITH_ICON else 0)
            + _CELL_PADDING
            for column in COLUMNS
        ]

    def reserved_width(self) -> int:
        return 0 if self.corner is None else self.corner.width()

    def updateGeometries(self) -> None:  # noqa: N802 - override
        super().updateGeometries()
        if self.corner is not None:
            self.corner.setFixedSize(
                self.corner.sizeHint().width(), self.horizontalHeader().height()
            )
            self.corner.move(self.viewport().width() - self.corner.width(), 0)
