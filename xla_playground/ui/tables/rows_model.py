"""A small table over a list of rows, described by its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont, QGuiApplication, QPalette

RowT = TypeVar("RowT")
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column.

    Attributes:
        title, explanation: translated; of the header and its tooltip.
        text: what a cell shows, and its tooltip.
        sort_key: what it is sorted by; the text where it is ``None``.
        yields: the higher, the sooner the column is hidden where room is short; 0 is never.
    """

    title: str
    text: Callable[[RowT], str]
    explanation: str = ""
    is_number: bool = False
    sort_key: Callable[[RowT], Any] | None = None
    yields: int = 0


class RowsModel(QAbstractTableModel, Generic[RowT]):
    """At most some hundred rows, in the order given until they are sorted.

    *Attributes:*
        columns: what is told of each row.
    """

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        parent: QObject | None = None,
        *,
        is_bold: Callable[[RowT], bool] = lambda row: False,
        is_quiet: Callable[[RowT], bool] = lambda row: False,
    ) -> None:
        """``is_bold`` rows stand out, ``is_quiet`` ones step back."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._is_bold, self._is_quiet = is_bold, is_quiet
        self._given: tuple[RowT, ...] = ()
        self._rows: list[RowT] = []
        self._sorting: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show other rows."""
        if tuple(rows) == self._given:
            return
        self.beginResetModel()
        self._given = tuple(rows)
        self._put_in_order()
        self.endResetModel()

    def row(self, number: int) -> RowT:
        """What a row shows."""
        return self._rows[number]

    def number_of(self, row: RowT) -> int:
        """Where ``row``, which is one of them, stands."""
        return self._rows.index(row)

    # ------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.is_number)
            case Qt.ItemDataRole.FontRole if self._is_bold(row):
                return _BOLD
            case Qt.ItemDataRole.ForegroundRole if self._is_quiet(row):
                return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.ToolTipRole:
                return column.explanation
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.is_number)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        rows = [self._rows[index.row()] for index in kept]
        is_descending = order is Qt.SortOrder.DescendingOrder
        self._sorting = (column, is_descending) if column >= 0 else None
        self._put_in_order()
        moved = [
            self.index(self.number_of(row), index.column())
            for row, index in zip(rows, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        self._rows = list(self._given)
        if self._sorting is not None:
            number, is_descending = self._sorting
            column = self.columns[number]
            self._rows.sort(key=column.sort_key or column.text, reverse=is_descending)


def _alignment(is_number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_BOLD = QFont()
_BOLD.setBold(True)
