"""A program's text: searchable, highlighted, and shown piece by piece."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ...style.theme import is_dark

#: Characters that are laid out in one turn of the event loop, and those of a text that is
#: highlighted: a megabyte takes half a second of turns.
_PIECE, _MOST_HIGHLIGHTED = 12_000, 3_000_000
#: Longer lines are constants; a line is laid out at once.
_LONGEST_LINE = 4_000
#: What is highlighted, by the colours of light and of dark windows: opcodes, names, numbers in
#: shapes.
_RULES = (
    (re.compile(r"%[\w.\-]+"), ("#1555A4", "#6FA8F5")),
    (
        re.compile(r"\b(?:f64|f32|f16|bf16|pred|[su](?:4|8|16|32|64))\[[\d,]*\]"),
        ("#0B7A54", "#46E0BD"),
    ),
    (re.compile(r"(?<=[ }\]])[a-z][\w\-.]*(?=\()"), ("#A3164F", "#F07BA0")),
    (re.compile(r"\b(?:stablehlo|func|module|tensor)\b[.\w]*"), ("#A3164F", "#F07BA0")),
)


class HloView(QWidget):
    """A text that cannot be changed, below it an entry that searches it; Enter goes on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self._text = self._rest = ""
        self._edit = QPlainTextEdit(self)
        self._edit.setObjectName(f"{name}_text")
        self._edit.setReadOnly(True)
        self._edit.setTabChangesFocus(True)
        self._edit.setUndoRedoEnabled(False)
        self._edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._highlighter = _Highlighter(self._edit.document())
        self._highlighter.follow(self.palette())
        self._search = QLineEdit(self)
        self._search.setObjectName(f"{name}_search")
        self._search.setPlaceholderText(self.tr("Search; Enter finds the next"))
        self._search.setAccessibleName(self.tr("Search in the program"))
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._add_piece)
        self._search.returnPressed.connect(self._find_next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._edit, 1)
        layout.addWidget(self._search)

    def show_text(self, text: str) -> None:
        """Show another text, a piece at a time."""
        self._text = text
        self._edit.clear()
        self._highlighter.is_on = len(text) <= _MOST_HIGHLIGHTED
        self._rest = "\n".join(_shortened(line) for line in text.split("\n"))
        self._add_piece()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.follow(self.palette())
            self.show_text(self._text)

    @Slot()
    def _add_piece(self) -> None:
        end = self._rest.rfind("\n", 0, _PIECE) + 1 if len(self._rest) > _PIECE else 0
        end = end or min(len(self._rest), _PIECE)
        piece, self._rest = self._rest[:end], self._rest[end:]
        cursor = QTextCursor(self._edit.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)
        if self._rest:
            self._timer.start()

    @Slot()
    def _find_next(self) -> None:
        words = self._search.text()
        if words and not self._edit.find(words):
            self._edit.moveCursor(QTextCursor.MoveOperation.Start)  # round again
            self._edit.find(words)


class _Highlighter(QSyntaxHighlighter):
    """Colours names, shapes and opcodes."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.is_on = True
        self._formats = _formats(is_dark=False)

    def follow(self, palette: QPalette) -> None:
        """Take the colours of a palette for what is shown from now on."""
        self._formats = _formats(is_dark=is_dark(palette))

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - override
        if not self.is_on:
            return
        for (pattern, _), form in zip(_RULES, self._formats, strict=True):
            for match in pattern.finditer(text):
                self.setFormat(match.start(), match.end() - match.start(), form)


def _formats(*, is_dark: bool) -> list[QTextCharFormat]:
    formats = []
    for _, colors in _RULES:
        form = QTextCharFormat()
        form.setForeground(QColor(colors[is_dark]))
        formats.append(form)
    return formats


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …"
