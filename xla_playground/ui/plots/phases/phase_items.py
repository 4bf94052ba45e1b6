"""What the plot of phases draws: marks on a log axis, stacked bars on a linear one."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ....core.call.record import Status
from ..shared.colors import DataColors
from ..shared.growing_array import Floats
from ..shared.pyqtgraph_ import pg
from .call_columns import STACK
from .phases_legend import PHASE_SYMBOLS

#: Pixels of a ring, as in the latency plot.
_RING = 15
#: The left and right edges of the places of calls.
Edges = tuple[Floats, Floats]


class PhaseItems:
    """The items of the plot, made once and filled at each redraw.

    Attributes:
        bars: the segments of the stacks, by phase.
        marks: by phase; ``stems`` join those of each call.
        medians: a line across each call.
        markers: of calls without a text, by status.
        outline, rings: around the bar or the marks of the selected call.
        band: behind the calls of the hovered specialization.
    """

    def __init__(self, plot: Any) -> None:
        self.band: Any = _bars()
        self.bars: dict[str, Any] = {phase: _bars() for phase in STACK}
        self.stems: Any = pg.PlotCurveItem(connect="pairs")
        self.marks: dict[str, Any] = {
            phase: pg.ScatterPlotItem(symbol=PHASE_SYMBOLS[phase][0], pen=None) for phase in STACK
        }
        self.medians: Any = pg.PlotCurveItem(connect="pairs")
        self.markers: dict[str, Any] = {
            Status.CANCELLED.value: pg.ScatterPlotItem(symbol="s"),
            Status.FAILED.value: pg.ScatterPlotItem(symbol="x"),
        }
        self.outline: Any = _bars()
        self.rings: Any = pg.ScatterPlotItem(size=_RING, brush=None)
        lines = (self.stems, self.medians)
        scatters = (*self.marks.values(), *self.markers.values(), self.rings)
        for item in (self.band, *self.bars.values(), *lines, *scatters, self.outline):
            plot.addItem(item, ignoreBounds=True)

    def draw_marks(self, edges: Edges, heights: Floats, size: float) -> None:
        """Draw a mark for each phase of each call, ``size`` pixels large.

        ``heights`` are the phases' durations on the axis, NaN where one did not happen; (n, 5).
        """
        center = (edges[0] + edges[1]) / 2
        happened = ~np.isnan(heights)
        for column, phase in enumerate(STACK):
            part = happened[:, column]
            self.marks[phase].setData(center[part], heights[part, column], size=size)
        several = happened.sum(axis=1) > 1
        ends = [reduce(heights[several], axis=1) for reduce in (np.nanmin, np.nanmax)]
        self.stems.setData(np.repeat(center[several], 2), np.column_stack(ends).ravel())

    def draw_stacks(self, edges: Edges, ends: Floats) -> None:
        """Draw a stack of bars for each call; ``ends`` are the upper ends of its phases; (n, 5)."""
        bottom = np.zeros(len(ends))
        for column, phase in enumerate(STACK):
            top = ends[:, column]
            part = ~np.isnan(top)
            _draw_bars(self.bars[phase], (edges[0][part], edges[1][part]), bottom[part], top[part])
            bottom = np.where(part, top, bottom)

    def draw_medians(self, edges: Edges, heights: Floats) -> None:
        """Draw a line across each call."""
        self.medians.setData(np.column_stack(edges).ravel(), np.repeat(heights, 2))

    def draw_stopped(self, status: str, edges: Edges, height: float, size: float) -> None:
        """Draw the markers of calls that were cancelled, or that failed."""
        center = (edges[0] + edges[1]) / 2
        self.markers[status].setData(center, np.full(len(center), height), size=size)

    def draw_outline(self, edges: Edges, height: Floats) -> None:
        """Draw a frame around a stack, or none if there is no edge."""
        _draw_bars(self.outline, edges, 0.0, height)

    def draw_rings(self, edges: Edges, heights: Floats) -> None:
        """Draw rings at heights of a call, or none if there is no edge."""
        center = np.repeat((edges[0] + edges[1]) / 2, len(heights))
        self.rings.setData(center, heights[: len(center)])

    def draw_band(self, edges: Edges, low: float, high: float) -> None:
        """Draw a band behind calls."""
        _draw_bars(self.band, edges, low, high)

    def set_colors(self, colors: DataColors, text: QColor) -> None:
        """Take data colours, and the palette's colour for text."""
        band, stem = QColor(text), QColor(text)
        band.setAlpha(28)
        stem.setAlpha(110)
        self.band.setOpts(brush=pg.mkBrush(band), pen=pg.mkPen(None))
        self.stems.setPen(pg.mkPen(stem))
        self.medians.setPen(pg.mkPen(text))
        for phase in STACK:
            brush = pg.mkBrush(colors.phases[phase])
            self.bars[phase].setOpts(brush=brush, pen=pg.mkPen(None))
            self.marks[phase].setBrush(brush)
        outline = pg.mkPen(text, width=2)
        outline.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.outline.setOpts(pen=outline, brush=pg.mkBrush(None))
        self.rings.setPen(pg.mkPen(text, width=2))
        marks = {Status.CANCELLED.value: colors.cancelled, Status.FAILED.value: colors.failed}
        for status, item in self.markers.items():
            item.setPen(pg.mkPen(marks[status], width=2 if status == Status.FAILED else 1))
            item.setBrush(pg.mkBrush(marks[status] if status == Status.FAILED else None))


def _bars() -> Any:
    return pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[], pen=None)


def _draw_bars(item: Any, edges: Edges, low: Floats | float, high: Floats | float) -> None:
    count = len(edges[0])
    y0, y1 = (np.broadcast_to(np.asarray(y, np.float64), (count,)) for y in (low, high))
    item.setOpts(x0=edges[0], x1=edges[1], y0=y0, y1=y1)
