"""Colours of Python code, by Pygments."""

from __future__ import annotations

from typing import Any

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String
from PySide6.QtGui import QColor, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ...style.theme import is_dark

#: Longer texts are shown without colours: they are lexed at each key.
_MOST_CHARACTERS = 200_000
#: What is coloured, by the colours of light and of dark windows; the first that fits.
_COLORS = (
    (Comment, ("#5F6B7A", "#8B98A9")),
    (String, ("#0B7A54", "#46E0BD")),
    (Number, ("#8A4B08", "#E3A55B")),
    (Keyword, ("#A3164F", "#F07BA0")),
    (Operator.Word, ("#A3164F", "#F07BA0")),
    (Name.Function, ("#1555A4", "#6FA8F5")),
    (Name.Class, ("#1555A4", "#6FA8F5")),
    (Name.Decorator, ("#1555A4", "#6FA8F5")),
    (Name.Builtin, ("#6A3FA0", "#BD9BF0")),
)

#: Start, length and number of the colour.
_Piece = tuple[int, int, int]


class PythonHighlighter(QSyntaxHighlighter):
    """Colours a document; a text is lexed as a whole, since a string may have many lines."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._lexer = PythonLexer()
        self._formats: list[QTextCharFormat] = []
        self._revision = -1
        self._lines: list[list[_Piece]] = []

    def follow(self, palette: QPalette) -> None:
        """Take the colours of a palette."""
        self._formats = []
        for _, colors in _COLORS:
            form = QTextCharFormat()
            form.setForeground(QColor(colors[is_dark(palette)]))
            self._formats.append(form)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - override
        if not self._formats:
            return
        document = self.document()
        if document.revision() != self._revision:
            self._revision = document.revision()
            self._lines = self._lexed(document.toPlainText())
        number = self.currentBlock().blockNumber()
        pieces = self._lines[number] if number < len(self._lines) else []
        for start, length, color in pieces:
            self.setFormat(start, length, self._formats[color])
        # the next line is coloured anew if this one ends in another colour than before
        self.setCurrentBlockState(pieces[-1][2] if pieces and _reaches(pieces[-1], text) else -1)

    def _lexed(self, text: str) -> list[list[_Piece]]:
        if len(text) > _MOST_CHARACTERS:
            return []
        lines: list[list[_Piece]] = [[]]
        column = 0
        for _, kind, value in self._lexer.get_tokens_unprocessed(text):
            color = _color_of(kind)
            for part, piece in enumerate(value.split("\n")):
                if part:
                    lines.append([])
                    column = 0
                length = len(piece.encode("utf-16-le", "surrogatepass")) // 2  # as Qt counts
                if color is not None and length:
                    lines[-1].append((column, length, color))
                column += length
        return lines


def _color_of(kind: Any) -> int | None:
    return next((number for number, (each, _) in enumerate(_COLORS) if kind in each), None)


def _reaches(piece: _Piece, text: str) -> bool:
    return piece[0] + piece[1] >= len(text)
