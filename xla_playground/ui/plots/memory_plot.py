"""A plot of the worker's memory over time, with marks where something happened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from ...core.units import format_bytes, format_duration
from ...core.window.memory_track import MemoryEvent, MemoryTrack, Moment, decimated
from ..style.theme import is_dark
from ..text.plain_text import tooltip_of
from .shared.colors import data_colors

_MARGIN, _MARK = 6, 7
#: How far from a mark the pointer finds it, in pixels.
_REACH = 6
_NS = 1_000_000_000


class MemoryPlot(QWidget):
    """Draws a ``MemoryTrack`` from zero up; a gap where the worker had ended.

    It paints some points a pixel, however long the track is.
    """

    def __init__(self, track: MemoryTrack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("memory_plot")
        self.setAccessibleName(self.tr("Memory of the worker over time"))
        self.setMinimumSize(200, 60)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._track = track
        self._marks: list[tuple[float, Moment]] = []

    def in_words(self, moment: Moment) -> str:
        """Return an event as one line."""
        words = {
            MemoryEvent.ADDED: self.tr("new specialization: {0}"),
            MemoryEvent.EVICTED: self.tr("evicted: {0}"),
            MemoryEvent.LOADED: self.tr("model loaded: {0}"),
            MemoryEvent.STARTED: self.tr("the worker started"),
        }
        at = format_duration(round(moment.at_s * _NS))
        return self.tr("after {0}: {1}").format(at, words[moment.event].format(moment.what))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        samples = self._track.samples
        text = self.palette().color(QPalette.ColorRole.Text)
        line = self.fontMetrics().height()
        self._marks = []
        known = [s.memory_bytes for s in samples if s.memory_bytes is not None]
        if not known:
            rest = self.tr("The memory of the worker stands here once it has started")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, rest)
            return
        most = max(known) * 1.08
        begin, end = samples[0].at_s, max(samples[-1].at_s, samples[0].at_s + 1.0)
        label = format_bytes(max(known))
        left = _MARGIN + self.fontMetrics().horizontalAdvance(label) + _MARGIN
        frame = QRectF(
            left,
            _MARGIN + _MARK,
            self.width() - left - _MARGIN,
            self.height() - line - 2 * _MARGIN - _MARK,
        )

        def place(at_s: float, size: float) -> QPointF:
            x = frame.left() + (at_s - begin) / (end - begin) * frame.width()
            return QPointF(x, frame.bottom() - size / most * frame.height())

        faint = QColor(text)
        faint.setAlpha(90)
        painter.setPen(QPen(faint, 1))
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())
        top = place(begin, max(known)).y()
        painter.drawLine(QPointF(frame.left(), top), QPointF(frame.right(), top))
        self._draw_events(painter, frame, place(begin, 0).x(), (end - begin))
        colors = data_colors(is_dark=is_dark(self.palette()))
        painter.setPen(QPen(QColor(colors.phases["run"]), 2))
        piece = QPolygonF()
        for sample in decimated(samples, max(int(frame.width()), 1)):
            if sample.memory_bytes is None:
                painter.drawPolyline(piece)
                piece = QPolygonF()
            else:
                piece.append(place(sample.at_s, sample.memory_bytes))
        if piece.size() == 1:
            painter.drawEllipse(piece.first(), 2, 2)
        painter.drawPolyline(piece)
        painter.setPen(text)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, top - line / 2, left - _MARGIN, line), right, label)
        painter.drawText(QRectF(0, frame.bottom() - line, left - _MARGIN, line), right, "0")
        below = QRectF(frame.left(), frame.bottom() + 2, frame.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, format_duration(round(begin * _NS)))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, format_duration(round(end * _NS)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            x = event.pos().x()
            found = [moment for place, moment in self._marks if abs(place - x) <= _REACH]
            words = "\n".join(map(self.in_words, found[-8:]))
            QToolTip.showText(event.globalPos(), tooltip_of(words), self)
            return True
        return super().event(event)

    def _draw_events(self, painter: QPainter, frame: QRectF, left: float, span_s: float) -> None:
        begin = self._track.samples[0].at_s
        colors = data_colors(is_dark=is_dark(self.palette()))
        tints = {
            MemoryEvent.ADDED: QColor(colors.phases["compile"]),
            MemoryEvent.EVICTED: QColor(colors.phases["store"]),
            MemoryEvent.LOADED: QColor(colors.phases["load"]),
            MemoryEvent.STARTED: self.palette().color(QPalette.ColorRole.Text),
        }
        for moment in self._track.events:
            x = left + min(max((moment.at_s - begin) / span_s, 0.0), 1.0) * frame.width()
            self._marks.append((x, moment))
            painter.setPen(QPen(tints[moment.event], 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tints[moment.event])
            mark = [QPointF(x - 4, frame.top() - _MARK), QPointF(x + 4, frame.top() - _MARK)]
            painter.drawPolygon(QPolygonF([*mark, QPointF(x, frame.top())]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
