"""The legend of chips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...core.call.record import TokenRole
from ..style.theme import is_dark
from .tokens.chip import ChipMetrics, paint_chip
from .tokens.token_colors import DARK, LIGHT

_GAP = 4.0
#: Chips that are narrowed down to this share of their width lose only their padding.
_LEAST_FITTING = 0.85


class TokenLegend(QWidget):
    """One chip for each role of a token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("token_legend")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._words = {
            TokenRole.PADDING: self.tr("padding"),
            TokenRole.PROMPT: self.tr("prompt"),
            TokenRole.NEW: self.tr("new"),
            TokenRole.END: self.tr("end"),
        }
        self.setAccessibleName(self.tr("Legend: padding, prompt, new and end tokens"))
        self.setToolTip(self.tr("What the chips below are"))

    def sizeHint(self) -> QSize:
        metrics = ChipMetrics(self.font())
        width = sum(metrics.width(word) + _GAP for word in self._words.values())
        return QSize(int(width) + 1, int(metrics.height) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics = ChipMetrics(self.font())
        colors = DARK if is_dark(self.palette()) else LIGHT
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fitting = min(1.0, self.width() / self.sizeHint().width())
        left = 0.0
        for role, word in self._words.items():
            width = metrics.width(word) * fitting
            text = word if fitting > _LEAST_FITTING else metrics.fitting(word, width)
            paint_chip(painter, QRectF(left, 0, width, metrics.height), text, colors[role])
            left += width + _GAP
