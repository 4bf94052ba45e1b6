"""The window: makes its parts from the session, and gives each its place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from ...bridge.warm_up_run import WarmUpRun
from ...core.call.specialization import SpecializationKey
from ...core.lab.templates import LabTemplate
from ...core.model.info import ModelInfo, short_model_name
from ..dialogs.pasting.python_paste import PythonPaste
from ..dialogs.unsaved_dialog import ask_before_closing
from ..dialogs.warm_ups import WarmUps
from ..pages.result_pages import ResultPages
from ..panels.output_panel import OutputPanel
from ..plots.shared.shown_calls import ShownCalls
from ..state.session import Session
from ..style.language import LanguageSwitch
from ..style.theme import ThemeSwitch
from .actions import Actions
from .bars.forecast_line import ForecastLine
from .bars.notice_banner import NoticeBanner
from .bars.run_bar import RunBar, RunToolBar
from .bars.session_bar import SessionBar
from .bars.status_bar import StatusBar
from .call_commands import CallCommands
from .commands import Commands
from .deferred_plots import LatePlots
from .drops import Drops
from .form_panels import FormPanels
from .language_menu import LanguageMenu
from .layout.dock_sizes import DockSizes
from .layout.docks import Docks
from .layout.focus_order import FocusOrder
from .layout.large_page import LargePage
from .layout.window_state import LAYOUT_VERSION, WindowState
from .layout.zoom import Zoom
from .tour.tour import Tour

#: Whatever the font, the window fits a screen of 1366×768 at a scale of 150 %.
_LEAST_SIZE = QSize(900, 500)
#: The plots are laid out, drawn and painted in this time. Threads and a worker that start within it
#: take cores and the interpreter from that: 60 to 165 ms without an answer on two busy cores, not
#: 20 to 50.
_SETTLE_MS = 100


class MainWindow(QMainWindow):
    """The one window of the program.

    *Attributes:*
        output: the panel in the middle; everything else is a dock around it.

    *Signals:*
        painted (): it is on the screen.
        opened (): the plots are made, too.
        settled (): the plots had the time to be drawn; whatever works in the background may begin.
    """

    painted = Signal()
    opened = Signal()
    settled = Signal()

    def __init__(
        self,
        session: Session,
        theme: ThemeSwitch,
        language: LanguageSwitch,
        warm_up: WarmUpRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowTitle("XLA Playground")
        self.setMinimumSize(_LEAST_SIZE)
        self._session, self._warm_up = session, warm_up
        self._is_painted = self._is_leaving = self._is_handed_over = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._zoom = Zoom(application, session.saver.settings.zoom_percent, self)
        self._actions = Actions(self)
        warm_ups = WarmUps(session, warm_up, self)

        log, notices = session.log, session.notices
        forecast = ForecastLine(session.form, session.planner, session.runner, session.engine)
        run_bar = RunBar(
            session.saver.settings,
            forecast,
            self._actions["run"],
            self._actions["cancel"],
            self._actions["race"],
        )
        self._panels = FormPanels(session, run_bar, self)
        self._pages = pages = ResultPages(session, warm_ups, self)
        shown = ShownCalls(log, session.saver.settings.plots, self)
        self._plots = LatePlots(log, notices, shown, self)
        self.output = OutputPanel(
            log,
            session.form,
            session.runner,
            session.engine,
            session.scores,
            notices,
            session.parity,
            self,
        )
        self.output.documented_asked.connect(run_bar.choose_documented)

        self.setCentralWidget(self.output)
        self._tool_bar = RunToolBar(run_bar, self)
        self.addToolBar(self._tool_bar)
        self.addToolBarBreak()
        self._session_bar = SessionBar(session.sessions, notices, self)
        self.addToolBar(self._session_bar)
        self._docks = Docks(self, {**self._panels.widgets, **self._plots.places, **pages.widgets})
        self.output.specializations_asked.connect(partial(self._docks.bring_up, "specializations"))
        pages.specializations.inside_asked.connect(self._on_inside_asked)
        pages.lessons.player.settings_asked.connect(self._panels.use)
        pages.lessons.player.lab_asked.connect(self._on_lab_asked)
        self._fill_menus()
        LanguageMenu(language, session, self._actions, self)
        self.setStatusBar(StatusBar(session.engine, session.choice, warm_up, self))
        NoticeBanner(notices, self)
        paste = PythonPaste(self, session, self._panels)
        prompt_edit = self._panels.input.prompt.edit
        prompt_edit.addAction(self._actions["paste_python"])
        prompt_edit.code_dropped.connect(paste.take)
        Drops(self, self._docks, self._panels, session.sessions, notices, paste)
        call_commands = CallCommands(
            self, session, self._actions, self._panels, self._docks, pages, self._session_bar
        )
        pages.specializations.command_asked.connect(call_commands.work_on)
        self._large = LargePage(
            self,
            self._docks,
            self._actions["large_page"],
            self._actions["cancel"],
            LAYOUT_VERSION,
        )
        tour = Tour(self, session.saver, self._actions["cancel"])
        self.settled.connect(tour.offer)
        Commands(
            self,
            session,
            self._actions,
            self._panels,
            self._docks,
            self._large,
            call_commands,
            warm_ups,
            pages,
            self._zoom,
            theme,
            paste,
            tour,
        )
        self._focus_order = self._make_focus_order()
        self._state = WindowState(self, session, self._docks, self._large, self._zoom, theme, shown)
        DockSizes(self, self._docks)

        self._panels.input.takes_changed.connect(self._on_takes_changed)
        session.choice.changed.connect(self._on_model_changed)
        self._plots.made.connect(self._on_plots_made)
        self.settled.connect(session.begin)
        self.settled.connect(self._panels.model.look_at_models)
        self._state.restore()
        self._session_bar.show_state()
        self._on_takes_changed()
        self._panels.input.prompt.edit.setFocus()
        if log.selected_call is None:
            log.select_newest()
        else:  # in another language, which makes the window again
            log.select(log.selected_call)

    # ------------------------------------------------------------------ making

    def _fill_menus(self) -> None:
        panels = self._docks.fill_toggles(QMenu(self.tr("&Panels"), self))
        self._actions.menus["view"].insertMenu(self._actions["reset_layout"], panels)
        self._export = QMenu(self.tr("&Export"), self)
        self._actions.menus["file"].insertMenu(self._actions["clear_history"], self._export)

    def _make_focus_order(self) -> FocusOrder:
        docks = self._docks.by_name
        inputs = [docks[name] for name in ("model", "prompt", "generation", "padding")]
        results = [docks[name] for name in (*self._pages.widgets, *self._plots.places)]
        return FocusOrder(self, [*inputs, self._tool_bar, self._session_bar, self.output, *results])

    # ------------------------------------------------------------------ opening

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
        self._plots.make()

    @Slot()
    def _on_plots_made(self) -> None:
        self._docks.fill_exports(self._export)
        QTimer.singleShot(_SETTLE_MS, self, self.settled.emit)
        self._state.watch()
        self.opened.emit()

    # ------------------------------------------------------------------ while it is open

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self.setWindowTitle(f"XLA Playground – {short_model_name(info.name)}")

    @Slot(object)
    def _on_inside_asked(self, key: SpecializationKey) -> None:
        self._pages.inside.show_key(key)
        self._docks.bring_up("inside")

    @Slot(object, bool)
    def _on_lab_asked(self, _template: LabTemplate, is_run: bool) -> None:
        if not is_run:  # what it measures is shown in the lesson
            self._docks.bring_up("lab")

    @Slot()
    def _on_takes_changed(self) -> None:
        self._docks.by_name["prompt"].setWindowTitle(self._panels.input.title())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._actions.tint(self.palette())
        elif event.type() == QEvent.Type.FontChange:
            self._zoom.follow_font()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802 - override
        return self._focus_order.step(is_forward=next)

    # ------------------------------------------------------------------ closing

    @Slot()
    def leave(self) -> None:
        """Close the window even if something cannot be saved, without asking the user."""
        self._is_leaving = True
        self.close()

    def hand_over(self) -> None:
        """Save what is remembered and stop the window's own parts: another one takes its place over
        the same session.
        """
        self._is_handed_over = True
        self._session.saver.save()
        self._session.log.readers.clear()
        self._stop_parts()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_handed_over:
            sentence = "" if self._is_leaving else self._session.unsaved()
            if sentence:
                event.ignore()
                ask_before_closing(sentence, self, self.leave)
                return
            self._stop()
        super().closeEvent(event)

    def _stop(self) -> None:
        """Save the settings, close open dialogs, and stop whatever runs; only once."""
        if not self._session.is_closed:
            self._session.close()
            self._stop_parts()
            self._warm_up.stop()

    def _stop_parts(self) -> None:
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        self._panels.stop()
        self._pages.stop()
