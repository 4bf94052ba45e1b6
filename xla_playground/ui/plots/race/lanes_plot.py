"""The steady latency of each lane with its interval, and beside it its first call."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QWidget

from ....core.comparison.race_report import RaceReport, RaceRow
from ....core.window.plot_settings import Scale
from ..frame.axes import DurationAxis
from ..shared.pyqtgraph_ import pg
from .race_plot import RacePlot

#: Pixels of a mark.
_MARK = 10
#: Room beside the outermost marks, in decades.
_MARGIN = 0.15
#: Height of an interval's ends, in rows.
_BEAM = 0.3


class LanesPlot(RacePlot):
    """A row for each lane, over durations on a log axis.

    Filled is the median of the steady calls with its 95 % interval, hollow the first call.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        durations = DurationAxis("bottom")
        durations.set_durations(Scale.LOG)
        super().__init__(
            f"{name}_lanes", {"bottom": durations, "left": pg.AxisItem("left")}, parent
        )
        self.setAccessibleName(self.tr("Latency of each lane"))
        self.setToolTip(
            self.tr(
                "Filled: the median of the steady calls, with its 95 % interval. Hollow: the "
                "first call, with everything that must be prepared for it."
            )
        )

    def _draw(self, report: RaceReport) -> None:
        ticks = []
        values: list[float] = []
        for number, row in enumerate(report.rows):
            height = -float(number)
            ticks.append((height, row.lane))
            values += self._draw_lane(number, row, height)
        self.plot.getAxis("left").setTicks([ticks])
        self.plot.setYRange(-len(report.rows) + 0.4, 0.6, padding=0)
        if values:
            self.plot.setXRange(min(values) - _MARGIN, max(values) + _MARGIN, padding=0)

    def _draw_lane(self, number: int, row: RaceRow, height: float) -> list[float]:
        """Draw a lane and return the places of its marks on the log axis."""
        mark, color = self._mark(number)
        first = _log_ns(row.first_call_s, 1e9)
        low, steady, high = (_log_ns(ms, 1e6) for ms in (row.low_ms, row.p50_ms, row.high_ms))
        pen = pg.mkPen(color, width=1.5)
        places = [(first, pg.mkBrush(None)), (steady, pg.mkBrush(color))]
        for place, brush in places:
            if place is not None:
                point = pg.ScatterPlotItem(
                    [place], [height], symbol=mark.symbol, size=_MARK, pen=pen, brush=brush
                )
                self.plot.addItem(point)
        if steady is not None and low is not None and high is not None:
            interval = pg.ErrorBarItem(
                x=np.array([steady]),
                y=np.array([height]),
                left=steady - low,
                right=high - steady,
                beam=_BEAM,
                pen=pen,
            )
            self.plot.addItem(interval)
        return [place for place in (first, low, steady, high) if place is not None]


def _log_ns(value: float | None, scale: float) -> float | None:
    return math.log10(value * scale) if value else None
