"""An editor of many lines of plain text, into which a file can be dropped."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ..text.dropped_files import is_file, left_out_sentence, local_paths
from .plain_edit import PlainEdit


class LinesEdit(PlainEdit):
    """Never wraps: each line is one entry.

    *Signals:*
        file_dropped (Path): a file was dropped or pasted; the owner reads it.
        left_out (str): a sentence on files that were dropped with it.
        too_long (int): a paste with a line of this many characters was refused.
    """

    file_dropped = Signal(object)
    left_out = Signal(str)
    too_long = Signal(int)

    def __init__(self, longest_line: int, parent: QWidget | None = None) -> None:
        """Create the editor.

        It rejects lines of more than ``longest_line`` characters: their layout stalls.
        """
        super().__init__(parent)
        self._longest_line = longest_line
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def take_text(self, text: str) -> None:
        """Replace the whole text by ``text``, which can be undone."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        self.setTextCursor(cursor)
        self._insert(text)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - override
        if paths := local_paths(source):
            chosen = next(filter(is_file, paths), paths[0])
            self.file_dropped.emit(chosen)
            if left_out := [path for path in paths if path != chosen]:
                self.left_out.emit(left_out_sentence(chosen, left_out))
        else:
            self._insert(source.text())

    def _insert(self, text: str) -> None:
        longest = max(map(len, text.split("\n")))
        if longest > self._longest_line:
            self.too_long.emit(longest)
        elif text:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()
