"""The panel that chooses a model and its precision, and shows the model's facts."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.models.model_check import CheckedModel, ModelCheck
from ....bridge.models.model_removal import ModelRemoval
from ....bridge.models.pull_runner import PullProcess
from ....core.call.request import Precision
from ....core.checkpoint.catalog import ModelEntry, ModelSource, is_hub_id, known_models
from ....core.model.info import ModelInfo
from ....core.units import format_bytes
from ....core.window.settings import Settings
from ...dialogs.hub_dialog import HubDialog
from ...state.call_log import CallLog
from ...state.model_choice import ModelChoice
from ...state.notices import Notices
from ...style.icons import icon
from ...text.plain_text import tooltip_of
from ..panel import Panel
from .download_strip import DownloadStrip
from .model_combo import ModelCombo
from .model_facts import ModelFacts
from .precision_row import PrecisionRow
from .remove_menu import RemoveMenu

_MAX_RECENT_MODELS = 12


class ModelPanel(Panel):
    """Edits ``model`` (a name, a folder, a file or a hub id) and ``precision``."""

    def __init__(
        self,
        choice: ModelChoice,
        log: CallLog,
        notices: Notices,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("model_panel")
        self._choice, self._log, self._notices = choice, log, notices
        self._first_model = settings.model
        self._wanted_from_hub = ""
        self._pull = PullProcess(parent=self)
        self._check = ModelCheck(self)
        self._removal = ModelRemoval(self)
        self._entries: dict[str, ModelEntry] = {}
        self._combo = ModelCombo(self)
        self._open = self._make_open_button()
        self._strip = DownloadStrip(self._pull, self)
        self._load_anyway = QPushButton(self.tr("Load it all the same"), self)
        self._load_anyway.setObjectName("load_anyway_button")
        self._load_anyway.setToolTip(
            self.tr("The machine may become slow, and end the worker where memory runs out")
        )
        self._load_anyway.hide()
        self._precision = PrecisionRow(self)
        self._facts = ModelFacts(self)

        top = QHBoxLayout()
        top.addWidget(self._combo, 1)
        top.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._strip)
        layout.addWidget(self._problem_label("model"))
        layout.addWidget(self._load_anyway)
        layout.addWidget(self._precision)
        layout.addWidget(self._problem_label("precision"))
        layout.addWidget(self._facts)
        layout.addStretch(1)

        self._add_entries()
        self._combo.currentIndexChanged.connect(self._on_index_changed)
        self._precision.changed.connect(self.changed)
        self._load_anyway.clicked.connect(self._on_load_anyway_clicked)
        self._strip.downloaded.connect(self._on_downloaded)
        self._check.checked.connect(self._on_checked)
        self._removal.removed.connect(self._on_removed)
        self._removal.failed.connect(notices.add)
        choice.changed.connect(self._on_model_changed)
        choice.refused.connect(self._on_model_refused)
        choice.absent.connect(self._on_model_absent)
        choice.asked.connect(self._on_memory_asked)
        self.set_value(settings.model, settings.precision)

    def value(self) -> dict[str, Any]:
        """Return ``model`` and ``precision``."""
        return {"model": self._model(), "precision": self._precision.value()}

    def set_value(self, model: str, precision: Precision) -> None:
        """Choose a model, without a signal; add it to the list if it is missing."""
        with self._quietly():
            self.choose(model)
            self._precision.set_value(precision)

    @Slot(str)
    def choose(self, model: str) -> None:
        """Choose a model as the user would; add it to the list if it is missing."""
        if self._combo.findData(model) < 0:
            is_known_hub_id = is_hub_id(model) and not Path(model).exists()
            source = ModelSource.PULLABLE if is_known_hub_id else ModelSource.RECENT
            self._add(ModelEntry(name=model, source=source))
        self._combo.setCurrentIndex(self._combo.findData(model))

    def show_problem(self, field: str, sentence: str) -> None:
        super().show_problem(field, sentence)
        if field == "model" and not self._strip.isHidden() and self._is_absent():
            self.clear_problem()  # the strip says it, with the button that mends it

    def look_at_models(self) -> None:
        """Read the facts of every model of the list, in the background."""
        for entry in self._entries.values():
            if entry.source is not ModelSource.PULLABLE:
                self._check.check(entry.path or entry.name)

    @property
    def is_downloading(self) -> bool:
        """Return whether a model is being downloaded."""
        return self._pull.is_running

    def stop(self) -> None:
        """Give up downloads, checks and removals: the window closes."""
        self._pull.stop()
        self._check.stop()
        self._removal.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._open.setIcon(icon("folder", self.palette()))

    # ------------------------------------------------------------------ making

    def _make_open_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("open_model_button")
        button.setIcon(icon("folder", self.palette()))
        button.setToolTip(self.tr("Open another model (or drop its folder or file on the window)"))
        button.setAccessibleName(self.tr("Open another model"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self.tr("Open folder…")).triggered.connect(self.open_folder)
        menu.addAction(self.tr("Open file…")).triggered.connect(self.open_file)
        menu.addAction(self.tr("Download from the hub…")).triggered.connect(self.open_hub)
        removals = RemoveMenu(self._model, menu)
        removals.remove_asked.connect(self._removal.remove)
        menu.aboutToShow.connect(removals.fill)
        menu.addMenu(removals)
        button.setMenu(menu)
        return button

    def _add_entries(self) -> None:
        for entry in known_models():
            self._add(entry)
        of_calls = (summary.model for summary in reversed(self._log.own.summaries))
        recent = dict.fromkeys([self._first_model, *of_calls])
        for name in islice(recent, _MAX_RECENT_MODELS):
            if name not in self._entries:
                self._add(ModelEntry(name=name, source=ModelSource.RECENT))

    def _add(self, entry: ModelEntry) -> None:
        self._entries[entry.name] = entry
        self._combo.add(entry)

    # ------------------------------------------------------------------ opening

    @Slot()
    def open_folder(self) -> None:
        """Open a file dialog for the folder of a model."""
        dialog = QFileDialog(self, self.tr("Open the folder of a model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open_dialog(dialog)

    @Slot()
    def open_file(self) -> None:
        """Open a file dialog for the file of a model."""
        dialog = QFileDialog(self, self.tr("Open the file of a model"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("GGUF files (*.gguf)"), self.tr("All files (*)")])
        self._open_dialog(dialog)

    def _open_dialog(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self.choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def open_hub(self) -> None:
        """Open the dialog for a model of the hub, and download it."""
        dialog = HubDialog(self)
        dialog.hub_id_accepted.connect(self._on_hub_id_accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_hub_id_accepted(self, hub_id: str) -> None:
        self._wanted_from_hub = hub_id
        self.choose(hub_id)
        if self._is_absent():  # it was the chosen one
            self._on_model_absent(hub_id)

    # ------------------------------------------------------------------ the model

    def _model(self) -> str:
        return str(self._combo.currentData())

    def _is_absent(self) -> bool:
        return self._strip.offered == self._model()

    @Slot()
    def _on_index_changed(self) -> None:
        self._combo.setToolTip(tooltip_of(self._model()))
        self._facts.show_facts(None)
        self._facts.show()
        self._load_anyway.hide()
        self._strip.offer("")
        self.changed.emit()

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._facts.show_facts(info)
        self._facts.show()
        self._combo.show_info(info.name, info)
        self._precision.offer(info.precisions)

    @Slot()
    def _on_model_refused(self) -> None:
        self._precision.hide()
        self._facts.hide()

    @Slot(str)
    def _on_model_absent(self, model: str) -> None:
        self._precision.hide()
        self._facts.hide()
        self._strip.offer(model)
        self.clear_problem()  # the strip says it
        if self._wanted_from_hub == model:
            self._wanted_from_hub = ""
            self._strip.start()

    @Slot()
    def _on_memory_asked(self) -> None:
        self._load_anyway.show()

    @Slot()
    def _on_load_anyway_clicked(self) -> None:
        self._load_anyway.hide()
        self.clear_problem()
        self._choice.load_anyway()

    @Slot(str)
    def _on_downloaded(self, model: str) -> None:
        for entry in known_models():
            self._add(entry)
        self._check.check(model)
        if model == self._model():
            self._choice.begin()
        else:
            sentence = self.tr("{0} is downloaded: choose it in the model panel.")
            self._notices.add(sentence.format(model))

    @Slot(str, object)
    def _on_removed(self, model: str, freed_bytes: int) -> None:
        self._entries.pop(model, None)
        self._combo.remove(model)
        self._add_entries()
        sentence = self.tr("{0} is removed: {1} are free again.")
        self._notices.add(sentence.format(model, format_bytes(freed_bytes)))

    @Slot(object)
    def _on_checked(self, answer: CheckedModel) -> None:
        if answer.info is None:
            return
        for entry in self._entries.values():
            if answer.model in (entry.path, entry.name):
                self._combo.show_info(entry.name, answer.info)
