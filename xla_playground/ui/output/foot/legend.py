"""The legend of chips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ....core.call.record import TokenRole
from ...style.theme import is_dark
from ..tokens.chip import ChipMetrics, paint_chip
from ..tokens.token_colors import DARK, LIGHT, ChipColors, shaded

_GAP = 4.0
#: Chips that are narrowed down to this share of their width lose only their padding.
_LEAST_FITTING = 0.85


#: Probabilities of which the legend has a chip.
_PROBABILITIES = (0.01, 0.3, 1.0)


class TokenLegend(QWidget):
    """One chip for each role of a token, or for some probabilities."""

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
        self._has_shades = True
        self.show_shades(False)

    def show_shades(self, has_shades: bool) -> None:
        """Show what the shades mean, or the roles."""
        if has_shades == self._has_shades:
            return
        self._has_shades = has_shades
        self.setAccessibleName(
            self.tr("Legend: the darker or brighter a chip, the likelier its token was")
            if has_shades
            else self.tr("Legend: padding, prompt, new and end tokens")
        )
        self.setToolTip(
            self.tr("How likely a token was; hollow chips have no probability")
            if has_shades
            else self.tr("What the chips below are")
        )
        self.updateGeometry()
        self.update()

    def _chips(self) -> list[tuple[str, ChipColors]]:
        of_theme = is_dark(self.palette())
        colors = DARK if of_theme else LIGHT
        if not self._has_shades:
            return [(word, colors[role]) for role, word in self._words.items()]
        new = colors[TokenRole.NEW]
        return [(f"{p:.0%}", shaded(new, p, is_dark=of_theme)) for p in _PROBABILITIES]

    def sizeHint(self) -> QSize:
        metrics = ChipMetrics(self.font())
        width = sum(metrics.width(word) + _GAP for word, _ in self._chips())
        return QSize(int(width) + 1, int(metrics.height) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics = ChipMetrics(self.font())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fitting = min(1.0, self.width() / self.sizeHint().width())
        left = 0.0
        for word, colors in self._chips():
            width = metrics.width(word) * fitting
            text = word if fitting > _LEAST_FITTING else metrics.fitting(word, width)
            paint_chip(painter, QRectF(left, 0, width, metrics.height), text, colors)
            left += width + _GAP
