"""The models that can be removed from this machine, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from ....core.checkpoint.catalog import REMOVABLE, known_models
from ....core.model.info import short_model_name
from ...text.plain_text import menu_text_of, tooltip_of


class RemoveMenu(QMenu):
    """Lists downloaded and imported models, and asks before one is removed.

    The model that is in use stays: its name is greyed out.

    *Signals:*
        remove_asked (str): the user confirmed that this model is to be removed.
    """

    remove_asked = Signal(str)

    def __init__(self, model_in_use: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remove_model_menu")
        self.setTitle(self.tr("Remove"))
        self.setToolTipsVisible(True)
        self._model_in_use = model_in_use

    @Slot()
    def fill(self) -> None:
        """List the current models."""
        self.clear()
        for entry in known_models():
            if entry.source in REMOVABLE:
                action = self.addAction(menu_text_of(f"{short_model_name(entry.name)}…"))
                is_free = entry.name != self._model_in_use()
                action.setEnabled(is_free)
                action.setToolTip(
                    tooltip_of(entry.name)
                    if is_free
                    else self.tr("In use: choose another model first")
                )
                action.triggered.connect(partial(self._ask, entry.name))
        self.setEnabled(not self.isEmpty())

    def _ask(self, model: str) -> None:
        box = QMessageBox(self.parentWidget())
        box.setObjectName("remove_model_dialog")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Remove model"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Remove {0} from this machine?").format(model))
        box.setInformativeText(
            self.tr("It can be downloaded or imported again. A file it was imported from stays.")
        )
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        remove.setObjectName("remove_model_button")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.accepted.connect(partial(self.remove_asked.emit, model))
        box.finished.connect(box.deleteLater)
        box.open()
