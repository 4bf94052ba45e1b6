"""What the models of all tables have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QFont


class TableModel(QAbstractTableModel):
    """A model that a ``TableView`` can copy from and make room for."""

    def yields(self, column: int) -> int:
        """Return how soon a column is hidden where room is short; 0 is never."""
        raise NotImplementedError

    def copied_header(self) -> Sequence[str]:
        """Return the header of rows that are copied."""
        raise NotImplementedError

    def copied_rows(self, rows: Iterable[int]) -> Iterable[Sequence[object]]:
        """Return what is copied of each of ``rows``: cells in the order of the header."""
        raise NotImplementedError


def alignment(*, is_number: bool) -> Qt.AlignmentFlag:
    """Return where the text of a cell stands: numbers at the right."""
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def bold() -> QFont:
    """Return a font that is bold and takes all else from the view."""
    font = QFont()
    font.setBold(True)
    return font
