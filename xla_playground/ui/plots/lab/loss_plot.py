"""Loss curves of ``fit`` without and with XLA, on top of each other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....core.lab.report import LabFit
from ...style.theme import is_dark
from ..shared.colors import data_colors
from ..shared.pyqtgraph_ import pg


class LossPlot(QWidget):
    """Draws a line for each run of ``fit``: wide without XLA, dashed upon it with XLA.

    *Attributes:*
        plot: the pyqtgraph ``PlotItem``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lab_loss_plot")
        self.setMinimumSize(180, 90)
        self._fits: tuple[LabFit, ...] = ()
        self._graphics = pg.GraphicsLayoutWidget(parent=self)
        self._graphics.setAcceptDrops(False)  # the window handles drops
        self.plot: Any = pg.PlotItem(enableMenu=False)
        # pyqtgraph's own menu is never shown, and without a parent nothing would delete it
        self.plot.ctrlMenu.setParent(self, self.plot.ctrlMenu.windowFlags())
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self._legend = self.plot.addLegend(offset=(-8, 4))
        self._graphics.addItem(self.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._graphics)

    def show_fits(self, fits: tuple[LabFit, ...]) -> None:
        """Draw the losses of what trained."""
        self._fits = tuple(fit for fit in fits if fit.losses)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw()

    def _redraw(self) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        faint = QColor(text)
        faint.setAlpha(110)
        self._graphics.setBackground(palette.color(QPalette.ColorRole.Base))
        for side, label in (("left", self.tr("loss")), ("bottom", self.tr("step"))):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(faint))
            axis.setTextPen(pg.mkPen(text))
            axis.setTickFont(self.font())
            axis.setLabel(label, color=text.name())
        self._legend.setLabelTextColor(text)
        self.plot.clear()
        colors = data_colors(is_dark=is_dark(palette)).series
        for fit in self._fits:
            color = colors[1 if fit.is_compiled else 0]
            style = Qt.PenStyle.DashLine if fit.is_compiled else Qt.PenStyle.SolidLine
            pen = pg.mkPen(color, width=1 if fit.is_compiled else 3, style=style)
            steps = list(range(1, len(fit.losses) + 1))
            name = f"jit_compile={fit.is_compiled}"
            self.plot.plot(steps, list(fit.losses), pen=pen, name=name)
