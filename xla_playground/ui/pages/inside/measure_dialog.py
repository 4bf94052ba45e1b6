"""Ask before this machine is measured."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget


class MeasureDialog(QMessageBox):
    """Asks for an idle machine; accepted if the user has it measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measure_dialog")
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Measure this machine"))
        self.setText(self.tr("Measure how fast this machine reads memory and computes?"))
        self.setInformativeText(
            self.tr(
                "It takes some ten seconds. End other programs and make no call meanwhile: what "
                "is measured on a busy machine makes every call look closer to its limits."
            )
        )
        measure = self.addButton(self.tr("Measure"), QMessageBox.ButtonRole.AcceptRole)
        measure.setObjectName("measure_accept_button")
        self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(measure)
