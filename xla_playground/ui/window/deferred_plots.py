"""The plots, made when the window has been painted once.

Importing pyqtgraph takes about half a second, as long as everything else together, and a window
that opens empty of plots opens twice as fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..plots.shared.shown_calls import ShownCalls
from ..state.call_log import CallLog
from ..state.notices import Notices

if TYPE_CHECKING:
    from ..plots.frame.history_plot import HistoryPlot


class LatePlots(QObject):
    """A place for each plot, filled by ``make``.

    *Attributes:*
        places: the widgets that the plots will fill, by name.

    *Signals:*
        made (): all plots are there.
    """

    made = Signal()

    def __init__(self, log: CallLog, notices: Notices, shown: ShownCalls, parent: QObject) -> None:
        super().__init__(parent)
        self._log, self._notices, self._shown = log, notices, shown
        self._plots: list[HistoryPlot] = []
        self.places = {name: _place(name) for name in ("phases", "latency")}

    @Slot()
    def make(self) -> None:
        """Import and make the plots, each in a turn of the event loop.

        Laying one out and painting it for the first time takes 20 ms of this thread.
        """
        from ..plots.latency.latency_plot import LatencyPlot
        from ..plots.phases.phases_plot import PhasesPlot

        kinds = {"phases": PhasesPlot, "latency": LatencyPlot}
        name = list(self.places)[len(self._plots)]
        plot = kinds[name](self._log, self._notices, self._shown)
        layout = self.places[name].layout()
        assert layout is not None
        layout.addWidget(plot)
        self._plots.append(plot)
        if len(self._plots) < len(self.places):
            QTimer.singleShot(0, self, self.make)
        else:
            self.made.emit()


def _place(name: str) -> QWidget:
    place = QWidget()
    place.setObjectName(f"{name}_place")
    place.setMinimumWidth(300)  # the legend beside the buttons
    place.setBackgroundRole(QPalette.ColorRole.Base)
    place.setAutoFillBackground(True)
    QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
    return place
