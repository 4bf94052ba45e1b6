"""The Python interpreter that PyTorch's lanes run on."""

from __future__ import annotations

import importlib.util

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QToolButton, QWidget

from ...style.icons import icon


class TorchPython(QWidget):
    """Edits the path of an interpreter; empty is the one of this program.

    *Signals:*
        changed (): the path is another one.
    """

    changed = Signal()

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("torch_python")
        self._has_own = importlib.util.find_spec("torch") is not None
        self._path = QLineEdit(path, self)
        self._path.setObjectName("torch_python_path")
        self._path.setAccessibleName(self.tr("Python of PyTorch"))
        self._path.setToolTip(
            self.tr("The file of a Python that has torch and transformers, for PyTorch's lanes")
        )
        self._path.setPlaceholderText(
            self.tr("Python of PyTorch: this one")
            if self._has_own
            else self.tr("Python of PyTorch: none")
        )
        self._choose = QToolButton(self)
        self._choose.setObjectName("choose_torch_python")
        self._choose.setAccessibleName(self.tr("Choose the Python of PyTorch"))
        self._choose.setToolTip(self._choose.accessibleName())
        self._choose.setIcon(icon("folder", self.palette()))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(4)
        layout.addWidget(self._path, 0, 0)
        layout.addWidget(self._choose, 0, 1)
        self._path.textChanged.connect(self.changed)
        self._choose.clicked.connect(self._on_choose_clicked)

    def value(self) -> str:
        """Return the path, empty for the interpreter of this program."""
        return self._path.text().strip()

    def problem(self) -> str:
        """Return why PyTorch's lanes cannot run, and what to do; empty if they may."""
        if self._has_own or self.value():
            return ""
        return self.tr(
            "PyTorch is not installed: pip install 'xla-playground[torch]' brings it, or name a "
            "Python that has it below"
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._choose.setIcon(icon("folder", self.palette()))

    @Slot()
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self._choose.accessibleName())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        # the python of a virtual environment is a link, whose target does not see its packages
        dialog.setOption(QFileDialog.Option.DontResolveSymlinks)
        dialog.fileSelected.connect(self._path.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
