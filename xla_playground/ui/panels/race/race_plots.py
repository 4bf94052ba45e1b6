"""The place of both plots of a race, which are made for the first report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ....core.comparison.race_report import RaceReport
from ...widgets.empty_hint import EmptyHint

if TYPE_CHECKING:
    from ...plots.race.race_plot import RacePlot


class RacePlots(QWidget):
    """Latencies at the left, totals at the right; a hint before the first race.

    The window opens without them: importing pyqtgraph takes half a second.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("race_plots")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(300)
        self._plots: list[RacePlot] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._hint = EmptyHint(
            self.tr("Here will be the latency of each lane, and from which call on it pays"), self
        )

    def show_report(self, report: RaceReport) -> None:
        """Show what came of a race."""
        if not self._plots:
            self._make()
        for plot in self._plots:
            plot.show_report(report)

    def _make(self) -> None:
        from ...plots.race.lanes_plot import LanesPlot
        from ...plots.race.totals_plot import TotalsPlot

        self._hint.hide()
        self._plots = [LanesPlot(self), TotalsPlot(self)]
        for plot in self._plots:
            self._row.addWidget(plot, 1)
