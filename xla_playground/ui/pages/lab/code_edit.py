"""An editor of Python code: line numbers, colours, an error at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ...style.theme import is_dark

if TYPE_CHECKING:
    from .highlighter import PythonHighlighter

_INDENT = "    "
#: Keys with Ctrl that the editor takes, some of which are shortcuts of the window.
_OWN_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_F,
    Qt.Key.Key_S,
    Qt.Key.Key_BracketLeft,
    Qt.Key.Key_BracketRight,
)
#: The line of an error, in light and dark windows.
_ERROR_SIGN = "✕ "
_ERROR_COLORS = ("#FBDDE3", "#5B2230")


class CodeEdit(QPlainTextEdit):
    """Edits code. Tab leaves it, as every editor of the window; Ctrl+] and Ctrl+[ indent.

    *Attributes:*
        error_line: the marked line, from 1; ``None`` if none is.

    *Signals:*
        run_asked (), find_asked (), save_asked (): Ctrl+Enter, Ctrl+F or Ctrl+S was pressed, which
            mean the code here, not the call of the window.
    """

    run_asked = Signal()
    find_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lab_code")
        self.setAccessibleName(self.tr("Code"))
        self.error_line: int | None = None
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._follow_font()
        self._numbers = _LineNumbers(self)
        self._highlighter: PythonHighlighter | None = None
        self.blockCountChanged.connect(self._show_margin)
        self.updateRequest.connect(self._on_update_request)
        self._show_margin()

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(24 * metrics.averageCharWidth(), 4 * metrics.lineSpacing())

    def set_code(self, text: str) -> None:
        """Replace the text; undo brings the old one back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.mark_error(None)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark_error(self, line: int | None) -> None:
        """Mark a line, from 1, and show it; ``None`` takes the mark away."""
        self.error_line = line
        selections = []
        if line is not None:
            block = self.document().findBlockByNumber(line - 1)
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block) if block.isValid() else self.textCursor()
            selection.cursor = cursor
            color = QColor(_ERROR_COLORS[is_dark(self.palette())])
            selection.format.setBackground(color)
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selections.append(selection)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.setExtraSelections(selections)
        self._numbers.update()

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        is_own = is_override and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS
        if is_own and _is_control(cast(QKeyEvent, event)):
            event.accept()  # it comes as a key, not as a shortcut of the window
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = _is_control(event)
        if is_control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run_asked.emit()
        elif is_control and event.key() == Qt.Key.Key_F:
            self.find_asked.emit()
        elif is_control and event.key() == Qt.Key.Key_S:
            self.save_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._break_line()
        elif is_control and event.key() == Qt.Key.Key_BracketRight:
            self._indent(is_more=True)
        elif is_control and event.key() == Qt.Key.Key_BracketLeft:
            self._indent(is_more=False)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._highlighter is None:
            from .highlighter import PythonHighlighter  # Pygments takes a tenth of a second

            self._highlighter = PythonHighlighter(self.document())
            self._highlighter.follow(self.palette())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.contentsRect()
        width = self.margin_width()
        self._numbers.setGeometry(QRect(inner.left(), inner.top(), width, inner.height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            if self._highlighter is not None:
                self._highlighter.follow(self.palette())
            self.mark_error(self.error_line)

    def margin_width(self) -> int:
        """Return the width of the line numbers."""
        digits = max(2, len(str(self.blockCount())))
        return 12 + self.fontMetrics().horizontalAdvance(f"{_ERROR_SIGN}{'9' * digits}")

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Paint the numbers of the lines in sight."""
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        block = self.firstVisibleBlock()
        faint = self.palette().color(QPalette.ColorRole.PlaceholderText)
        strong = self.palette().color(QPalette.ColorRole.Text)
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > event.rect().bottom():
                break
            number = block.blockNumber() + 1
            painter.setPen(strong if number == self.error_line else faint)
            line = QRect(0, round(place.top()), self._numbers.width() - 6, round(place.height()))
            text = f"{_ERROR_SIGN}{number}" if number == self.error_line else str(number)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)
            block = block.next()
        painter.end()

    def _follow_font(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.setFont(font)

    def _break_line(self) -> None:
        """Begin a line as deep as this one, deeper after a colon."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        depth = before[: len(before) - len(before.lstrip())]
        deeper = _INDENT if before.rstrip().endswith(":") else ""
        cursor.insertText("\n" + depth + deeper)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _indent(self, *, is_more: bool) -> None:
        """Indent the selected lines, or less."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = document.findBlockByNumber(number)
            line = QTextCursor(block)
            if is_more:
                line.insertText(_INDENT)
                continue
            spaces = len(block.text()) - len(block.text().lstrip(" "))
            move, keep = QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor
            line.movePosition(move, keep, min(spaces, len(_INDENT)))
            line.removeSelectedText()
        cursor.endEditBlock()

    @Slot()
    def _show_margin(self) -> None:
        self.setViewportMargins(self.margin_width(), 0, 0, 0)

    @Slot(QRect, int)
    def _on_update_request(self, rectangle: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, rectangle.y(), self._numbers.width(), rectangle.height())


class _LineNumbers(QWidget):
    """The margin of a ``CodeEdit``."""

    def __init__(self, edit: CodeEdit) -> None:
        super().__init__(edit)
        self.setObjectName("lab_line_numbers")
        self._edit = edit

    def sizeHint(self) -> QSize:
        return QSize(self._edit.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._edit.paint_numbers(event)


def _is_control(event: QKeyEvent) -> bool:
    """Return whether Ctrl is held and no other modifier."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return modifiers == Qt.KeyboardModifier.ControlModifier
