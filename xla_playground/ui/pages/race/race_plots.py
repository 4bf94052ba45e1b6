"""The place of both plots of a race, which are made for the first report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ....core.comparison.race_report import RaceReport
from ...widgets.empty_hint import EmptyHint
from ...widgets.segmented_switch import Choice, SegmentedSwitch

if TYPE_CHECKING:
    from ...plots.race.race_plot import RacePlot


#: Narrower than this there is room for one plot at a time, in pixels.
_WIDE = 560


class RacePlots(QWidget):
    """Latencies and totals, side by side or one of them; a hint before the first race.

    The window opens without them: importing pyqtgraph takes half a second.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_plots")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(300)
        self._name = name
        self._plots: dict[str, RacePlot] = {}
        self._switch = SegmentedSwitch(
            (
                Choice(f"{name}_lanes", self.tr("Latency"), self.tr("First and steady calls")),
                Choice(f"{name}_totals", self.tr("Total time"), self.tr("By the number of calls")),
            ),
            self,
        )
        self._switch.setObjectName(f"{name}_plot_switch")
        self._switch.setAccessibleName(self.tr("Plot"))
        self._switch.hide()
        self._switch.changed.connect(self._arrange)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self._switch, 0, 0, 1, 2)
        self._grid.setRowStretch(1, 1)
        self._hint = EmptyHint(
            self.tr("Here will be the latency of each lane, and from which call on it pays"), self
        )

    def show_report(self, report: RaceReport) -> None:
        """Show what came of a race."""
        if not self._plots:
            self._make()
        for plot in self._plots.values():
            plot.show_report(report)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self) -> None:
        from ...plots.race.lanes_plot import LanesPlot
        from ...plots.race.totals_plot import TotalsPlot

        self._hint.hide()
        self._plots = {
            f"{self._name}_lanes": LanesPlot(self._name, self),
            f"{self._name}_totals": TotalsPlot(self._name, self),
        }
        for column, plot in enumerate(self._plots.values()):
            self._grid.addWidget(plot, 1, column)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """Show both plots if there is room, else the chosen one."""
        is_wide = self.width() >= _WIDE
        self._switch.setVisible(bool(self._plots) and not is_wide)
        for column, (name, plot) in enumerate(self._plots.items()):
            is_shown = is_wide or name == self._switch.value()
            plot.setVisible(is_shown)
            self._grid.setColumnStretch(column, int(is_shown))
