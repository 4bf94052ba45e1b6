"""The plot of a recording for a speech model: the waveform, and the log-mel of its windows."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...core.speech.clip_picture import ClipPicture
from ..style.theme import is_dark
from ..widgets.empty_hint import EmptyHint
from .shared.colors import data_colors
from .shared.pyqtgraph_ import pg

_MEL_COLORS = {False: "CET-L18", True: "inferno"}


class ClipPlot(QWidget):
    """Waveform and log-mel over one time axis: a line at each window's end, the padding shaded.

    *Attributes:*
        waveform: the curve of the samples.
        mel: the image of the log-mel.
        boundaries: one line for each visible end of a window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clip_plot")
        self.setAccessibleName(self.tr("Waveform and log-mel of the recording"))
        self.setMinimumSize(200, 68)  # fits beside the choices of a multilingual model
        self.boundaries: list[Any] = []
        self._graphics = pg.GraphicsLayoutWidget(parent=self)
        self._graphics.ci.layout.setContentsMargins(4, 2, 8, 0)
        self._graphics.ci.layout.setSpacing(1)
        self._graphics.ci.layout.setRowStretchFactor(0, 2)
        self._graphics.ci.layout.setRowStretchFactor(1, 3)
        self._graphics.setAcceptDrops(False)  # the window handles drops
        self._wave_plot = self._make_plot(0)
        self._mel_plot = self._make_plot(1)
        self._wave_plot.setYRange(-1, 1, padding=0)
        self._wave_plot.hideAxis("bottom")
        self._mel_plot.setXLink(self._wave_plot)
        self._mel_plot.getAxis("bottom").enableAutoSIPrefix(False)
        for plot in (self._wave_plot, self._mel_plot):
            plot.hideAxis("left")
        self.setToolTip(
            self.tr(
                "Above the waveform, below its log-mel, which is what the model hears; seconds. "
                "Dashed: a window ends, at the quietest moment of its last quarter. Shaded: the "
                "silence that the last one is padded with."
            )
        )
        self.waveform: Any = self._wave_plot.plot([], [])
        self.mel: Any = pg.ImageItem(axisOrder="row-major")
        self._mel_plot.addItem(self.mel)
        self._padding = [self._make_padding(plot) for plot in (self._wave_plot, self._mel_plot)]
        self._hint = EmptyHint("", self._graphics)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._graphics)

    def show_message(self, text: str) -> None:
        """Show a sentence in place of a recording."""
        self._hint.setText(text)
        self._hint.show()
        self._graphics.ci.hide()

    def show_picture(self, picture: ClipPicture) -> None:
        """Show a recording."""
        self._hint.hide()
        self._graphics.ci.show()
        self.waveform.setData(picture.times_s, picture.waveform)
        self.mel.setImage(picture.mel, autoLevels=False, levels=_levels(picture))
        self.mel.setRect(0, 0, picture.shown_s, len(picture.mel))
        self._mel_plot.setYRange(0, len(picture.mel), padding=0)
        loudest = float(np.abs(picture.waveform).max(initial=0.05))
        self._wave_plot.setYRange(-loudest, loudest, padding=0.05)
        self._wave_plot.setXRange(0, picture.shown_s, padding=0)
        for region in self._padding:
            region.setRegion((picture.seconds, picture.shown_s))
        self._show_boundaries(picture)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._apply_theme()
        elif event.type() == QEvent.Type.FontChange and self.isVisible():
            self._apply_font()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._apply_font()
        self._apply_theme()

    def _make_plot(self, row: int) -> Any:
        plot = self._graphics.addPlot(row=row, col=0, enableMenu=False)
        # pyqtgraph's own menu is never shown, and without a parent nothing would delete it
        plot.ctrlMenu.setParent(self, plot.ctrlMenu.windowFlags())
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        view = plot.getViewBox()
        view.setDefaultPadding(0)
        view.disableAutoRange()
        return plot

    def _make_padding(self, plot: Any) -> Any:
        region = pg.LinearRegionItem(movable=False)
        region.setZValue(5)
        for line in region.lines:
            line.hide()
        plot.addItem(region)
        return region

    def _show_boundaries(self, picture: ClipPicture) -> None:
        for line in self.boundaries:
            line.getViewBox().removeItem(line)
        inside = [end for end in picture.ends_s if end < picture.shown_s]
        self.boundaries = []
        for plot in (self._wave_plot, self._mel_plot):
            for end in inside:
                line = pg.InfiniteLine(end, angle=90)
                plot.addItem(line)
                self.boundaries.append(line)
        self._apply_theme()

    def _apply_font(self) -> None:
        self._mel_plot.getAxis("bottom").setTickFont(self.font())

    def _apply_theme(self) -> None:
        palette = self.palette()
        dark = is_dark(palette)
        text = palette.color(QPalette.ColorRole.Text)
        faint = QColor(text)
        faint.setAlpha(110)
        shade = palette.color(QPalette.ColorRole.Window)
        shade.setAlpha(170)
        self._graphics.setBackground(palette.color(QPalette.ColorRole.Base))
        self.waveform.setPen(pg.mkPen(data_colors(is_dark=dark).phases["run"]))
        self.mel.setColorMap(pg.colormap.get(_MEL_COLORS[dark]))
        for plot in (self._wave_plot, self._mel_plot):
            plot.getAxis("bottom").setPen(pg.mkPen(faint))
            plot.getAxis("bottom").setTextPen(pg.mkPen(text))
        for region in self._padding:
            region.setBrush(shade)
        for line in self.boundaries:
            line.setPen(pg.mkPen(text, style=Qt.PenStyle.DashLine))


def _levels(picture: ClipPicture) -> tuple[float, float]:
    """Return the darkest and the lightest level: silence would otherwise take half of the
    colours.
    """
    return float(np.percentile(picture.mel, 5)), float(picture.mel.max())
