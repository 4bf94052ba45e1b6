"""The dialog with the entries of the store, of every model and version."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ...bridge.store_keeper import StoreContents
from ...core.store.store import StoredSpecialization
from ...core.units import format_bytes, format_duration
from ..state.table_layouts import TableLayouts
from ..tables.rows_model import Column, RowsModel
from ..tables.rows_view import RowsView
from ..text.moments import short_moment
from ..widgets.elided_label import ElidedLabel


class StoreDialog(QDialog):
    """Lists the entries, the most recently used first; stays open while they change."""

    def __init__(
        self, contents: StoreContents, layouts: TableLayouts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("store_dialog")
        self.setWindowTitle(self.tr("Specializations on disk"))
        self._folder = contents.folder
        self._model: RowsModel[StoredSpecialization] = RowsModel(
            self._columns(), self, key=lambda entry: entry.manifest.key
        )
        view = RowsView(self._model, self.tr("Nothing is stored yet"), self)
        view.setObjectName("store_view")
        view.setAccessibleName(self.tr("Entries of the store"))
        view.keep_layout(layouts)
        self._where = ElidedLabel("", self)
        self._where.setObjectName("store_folder")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        open_folder = buttons.addButton(
            self.tr("Open folder"), QDialogButtonBox.ButtonRole.ActionRole
        )
        open_folder.setAutoDefault(False)
        open_folder.setEnabled(Path(self._folder).is_dir())
        open_folder.clicked.connect(self._on_open_clicked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(view, 1)
        layout.addWidget(self._where)
        layout.addWidget(buttons)
        self.resize(820, 380)
        self.show_contents(contents)

    @Slot(object)
    def show_contents(self, contents: StoreContents) -> None:
        """Show the entries of the store and their total size."""
        self._model.set_rows(contents.entries)
        words = self.tr("{0:,} in {1}, {2} together")
        size = format_bytes(contents.size_bytes)
        self._where.setText(words.format(len(contents.entries), contents.folder, size))

    @Slot()
    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    def _columns(self) -> tuple[Column[StoredSpecialization], ...]:
        return (
            Column(self.tr("Specialization"), lambda entry: entry.manifest.key.label()),
            Column(
                self.tr("Size"),
                lambda entry: format_bytes(entry.size_bytes),
                is_number=True,
                sort_key=lambda entry: entry.size_bytes,
            ),
            Column(
                self.tr("First call"),
                lambda entry: format_duration(entry.manifest.first_ns),
                self.tr("What tracing and compiling it cost"),
                is_number=True,
                sort_key=lambda entry: entry.manifest.first_ns,
            ),
            Column(
                self.tr("Stored"),
                lambda entry: short_moment(entry.manifest.created_at),
                sort_key=lambda entry: entry.manifest.created_at,
            ),
            Column(
                self.tr("Last used"),
                lambda entry: short_moment(entry.used_at),
                sort_key=lambda entry: entry.used_at,
            ),
        )
