"""Ask before every call is deleted, which cannot be undone."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget


class ClearHistoryDialog(QMessageBox):
    """Asks whether to clear the history; accepted if the user confirms."""

    def __init__(self, calls: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear_history_dialog")
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Clear history"))
        self.setText(self.tr("Forget all {0:,} calls?").format(calls))
        self.setInformativeText(
            self.tr("Their texts, tokens and times are deleted. This cannot be undone.")
        )
        forget = self.addButton(self.tr("Forget"), QMessageBox.ButtonRole.AcceptRole)
        forget.setObjectName("forget_button")
        keep = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(keep)
