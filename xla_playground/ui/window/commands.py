"""What menus, keys and buttons do in the window, and when they can."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QMainWindow

from ...bridge.lab.lab_run import LabRun
from ...bridge.race_run import RaceRun
from ...core.engine.engine import Phase
from ...core.errors import PlaygroundError
from ...core.model.info import ModelInput
from ...core.window.settings import Theme
from ..dialogs.about_dialog import AboutDialog
from ..dialogs.advice_dialog import AdviceDialog
from ..dialogs.clear_history_dialog import ClearHistoryDialog
from ..dialogs.forecasts_dialog import ForecastsDialog
from ..dialogs.warm_ups import WarmUps
from ..panels.inside.inside_panel import InsidePanel
from ..state.session import Session
from ..style.theme import ThemeSwitch
from .actions import Actions
from .call_commands import CallCommands
from .docks import Docks
from .form_panels import FormPanels
from .zoom import Zoom


class Commands(QObject):
    """Connects the actions of a window to what they do, and enables them while it can be done."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        actions: Actions,
        panels: FormPanels,
        docks: Docks,
        calls: CallCommands,
        warm_ups: WarmUps,
        race: RaceRun,
        lab: LabRun,
        inside: InsidePanel,
        zoom: Zoom,
        theme: ThemeSwitch,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, session, actions
        self._panels, self._docks, self._theme = panels, docks, theme
        self._race, self._lab, self._inside = race, lab, inside
        actions.connect(
            {
                "open_folder": panels.model.open_folder,
                "open_file": panels.model.open_file,
                "open_hub": panels.model.open_hub,
                "open_audio": panels.input.speech.open_file,
                "clear_history": self._on_clear_history,
                "quit": window.close,
                "run": self._on_run,
                "cancel": session.runner.cancel,
                "warm_up": warm_ups.ask,
                "race": partial(docks.bring_up, "race"),
                "lab": partial(docks.bring_up, "lab"),
                "restart": session.engine.restart,
                "newest": session.log.select_newest,
                "inside": self._on_inside,
                "zoom_in": zoom.zoom_in,
                "zoom_out": zoom.zoom_out,
                "zoom_reset": zoom.reset,
                **{f"theme_{name}": partial(self._on_theme_chosen, name) for name in Theme},
                "reset_layout": self._on_reset_layout,
                "forecasts": self._on_forecasts,
                "about": self._on_about,
                **calls.handlers,
            }
        )
        panels.padding.advice_asked.connect(self._on_advice_asked)
        panels.input.takes_changed.connect(self._on_takes_changed)
        session.runner.busy_changed.connect(self._on_busy_changed)
        race.running_changed.connect(self._on_busy_changed)
        lab.running_changed.connect(self._on_busy_changed)
        session.runner.refused.connect(self._on_run_refused)
        session.engine.changed.connect(self._on_engine_changed)
        actions[f"theme_{theme.theme}"].setChecked(True)
        self._on_busy_changed()
        self._on_engine_changed()
        self._on_takes_changed()

    # ------------------------------------------------------------------ run

    @Slot()
    def _on_run(self) -> None:
        self._session.saver.save()
        self._session.runner.run()

    @Slot()
    def _on_run_refused(self) -> None:
        """Bring the panel to the front whose value must change."""
        problem = self._session.form.problem
        dock = None if problem is None else self._panels.dock_of(problem.field)
        if dock is not None:
            self._docks.bring_up(dock)

    @Slot()
    def _on_busy_changed(self) -> None:
        is_busy = self._session.runner.is_busy
        is_measuring = self._race.is_running or self._lab.is_running
        self._actions["run"].setEnabled(not is_busy and not is_measuring)
        self._actions["cancel"].setEnabled(is_busy)

    @Slot()
    def _on_engine_changed(self) -> None:
        self._actions["restart"].setEnabled(self._session.engine.phase is Phase.STOPPED)

    @Slot()
    def _on_takes_changed(self) -> None:
        self._actions["open_audio"].setEnabled(self._panels.input.takes is ModelInput.SPEECH)

    @Slot()
    def _on_inside(self) -> None:
        """Show what XLA made of the call that is looked at."""
        log = self._session.log
        summary = None if log.selected_call is None else log.summary(log.selected_call)
        key = None if summary is None else log.key_of(summary)
        if key is not None:
            self._inside.show_key(key)
        self._docks.bring_up("inside")

    # ------------------------------------------------------------------ dialogs

    @Slot()
    def _on_clear_history(self) -> None:
        dialog = ClearHistoryDialog(len(self._session.log.summaries), self._window)
        dialog.accepted.connect(self._session.log.clear)
        self._open(dialog)

    @Slot()
    def _on_forecasts(self) -> None:
        self._open(ForecastsDialog(self._session.log, self._window))

    @Slot()
    def _on_about(self) -> None:
        self._open(AboutDialog(self._session.engine.info, self._window))

    @Slot()
    def _on_advice_asked(self) -> None:
        session, info = self._session, self._session.choice.info
        try:
            request = session.form.request()
        except PlaygroundError as error:
            session.notices.add(error.sentence)
            return
        if info is None:
            session.notices.add(self.tr("The model is not known yet: choose one."))
            return
        dialog = AdviceDialog(
            info, request, session.log.book, session.notices, session.table_layouts, self._window
        )
        dialog.policy_accepted.connect(self._panels.padding.use_policy)
        dialog.capacity_accepted.connect(self._panels.padding.use_capacity)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ------------------------------------------------------------------ looks

    @Slot(str)
    def _on_theme_chosen(self, theme: Theme) -> None:
        self._theme.set_theme(theme)
        self._session.saver.save_soon()

    @Slot()
    def _on_reset_layout(self) -> None:
        self._docks.arrange()
        self._session.table_layouts.reset()
