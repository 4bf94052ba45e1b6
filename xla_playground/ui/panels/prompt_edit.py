"""The editor of the prompts: plain text, one prompt a line."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QWidget

from ...core.request import MAX_PROMPT_CHARACTERS
from ..widgets.plain_edit import PlainEdit


class PromptEdit(PlainEdit):
    """Takes plain text only, however rich what is pasted or dropped may be.

    *Signals:*
        paste_refused (int): what was pasted has more characters than a prompt may have.
    """

    paste_refused = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompt_edit")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def replace_text(self, text: str) -> None:
        """Put ``text`` in the place of everything; can be undone."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - override
        # files are for the window, which opens them
        is_files = any(url.isLocalFile() for url in source.urls())
        return not is_files and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - override
        text = source.text()
        if len(text) > MAX_PROMPT_CHARACTERS:
            self.paste_refused.emit(len(text))
        elif text:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()
