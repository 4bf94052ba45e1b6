"""The plot of each call's phases, beside what its specialization takes once it only runs."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from ....core.history.call_summary import CallSummary
from ....core.history.series import Series
from ....core.window.plot_settings import Scale
from ...state.call_log import CallLog
from ...state.notices import Notices
from ...text.call_text import call_tooltip
from ..frame.history_plot import HistoryPlot
from ..shared.colors import DataColors
from ..shared.growing_array import Floats, Integers
from ..shared.scales import on_axis, with_room
from ..shared.shown_calls import ShownCalls
from ..shared.steady_text import steady_text
from .call_columns import NO_CALLS, STACK, CallColumns, DrawnCalls, choose_calls, group_size_for
from .phase_items import Edges, PhaseItems
from .phases_legend import legend_entries, legend_html, legend_text
from .time_labels import TimeLabels
from .time_segments import bars_of, labels_beside_marks, labels_in_bars, marks_of

#: Calls that are read at once, in 15 ms; between two parts the window answers.
_MOST_READ = 10_000
#: More calls than this in view are grouped; each also keeps at least so many pixels.
MOST_PLACES = 400
LEAST_PIXELS = 3
#: Pixels of a mark, as far as there is room.
_LEAST_MARK, _LARGEST_MARK = 3.0, 8.0
#: Room above and below the marks, in pixels.
_ROOM = 11.0
#: With more calls in view no time has room.
_MOST_PRINTED = 40
#: Of the font's size.
_PRINTED_SIZE = 0.85


class PhasesPlot(HistoryPlot):
    """The phases of every call.

    How to read it. On a log axis each phase is a mark at its own duration, and a thin line joins
    the marks of a call: equal distances are equal ratios, so a trace that takes four times as long
    as a compile stands as far above it wherever both are. A stack would lie there: the lower a
    segment, the taller. A linear axis has the stack, from run at the bottom, where it compares
    between calls, to trace at the top; the height of a bar is the call's total. In both a short
    line across each call is the steady median of its specialization: what the same call takes once
    it only runs. Calls that were cancelled or failed have a marker at the bottom.

    With more than ``MOST_PLACES`` calls in view (or pixels for them), each place has the slowest
    call of a group of consecutive calls, and the axis says so.

    *Attributes:*
        drawn: which calls are drawn.
        items: what is drawn of them.
        times: the durations that are printed.
    """

    def __init__(
        self,
        log: CallLog,
        notices: Notices,
        shown: ShownCalls,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(log, notices, shown, "phases", parent)
        self._hint.setText(self.tr("Each call shows how long its phases took: press Run"))
        self.setAccessibleName(self.tr("Phases of each call"))
        self._columns = CallColumns()
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._on_redraw_due)
        self.drawn = NO_CALLS
        self._phases: list[str] = []  # of those that are drawn, for the legend
        self._statuses: set[str] = set()
        self._colors: DataColors | None = None
        self.items = PhaseItems(self.plot)
        self.times = TimeLabels(self._view)

    # ------------------------------------------------------------------ drawing

    def _redraw(self) -> None:
        summaries = self._log.summaries
        read = len(self._columns)
        self._columns.extend(summaries[read : read + _MOST_READ])
        if len(self._columns) < len(summaries):
            self._more.start()  # until then the plot stays as it is
            return
        self._show_hint(not summaries)
        low, high = self._shown.x_range()
        pixels = max(self._view.width(), 100.0)
        size = group_size_for(high - low, min(MOST_PLACES, int(pixels / LEAST_PIXELS)))
        # a view's width more on either side, so that dragging shows no edge before the next redraw
        span = int(high - low) + 1
        self.drawn = choose_calls(
            self._columns, math.floor(low) - span, math.ceil(high) + span, size
        )
        medians = self._medians()
        self._show_range((low, high), self._y_range(low, high, medians))
        self._draw_phases()
        known = ~np.isnan(medians)
        edges = self._edges(self.drawn.positions[known])
        self.items.draw_medians(edges, on_axis(medians[known], self._scale))
        self._draw_stopped()
        self._draw_selected()
        self._draw_highlight()
        self._print_times()
        durations = self._columns.durations[self.drawn.positions]
        self._phases = [p for n, p in enumerate(STACK) if not np.isnan(durations[:, n]).all()]
        self._statuses = {summaries[i].status for i in self.drawn.stopped}
        self._write_header()
        label = self.tr("call")
        if size > 1:
            label = self.tr("call (each place: the slowest of {0} calls)").format(f"{size:,}")
        if label != self.plot.getAxis("bottom").labelText:
            self.plot.setLabel("bottom", label)

    def _clear(self) -> None:
        self._columns.clear()
        self.drawn = NO_CALLS

    def _read_anew(self) -> None:
        self._columns.clear()  # the next redraw reads the calls anew
        self.drawn = NO_CALLS

    def _series_of(self, positions: Integers) -> list[Series | None]:
        """Return the series of each call; each key is looked up once, which takes 10 µs."""
        found: dict[int | None, Series | None] = {}
        series = []
        for position in positions.tolist():
            summary = self._log.summaries[position]
            if summary.key_id not in found:
                found[summary.key_id] = self._log.book.get(self._log.key_of(summary))
            series.append(found[summary.key_id])
        return series

    def _medians(self) -> Floats:
        """Return the steady median of each drawn call's specialization in ns, NaN if unknown."""
        last = self._shown.steady_calls
        steady = [s and s.steady(last) for s in self._series_of(self.drawn.positions)]
        return np.array([s.median_ns if s else np.nan for s in steady])

    def _y_range(self, low: float, high: float, medians: Floats) -> tuple[float, float]:
        is_seen = self._is_seen(low, high)
        positions, medians = self.drawn.positions[is_seen], medians[is_seen]
        height = max(self._view.height(), 1.0)
        if self._scale is Scale.LINEAR:
            totals = np.append(self._columns.totals[positions], medians)
            top = float(np.nanmax(totals, initial=0.0)) or 10e9
            return 0.0, with_room(0.0, top, _ROOM, height)[1]
        durations = np.append(self._columns.durations[positions], medians)
        known = on_axis(durations[~np.isnan(durations)], self._scale)
        bottom, top = (float(known.min()), float(known.max())) if len(known) else (6.3, 10.0)
        widening = max(0.0, 1.0 - (top - bottom)) / 2  # to a decade, so that noise stays small
        return with_room(bottom - widening, top + widening, _ROOM, height)

    def _is_seen(self, low: float, high: float) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Return a mask of the drawn calls from ``low`` to ``high``."""
        calls = self._columns.calls[self.drawn.positions]
        mask: np.ndarray[Any, np.dtype[np.bool_]] = (calls >= low) & (calls <= high)
        return mask

    def _draw_phases(self) -> None:
        positions, nothing = self.drawn.positions, self.drawn.positions[:0]
        is_log = self._scale is Scale.LOG
        marks, stacks = (positions, nothing) if is_log else (nothing, positions)
        heights = on_axis(self._columns.durations[marks], Scale.LOG)
        self.items.draw_marks(self._edges(marks), heights, self._mark_size())
        self.items.draw_stacks(self._edges(stacks), self._columns.ends_of(stacks))

    def _stopped_height(self) -> float:
        """Return where the markers of calls without a text are, above the lower end."""
        low: float = self._view.viewRange()[1][0]
        return low + _ROOM * self._pixel()[1]

    def _draw_stopped(self) -> None:
        summaries = self._log.summaries
        for status in self.items.markers:
            stopped = [i for i in self.drawn.stopped if summaries[i].status == status]
            edges = self._edges(np.array(stopped, np.int64))
            self.items.draw_stopped(status, edges, self._stopped_height(), self._mark_size())

    def _draw_selected(self) -> None:
        """Draw rings around the marks of the selected call, on a linear axis a frame."""
        call = self._log.selected_call
        group = -1 if call is None else call // self.drawn.group_size
        completed = self._in_group(self.drawn.positions, group)
        stopped = self._in_group(self.drawn.stopped, group) if completed is None else None
        ringed, framed, heights = stopped, None, np.array([self._stopped_height()])
        if completed is not None and self._scale is Scale.LOG:
            heights = on_axis(self._columns.durations[completed], self._scale)
            ringed, heights = completed, heights[~np.isnan(heights)]
        elif completed is not None:
            framed = completed
        self.items.draw_rings(self._edges(_maybe(ringed)), heights)
        self.items.draw_outline(self._edges(_maybe(framed)), self._columns.totals[_maybe(framed)])

    def _draw_highlight(self) -> None:
        key, positions = self._log.hovered_key, self.drawn.positions
        is_hovered = [
            key is not None and series is not None and series.key == key
            for series in self._series_of(positions if key else positions[:0])
        ]
        hovered = positions[: len(is_hovered)][np.array(is_hovered, np.bool_)]
        edges = self._columns.edges_of(hovered, self.drawn.group_size, width=1.0)
        self.items.draw_band(edges, *self._view.viewRange()[1])

    def _edges(self, positions: Integers) -> Edges:
        return self._columns.edges_of(positions, self.drawn.group_size)

    def _pixel(self) -> tuple[float, float]:
        """Return the width and height of a pixel in the view's coordinates."""
        width, height = self._view.viewPixelSize()
        return float(width), float(height)

    def _mark_size(self) -> float:
        place = self.drawn.group_size / self._pixel()[0]
        return float(np.clip(place, _LEAST_MARK, _LARGEST_MARK))

    def _print_times(self) -> None:
        if self._colors is None:
            return
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _PRINTED_SIZE)
        metrics = QFontMetricsF(font)
        is_log = self._scale is Scale.LOG
        left, right = self._view.viewRange()[0]
        seen = self.drawn.positions[self._is_seen(left, right)]
        if not self._shown.settings.has_times or len(seen) > _MOST_PRINTED:
            seen = seen[:0]
        drawn = DrawnCalls(self.drawn.group_size, seen, seen[:0])
        if is_log:
            segments = marks_of(self._columns, drawn, self._pixel(), right)
        else:
            segments = bars_of(self._columns, drawn, self._pixel())
        find = labels_beside_marks if is_log else labels_in_bars
        labels = find(segments, metrics.horizontalAdvance, metrics.height())
        text = self.palette().text().color()
        bars = {phase: QColor(color) for phase, color in self._colors.phases.items()}
        inks = {phase: text if is_log else _ink_on(color) for phase, color in bars.items()}
        self.times.show(list(labels), font, inks)

    # ------------------------------------------------------------------ the mouse

    def _call_at(self, at: QPointF) -> int | None:
        group = math.floor(at.x() + 0.5) // self.drawn.group_size
        for positions in (self.drawn.positions, self.drawn.stopped):
            position = self._in_group(positions, group)
            if position is not None:
                return int(self._columns.calls[position])
        return None

    def _in_group(self, positions: Integers, group: int) -> int | None:
        """Return the position whose call is in ``group``, ``None`` if there is none."""
        groups = self._columns.calls[positions] // self.drawn.group_size
        found = int(np.searchsorted(groups, group))
        return int(positions[found]) if found < len(groups) and groups[found] == group else None

    def _tooltip(self, summary: CallSummary) -> str:
        also = []
        size = self.drawn.group_size
        if size > 1 and summary.is_completed:
            first = summary.call // size * size
            text = self.tr("slowest of the calls {0} to {1}")
            also.append(text.format(f"{max(first, 1):,}", f"{first + size - 1:,}"))
        series = self._log.book.get(self._log.key_of(summary))
        steady = series and series.steady(self._shown.steady_calls)
        if series and steady:
            text = self.tr("its specialization once it only runs: {0}")
            also.append(text.format(steady_text(steady, len(series.calls))))
        return call_tooltip(summary, self._log.reasons.reason(summary.call), *also)

    # ------------------------------------------------------------------ the theme

    def _apply_colors(self, colors: DataColors, text: QColor) -> None:
        self._colors = colors
        self.items.set_colors(colors, text)

    def _write_header(self) -> None:
        if self._colors is None:
            return
        entries = legend_entries(
            self._phases,
            [status for status in self.items.markers if status in self._statuses],
            self._colors,
            self.palette().text().color(),
            is_log=self._scale is Scale.LOG,
        )
        html = legend_html(entries, self._header.font(), self._header_room(is_below=True))
        self._set_header(html, legend_text(entries))

    def _exported(self) -> list[CallSummary]:
        return self._log.summaries


def _maybe(position: int | None) -> Integers:
    """Return one position or none, as an array."""
    return np.array([] if position is None else [position], np.int64)


def _ink_on(color: QColor) -> QColor:
    """Return black or white, whichever is read better on a colour."""
    luminance = 0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF()
    return QColor("#000000" if luminance > 0.5 else "#FFFFFF")
