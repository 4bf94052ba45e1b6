"""The memory of the worker over time, and the specializations that hold it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ...core.units import format_bytes
from ..plots.memory_plot import MemoryPlot
from ..state.specializations.memory_watch import MemoryWatch
from ..state.table_layouts import TableLayouts
from ..tables.rows_model import Column, RowsModel
from ..tables.rows_view import RowsView

#: How long after a change the page shows it: the worker gives a sign of life every second.
_REST_MS = 250
_LEAST_VIEW = 32


@dataclass(frozen=True)
class HolderRow:
    """What holds memory.

    Attributes:
        memory_bytes: ``None`` if that was not measured.
        remark: how it was measured, or why not.
    """

    what: str
    memory_bytes: int | None
    remark: str


class MemoryPage(QWidget):
    """The plot of the memory, and beside it what holds it; repainted only while in sight.

    *Attributes:*
        view: the table of what holds memory.
    """

    def __init__(
        self, watch: MemoryWatch, layouts: TableLayouts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("memory_page")
        self._watch = watch
        self._is_stale = True
        self._plot = MemoryPlot(watch.track, self)
        self._model: RowsModel[HolderRow] = RowsModel(
            (
                Column(self.tr("Held by"), lambda row: row.what),
                Column(
                    self.tr("Memory"),
                    lambda row: "–" if row.memory_bytes is None else format_bytes(row.memory_bytes),
                    is_number=True,
                    sort_key=lambda row: -1 if row.memory_bytes is None else row.memory_bytes,
                ),
                Column(self.tr("Remark"), lambda row: row.remark, yields=1),
            ),
            self,
            key=lambda row: row.what,
        )
        self.view = RowsView(self._model, self.tr("No worker is running"), self)
        self.view.setObjectName("memory_view")
        self.view.setAccessibleName(self.tr("What holds the memory of the worker"))
        self.view.setMinimumHeight(_LEAST_VIEW)
        self.view.keep_layout(layouts)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.addWidget(self._plot)
        sides.addWidget(self.view)
        sides.setChildrenCollapsible(False)
        sides.setSizes([400, 400])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sides)
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._show)
        watch.changed.connect(self._show_soon)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_stale and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _show_soon(self) -> None:
        if not self._is_stale:
            self._is_stale = True
            self.update()  # a page behind another tab is not painted, and waits

    @Slot()
    def _show(self) -> None:
        self._is_stale = False
        self._model.set_rows(self._rows())
        self._plot.update()

    def _rows(self) -> list[HolderRow]:
        total = self._watch.track.latest_bytes
        if total is None:
            return []
        grown = self.tr("growth of the worker in its first call")
        unknown = self.tr("not measured: it was built with another program or behind an answer")
        rows = [
            HolderRow(
                info.key.label(),
                info.memory_bytes,
                grown if info.memory_bytes is not None else unknown,
            )
            for info in self._watch.holders()
        ]
        rest = total - sum(row.memory_bytes or 0 for row in rows)
        what = self.tr("TensorFlow, models and everything else")
        if rest < 0:
            why = self.tr("the worker gave memory back since the first calls")
            return [*rows, HolderRow(what, None, why)]
        return [*rows, HolderRow(what, rest, self.tr("what the rows above leave"))]
