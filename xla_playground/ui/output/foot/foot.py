"""The line below the text: what a call gave, the switches of probabilities, the legend."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ...widgets.elided_label import ElidedLabel
from .legend import TokenLegend
from .score_switches import ScoreSwitches

#: Pixels between the parts.
_GAP = 12
#: A window of fewer lines of text has no room for a second line.
_LINES_OF_TWO = 40


class OutputFoot(QWidget):
    """One line, or two if the text would be cut in one and the window is not low.

    *Attributes:*
        switches: the switches of probabilities.
        legend: what the colours of the tokens mean.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("output_foot")
        self._text = ElidedLabel("", self)
        self._text.setObjectName("output_yield")
        self._text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.switches = ScoreSwitches(self)
        self.legend = TokenLegend(self)
        self._is_split: bool | None = None
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(_GAP)
        self._layout.setVerticalSpacing(1)
        self._layout.setColumnStretch(0, 1)
        self._arrange()

    def set_text(self, text: str) -> None:
        """Show how many tokens a call gave, how it ended, and its speed."""
        self._text.setText(text)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._arrange()
        return done

    def _arrange(self) -> None:
        if not self._text.text() and self._is_split is not None:
            return  # a call begins: the lines stay as they are until it has a text of its own
        beside = self.switches.sizeHint().width() + self.legend.sizeHint().width() + 2 * _GAP
        needed = self._text.fontMetrics().horizontalAdvance(self._text.text())
        is_high = self.window().height() > _LINES_OF_TWO * self.fontMetrics().height()
        is_split = is_high and needed > self.width() - beside
        if is_split == self._is_split:
            return
        self._is_split = is_split
        for part in (self._text, self.switches, self.legend):
            self._layout.removeWidget(part)
        row = 1 if is_split else 0
        self._layout.addWidget(self._text, 0, 0, 1, 3 if is_split else 1)
        self._layout.addWidget(self.switches, row, 1)
        self._layout.addWidget(self.legend, row, 2)
