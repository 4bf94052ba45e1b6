"""Which model to run, and what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.model_info import ModelInfo
from ..icons import icon
from ..session import Session
from .model_facts import ModelFacts
from .panel import Panel


class ModelPanel(Panel):
    """Edits ``model``: a bundled name or a folder, which is checked by loading it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("model_panel")
        self.setAcceptDrops(True)
        self._combo = QComboBox(self)
        self._combo.setObjectName("model_combo")
        self._combo.setToolTip(self.tr("Bundled models, and folders that were used"))
        self._combo.setAccessibleName(self.tr("Model"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._combo.setSizeAdjustPolicy(policy)
        self._open = QToolButton(self)
        self._open.setObjectName("open_folder_button")
        self._open.setIcon(icon("folder", self.palette()))
        self._open.setToolTip(self.tr("Open the folder of a Transformers model (or drop it here)"))
        self._open.setAccessibleName(self.tr("Open folder"))
        self._facts = ModelFacts(self)
        for model in session.known_models():
            self._add(model)

        top = QHBoxLayout()
        top.addWidget(self._combo, 1)
        top.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._problem_label("model"))
        layout.addWidget(self._facts)
        layout.addStretch(1)

        self._combo.currentIndexChanged.connect(self._on_index_changed)
        self._open.clicked.connect(self.open_folder)
        session.model_changed.connect(self._on_model_changed)
        session.model_refused.connect(self._on_model_refused)
        self.set_value(session.settings.model)

    def value(self) -> str:
        """The name or folder of the model."""
        return str(self._combo.currentData())

    def set_value(self, model: str) -> None:
        """Choose a model, which joins the list where it is not in it."""
        with self._quietly():
            self._choose(model)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._open.setIcon(icon("folder", self.palette()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(Path(url.toLocalFile()).is_dir() for url in _local(event.mimeData().urls())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in _local(event.mimeData().urls()):
            self._choose(url.toLocalFile())
            event.acceptProposedAction()
            return

    @Slot()
    def open_folder(self) -> None:
        """Ask for the folder of a model."""
        dialog = QFileDialog(self, self.tr("Open the folder of a model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, model: str) -> None:
        self._add(model)
        self._combo.setCurrentIndex(self._combo.findData(model))

    def _add(self, model: str) -> None:
        if self._combo.findData(model) < 0:
            path = Path(model)
            # two folders may have one name, so the parent is shown with it
            shown = f"{path.name} ({path.parent})" if path.name != model else model
            self._combo.addItem(shown, model)

    @Slot(str)
    def _on_folder_selected(self, folder: str) -> None:
        self._choose(folder)

    @Slot()
    def _on_index_changed(self) -> None:
        self._combo.setToolTip(self.value())
        self._facts.show_facts(None)
        self.changed.emit()

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._facts.show_facts(info)

    @Slot()
    def _on_model_refused(self) -> None:
        self._facts.show_facts(None)


def _local(urls: list[QUrl]) -> list[QUrl]:
    return [url for url in urls if url.isLocalFile()]
