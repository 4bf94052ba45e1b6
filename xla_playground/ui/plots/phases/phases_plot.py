"""The plot of each call's phases: one stacked bar a call."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QWidget

from ....core.call.record import Status
from ....core.history.call_summary import CallSummary
from ...state.call_log import CallLog
from ...state.notices import Notices
from ...style.theme import is_dark
from ...text.call_text import call_tooltip
from ..shared.colors import DataColors, data_colors
from ..shared.growing_array import Integers
from ..shared.history_plot import HistoryPlot
from ..shared.pyqtgraph_ import pg
from .call_columns import STACK, Bars, CallColumns, choose_bars, group_size_for
from .phases_legend import legend_html

#: Number of the latest calls in view until the mouse zooms.
FOLLOWED_CALLS = 60
#: More bars than this in view are grouped; a bar also keeps at least this many pixels.
MAX_BARS = 400
LEAST_BAR_PIXELS = 3
_BAR_WIDTH = 0.84


class PhasesPlot(HistoryPlot):
    """A bar for every call, stacked from run, load, compile and trace, on a log axis.

    How to read it. The top of a bar is the call's true total, and every boundary is a true sum:
    segments are drawn between the logarithms of cumulative sums. Run is at the bottom, though it
    happens last: there it is seen in every bar and compares between them. At the top, 19 ms after
    10 s would be less than a pixel. Segments above it show proportions less well, as on any log
    axis: the tooltip has the numbers. The axis begins at the decade below the shortest run of the
    whole history, so the floor carries no meaning and does not move. A phase that did not happen
    has no segment. Calls that were cancelled or failed have a marker and no bar.

    With more than ``MAX_BARS`` calls in view (or pixels for them), each bar is the slowest call of
    a group of consecutive calls, and the axis says so.
    """

    def __init__(self, log: CallLog, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(log, notices, "phases_plot", parent)
        self._hint.setText(self.tr("Each call becomes a bar: press Run"))
        self.setAccessibleName(self.tr("Phases of each call"))
        self._columns = CallColumns()
        self._columns.extend(log.summaries)  # 0.1 s for 100,000: not in a redraw
        self._bars = Bars(1, np.empty(0, np.int64), np.empty(0, np.int64))
        self.bars: dict[str, Any] = {
            phase: pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[], pen=None) for phase in STACK
        }
        self.outline: Any = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[], brush=None)
        self.markers: dict[str, Any] = {
            Status.CANCELLED.value: pg.ScatterPlotItem(symbol="s", size=7),
            Status.FAILED.value: pg.ScatterPlotItem(symbol="x", size=9),
        }
        for item in (*self.bars.values(), *self.markers.values(), self.outline):
            self.plot.addItem(item, ignoreBounds=True)

    def _redraw(self) -> None:
        summaries = self._log.summaries
        if len(summaries) < len(self._columns):
            self._columns.clear()
        self._columns.extend(summaries[len(self._columns) :])
        if not summaries:
            self._draw_nothing()
            return
        low, high = self._x_range(summaries[0].call, summaries[-1].call, FOLLOWED_CALLS)
        pixels = max(self._view.width(), 100)
        group_size = group_size_for(high - low, min(MAX_BARS, int(pixels / LEAST_BAR_PIXELS)))
        # a view's width more on either side, so that dragging shows no edge before the next redraw
        span = int(high - low) + 1
        self._bars = choose_bars(
            self._columns, math.floor(low) - span, math.ceil(high) + span, group_size
        )
        floor = self._floor()
        top = self._top(low, high, floor)
        self._draw_bars(floor)
        self._show_range((low, high), (floor - 1e-6, top))  # so that the floor has its tick
        self._draw_markers(summaries)
        label = self.tr("call")
        if group_size > 1:
            label = self.tr("call (each bar: the slowest of {count} calls)").format(
                count=f"{group_size:,}"
            )
        self.plot.setLabel("bottom", label)

    def _draw_nothing(self) -> None:
        nothing = np.empty(0, np.int64)
        self._bars = Bars(1, nothing, nothing)
        self._draw_bars(0.0)
        self._draw_markers([])
        self._show_range((0.5, 12.5), (6.0, 10.3))

    def _renumber(self) -> None:
        self._columns.renumber(self._log.summaries[: len(self._columns)])

    def _floor(self) -> float:
        """Return the log10(ns) at which bars begin: the decade below the shortest bar."""
        smallest = self._columns.smallest_ns()
        return 6.0 if smallest is None else max(0.0, math.floor(math.log10(smallest) - 0.1))

    def _top(self, low: float, high: float, floor: float) -> float:
        totals = self._columns.totals[self._columns.slice_of(low, high)]
        totals = totals[np.isfinite(totals)]
        highest = math.log10(totals.max()) if len(totals) else floor
        return max(floor + 1.0, highest) + 0.12

    def _draw_bars(self, floor: float) -> None:
        positions = self._bars.positions
        x0, x1 = self._edges(positions)
        ends = np.log10(self._columns.ends[positions])
        bottom = np.full(len(positions), floor)
        for column, phase in enumerate(STACK):
            top = ends[:, column]
            happened = ~np.isnan(top)
            self.bars[phase].setOpts(
                x0=x0[happened], x1=x1[happened], y0=bottom[happened], y1=top[happened]
            )
            bottom = np.where(happened, top, bottom)
        self._draw_outline(floor)

    def _draw_outline(self, floor: float) -> None:
        """Draw the outline of the bar or marker of the selected call."""
        call = self._log.selected_call
        group = -1 if call is None else call // self._bars.group_size
        bar = self._in_group(self._bars.positions, group)
        if bar is None:
            bar = self._in_group(self._bars.stopped, group)
        selected = np.array([] if bar is None else [bar], np.int64)
        x0, x1 = self._edges(selected)
        tops = np.log10(self._columns.totals[selected])
        tops[np.isnan(tops)] = floor + 0.25
        self.outline.setOpts(x0=x0, x1=x1, y0=np.full(len(selected), floor), y1=tops)

    def _draw_markers(self, summaries: list[CallSummary]) -> None:
        low, high = self._view.viewRange()[1]
        for status, item in self.markers.items():
            stopped = [i for i in self._bars.stopped if summaries[i].status == status]
            x0, x1 = self._edges(np.array(stopped, np.int64))
            item.setSize(5 if self._bars.group_size > 1 else 8)
            item.setData(x=(x0 + x1) / 2, y=np.full(len(stopped), low + 0.05 * (high - low)))

    def _edges(self, positions: Any) -> tuple[Any, Any]:
        """Return the left and right edges of the bars of these calls, each as wide as its group."""
        size = self._bars.group_size
        calls = self._columns.calls[positions]
        center = calls // size * size + (size - 1) / 2
        half = _BAR_WIDTH * size / 2
        return center - half, center + half

    # ------------------------------------------------------------------ the mouse

    def _call_at(self, at: QPointF) -> int | None:
        group = math.floor(at.x() + 0.5) // self._bars.group_size
        for positions in (self._bars.positions, self._bars.stopped):
            position = self._in_group(positions, group)
            if position is not None:
                return int(self._columns.calls[position])
        return None

    def _in_group(self, positions: Integers, group: int) -> int | None:
        """Return the position whose call is in ``group``, ``None`` if there is none."""
        groups = self._columns.calls[positions] // self._bars.group_size
        found = int(np.searchsorted(groups, group))
        return int(positions[found]) if found < len(groups) and groups[found] == group else None

    def _tooltip(self, call: int) -> str:
        index = int(np.searchsorted(self._columns.calls, call))
        also = []
        size = self._bars.group_size
        if size > 1 and self._log.summaries[index].is_completed:
            first = call // size * size
            text = self.tr("slowest of the calls {first} to {last}")
            also.append(text.format(first=f"{max(first, 1):,}", last=f"{first + size - 1:,}"))
        return call_tooltip(self._log.summaries[index], self._log.notes.note(call), *also)

    # ------------------------------------------------------------------ the theme

    def _apply_colors(self, colors: DataColors, text: QColor) -> None:
        for phase, item in self.bars.items():
            item.setOpts(brush=pg.mkBrush(colors.phases[phase]), pen=pg.mkPen(None))
        outline = pg.mkPen(text, width=2)
        outline.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.outline.setOpts(pen=outline, brush=pg.mkBrush(None))
        marks = {Status.CANCELLED.value: colors.cancelled, Status.FAILED.value: colors.failed}
        for status, item in self.markers.items():
            item.setPen(pg.mkPen(marks[status], width=2 if status == Status.FAILED else 1))
            item.setBrush(pg.mkBrush(marks[status] if status == Status.FAILED else None))
        self._header.setText("", color=text)
        self._write_legend()

    def _write_legend(self) -> None:
        room = self.width() - self._buttons_width()
        colors = data_colors(is_dark=is_dark(self.palette()))
        html = legend_html(colors, self._header.item.font(), room)
        if html != self._header.text:
            self._header.setText(html)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_legend()

    def _exported(self) -> list[CallSummary]:
        return self._log.summaries
