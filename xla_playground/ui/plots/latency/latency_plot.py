"""The plot of steady-state latency: a curve for each specialization."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from ....core.history.call_summary import CallSummary
from ....core.history.series import Series
from ...state.call_log import CallLog
from ...state.notices import Notices
from ...text.call_text import call_tooltip
from ..shared.colors import DataColors
from ..shared.history_plot import HistoryPlot
from ..shared.pyqtgraph_ import pg
from .latency_curve import SYMBOLS, LatencyCurve
from .series_labels import short_labels
from .series_legend import SeriesLegend
from .visible_series import choose_series, last_steady_call

#: Number of the latest calls in view until the mouse zooms.
FOLLOWED_CALLS = 100
#: Most specializations in view; the least recent ones are left out.
MAX_SERIES = len(SYMBOLS)
#: Most points in view, in all; more are thinned to extremes.
MAX_POINTS = 2400
#: Largest distance of the mouse from a point, in pixels.
REACH_PIXELS = 14


class LatencyPlot(HistoryPlot):
    """Steady-state latency: run times of the calls that paid no trace, compile or load.

    Horizontal is the call's number in the history, as in the phases plot and the table, so that
    specializations are seen in the order in which they were used and a slow moment of the machine
    is seen in all of them. The legend has median and p95 over all steady calls of each, drawn as a
    solid and a dotted line from its first to its last.

    *Attributes:*
        curves: the slots; a specialization keeps its slot, and so its colour, while it is shown.
    """

    def __init__(self, log: CallLog, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(log, notices, "latency_plot", parent)
        self._hint.setText(
            self.tr("A specialization's second call is its first point here: run a prompt twice")
        )
        self.setAccessibleName(self.tr("Steady-state latency"))
        self._legend = SeriesLegend(self._graphics.ci, MAX_SERIES)
        self.curves = [
            LatencyCurve(self.plot, label, slot) for slot, label in enumerate(self._legend.entries)
        ]
        self.plot.setLabel("bottom", self.tr("call"))
        self.ring: Any = pg.ScatterPlotItem(size=15, brush=None)
        self.plot.addItem(self.ring, ignoreBounds=True)

    def _redraw(self) -> None:
        book = self._log.book
        last = last_steady_call(book)
        self._hint.setVisible(last is None)
        if last is None:
            self._assign([])
            self._legend.set_remark("")
            self._show_range((0.5, 12.5), (6.0, 9.3))
            self._draw_ring()
            return
        low, high = self._x_range(self._log.summaries[0].call, last, FOLLOWED_CALLS)
        visible = choose_series(book, low, high, self._legend.room)
        self._assign(visible.series)
        shown = [curve for curve in self.curves if curve.series is not None]
        labels = short_labels([curve.series.key for curve in shown if curve.series is not None])
        # a view's width more on either side, so that dragging shows no edge before the next redraw
        span = high - low
        max_points = MAX_POINTS // max(len(shown), 1)
        for curve, label in zip(shown, labels, strict=True):
            curve.show(low - span, high + span, max_points)
            curve.write_legend(label, self._legend.width, is_on_one_line=self._legend.is_below)
        self._show_range((low, high), self._y_range(low, high))
        self._draw_ring()
        self._write_header()
        others = self.tr("and {count} more in view").format(count=f"{visible.others:,}")
        self._legend.set_remark(others if visible.others else "")

    def _renumber(self) -> None:
        self._assign([])  # the next redraw reads the series again

    def _assign(self, chosen: list[Series]) -> None:
        """Free the slots of series that are no longer shown, and assign free slots to new
        series.
        """
        wanted = {id(series): series for series in chosen}
        for curve in self.curves:
            if curve.series is not None and wanted.pop(id(curve.series), None) is None:
                curve.assign(None)
        free = iter(curve for curve in self.curves if curve.series is None)
        for series in wanted.values():
            next(free).assign(series)

    def _y_range(self, low: float, high: float) -> tuple[float, float]:
        """Return the log10(ns) range of the visible points, at least a quarter of a decade to not
        magnify noise.
        """
        bounds: list[float] = []
        for curve in self.curves:
            calls = curve.drawn.calls
            log_ns = curve.drawn.log_ns[(calls >= low) & (calls <= high)]
            if len(log_ns):
                bounds += [float(log_ns.min()), float(log_ns.max())]
        bottom, top = min(bounds, default=6.0), max(bounds, default=9.0)
        margin = max(0.08 * (top - bottom), (0.25 - (top - bottom)) / 2, 0.02)
        return bottom - margin, top + margin

    def _draw_ring(self) -> None:
        call = self._log.selected_call or 0
        for curve in self.curves:
            series = curve.series
            if series is None:
                continue
            found = bisect_left(series.calls, call)
            if found < len(series.calls) and series.calls[found] == call:
                self.ring.setData([call], [math.log10(max(series.run_ns[found], 1))])
                return
        self.ring.setData([], [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.place(event.size())
        self._write_header()

    # ------------------------------------------------------------------ the mouse

    def _call_at(self, at: QPointF) -> int | None:
        width, height = self._view.viewPixelSize()
        nearest, distance = None, float(REACH_PIXELS)
        for curve in self.curves:
            calls, log_ns = curve.drawn.calls, curve.drawn.log_ns
            if not len(calls):
                continue
            away = np.hypot((calls - at.x()) / width, (log_ns - at.y()) / height)
            closest = int(np.argmin(away))
            if away[closest] <= distance:
                nearest, distance = int(calls[closest]), float(away[closest])
        return nearest

    def _tooltip(self, call: int) -> str:
        summaries = self._log.summaries
        summary = summaries[bisect_left(summaries, call, key=lambda s: s.call)]
        labels = [
            curve.series.key.label()
            for curve in self.curves
            if curve.series is not None and call in curve.drawn.calls
        ]
        return call_tooltip(summary, self._log.notes.note(call), *labels)

    # ------------------------------------------------------------------ the theme

    def _apply_font(self) -> None:
        super()._apply_font()
        self._legend.set_font(self.font())
        self._legend.place(self.size())

    def _apply_colors(self, colors: DataColors, text: QColor) -> None:
        for curve, color in zip(self.curves, colors.series, strict=True):
            curve.set_colors(color, text)
        self._legend.set_text_color(text)
        self.ring.setPen(pg.mkPen(text, width=2))
        self._header.setText("", color=text)
        self._write_header()

    def _write_header(self) -> None:
        text = self.tr("─ median&nbsp;&nbsp; ┄ p95")
        if any(curve.drawn.is_thinned for curve in self.curves):
            text = self.tr("line: median of a stretch of calls&nbsp;&nbsp; dots: its extremes")
        plain = text.replace("&nbsp;", " ")
        room = self.width() - self._buttons_width()
        if QFontMetrics(self._header.item.font()).horizontalAdvance(plain) > room:
            text = ""
        if text != self._header.text:
            self._header.setText(text)

    def _exported(self) -> list[CallSummary]:
        return [summary for summary in self._log.summaries if summary.is_steady]
