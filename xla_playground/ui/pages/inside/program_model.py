"""The lines of a program as a table: a mark to fold them, their time, their text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ....core.inside.profiling.profile import OperationTime
from ....core.inside.regions import lines_in_sight
from ....core.units import format_duration
from ...text.plain_text import tooltip_of
from .program_text import ProgramText

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_FOLDED, _OPEN = "▸", "▾"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ProgramColumn(IntEnum):
    """The columns of the table."""

    MARK = 0
    TIME = 1
    TEXT = 2


class ProgramModel(QAbstractTableModel):
    """Shows the lines that are in sight; a folded region is one line.

    *Attributes:*
        program: the text.
    """

    def __init__(self) -> None:
        super().__init__()
        self.program = ProgramText()
        self._folded: set[int] = set()
        self._times: Mapping[int, OperationTime] = {}
        self._shown: list[int] = []

    def show_program(self, program: ProgramText) -> None:
        """Show another program, without times."""
        self.program, self._folded, self._times = program, set(program.folded), {}
        self._show_lines()

    def show_times(self, times: Mapping[int, OperationTime]) -> None:
        """Show the times of operations by the numbers of their lines."""
        self._times = times
        if self._shown:
            last = len(self._shown) - 1
            column = ProgramColumn.TIME
            self.dataChanged.emit(self.index(0, column), self.index(last, column))

    def line(self, row: int) -> int:
        """Return the number of the line that a row shows."""
        return self._shown[row]

    def row_of(self, line: int) -> int:
        """Return the row of a line; regions that hide it are opened."""
        hiding = {first for first in self._folded if first < line <= self.program.ends[first]}
        if hiding:
            self._folded -= hiding
            self._show_lines()
        return self._shown.index(line)

    def nearest_row(self, line: int) -> int:
        """Return the row of a line, or of the line above it that is in sight."""
        return max(bisect_right(self._shown, line) - 1, 0)

    def set_folded(self, row: int, is_folded: bool) -> bool:
        """Fold or open the region that begins in a row; return whether there is one to do so."""
        line = self._shown[row]
        if line not in self.program.ends or (line in self._folded) is is_folded:
            return False
        (self._folded.add if is_folded else self._folded.remove)(line)
        self._show_lines()
        return True

    def is_folded(self, row: int) -> bool | None:
        """Return whether the region that begins in a row is folded, ``None`` if none does."""
        line = self._shown[row]
        return line in self._folded if line in self.program.ends else None

    def fold_all(self, is_folded: bool) -> None:
        """Fold every region, or open every one."""
        self._folded = set(self.program.ends) if is_folded else set()
        self._show_lines()

    def _show_lines(self) -> None:
        self.beginResetModel()
        ends = dict(self.program.ends)
        self._shown = lines_in_sight(len(self.program.lines), ends, self._folded)
        self.endResetModel()

    # ------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(ProgramColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._shown[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole if column == ProgramColumn.MARK:
                if line not in self.program.ends:
                    return ""
                return _FOLDED if line in self._folded else _OPEN
            case Qt.ItemDataRole.DisplayRole if column == ProgramColumn.TIME:
                return self._time(line)
            case Qt.ItemDataRole.DisplayRole:
                return self._text(line)
            case Qt.ItemDataRole.ToolTipRole if column == ProgramColumn.TIME:
                return tooltip_of(self._explained(line))
            case Qt.ItemDataRole.TextAlignmentRole if column == ProgramColumn.TIME:
                return _RIGHT
        return None

    def _text(self, line: int) -> str:
        text = self.program.lines[line]
        if line not in self._folded:
            return text
        end = self.program.ends[line]
        if not text.endswith("{"):
            return f"{text} … {end - line:,} …"
        return f"{text} … {end - line - 1:,} … }}"

    def _time(self, line: int) -> str:
        operation = self._times.get(line)
        if operation is None:
            return ""
        if operation.share is None:
            return format_duration(operation.total_ns)
        return f"{100 * operation.share:.1f} %"

    def _explained(self, line: int) -> str:
        operation = self._times.get(line)
        if operation is None:
            return ""
        return f"{operation.count:,} ×, {format_duration(operation.total_ns)}, {operation.kind}"
