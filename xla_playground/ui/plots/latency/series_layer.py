"""The points and lines of the series that share a mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ....core.history.latency import LatencySummary
from ....core.history.series import Series
from ..shared.growing_array import Floats
from ..shared.pyqtgraph_ import pg
from .series_marks import SeriesMark
from .visible_series import SeriesPoints

#: Pixels of a point, and of one of many.
_POINT, _SMALL_POINT = 7, 3
#: How much of the other series is seen while one is hovered.
_FAINT = 0.18


@dataclass(frozen=True)
class DrawnSeries:
    """A series as it is drawn.

    Attributes:
        first_call: the first of the calls that ``summary`` counts.
    """

    series: Series
    points: SeriesPoints
    summary: LatencySummary
    first_call: int


class SeriesLayer:
    """The items of one mark, made once and filled at each redraw.

    There is one series to a mark, unless there are more than 64 series.

    Attributes:
        drawn: the series that are drawn.
        points: the item of their calls.
        line: the item that joins them.
        median, p95: the items of their steady states.
    """

    def __init__(self, plot: Any, mark: SeriesMark) -> None:
        self.mark = mark
        self.drawn: Sequence[DrawnSeries] = ()
        self.line: Any = pg.PlotCurveItem(antialias=True, connect="finite")
        self.points: Any = pg.ScatterPlotItem(symbol=mark.symbol, size=_POINT, pen=None)
        self.median: Any = pg.PlotCurveItem(connect="pairs")
        self.p95: Any = pg.PlotCurveItem(connect="pairs")
        self._items = (self.median, self.p95, self.line, self.points)
        for item in self._items:
            plot.addItem(item, ignoreBounds=True)

    def show(self, drawn: Sequence[DrawnSeries], heights: Callable[[Floats], Floats]) -> None:
        """Draw these series and no others; ``heights`` turns ns into values of the axis."""
        if not drawn and not self.drawn:
            return
        self.drawn = drawn
        points = [one.points for one in drawn]
        calls = _joined([p.calls.astype(np.float64) for p in points])
        size = _SMALL_POINT if any(p.is_thinned for p in points) else _POINT
        self.points.setData(calls, heights(_joined([p.run_ns for p in points])), size=size)
        # a gap between the lines of two series
        line_calls = _joined([np.append(p.line_calls.astype(np.float64), np.nan) for p in points])
        line_ns = _joined([np.append(p.line_ns, np.nan) for p in points])
        self.line.setData(line_calls, heights(line_ns))
        self._show_steady(self.median, drawn, [one.summary.median_ns for one in drawn], heights)
        with_p95 = [one for one in drawn if one.summary.has_p95]
        self._show_steady(self.p95, with_p95, [one.summary.p95_ns for one in with_p95], heights)

    def highlight(self, is_faint: bool) -> None:
        """Show the layer as one that is not hovered while another one is, or as usual."""
        for item in self._items:
            item.setOpacity(_FAINT if is_faint else 1.0)

    def set_color(self, color: str) -> None:
        """Take a data colour."""
        line = QColor(color)
        line.setAlpha(120)
        self.line.setPen(pg.mkPen(line))
        self.points.setBrush(pg.mkBrush(color))
        self.points.setPen(pg.mkPen(None))
        self.median.setPen(pg.mkPen(color))
        self.p95.setPen(pg.mkPen(color, style=Qt.PenStyle.DotLine))

    @staticmethod
    def _show_steady(
        item: Any,
        drawn: Sequence[DrawnSeries],
        values_ns: list[float],
        heights: Callable[[Floats], Floats],
    ) -> None:
        """Draw a line over the calls that each steady state counts."""
        ends = [(one.first_call - 0.4, one.series.calls[-1] + 0.4) for one in drawn]
        item.setData(np.array(ends, np.float64).ravel(), np.repeat(heights(np.array(values_ns)), 2))


def _joined(parts: list[Floats]) -> Floats:
    return np.concatenate(parts) if parts else np.empty(0)
