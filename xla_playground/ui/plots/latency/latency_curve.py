"""One specialization in the latency plot: its points, its median and p95, its legend entry."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from ....core.history.latency import LatencySummary
from ....core.history.series import Series
from ....core.units import format_duration
from ...text.plain_text import markup_of, tooltip_of
from ..shared.pyqtgraph_ import pg
from .visible_series import NO_POINTS, SeriesColumns, SeriesPoints

#: Symbols by slot, as pyqtgraph names them, with the character for each in the legend.
SYMBOLS = (
    ("o", "●"),
    ("s", "■"),
    ("d", "◆"),
    ("t1", "▲"),
    ("t", "▼"),
    ("star", "★"),
    ("p", "⬟"),
    ("x", "✖"),
)


#: Least width of a label beside a readout, in pixels.
_LEAST_LABEL = 40


class LatencyCurve:
    """A slot of the latency plot; its items are created once and shared by successive series.

    Attributes:
        series: the series that it shows, ``None`` while the slot is free.
        drawn: its points.
        legend: the entry's label item; the full key is its tooltip.
    """

    def __init__(self, plot: Any, legend: Any, slot: int) -> None:
        self.series: Series | None = None
        self.drawn = NO_POINTS
        self.legend = legend
        self.line: Any = pg.PlotCurveItem(antialias=True)
        self.points: Any = pg.ScatterPlotItem(symbol=SYMBOLS[slot][0], size=7, pen=None)
        self.median: Any = pg.PlotCurveItem()
        self.p95: Any = pg.PlotCurveItem()
        for item in (self.median, self.p95, self.line, self.points):
            plot.addItem(item, ignoreBounds=True)
        self._sign = SYMBOLS[slot][1]
        self._color = "#000000"
        self._text = QColor()
        self._columns: SeriesColumns | None = None
        self._summary: LatencySummary | None = None
        self._entry = " "

    @property
    def summary(self) -> LatencySummary | None:
        """Return median and p95 of all steady calls of the series, ``None`` if there are none."""
        if self.series is None:
            return None
        # percentiles of 100,000 durations take 8 ms: only after a new call
        if self._summary is None or self._summary.count != len(self.series.run_ns):
            self._summary = self.series.steady()
        return self._summary

    def assign(self, series: Series | None) -> None:
        """Assign the slot to a series, or free it if ``series`` is ``None``."""
        self.series = series
        self._summary = None
        self._columns = None if series is None else SeriesColumns(series)
        if series is None:
            self._draw(NO_POINTS)
            self.median.setData([], [])
            self.p95.setData([], [])
            self._set_entry("")
            self.legend.setToolTip("")

    def show(self, low: float, high: float, max_points: int) -> None:
        """Draw the calls ``low`` to ``high`` of the series, its median and its p95."""
        summary = self.summary
        if self.series is None or self._columns is None or summary is None:
            return
        self._draw(self._columns.points_between(low, high, max_points))
        ends = np.array([self.series.calls[0] - 0.4, self.series.calls[-1] + 0.4])
        self.median.setData(ends, np.full(2, math.log10(summary.median_ns)))
        self.p95.setData(ends, np.full(2, math.log10(summary.p95_ns)))

    def write_legend(self, label: str, width: int, *, is_on_one_line: bool) -> None:
        """Write the entry, ``label`` elided so that it fits a width in pixels."""
        summary = self.summary
        if self.series is None or summary is None:
            return
        font = self.legend.item.font()
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        metrics, small_metrics = QFontMetrics(font), QFontMetrics(small)
        readout = _readout(summary)
        room = width - metrics.horizontalAdvance(f"{self._sign}  ")
        if is_on_one_line:
            readouts = (readout, format_duration(summary.median_ns))
            widths = {text: small_metrics.horizontalAdvance(f"   {text}") for text in readouts}
            # the tooltip has the full label
            readout = next((t for t in readouts if widths[t] <= room - _LEAST_LABEL), "")
            room -= widths.get(readout, 0)
        elided = markup_of(metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, max(room, 0)))
        self._set_entry(
            f"<span style='color:{self._color}'>{self._sign}</span> {elided}"
            f"{'&nbsp; ' if is_on_one_line else '<br>'}"
            f"<span style='font-size:{small.pointSizeF():.1f}pt; color:{self._faint()}'>"
            f"{readout}</span>"
        )
        self.legend.setToolTip(tooltip_of(f"{self.series.key.label()}\n{_readout(summary)}"))

    def set_colors(self, color: str, text: QColor) -> None:
        """Set the data colour, and the palette's colour for text."""
        self._color, self._text = color, text
        line = QColor(color)
        line.setAlpha(120)
        self.line.setPen(pg.mkPen(line))
        self.points.setBrush(pg.mkBrush(color))
        self.points.setPen(pg.mkPen(None))
        self.median.setPen(pg.mkPen(color))
        self.p95.setPen(pg.mkPen(color, style=Qt.PenStyle.DotLine))
        if self.series is not None:
            self._entry = " "  # to be written again, in the new colours

    def _draw(self, points: SeriesPoints) -> None:
        self.drawn = points
        self.line.setData(points.line_calls, points.line_log_ns)
        self.points.setData(points.calls, points.log_ns)
        self.points.setSize(3 if points.is_thinned else 7)

    def _set_entry(self, html: str) -> None:
        if html != self._entry:  # laying out rich text costs more than the curve
            self._entry = html
            self.legend.setText(html, color=self._text)
            self.legend.setVisible(bool(html))

    def _faint(self) -> str:
        faint = QColor(self._text)
        faint.setAlphaF(0.75)
        return faint.name(QColor.NameFormat.HexArgb)


def _readout(summary: LatencySummary) -> str:
    text = QCoreApplication.translate("LatencyCurve", "median {median}, p95 {p95}, n {count}")
    return text.format(
        median=format_duration(summary.median_ns),
        p95=format_duration(summary.p95_ns),
        count=f"{summary.count:,}",
    )
