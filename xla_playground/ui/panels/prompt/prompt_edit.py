"""The editor of the prompts: plain text, one prompt a line."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QTextOption
from PySide6.QtWidgets import QMenu, QWidget

from ....core.call.request import long_text_problem
from ....core.pasted.source import looks_like_code
from ...widgets.plain_edit import PlainEdit


class PromptEdit(PlainEdit):
    """Inserts pasted or dropped content as plain text only; its actions are in its menu.

    *Signals:*
        paste_refused (str): why nothing was pasted, one sentence.
        code_dropped (str): code that sets options was dropped, not a prompt.
    """

    paste_refused = Signal(str)
    code_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompt_edit")
        self._is_drop = False
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def replace_text(self, text: str) -> None:
        """Replace the whole text by ``text``, which can be undone."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - override
        # the window opens files
        is_files = any(url.isLocalFile() for url in source.urls())
        return not is_files and super().canInsertFromMimeData(source)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self, position: QPoint) -> QMenu:
        """Return a new menu for a place of the editor: Qt's own, and the actions of this editor."""
        menu = self.createStandardContextMenu(position)
        menu.addSeparator()
        menu.addActions(self.actions())
        return menu

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_drop = True
        super().dropEvent(event)
        self._is_drop = False

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - override
        text = source.text()
        if self._is_drop and looks_like_code(text):
            self.code_dropped.emit(text)
            return
        if problem := long_text_problem(self._line_before() + text + self._line_after()):
            self.paste_refused.emit(problem.text)
        elif text:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def _line_before(self) -> str:
        """Return the text from the start of the line to the start of the selection."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        cursor.movePosition(cursor.MoveOperation.StartOfBlock, cursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _line_after(self) -> str:
        """Return the text from the end of the selection to the end of the line."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
        return cursor.selectedText()
