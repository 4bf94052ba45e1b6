"""How a small table looks: like that of the calls, its first column taking what room is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..widgets.empty_hint import EmptyHint
from .rows_model import RowsModel
from .table_look import show_as_rows


class RowsView(QTableView):
    """Shows a ``RowsModel``; a sentence stands where it has no rows.

    Where it is narrow, the columns that matter least are hidden.
    """

    def __init__(self, model: RowsModel[Any], hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        show_as_rows(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._hint = EmptyHint(hint, self.viewport())
        model.modelReset.connect(self._on_model_reset)
        self._on_model_reset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _on_model_reset(self) -> None:
        self._hint.setVisible(not self._model.rowCount())
        self._fit_columns()

    def _fit_columns(self) -> None:
        columns, header = self._model.columns, self.horizontalHeader()
        for number in range(len(columns)):
            self.setColumnHidden(number, False)  # a hidden one says that it needs nothing
        needs = [
            max(self.sizeHintForColumn(number), header.sectionSizeHint(number))
            for number in range(len(columns))
        ]
        room = self.viewport().width() - sum(needs)
        for number in sorted(range(len(columns)), key=lambda number: -columns[number].yields):
            is_hidden = room < 0 and columns[number].yields > 0
            self.setColumnHidden(number, is_hidden)
            if is_hidden:
                room += needs[number]
