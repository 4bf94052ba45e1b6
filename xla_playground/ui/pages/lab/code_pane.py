"""The code of the lab, a line that searches it, and its file."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....core.errors import RequestError
from ....core.files.replace_file import replace_file
from ....core.files.text_file import read_text_file
from ....core.lab.templates import LabTemplate, lab_templates
from ....core.paths import lab_path
from ...widgets.elided_label import ElidedLabel
from .code_edit import CodeEdit

logger = logging.getLogger(__name__)

_UNSAVED = "lab.py"


class CodePane(QWidget):
    """Edits one file.

    *Attributes:*
        edit: the editor.
        path: the file; ``None`` before it was saved or opened.

    *Signals:*
        refused (str): a sentence on why a file was not opened or saved.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lab_code_pane")
        self.path: Path | None = None
        self._kept = b""
        self._own: tuple[Path | None, str, bool] | None = None
        self.edit = CodeEdit(self)
        self._file = ElidedLabel("", self)
        self._file.setObjectName("lab_file")
        self._templates = QPushButton(self.tr("Templates"), self)
        self._templates.setObjectName("lab_templates")
        self._menu = QMenu(self._templates)
        self._templates.setMenu(self._menu)
        self._files = QPushButton(self.tr("File"), self)
        self._files.setObjectName("lab_files")
        files = QMenu(self._files)
        for name, text, slot in (
            ("lab_open", self.tr("Open…"), self._on_open_clicked),
            ("lab_save", self.tr("Save (Ctrl+S)"), self.save),
            ("lab_save_as", self.tr("Save as…"), self._on_save_as_clicked),
        ):
            action = files.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(slot)
        self._files.setMenu(files)
        self._search = QLineEdit(self)
        self._search.setObjectName("lab_search")
        self._search.setPlaceholderText(self.tr("Find; Enter finds the next"))
        self._search.setAccessibleName(self.tr("Find in the code"))
        self.edit.save_asked.connect(self.save)
        self.edit.find_asked.connect(self._on_find_asked)
        self._search.returnPressed.connect(self._find_next)
        self.edit.document().modificationChanged.connect(self._show_file)
        self._lay_out()
        self._show_file()

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return _UNSAVED if self.path is None else self.path.name

    def open_path(self, path: Path) -> None:
        """Open a file; undo brings the old text back."""
        try:
            text = read_text_file(path, "lab")
        except RequestError as error:
            self.refused.emit(error.sentence)
            return
        self._own = None
        self._show_code(path, text, is_modified=False)

    def lend(self, template: LabTemplate) -> None:
        """Show the file of a lesson; the code from before it is kept, and comes back."""
        self._restore()
        if self._own is None:
            self._own = self.path, self.edit.toPlainText(), self.edit.document().isModified()
        self._show_code(None, template.text, is_modified=False)

    def give_back(self) -> None:
        """Show the code from before a lesson, unless another file was chosen meanwhile."""
        if self._own is not None:
            path, text, is_modified = self._own
            self._own = None
            self._show_code(path, text, is_modified=is_modified)

    def _show_code(self, path: Path | None, text: str, *, is_modified: bool) -> None:
        self.path = path
        self.edit.set_code(text)
        self.edit.document().setModified(is_modified)
        self._show_file()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._restore()

    def _restore(self) -> None:
        """Show the code that was kept, or the first template: once, the window opens without."""
        if not self._menu.isEmpty():
            return
        templates = lab_templates()
        for template in templates:
            action = self._menu.addAction(template.title)
            action.setObjectName(f"lab_template_{template.name}")
            action.setData(template)
            action.triggered.connect(self._on_template_chosen)
        first = templates[0].text if templates else ""
        try:
            text = read_text_file(lab_path(), "lab")
        except RequestError:  # nothing was kept
            text = first
        self.edit.set_code(text)
        self.edit.document().clearUndoRedoStacks()
        self.edit.document().setModified(text != first)
        self._show_file()

    def keep(self) -> None:
        """Keep the code for the next start, whether it was saved to a file or not."""
        code = _bytes(self.edit.toPlainText() if self._own is None else self._own[1])
        if self._menu.isEmpty() or code == self._kept:  # it was never shown, or is as it was
            return
        self._kept = code
        try:
            lab_path().parent.mkdir(parents=True, exist_ok=True)
            replace_file(lab_path(), code)
        except OSError:
            logger.warning("the code of the lab was not kept", exc_info=True)

    @Slot()
    def save(self) -> None:
        """Save the file; ask for its name if it has none."""
        if self.path is None:
            self._on_save_as_clicked()
        else:
            self.save_to(self.path)

    def save_to(self, path: Path) -> None:
        """Save the text to a file, which is the file from now on."""
        try:
            replace_file(path, _bytes(self.edit.toPlainText()))
        except OSError as error:
            sentence = self.tr("{0} cannot be written ({1}): save it to another place.")
            self.refused.emit(sentence.format(str(path), error.strerror))
            return
        self.path, self._own = path, None
        self.edit.document().setModified(False)
        self._show_file()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(6, 4, 6, 0)
        row.setSpacing(4)
        for button in (self._templates, self._files):
            row.addWidget(button)
        row.addWidget(self._file, 1)
        below = QHBoxLayout()
        below.setContentsMargins(6, 0, 6, 4)
        below.addWidget(self._search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.edit, 1)
        layout.addLayout(below)

    # ------------------------------------------------------------------ the file

    @Slot()
    def _show_file(self) -> None:
        mark = " •" if self.edit.document().isModified() else ""
        self._file.setText(self.name + mark)
        self._file.setToolTip("" if self.path is None else str(self.path))

    @Slot()
    def _on_template_chosen(self) -> None:
        action = self.sender()
        template = action.data() if isinstance(action, QAction) else None
        if isinstance(template, LabTemplate):
            self._own = None
            self._show_code(None, template.text, is_modified=False)

    @Slot()
    def _on_open_clicked(self) -> None:
        dialog = self._dialog(self.tr("Open a Python file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot()
    def _on_save_as_clicked(self) -> None:
        dialog = self._dialog(self.tr("Save the code"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("py")
        dialog.selectFile(self.name)
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        folder = "" if self.path is None else str(self.path.parent)
        dialog = QFileDialog(self, title, folder, self.tr("Python (*.py);;All files (*)"))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self.open_path(Path(path))

    @Slot(str)
    def _on_place_chosen(self, path: str) -> None:
        self.save_to(Path(path))

    # ------------------------------------------------------------------ find

    @Slot()
    def _on_find_asked(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    @Slot()
    def _find_next(self) -> None:
        words = self._search.text()
        if words and not self.edit.find(words):
            self.edit.moveCursor(QTextCursor.MoveOperation.Start)  # round again
            self.edit.find(words)


def _bytes(code: str) -> bytes:
    return code.encode("utf-8", "replace")
