"""How long a specialization takes once it only runs: points and lines for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ....core.call.specialization import SpecializationKey
from ....core.history.call_summary import CallSummary
from ....core.history.latency import ROLLING_CALLS
from ....core.history.series import Series
from ....core.units import format_duration
from ....core.window.plot_settings import Scale
from ...state.call_log import CallLog
from ...state.notices import Notices
from ...text.call_text import call_tooltip
from ...text.plain_text import markup_of
from ..frame.history_plot import HistoryPlot
from ..frame.plot_export import with_legend
from ..shared.colors import DataColors
from ..shared.growing_array import Floats, Integers
from ..shared.pyqtgraph_ import pg
from ..shared.scales import on_axis, with_room
from ..shared.shown_calls import ShownCalls
from ..shared.steady_text import steady_text
from .series_choice import SeriesChoice
from .series_labels import short_labels
from .series_layer import DrawnSeries, SeriesLayer
from .series_legend import SeriesLegend
from .series_marks import SeriesMark, mark_of
from .series_rows import SeriesRow
from .visible_series import SeriesColumns, series_in_view

#: More points than this in view, in all, are thinned to extremes, but each series keeps a few.
MAX_POINTS = 2400
_LEAST_POINTS = 8
#: How near the mouse must be to a point, in pixels.
REACH_PIXELS = 14
#: Room above and below the points, for the ring around one, in pixels.
_ROOM = 11.0
_RING = 15


class LatencyPlot(HistoryPlot):
    """Steady-state latency: run times of the calls that paid no trace, compile or load.

    Horizontal is the call's number in the history, as in the phases plot and the table, so that
    specializations are seen in the order in which they were used and a slow moment of the machine
    is seen in all of them. Every series with a call in view is drawn, unless the user hid it in the
    legend; its colour and symbol stay the same for good. Its median and, of 20 calls or more, its
    95th percentile are lines over the calls that they are taken from: the last 50, or all.

    *Attributes:*
        layers: what is drawn, by mark.
        legend: the list of the series in view.
    """

    def __init__(
        self,
        log: CallLog,
        notices: Notices,
        shown: ShownCalls,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(log, notices, shown, "latency", parent)
        self._hint.setText(
            self.tr("A specialization's second call is its first point here: run a prompt twice")
        )
        self.setAccessibleName(self.tr("Steady-state latency"))
        self.plot.setLabel("bottom", self.tr("call"))
        self._choice = SeriesChoice()
        self._columns: dict[int, SeriesColumns] = {}
        self._colors: tuple[str, ...] = ()
        self._points: tuple[Integers, Floats] = np.empty(0, np.int64), np.empty(0)
        self._is_thinned = False
        self._newest: SpecializationKey | None = None
        self.layers: dict[SeriesMark, SeriesLayer] = {}
        self.ring: Any = pg.ScatterPlotItem(size=_RING, brush=None)
        self.plot.addItem(self.ring, ignoreBounds=True)
        self.legend = SeriesLegend(self)
        self._layout.addWidget(self.legend, 1, 0)
        self._rolling = self._make_rolling_button()
        self._buttons.insertWidget(0, self._rolling)
        self.legend.toggled.connect(self._on_toggled)
        self.legend.isolated.connect(self._on_isolated)
        self.legend.all_asked.connect(self._on_all_asked)
        self.legend.hovered.connect(log.hover)
        self._rolling.clicked.connect(self._on_rolling_clicked)

    def _make_rolling_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("rolling_button")
        button.setText(self.tr("Last {0}").format(ROLLING_CALLS))
        button.setToolTip(
            self.tr(
                "Take medians and p95 over the last {0} calls of each series, not over all"
            ).format(ROLLING_CALLS)
        )
        button.setAccessibleName(button.text())
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setChecked(self._shown.settings.is_rolling)
        return button

    # ------------------------------------------------------------------ drawing

    def _redraw(self) -> None:
        low, high = self._shown.x_range()
        in_view = series_in_view(self._log.book, low, high)
        self._show_hint(not any(series.calls for series in self._log.book))
        shown = [series for series in in_view if not self._choice.is_hidden(series.key)]
        # a view's width more on either side, so that dragging shows no edge before the next redraw
        span = high - low
        most = max(MAX_POINTS // max(len(shown), 1), _LEAST_POINTS)
        drawn = [self._drawn(series, low - span, high + span, most) for series in shown]
        self._remember(drawn)
        self._show_range((low, high), self._y_range(low, high))
        by_mark: dict[SeriesMark, list[DrawnSeries]] = defaultdict(list)
        for one in drawn:
            by_mark[mark_of(one.series.number)].append(one)
        for mark in by_mark:
            if mark not in self.layers:
                self._add_layer(mark)
        heights = partial(on_axis, scale=self._scale)
        for mark, layer in self.layers.items():
            layer.show(by_mark.get(mark, ()), heights)
        self._draw_ring()
        self._draw_highlight()
        self._show_legend(in_view)
        self._write_header()

    def _drawn(self, series: Series, low: float, high: float, most: int) -> DrawnSeries:
        if series.number not in self._columns:
            self._columns[series.number] = SeriesColumns(series)
        summary = series.steady(self._shown.steady_calls)
        assert summary is not None  # it has a steady call in view
        points = self._columns[series.number].points_between(low, high, most)
        return DrawnSeries(series, points, summary, series.calls[-summary.count])

    def _add_layer(self, mark: SeriesMark) -> None:
        self.layers[mark] = SeriesLayer(self.plot, mark)
        if self._colors:
            self.layers[mark].set_color(self._colors[mark.color])

    def _remember(self, drawn: list[DrawnSeries]) -> None:
        """Keep the points of all series for the mouse and for the range of the axis."""
        self._is_thinned = any(one.points.is_thinned for one in drawn)
        calls = [one.points.calls for one in drawn]
        run_ns = [one.points.run_ns for one in drawn]
        empty = np.empty(0, np.int64), np.empty(0)
        joined = (np.concatenate(calls), np.concatenate(run_ns)) if drawn else empty
        self._points = joined[0], on_axis(joined[1], self._scale)

    def _clear(self) -> None:
        self._columns.clear()
        self._choice.show_all()
        self._remember([])

    def _read_anew(self) -> None:
        self._columns.clear()  # the next redraw reads the series anew

    def _y_range(self, low: float, high: float) -> tuple[float, float]:
        """Return the range of the visible points, from 0 on a linear axis.

        A log axis has at least a quarter of a decade, so that noise stays small.
        """
        calls, heights = self._points
        seen = heights[(calls >= low) & (calls <= high)]
        room = max(self._view.height(), 1.0)
        if self._scale is Scale.LINEAR:
            top = float(seen.max()) if len(seen) else 1e9
            return with_room(0.0, top, _ROOM, room)
        bottom, top = (float(seen.min()), float(seen.max())) if len(seen) else (6.0, 9.0)
        widening = max(0.0, 0.25 - (top - bottom)) / 2
        return with_room(bottom - widening, top + widening, _ROOM, room)

    def _draw_ring(self) -> None:
        """Draw a ring around the selected call, if it is steady and its series is shown."""
        call = self._log.selected_call
        summary = None if call is None else self._log.summary(call)
        self.ring.setData([], [])
        if summary is None or not summary.is_steady or summary.run_ns is None:
            return
        key = self._log.key_of(summary)
        if key is not None and not self._choice.is_hidden(key):
            self.ring.setData([summary.call], [float(on_axis(summary.run_ns, self._scale))])

    def _draw_highlight(self) -> None:
        key = self._log.hovered_key
        with_key = [
            layer
            for layer in self.layers.values()
            if key is not None and any(one.series.key == key for one in layer.drawn)
        ]
        for layer in self.layers.values():
            layer.highlight(is_faint=bool(with_key) and layer not in with_key)
        self.legend.set_highlight(key)

    # ------------------------------------------------------------------ the legend

    def _show_legend(self, in_view: list[Series]) -> None:
        self.legend.set_rows(self._rows(in_view))
        self.legend.place(self.height())
        newest = max(in_view, key=lambda series: series.calls[-1], default=None)
        key = None if newest is None else newest.key
        if key != self._newest:  # else whoever scrolls would be taken back
            self._newest = key
            self.legend.show_key(key)

    def _rows(self, in_view: list[Series]) -> list[SeriesRow]:
        rows = []
        labels = short_labels([series.key for series in in_view])
        for series, label in zip(in_view, labels, strict=True):
            summary = series.steady(self._shown.steady_calls)
            assert summary is not None  # it has a steady call in view
            rows.append(
                SeriesRow(
                    series.key,
                    mark_of(series.number),
                    label,
                    steady_text(summary, len(series.calls)),
                    format_duration(summary.median_ns),
                    self._choice.is_hidden(series.key),
                )
            )
        return rows

    @Slot(object)
    def _on_toggled(self, key: SpecializationKey) -> None:
        self._choice.toggle(key)
        self._clock.mark_dirty()

    @Slot(object)
    def _on_isolated(self, key: SpecializationKey) -> None:
        self._choice.isolate(key, (series.key for series in self._log.book))
        self._clock.mark_dirty()

    @Slot()
    def _on_all_asked(self) -> None:
        self._choice.show_all()
        self._clock.mark_dirty()

    @Slot()
    def _on_rolling_clicked(self) -> None:
        self._shown.change(is_rolling=self._rolling.isChecked())

    @Slot()
    def _on_settings_changed(self) -> None:
        super()._on_settings_changed()
        self._rolling.setChecked(self._shown.settings.is_rolling)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.legend.place(self.height())

    # ------------------------------------------------------------------ the mouse

    def _call_at(self, at: QPointF) -> int | None:
        calls, heights = self._points
        if not len(calls):
            return None
        width, height = self._view.viewPixelSize()
        away = np.hypot((calls - at.x()) / width, (heights - at.y()) / height)
        closest = int(np.argmin(away))
        return int(calls[closest]) if away[closest] <= REACH_PIXELS else None

    def _tooltip(self, summary: CallSummary) -> str:
        series = self._log.book.get(self._log.key_of(summary))
        also = []
        steady = series and series.steady(self._shown.steady_calls)
        if series and steady:
            also = [series.key.label(), steady_text(steady, len(series.calls))]
        return call_tooltip(summary, self._log.reasons.reason(summary.call), *also)

    # ------------------------------------------------------------------ theme and picture

    def _apply_font(self) -> None:
        super()._apply_font()
        self.legend.place(self.height())

    def _apply_colors(self, colors: DataColors, text: QColor) -> None:
        self._colors = colors.series
        for mark, layer in self.layers.items():
            layer.set_color(colors.series[mark.color])
        self.legend.set_colors(colors.series)
        self.ring.setPen(pg.mkPen(text, width=2))

    def _write_header(self) -> None:
        text = self.tr("─ median   ┄ p95 (20 calls or more)")
        if self._is_thinned:
            text = self.tr("line: median of a stretch of calls   dots: its extremes")
        if self.fontMetrics().horizontalAdvance(text) > self._header_room():
            text = self.tr("─ median   ┄ p95")
        self._set_header(text.replace("   ", "&nbsp;&nbsp; "), text)

    def _line(self, row: SeriesRow) -> str:
        """Return a row of the legend as rich text that fits the plot's width."""
        metrics = self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(f"{row.mark.sign}  {row.readout}") - 40
        label = metrics.elidedText(row.label, Qt.TextElideMode.ElideMiddle, max(room, 0))
        sign = f"<span style='color:{self._colors[row.mark.color]}'>{row.mark.sign}</span>"
        return f"{sign} {markup_of(label)}&nbsp; {markup_of(row.readout)}"

    @contextmanager
    def _as_picture(self) -> Iterator[None]:
        lines = [self._line(row) for row in self.legend.rows.rows if not row.is_hidden]
        text = self.palette().text().color()
        with with_legend(self._graphics, lines, self.font(), text):
            yield

    def _exported(self) -> list[CallSummary]:
        return [summary for summary in self._log.summaries if summary.is_steady]
