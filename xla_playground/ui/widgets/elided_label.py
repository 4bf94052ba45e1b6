"""A label of one line that never needs more room than it has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..text.plain_text import tooltip_of
from .plain_label import SelectableLabel


class ElidedLabel(SelectableLabel):
    """Shows as much of its text as fits; the tooltip has all of it when it does not.

    While a part of it is selected, its text is not elided: Ctrl+A and Shift+End reach the rest.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:  # noqa: N802 - override of Qt's name
        if text != self.text():  # setting it would remove a selection
            super().setText(text)
            self._show_tooltip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tooltip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_tooltip()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasSelectedText() or self.hasFocus():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.palette(),
            self.isEnabled(),
            self._fitting(),
            self.foregroundRole(),
        )

    def _fitting(self) -> str:
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def _show_tooltip(self) -> None:
        is_elided = self._fitting() != self.text()
        self.setToolTip(tooltip_of(self.text()) if is_elided else "")
