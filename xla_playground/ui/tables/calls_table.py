"""The calls of the history, as a table."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...core.call.record import Record
from ...core.history.export import calls_as_csv
from ..state.call_log import CallLog
from ..state.notices import Notices
from ..state.table_layouts import TableLayouts
from ..widgets.empty_hint import EmptyHint
from ..widgets.export_button import ExportButton
from .calls_table_model import CallsTableModel
from .calls_view import CallsView


class CallsTable(QWidget):
    """Every call in a row, the newest on top.

    The current row is the call that the log looks at: choosing one selects it there, and a
    call that was selected elsewhere becomes current. Rows are copied as they are shown, with hidden
    columns; the CSV file has the durations in ns. Where a dock is narrow, the columns that matter
    least are hidden; tooltips have them.
    """

    def __init__(
        self,
        log: CallLog,
        notices: Notices,
        layouts: TableLayouts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("calls_table")
        self._log = log
        self.model = CallsTableModel(log, self)
        self.view = CallsView(self.model, self)
        self._hint = EmptyHint(self._hint_text(), self.view.viewport())
        self._hint.setVisible(not self.model.rowCount())
        self._export = ExportButton(
            "calls", {"csv": lambda: calls_as_csv(self.model.summaries)}, self
        )
        self.view.put_into_corner(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.keep_layout(layouts)
        self.view.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.model.rowsInserted.connect(self._on_rows_inserted)
        self.model.modelReset.connect(self._on_model_reset)
        log.call_selected.connect(self._on_call_selected)
        self.view.row_hovered.connect(self._on_row_hovered)
        self._export.notice.connect(notices.add)
        log.readers.append(self._place)

    # ------------------------------------------------------------------ selection

    def selected_calls(self) -> list[int]:
        """Return the numbers of the selected calls, ascending."""
        return self.model.calls_in(self.view.selected_row_numbers())

    def select_calls(self, calls: Collection[int]) -> None:
        """Select the rows of calls, and look at the latest of them."""
        selection = QItemSelection()
        for rows in self.model.ranges_of(calls):
            selection.select(self.model.index(rows[0], 0), self.model.index(rows[-1], 0))
        latest = self.model.row_of(max(calls, default=0))
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.view.selectionModel()
        if latest is not None:
            chosen.setCurrentIndex(self.model.index(latest, 0), flags.NoUpdate)
            self.view.scrollTo(self.model.index(latest, 0))
        chosen.select(selection, flags.ClearAndSelect | flags.Rows)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        call = self.model.summary(current.row()).call
        if call != self._log.selected_call:
            self._log.select(call)

    @Slot(int)
    def _on_row_hovered(self, row: int) -> None:
        summary = None if row < 0 else self.model.summary(row)
        self._log.hover(None if summary is None else self._log.key_of(summary))

    @Slot(object)
    def _on_call_selected(self, record: Record) -> None:
        row = self.model.row_of(record.call)
        if row is None:
            return
        index = self.model.index(row, 0)
        if row != self.view.currentIndex().row():
            flags = QItemSelectionModel.SelectionFlag
            # only this row is selected, also with a modifier key
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)

    def _place(self) -> int | None:
        """Return the scroll position, ``None`` if the selected call is visible at it."""
        current = self.view.currentIndex()
        if not (self.view.isVisible() and current.isValid()):
            return None
        is_seen = self.view.visualRect(current).intersects(self.view.viewport().rect())
        return None if is_seen else self.view.verticalScrollBar().value()

    # ------------------------------------------------------------------ rows

    @Slot()
    def _on_rows_inserted(self) -> None:
        self._hint.hide()

    @Slot()
    def _on_model_reset(self) -> None:
        self._hint.setVisible(not self.model.rowCount())
        self._hint.setText(self._hint_text())
        row = self.model.row_of(self._log.selected_call or 0)
        if row is not None:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(row, 0)
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _hint_text(self) -> str:
        if self._log.summaries:
            return self.tr("No call passes the filter")
        return self.tr("Each call becomes a row: press Run")
