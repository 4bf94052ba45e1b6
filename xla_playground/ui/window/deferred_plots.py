"""The plots, made when the window has been painted once.

Importing pyqtgraph takes about half a second, as long as everything else together, and a window
that opens empty of plots opens twice as fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..plots.shared.shown_calls import ShownCalls
from ..state.session import Session

if TYPE_CHECKING:
    from ..plots.frame.history_plot import HistoryPlot


class LatePlots(QObject):
    """A place for each plot, filled by ``make_next``.

    *Attributes:*
        places: the widgets that the plots will fill, by name.
        shown: what the plots share.
        are_made: whether they all do.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._log = session.log
        self.shown = ShownCalls(session.log, session.settings.plots, self)
        self._plots: list[HistoryPlot] = []
        self.places = {name: _place(name) for name in ("phases", "latency")}

    @property
    def are_made(self) -> bool:
        """See the attributes of the class."""
        return len(self._plots) == len(self.places)

    def make_next(self) -> None:
        """Import and make the first plot that is not there yet."""
        from ..plots.latency.latency_plot import LatencyPlot
        from ..plots.phases.phases_plot import PhasesPlot

        kinds = {"phases": PhasesPlot, "latency": LatencyPlot}
        name = list(self.places)[len(self._plots)]
        plot = kinds[name](self._log, self.shown)
        layout = self.places[name].layout()
        assert layout is not None
        layout.addWidget(plot)
        self._plots.append(plot)


def _place(name: str) -> QWidget:
    place = QWidget()
    place.setObjectName(f"{name}_place")
    place.setMinimumWidth(300)  # the legend beside the buttons
    place.setBackgroundRole(QPalette.ColorRole.Base)
    place.setAutoFillBackground(True)
    QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
    return place
