"""The base of the models of all tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, Qt, Slot
from PySide6.QtGui import QBrush, QFont, QGuiApplication, QPalette


class TableModel(QAbstractTableModel):
    """A model whose rows a ``TableView`` can copy, and whose columns it can hide."""

    @Slot()
    def show_highlight(self) -> None:
        """Paint every row again: other ones are highlighted now."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.BackgroundRole])

    def yields(self, column: int) -> int:
        """Return a column's rank of being hidden in a narrow view: highest first, 0 never."""
        raise NotImplementedError

    def copied_header(self) -> Sequence[str]:
        """Return the header of rows that are copied."""
        raise NotImplementedError

    def copied_rows(self, rows: Iterable[int]) -> Iterable[Sequence[object]]:
        """Return the cells to copy for each of ``rows``, in the order of the header."""
        raise NotImplementedError


def alignment(*, is_number: bool) -> Qt.AlignmentFlag:
    """Return the alignment of a cell's text: numbers at the right."""
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def highlight() -> QBrush:
    """Return the background of a row whose specialization is hovered somewhere."""
    color = QGuiApplication.palette().color(QPalette.ColorRole.Highlight)
    color.setAlpha(60)
    return QBrush(color)


def bold() -> QFont:
    """Return a bold font that inherits all else from the view."""
    font = QFont()
    font.setBold(True)
    return font
