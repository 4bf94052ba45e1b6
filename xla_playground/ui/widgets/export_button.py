"""The Export button: a menu of formats, a file dialog, an atomic write, a sentence."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from ...core.files.replace_file import replace_file

logger = logging.getLogger(__name__)

#: The type of callbacks that make the bytes of a file.
Encoder = Callable[[], bytes]


class ExportButton(QToolButton):
    """Saves the contents of a widget as a file.

    *Signals:*
        notice (str): a sentence on the result.
    """

    notice = Signal(str)

    def __init__(self, name: str, encoders: dict[str, Encoder], parent: QWidget) -> None:
        """Create the button.

        ``name`` is the proposed file name, ``encoders`` are keyed by ending (``png``).
        """
        super().__init__(parent)
        self._name = name
        self._encoders = encoders
        self.setObjectName("export_button")
        self.setText(self.tr("Export"))
        self.setToolTip(self.tr("Save as a file"))
        self.setAccessibleName(self.tr("Export"))
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for ending in encoders:
            action = QAction(self.tr("Save as {format}…").format(format=ending.upper()), menu)
            action.setObjectName(f"export_{ending}")
            action.setData(ending)
            menu.addAction(action)
        menu.triggered.connect(self._on_triggered)
        self.setMenu(menu)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        ending = str(action.data())
        path = ask_for_path(self, action.text(), self._name, ending)
        if path is None:
            return
        try:
            replace_file(path, self._encoders[ending]())
        except OSError as error:
            logger.warning("export to %s: %s", path, error)
            why = error.strerror or str(error)
            self.notice.emit(
                self.tr("{path} could not be written ({why}): choose another folder.").format(
                    path=path, why=why
                )
            )
        else:
            self.notice.emit(self.tr("Saved {path}.").format(path=path))


def ask_for_path(parent: QWidget, title: str, name: str, ending: str) -> Path | None:
    """Ask for the path of a file to write, ``NAME.ENDING`` at first; ``None`` if cancelled."""
    # not the static function: only a dialog of its own adds the ending before it asks
    # whether to overwrite
    dialog = QFileDialog(parent, title, "", f"{ending.upper()} (*.{ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(f"{name}.{ending}")
    is_accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if is_accepted and chosen else None
