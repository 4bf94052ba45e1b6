"""A few exclusive choices side by side, all visible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

_RADIUS = 5.0


@dataclass(frozen=True)
class Choice:
    """One segment: its value, its text and its tooltip."""

    value: str
    text: str
    tooltip: str


class SegmentedSwitch(QWidget):
    """One of several choices; arrow keys move between them.

    *Signals:*
        changed (): the choice changed.
    """

    changed = Signal()

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [choice.value for choice in choices]
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, choice in enumerate(choices):
            segment = _Segment(choice, is_first=index == 0, is_last=index == len(choices) - 1)
            self._group.addButton(segment, index)
            layout.addWidget(segment)
        self._group.button(0).setChecked(True)
        self.setFocusProxy(self._group.button(0))
        self._group.idToggled.connect(self._on_toggled)

    def value(self) -> str:
        """Return the value of the chosen segment."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Make the choice with ``value``; an unknown one changes nothing."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def offer(self, values: Sequence[str]) -> None:
        """Show the segments of ``values`` only; a hidden choice stays the choice."""
        for index, value in enumerate(self._values):
            self._group.button(index).setVisible(value in values)

    @Slot(int, bool)
    def _on_toggled(self, index: int, is_checked: bool) -> None:
        if is_checked:
            self.setFocusProxy(self._group.button(index))
            self.changed.emit()


class _Segment(QAbstractButton):
    def __init__(self, choice: Choice, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self.setObjectName(f"segment_{choice.value}")
        self.setText(choice.text)
        self.setToolTip(choice.tooltip)
        self.setAccessibleName(choice.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_first, self._is_last = is_first, is_last

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 26, metrics.height() + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self.palette()
        is_on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QPalette.ColorRole.Highlight if is_on else QPalette.ColorRole.Button
        if self.underMouse() and not is_on:
            fill = QPalette.ColorRole.Midlight
        shape = self._shape()
        painter.fillPath(shape, palette.color(fill))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawPath(shape)
        ink = QPalette.ColorRole.HighlightedText if is_on else QPalette.ColorRole.ButtonText
        painter.setPen(palette.color(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(palette.color(ink), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 3, 3)

    def _shape(self) -> QPainterPath:
        """Return the segment's outline, rounded on the outer side.

        Neighbours share their border.
        """
        rect = QRectF(self.rect()).adjusted(0.5 if self._is_first else -0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(rect, _RADIUS, _RADIUS)
        if not self._is_first:
            path.addRect(QRectF(rect.left(), rect.top(), _RADIUS * 2, rect.height()))
        if not self._is_last:
            path.addRect(QRectF(rect.right() - _RADIUS * 2, rect.top(), _RADIUS * 2, rect.height()))
        return path.simplified()
