"""A small table over a list of rows, described by its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPalette

from ..style.icons import icon
from ..text.plain_text import tooltip_of
from .table_model import TableModel, alignment, bold, highlight

RowT = TypeVar("RowT")
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column.

    Attributes:
        title, explanation: texts of the header and its tooltip, translated.
        text: returns the text of a cell.
        tooltip: returns the tooltip of a cell; ``None``: the text.
        icon: returns the name of a cell's icon, empty for none.
        sort_key: returns the value to sort by; ``None``: the text.
        yields: the higher, the sooner the column is hidden in a narrow view; 0: never.
    """

    title: str
    text: Callable[[RowT], str]
    explanation: str = ""
    tooltip: Callable[[RowT], str] | None = None
    icon: Callable[[RowT], str] | None = None
    is_number: bool = False
    sort_key: Callable[[RowT], Any] | None = None
    yields: int = 0


def number_column(
    title: str,
    number: Callable[[RowT], float | None],
    shown: Callable[[float | None], str],
    explanation: str,
    *,
    missing: float = 0,
    yields: int = 0,
) -> Column[RowT]:
    """Return a column of numbers.

    Args:
        number: returns the number of a row, ``None`` if it is not known.
        shown: returns its text.
        missing: sorts rows without a number.
    """

    def sort_key(row: RowT) -> float:
        value = number(row)
        return missing if value is None else value

    return Column(
        title,
        lambda row: shown(number(row)),
        explanation,
        is_number=True,
        sort_key=sort_key,
        yields=yields,
    )


class RowsModel(TableModel, Generic[RowT]):
    """At most some hundred rows, in the order given until they are sorted.

    A row has a key: a new row with the key of an old row replaces it, so selection and scroll
    position stay.

    *Attributes:*
        columns: the columns of each row.

    *Signals:*
        rows_changed (): rows were added, removed or changed.
    """

    rows_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        parent: QObject | None = None,
        *,
        key: Callable[[RowT], Hashable] = lambda row: row,
        is_bold: Callable[[RowT], bool] = lambda row: False,
        is_quiet: Callable[[RowT], bool] = lambda row: False,
        is_highlighted: Callable[[RowT], bool] = lambda row: False,
    ) -> None:
        """Create the model.

        Rows are shown bold if ``is_bold``, greyed if ``is_quiet``, tinted if ``is_highlighted``.
        """
        super().__init__(parent)
        self._key = key
        self.columns = tuple(columns)
        self._is_bold, self._is_quiet = is_bold, is_quiet
        self._is_highlighted = is_highlighted
        self._given: tuple[RowT, ...] = ()
        self._rows: list[RowT] = []
        self._keys: list[Hashable] = []
        self._sorting: tuple[int, bool] | None = None
        self._icons: dict[tuple[str, int], QIcon] = {}

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show other rows."""
        if tuple(rows) == self._given:
            return
        self._given = tuple(rows)
        ordered = self._in_order()
        wanted = dict(zip(self._keys_of(ordered), ordered, strict=True))
        for number in reversed(range(len(self._rows))):
            if self._keys[number] not in wanted:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number], self._keys[number]
                self.endRemoveRows()
        known = set(self._keys)
        self._put_in_order({key: row for key, row in wanted.items() if key in known})
        for number, (key, row) in enumerate(wanted.items()):
            if key not in known:
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, row)
                self._keys.insert(number, key)
                self.endInsertRows()
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.rows_changed.emit()

    def row(self, number: int) -> RowT:
        """Return the value of the row with this number."""
        return self._rows[number]

    def number_of(self, row: RowT) -> int:
        """Return the number of the row with the value ``row``."""
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
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of((column.tooltip or column.text)(row))
            case Qt.ItemDataRole.DecorationRole if column.icon and (name := column.icon(row)):
                return self._icon(name)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(is_number=column.is_number)
            case Qt.ItemDataRole.FontRole if self._is_bold(row):
                return _BOLD
            case Qt.ItemDataRole.ForegroundRole if self._is_quiet(row):
                return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
            case Qt.ItemDataRole.BackgroundRole if self._is_highlighted(row):
                return highlight()
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
                return alignment(is_number=column.is_number)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        is_descending = order is Qt.SortOrder.DescendingOrder
        self._sorting = (column, is_descending) if column >= 0 else None
        ordered = self._in_order()
        self._put_in_order(dict(zip(self._keys_of(ordered), ordered, strict=True)))

    # ------------------------------------------------------------------ the view's questions

    def yields(self, column: int) -> int:
        return self.columns[column].yields

    def copied_header(self) -> Sequence[str]:
        return [column.title for column in self.columns]

    def copied_rows(self, rows: Iterable[int]) -> Iterable[Sequence[object]]:
        return ([column.text(self._rows[row]) for column in self.columns] for row in rows)

    # ------------------------------------------------------------------ rows

    def _in_order(self) -> list[RowT]:
        rows = list(self._given)
        if self._sorting is not None:
            number, is_descending = self._sorting
            column = self.columns[number]
            rows.sort(key=column.sort_key or column.text, reverse=is_descending)
        return rows

    def _icon(self, name: str) -> QIcon:
        palette = QGuiApplication.palette()
        made = name, palette.cacheKey()
        if made not in self._icons:
            self._icons[made] = icon(name, palette, QPalette.ColorRole.Text)
        return self._icons[made]

    def _keys_of(self, rows: Sequence[RowT]) -> list[Hashable]:
        """Return a unique key for each row: its own key and a counter of equal keys before it."""
        counts: Counter[Hashable] = Counter()
        keys: list[Hashable] = []
        for key in map(self._key, rows):
            keys.append((key, counts[key]))
            counts[key] += 1
        return keys

    def _put_in_order(self, rows: dict[Hashable, RowT]) -> None:
        """Show ``rows``, which have the keys of the current rows, in their order."""
        before, after = self._keys, list(rows)
        if before == after:
            self._rows = list(rows.values())
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        places = {key: number for number, key in enumerate(after)}
        moved = [self.index(places[before[index.row()]], index.column()) for index in kept]
        self._rows, self._keys = list(rows.values()), after
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()


_BOLD = bold()
