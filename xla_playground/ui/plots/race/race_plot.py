"""What both plots of a race have in common: frame, colours and font."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....core.comparison.race_report import RaceReport
from ...style.theme import is_dark
from ..latency.series_marks import SeriesMark, mark_of
from ..shared.colors import data_colors
from ..shared.pyqtgraph_ import pg

#: The axes' grid, of 255.
_GRID = 40


class RacePlot(QWidget):
    """A plot over the rows of a report; base of the two.

    A lane has the same mark in both. A subclass implements ``_draw``.

    *Attributes:*
        plot: the pyqtgraph ``PlotItem``.
    """

    def __init__(self, name: str, axes: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_plot")
        self.setMinimumSize(220, 110)
        self._report: RaceReport | None = None
        self._graphics = pg.GraphicsLayoutWidget(parent=self)
        self._graphics.ci.layout.setContentsMargins(4, 6, 12, 2)
        self._graphics.setAcceptDrops(False)  # the window handles drops
        self.plot: Any = pg.PlotItem(axisItems=axes, enableMenu=False)
        # pyqtgraph's own menu is never shown, and without a parent nothing would delete it
        self.plot.ctrlMenu.setParent(self, self.plot.ctrlMenu.windowFlags())
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.getViewBox().setDefaultPadding(0)
        self.plot.getViewBox().disableAutoRange()
        self._graphics.addItem(self.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._graphics)

    def show_report(self, report: RaceReport) -> None:
        """Draw what came of a race."""
        self._report = report
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw()

    def _draw(self, report: RaceReport) -> None:
        raise NotImplementedError

    def _redraw(self) -> None:
        if not self.isVisible():
            return
        text = self.palette().color(QPalette.ColorRole.Text)
        faint = QColor(text)
        faint.setAlpha(110)
        self._graphics.setBackground(self.palette().color(QPalette.ColorRole.Base))
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(faint))
            axis.setTextPen(pg.mkPen(text))
            axis.setTickFont(self.font())
        self.plot.getAxis("bottom").setGrid(_GRID)
        self.plot.clear()
        if self._report is not None:
            self._draw(self._report)

    def _mark(self, number: int) -> tuple[SeriesMark, str]:
        """Return the mark of the lane in this row, and its colour."""
        mark = mark_of(number)
        return mark, data_colors(is_dark=is_dark(self.palette())).series[mark.color]
