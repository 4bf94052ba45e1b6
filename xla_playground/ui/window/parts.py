"""The parts of a window, made in the order in which they need each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QMainWindow

from ...bridge.warm_up_run import WarmUpRun
from ..dialogs.warm_ups import WarmUps
from ..output.output_panel import OutputPanel
from ..pages.result_pages import ResultPages
from ..plots.shared.shown_calls import ShownCalls
from ..session import Session
from .actions import Actions
from .bars.forecast_line import ForecastLine
from .bars.run_bar import RunBar, RunToolBar
from .bars.session_bar import SessionBar
from .deferred_plots import LatePlots
from .form_panels import FormPanels
from .layout.docks import Docks
from .layout.focus_order import FocusOrder
from .layout.large_page import LargePage
from .layout.window_state import LAYOUT_VERSION
from .layout.zoom import Zoom


class WindowParts:
    """Makes what a window consists of, and gives each part its place.

    *Attributes:*
        actions: what menus, keys and buttons trigger.
        panels: edit the values of the next call.
        pages: show results, each in a dock.
        output: the panel in the middle; everything else is a dock around it.
        plots: are made after the first paint.
        shown: the calls that plots show.
        warm_ups, tool_bar, session_bar, docks, large, focus_order, zoom: as their classes say.
    """

    def __init__(self, window: QMainWindow, session: Session, warm_up: WarmUpRun) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        settings, log, notices = session.saver.settings, session.log, session.notices
        self.zoom = Zoom(application, settings.zoom_percent, window)
        self.actions = actions = Actions(window)
        self.warm_ups = WarmUps(session, warm_up, window)
        forecast = ForecastLine(session.form, session.planner, session.runner, session.engine)
        run_bar = RunBar(settings, forecast, actions["run"], actions["cancel"], actions["race"])
        self.panels = FormPanels(session, run_bar, window)
        self.pages = ResultPages(session, self.warm_ups)
        self.shown = ShownCalls(log, settings.plots, window)
        self.plots = LatePlots(log, notices, self.shown, window)
        self.output = OutputPanel(
            log,
            session.form,
            session.runner,
            session.engine,
            session.scores,
            notices,
            session.parity,
            session.notes,
            window,
        )
        self.output.documented_asked.connect(run_bar.choose_documented)
        self.tool_bar = RunToolBar(run_bar, window)
        self.session_bar = SessionBar(session.sessions, notices, window)

        window.setCentralWidget(self.output)
        window.addToolBar(self.tool_bar)
        window.addToolBarBreak()
        window.addToolBar(self.session_bar)
        widgets = {**self.panels.widgets, **self.plots.places, **self.pages.widgets}
        self.docks = Docks(window, widgets)
        self.output.specializations_asked.connect(partial(self.docks.bring_up, "specializations"))
        self.large = LargePage(
            window, self.docks, actions["large_page"], actions["cancel"], LAYOUT_VERSION
        )
        self.focus_order = self._make_focus_order(window)

    def _make_focus_order(self, window: QMainWindow) -> FocusOrder:
        """Return the order of Tab: what edits, what runs, then what shows results."""
        docks = self.docks.by_name
        inputs = [docks[name] for name in ("model", "prompt", "generation", "padding")]
        results = [docks[name] for name in (*self.pages.widgets, *self.plots.places)]
        bars = [self.tool_bar, self.session_bar]
        return FocusOrder(window, [*inputs, *bars, self.output, *results])
