"""What many calls take in all on each lane: where two lines cross, one has paid for itself."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from ....core.comparison.race_report import RaceReport
from ..frame.axes import DurationAxis
from ..shared.pyqtgraph_ import pg
from .race_plot import RacePlot

_POINTS, _MARKS = 200, 5
_MARK = 8
#: Room above and below the lines, in decades.
_MARGIN = 0.1


class TotalsPlot(RacePlot):
    """A line for each lane, both axes logarithmic; a ring where it breaks even."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            f"{name}_totals", {"left": DurationAxis(), "bottom": _CallCountAxis()}, parent
        )
        self.setAccessibleName(self.tr("Total time by the number of calls"))
        self.setToolTip(
            self.tr(
                "Time of all calls together, by their number, with the marks of the lanes at the "
                "left. A ring: the lane has paid for its first call."
            )
        )

        self.plot.setLabel("bottom", self.tr("calls"))

    def _draw(self, report: RaceReport) -> None:
        most = report.shown_calls()
        calls = np.geomspace(1, most, _POINTS)
        shown: list[float] = []
        for number, row in enumerate(report.rows):
            totals = [row.total_ns(float(count)) for count in calls]
            heights = [math.log10(total) for total in totals if total]
            if len(heights) != _POINTS:
                continue
            mark, color = self._mark(number)
            places = np.log10(calls)
            self.plot.addItem(
                pg.PlotCurveItem(places, np.array(heights), pen=pg.mkPen(color, width=1.5))
            )
            every = slice(number * 5, None, _POINTS // _MARKS)  # no two lanes at one place
            self.plot.addItem(
                pg.ScatterPlotItem(
                    places[every],
                    np.array(heights)[every],
                    symbol=mark.symbol,
                    size=_MARK,
                    pen=None,
                    brush=pg.mkBrush(color),
                )
            )
            shown += (min(heights), max(heights))
        self._draw_break_even(report)
        self.plot.setXRange(0, math.log10(most), padding=0)
        if shown:
            self.plot.setYRange(min(shown) - _MARGIN, max(shown) + _MARGIN, padding=0)

    def _draw_break_even(self, report: RaceReport) -> None:
        numbers = {row.lane: number for number, row in enumerate(report.rows)}
        for even in report.break_even:
            total = report.rows[numbers[even.lane]].total_ns(even.calls or 0)
            if even.calls is not None and total:
                ring = pg.ScatterPlotItem(
                    [math.log10(even.calls)],
                    [math.log10(total)],
                    size=2 * _MARK,
                    pen=pg.mkPen(self._mark(numbers[even.lane])[1], width=1.5),
                    brush=None,
                )
                self.plot.addItem(ring)


class _CallCountAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A horizontal axis over log10 of a number of calls, with a tick at each power of ten."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.enableAutoSIPrefix(False)

    def tickValues(
        self, minVal: float, maxVal: float, size: float
    ) -> list[tuple[float, list[float]]]:
        decades = list(range(math.ceil(minVal), math.floor(maxVal) + 1))
        text = QFontMetricsF(self.style["tickFont"] or QFont())
        widest = text.horizontalAdvance(f"  {10 ** max(0, math.floor(maxVal)):,}  ")
        most = max(1, int(size / widest))
        return [(1.0, [float(decade) for decade in decades[:: max(1, -(-len(decades) // most))]])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{10**value:,.0f}" for value in values]
