"""Ask before the specializations on disk are removed."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from ...core.units import count_of_specializations, format_bytes


class ClearStoreDialog(QMessageBox):
    """Asks whether to clear the store; accepted if the user confirms."""

    def __init__(self, entries: int, size_bytes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear_store_dialog")
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Clear store"))
        question = self.tr("Remove {0} ({1}) from the disk?")
        self.setText(
            question.format(count_of_specializations(entries).text, format_bytes(size_bytes))
        )
        self.setInformativeText(
            self.tr("They are traced and compiled again when they are next used.")
        )
        remove = self.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        remove.setObjectName("remove_entries_button")
        keep = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(keep)
