"""A small table: the first column takes the remaining room, the others the room that they need."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from ..widgets.empty_hint import EmptyHint
from .rows_model import RowsModel
from .table_view import TableView


class RowsView(TableView):
    """Shows a ``RowsModel``, or a hint if it has no rows."""

    stretched: ClassVar[int | None] = 0

    def __init__(self, model: RowsModel[Any], hint: str, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        # a third click on a header restores the order of the program
        self.horizontalHeader().setSortIndicatorClearable(True)
        self._hint = EmptyHint(hint, self.viewport())
        model.rows_changed.connect(self._on_rows_set)
        self._on_rows_set()

    def needed_widths(self) -> list[int]:
        header = self.horizontalHeader()
        return [
            max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(self._model.columnCount())
        ]

    @Slot()
    def _on_rows_set(self) -> None:
        self._hint.setVisible(not self._model.rowCount())
        self.measure()
