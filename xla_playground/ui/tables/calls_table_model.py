"""The calls as a Qt table that stays fast with 100,000 rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from textwrap import shorten
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QPalette

from ...core.call.record import Cache, Record
from ...core.history.call_summary import CallSummary
from ...core.workbench.notes import Note
from ..state.call_log import CallLog
from ..style.icons import icon
from ..text.call_text import call_tooltip, note_text
from .call_columns_spec import COLUMNS
from .table_model import TableModel, alignment, bold, highlight

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
#: Size of the icon of a row that is selected, in pixels: more than any row has.
_ICON = 32
#: Characters of a note in the tooltip of its call.
_MOST_NOTE = 120


class CallsTableModel(TableModel):
    """Adapts ``CallLog.summaries``, or some of them; newest first until sorted otherwise.

    It sorts by itself: a ``QSortFilterProxyModel`` would call back into Python for each of two
    million comparisons. Positions of all calls are kept in ascending order, and those of the calls
    that are shown apart, so that a filter sorts nothing; descending order reads them backwards, and
    a new call is inserted by bisection, in a tie by its call number.
    """

    def __init__(self, log: CallLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        # its own list: the log's changes before the view is told
        self._summaries = list(log.summaries)
        self._all = list(range(len(self._summaries)))
        self._order = list(self._all)
        self._shown: frozenset[int] | None = None
        self._pinned: int | None = None
        self._notes: Mapping[int, Note] = {}
        self._icons: dict[str, QIcon] = {}
        self._sort_column = 0
        self._is_descending = True
        log.records_added.connect(self._on_records_added)
        log.history_cleared.connect(self._on_history_cleared)
        log.history_changed.connect(self._on_history_changed)
        log.key_hovered.connect(self.show_highlight)

    def summary(self, row: int) -> CallSummary:
        """Return the summary of the call in a row."""
        return self._summaries[self._order[self._mirrored(row)]]

    @property
    def summaries(self) -> Sequence[CallSummary]:
        """Return the summaries of all rows, oldest call first."""
        return [self._summaries[position] for position in sorted(self._order)]

    def show_only(self, calls: frozenset[int] | None) -> None:
        """Show rows for these calls only, ``None``: for all; a later call is not among them."""
        self.beginResetModel()
        self._shown = calls
        self._choose()
        self.endResetModel()

    def row_of(self, call: int) -> int | None:
        """Return the row of a call, ``None`` if there is none."""
        position = bisect_left(self._summaries, call, key=lambda s: s.call)
        if position == len(self._summaries) or self._summaries[position].call != call:
            return None
        if self._shown is not None and call not in self._shown:
            return None
        return self._row_of_position(position)

    def pin(self, call: int | None) -> None:
        """Mark the call that others are compared with, or none."""
        self._pinned = call
        self._show_marks()

    def show_notes(self, notes: Mapping[int, Note]) -> None:
        """Mark the calls that have a note or tags."""
        self._notes = notes
        self._show_marks()

    def _show_marks(self) -> None:
        if self._order:
            end = self.index(len(self._order) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), end, [Qt.ItemDataRole.DecorationRole])

    def tint(self) -> None:
        """Make the icons again: the palette is another one."""
        self._icons.clear()

    def calls_in(self, rows: Sequence[int]) -> list[int]:
        """Return the numbers of the calls in some rows, ascending."""
        order = self._order[::-1] if self._is_descending else self._order
        return sorted(self._summaries[order[row]].call for row in rows)

    def ranges_of(self, calls: Collection[int]) -> list[range]:
        """Return the rows of calls, as few ranges as possible."""
        order = self._order[::-1] if self._is_descending else self._order
        found, summaries, ranges = set(calls), self._summaries, list[range]()
        begin = -1
        for row, position in enumerate(order):
            if summaries[position].call in found:
                begin = row if begin < 0 else begin
            elif begin >= 0:
                ranges.append(range(begin, row))
                begin = -1
        if begin >= 0:
            ranges.append(range(begin, len(order)))
        return ranges

    # ------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(self.summary(index.row()))
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(is_number=column.is_number)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(index)
            case Qt.ItemDataRole.ForegroundRole if not self.summary(index.row()).is_completed:
                return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
            case Qt.ItemDataRole.FontRole if self._is_first_call(index):
                return _BOLD
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(index)
            case Qt.ItemDataRole.BackgroundRole if self._is_hovered(index):
                return highlight()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.header()
            case Qt.ItemDataRole.ToolTipRole:
                return column.header_tooltip()
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(is_number=column.is_number)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(COLUMNS):
            column, order = 0, Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        positions = [self._order[self._mirrored(index.row())] for index in kept]
        self._sort_column = column
        self._is_descending = order is Qt.SortOrder.DescendingOrder
        self._sort()
        self._choose()
        moved = [
            self.index(self._row_of_position(position), index.column())
            for position, index in zip(positions, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    # ------------------------------------------------------------------ the view's questions

    def yields(self, column: int) -> int:
        return COLUMNS[column].yields

    def copied_header(self) -> Sequence[str]:
        return [column.header() for column in COLUMNS]

    def copied_rows(self, rows: Iterable[int]) -> Iterable[Sequence[object]]:
        return ([column.text(self.summary(row)) for column in COLUMNS] for row in rows)

    # ------------------------------------------------------------------ the log

    @Slot(object)
    def _on_records_added(self, _records: tuple[Record, ...]) -> None:
        before, added = len(self._summaries), self._log.summaries[len(self._summaries) :]
        if self._sort_column == 0:  # call numbers ascend: one insertion for all
            self._insert(before, added)
            return
        for summary in added:
            self._insert(self._insertion(self._all, summary), (summary,))

    def _insert(self, at: int, added: Sequence[CallSummary]) -> None:
        """Insert the next calls, which follow each other in the order of the column."""
        positions = range(len(self._summaries), len(self._summaries) + len(added))
        self._summaries += added
        self._all[at:at] = positions
        if self._shown is not None or not added:
            return  # whoever filters finds out whether they are shown
        row = len(self._order) - at if self._is_descending else at
        self.beginInsertRows(QModelIndex(), row, row + len(added) - 1)
        self._order[at:at] = positions
        self.endInsertRows()

    def _insertion(self, order: list[int], summary: CallSummary) -> int:
        sort_key = COLUMNS[self._sort_column].sort_key
        return bisect_right(
            order, sort_key(summary), key=lambda position: sort_key(self._summaries[position])
        )

    @Slot()
    def _on_history_cleared(self) -> None:
        self.beginResetModel()
        self._summaries.clear()
        self._all.clear()
        self._order.clear()
        self.endResetModel()

    @Slot()
    def _on_history_changed(self) -> None:
        if self._shown is not None or len(self._log.summaries) != len(self._summaries):
            self.beginResetModel()
            self._summaries = list(self._log.summaries)
            self._sort()
            self._choose()
            self.endResetModel()
            return
        self._summaries[:] = self._log.summaries  # with other numbers, in the same order
        if self._order:
            end = self.index(len(self._order) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    # ------------------------------------------------------------------ rows

    def _sort(self) -> None:
        """Put all calls in the order of the column; call numbers ascend already."""
        self._all = list(range(len(self._summaries)))
        if self._sort_column:
            keys = list(map(COLUMNS[self._sort_column].sort_key, self._summaries))
            self._all.sort(key=keys.__getitem__)

    def _choose(self) -> None:
        """Take up which calls are shown."""
        shown, summaries = self._shown, self._summaries
        self._order = [n for n in self._all if shown is None or summaries[n].call in shown]

    def _mirrored(self, row: int) -> int:
        return len(self._order) - 1 - row if self._is_descending else row

    def _row_of_position(self, position: int) -> int:
        if self._sort_column:
            at = self._order.index(position)
        else:  # call numbers ascend with positions
            at = bisect_left(self._order, position)
        return self._mirrored(at)

    def _tooltip(self, index: _Index) -> str:
        summary = self.summary(index.row())
        more = COLUMNS[index.column()].tooltip
        also = [] if more is None else [more(summary)]
        if summary.call == self._pinned:
            also.append(self.tr("Baseline: other calls are compared with it"))
        if summary.call in self._notes:
            note = note_text(self._notes[summary.call])
            also.append(shorten(note, _MOST_NOTE, placeholder=" …"))
        return call_tooltip(summary, self._log.reasons.reason(summary.call), *filter(None, also))

    def _icon(self, index: _Index) -> QIcon | None:
        """Return the mark of a miss, of the pinned call, or of a note."""
        name, summary = COLUMNS[index.column()].name, self.summary(index.row())
        if name == "cache" and summary.is_completed and summary.cache == Cache.MISS:
            return self._icon_of("miss")
        if name == "call" and summary.call == self._pinned:
            return self._icon_of("pin")
        if name == "call" and summary.call in self._notes:
            return self._icon_of("note")
        return None

    def _icon_of(self, name: str) -> QIcon:
        if name not in self._icons:
            palette, roles = QGuiApplication.palette(), QPalette.ColorRole
            made = icon(name, palette, roles.Text)
            chosen = icon(name, palette, roles.HighlightedText).pixmap(_ICON, _ICON)
            made.addPixmap(chosen, QIcon.Mode.Selected)
            self._icons[name] = made
        return self._icons[name]

    def _is_hovered(self, index: _Index) -> bool:
        key = self._log.hovered_key
        return key is not None and self._log.key_of(self.summary(index.row())) == key

    def _is_first_call(self, index: _Index) -> bool:
        summary = self.summary(index.row())
        is_cache = COLUMNS[index.column()].name == "cache"
        return is_cache and summary.is_first


_BOLD = bold()
