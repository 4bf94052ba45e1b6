"""The rows of the latency plot's legend, as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ....core.call.specialization import SpecializationKey
from ...text.plain_text import tooltip_of
from .series_marks import SeriesMark

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
#: The role of a whole ``SeriesRow``.
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class SeriesRow:
    """One series in the legend.

    Attributes:
        label: as short as it differs from the other rows.
        readout: its steady state in words; ``median`` where there is no room for it.
        is_hidden: whether the user hid the series.
    """

    key: SpecializationKey
    mark: SeriesMark
    label: str
    readout: str
    median: str
    is_hidden: bool


class SeriesRowsModel(QAbstractListModel):
    """Rows that are set anew at each redraw; those with the same keys stay the same rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[SeriesRow] = ()

    def set_rows(self, rows: Sequence[SeriesRow]) -> None:
        """Show other rows."""
        if [row.key for row in rows] != [row.key for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif list(rows) != list(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                hidden = self.tr("hidden") if row.is_hidden else ""
                return ", ".join(filter(None, [row.label, row.readout, hidden]))
            case Qt.ItemDataRole.ToolTipRole:
                how = self.tr(
                    "Click: hide or show it. Double-click: show it alone, or all again. "
                    "Keys: Space and Enter."
                )
                return tooltip_of(f"{row.key.label()}\n{row.readout}\n{how}")
            case _ if role == ROW_ROLE:
                return row
        return None
