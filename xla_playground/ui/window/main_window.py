"""The window: makes the panels, gives each its place, and connects them to the session."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QMoveEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from ...bridge.warm_up_run import WarmUpRun
from ...core.engine.engine import EngineInfo, EngineStatus, Phase
from ...core.errors import RequestError
from ...core.model.info import ModelInfo, ModelInput, short_model_name
from ...core.window.settings import Theme
from ..dialogs.about_dialog import AboutDialog
from ..dialogs.clear_history_dialog import ClearHistoryDialog
from ..dialogs.unsaved_dialog import UnsavedDialog
from ..dialogs.warm_ups import WarmUps
from ..panels.model.model_panel import ModelPanel
from ..panels.options.generation_panel import GenerationPanel
from ..panels.options.padding_panel import PaddingPanel
from ..panels.output_panel import OutputPanel
from ..panels.panel import Panel
from ..panels.prompt.input_panel import InputPanel
from ..panels.specializations_panel import SpecializationsPanel
from ..state.phase_clock import PhaseClock
from ..state.session import Session
from ..style.theme import ThemeSwitch
from ..tables.calls_table import CallsTable
from .actions import Actions
from .deferred_plots import LatePlots
from .docks import Docks
from .drops import Drops
from .focus_order import FocusOrder
from .notice_banner import NoticeBanner
from .run_bar import RunBar, RunToolBar
from .status_bar import StatusBar
from .window_state import restore_docks, restore_geometry, state_of
from .zoom import Zoom

_FIRST_SIZE = QSize(1280, 800)
#: Whatever the font, the window fits a screen of 1366×768 at a scale of 150 %.
_LEAST_SIZE = QSize(900, 500)
#: Room for the title bar, whose size is known only when the window is shown.
_FRAME = QSize(0, 32)
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
        warm_up: WarmUpRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowTitle("XLA Playground")
        self.setMinimumSize(_LEAST_SIZE)
        self._session, self._theme = session, theme
        self._engine_info: EngineInfo | None = None
        self._is_asked_to_run = False
        self._is_painted = self._is_open = self._is_leaving = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._zoom = Zoom(application, session.settings.zoom_percent, self)
        clock = PhaseClock(session, self)
        warm_ups = WarmUps(session, warm_up, self)

        self._input, self._model = InputPanel(session), ModelPanel(session)
        self._generation = GenerationPanel(session)
        self._panels: dict[str, Panel] = {
            "prompt": self._input,
            "model": self._model,
            "generation": self._generation,
            "padding": PaddingPanel(session),
        }
        self._plots = LatePlots(session, self)
        self.output = OutputPanel(session, clock, self)
        self.setCentralWidget(self.output)
        self._actions = Actions(
            self,
            {
                "open_folder": self._model.open_folder,
                "open_file": self._model.open_file,
                "open_hub": self._model.open_hub,
                "open_audio": self._input.speech.open_file,
                "clear_history": self._on_clear_history,
                "quit": self.close,
                "run": self._on_run,
                "cancel": session.cancel,
                "warm_up": warm_ups.ask,
                "restart": session.restart_engine,
                "newest": session.log.select_newest,
                "zoom_in": self._zoom.zoom_in,
                "zoom_out": self._zoom.zoom_out,
                "zoom_reset": self._zoom.reset,
                **{f"theme_{name}": partial(self._on_theme_chosen, name) for name in Theme},
                "reset_layout": self._on_reset_layout,
                "about": self._on_about,
            },
        )
        self._run_bar = RunBar(session, clock, self._actions["run"], self._actions["cancel"])
        self._tool_bar = RunToolBar(self._run_bar, self)
        self.addToolBar(self._tool_bar)
        tables = {
            "calls": CallsTable(session),
            "specializations": SpecializationsPanel(session, warm_ups),
        }
        self._docks = Docks(self, {**self._panels, **self._plots.places, **tables})
        self._fill_menus()
        self.setStatusBar(StatusBar(session, clock, warm_up, self))
        self._notices = NoticeBanner(self)
        self._drops = Drops(self, self._docks, self._model, self._input)
        self._focus_order = self._make_focus_order()

        self._connect()
        self._actions[f"theme_{theme.theme}"].setChecked(True)
        for name in ("cancel", "restart"):
            self._actions[name].setEnabled(False)
        self._restore()
        self._input.prompt.edit.setFocus()
        self._show_takes()
        if session.summaries:
            session.select_call(session.summaries[-1].call)

    # ------------------------------------------------------------------ making

    def _fill_menus(self) -> None:
        panels = self._docks.fill_toggles(QMenu(self.tr("&Panels"), self))
        self._actions.menus["view"].insertMenu(self._actions["reset_layout"], panels)
        self._export = QMenu(self.tr("&Export"), self)
        self._actions.menus["file"].insertMenu(self._actions["clear_history"], self._export)

    def _make_focus_order(self) -> FocusOrder:
        docks = self._docks.by_name
        inputs = [docks[name] for name in ("model", "prompt", "generation", "padding")]
        results = [docks[name] for name in ("calls", "specializations", "phases", "latency")]
        return FocusOrder(self, [*inputs, self._tool_bar, self.output, *results])

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
        self._make_plot()

    @Slot()
    def _make_plot(self) -> None:
        """Make one plot, and schedule the next for a later turn of the event loop.

        Laying one out and painting it for the first time takes 20 ms of this thread.
        """
        self._plots.make_next()
        if not self._plots.are_made:
            QTimer.singleShot(0, self, self._make_plot)
            return
        self._docks.fill_exports(self._export)
        QTimer.singleShot(_SETTLE_MS, self, self.settled.emit)
        self._is_open = True
        self.opened.emit()

    def _connect(self) -> None:
        session = self._session
        for panel in self._panels.values():
            panel.changed.connect(self._on_panel_changed)
        self._run_bar.changed.connect(self._on_panel_changed)
        self.output.documented_asked.connect(self._run_bar.choose_documented)
        session.problem_found.connect(self._on_problem_found)
        session.problem_cleared.connect(self._on_problem_cleared)
        session.busy_changed.connect(self._on_busy_changed)
        session.model_changed.connect(self._on_model_changed)
        session.engine_ready.connect(self._on_engine_ready)
        session.status_changed.connect(self._on_status_changed)
        session.notice.connect(self._notices.show_notice)
        self.settled.connect(session.choice.begin)
        self.settled.connect(self._model.look_at_models)
        self._drops.refused.connect(session.notice)
        session.saver.saving.connect(self._on_saving)
        for arranged in (
            self._zoom.changed,
            session.table_layouts.changed,
            self._plots.shown.changed,
        ):
            arranged.connect(session.saver.save_soon)
        for dock in self._docks.by_name.values():
            dock.installEventFilter(self)
            for moved in (dock.dockLocationChanged, dock.topLevelChanged, dock.visibilityChanged):
                moved.connect(self._on_dock_moved)

    # ------------------------------------------------------------------ the session

    @Slot()
    def _on_panel_changed(self) -> None:
        panels = self._panels
        self._session.update(
            options=panels["generation"].value(),
            block_tokens=self._generation.block_tokens(),
            padding=panels["padding"].value(),
            **self._model.value(),
            **self._input.value(),
            **self._run_bar.value(),
        )

    @Slot()
    def _on_run(self) -> None:
        self._is_asked_to_run = True
        self._session.run()
        self._is_asked_to_run = self._session.is_busy

    @Slot(object)
    def _on_problem_found(self, error: RequestError) -> None:
        for name, panel in self._panels.items():
            # a panel comes to the front only where Run was pressed, not while somebody types
            if panel.show_problem(error.field, error.sentence) and self._is_asked_to_run:
                self._docks.bring_up(name)
        self._is_asked_to_run = False

    @Slot()
    def _on_problem_cleared(self) -> None:
        for panel in self._panels.values():
            panel.clear_problem()

    @Slot(bool)
    def _on_busy_changed(self, is_busy: bool) -> None:
        self._actions["run"].setEnabled(not is_busy)
        self._actions["cancel"].setEnabled(is_busy)

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self.setWindowTitle(f"XLA Playground – {short_model_name(info.name)}")
        self._show_takes()

    def _show_takes(self) -> None:
        self._docks.by_name["prompt"].setWindowTitle(self._input.title())
        self._actions["open_audio"].setEnabled(self._input.takes is ModelInput.SPEECH)

    @Slot(object)
    def _on_engine_ready(self, info: EngineInfo) -> None:
        self._engine_info = info

    @Slot(object)
    def _on_status_changed(self, status: EngineStatus) -> None:
        self._actions["restart"].setEnabled(status.phase is Phase.STOPPED)

    # ------------------------------------------------------------------ the menus

    @Slot()
    def _on_clear_history(self) -> None:
        dialog = ClearHistoryDialog(len(self._session.summaries), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(self._session.clear_history)
        dialog.open()

    @Slot()
    def _on_reset_layout(self) -> None:
        self._docks.arrange()
        self._session.table_layouts.reset()

    @Slot()
    def _on_about(self) -> None:
        dialog = AboutDialog(self._engine_info, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._actions.tint(self.palette())
        elif event.type() == QEvent.Type.FontChange:
            self._zoom.follow_font()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802 - override
        return self._focus_order.step(is_forward=next)

    # ------------------------------------------------------------------ begin and end

    def _restore(self) -> None:
        settings = self._session.settings
        if not restore_geometry(self, settings):
            self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        if not restore_docks(self, settings):
            self._docks.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    @Slot()
    def _on_dock_moved(self) -> None:
        if self._is_open:
            self._session.saver.save_soon()

    @Slot(str)
    def _on_theme_chosen(self, name: Theme) -> None:
        self._theme.set_theme(name)
        self._session.saver.save_soon()

    @Slot()
    def _on_saving(self) -> None:
        self._session.saver.remember(
            theme=self._theme.theme,
            zoom_percent=self._zoom.percent,
            tables=dict(self._session.table_layouts.by_name),
            plots=self._plots.shown.settings,
            **state_of(self),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:  # a dock's
            self._docks.follow_dock()
            if self._is_open:
                self._session.saver.save_soon()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._docks.follow_window()
        if self._is_open:
            self._session.saver.save_soon()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._is_open:
            self._session.saver.save_soon()

    @Slot()
    def leave(self) -> None:
        """Close the window even if something cannot be saved, without asking the user."""
        self._is_leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        sentence = "" if self._is_leaving else self._session.unsaved()
        if sentence:
            event.ignore()
            dialog = UnsavedDialog(sentence, self)
            dialog.retry_chosen.connect(self.close)
            dialog.leave_chosen.connect(self.leave)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return
        self._session.close()
        super().closeEvent(event)
