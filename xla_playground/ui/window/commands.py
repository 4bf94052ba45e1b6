"""What menus, keys and buttons do in the window, and when they can."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QMainWindow

from ...core.engine.engine import Phase
from ...core.errors import PlaygroundError, RequestError
from ...core.help.pages import Page
from ...core.model.info import ModelInput
from ...core.window.settings import Theme
from ..dialogs.about_dialog import AboutDialog
from ..dialogs.advice_dialog import AdviceDialog
from ..dialogs.clear_history_dialog import ClearHistoryDialog
from ..dialogs.forecasts_dialog import ForecastsDialog
from ..dialogs.help.help_dialog import GlossaryDialog, PageDialog, ShortcutsDialog
from ..dialogs.help.term_links import TermLinks
from ..dialogs.help.whats_this import enter_whats_this
from ..dialogs.pasting.python_paste import PythonPaste
from ..session import Session
from ..style.theme import ThemeSwitch
from ..text.plain_text import tooltip_of, without_key
from .call_commands import CallCommands
from .parts import WindowParts
from .tour.tour import Tour


class Commands(QObject):
    """Connects the actions of a window to what they do, and enables them while it can be done."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        parts: WindowParts,
        theme: ThemeSwitch,
        paste: PythonPaste,
        tour: Tour,
    ) -> None:
        super().__init__(window)
        actions, panels, docks, zoom = parts.actions, parts.panels, parts.docks, parts.zoom
        self._window, self._session, self._actions = window, session, actions
        self._panels, self._pages, self._docks = panels, parts.pages, docks
        self._theme, self._large, self._tour = theme, parts.large, tour
        calls = CallCommands(window, session, parts)
        actions.connect(
            {
                "open_folder": panels.model.open_folder,
                "open_file": panels.model.open_file,
                "open_hub": panels.model.open_hub,
                "open_audio": panels.input.speech.open_file,
                "clear_history": self._on_clear_history,
                "quit": window.close,
                "paste_python": paste.paste,
                "run": self._on_run,
                "cancel": session.runner.cancel,
                "warm_up": parts.warm_ups.ask,
                "race": self._on_race,
                "lab": partial(docks.bring_up_to_read, "lab"),
                "claims": self._on_claims,
                "restart": session.engine.restart,
                "newest": session.log.select_newest,
                "inside": self._on_inside,
                "large_page": parts.large.toggle,
                "zoom_in": zoom.zoom_in,
                "zoom_out": zoom.zoom_out,
                "zoom_reset": zoom.reset,
                **{f"theme_{name}": partial(self._on_theme_chosen, name) for name in Theme},
                "reset_layout": self._on_reset_layout,
                "glossary": self._on_glossary,
                "about_plots": partial(self._on_page, Page.PLOTS, "about_plots"),
                "shortcuts": self._on_shortcuts,
                "whats_this": partial(enter_whats_this, window),
                "sources": partial(self._on_page, Page.SOURCES, "sources"),
                "lessons": partial(docks.bring_up_to_read, "lessons"),
                "tour": self._on_tour,
                "forecasts": self._on_forecasts,
                "about": self._on_about,
                **calls.handlers,
            }
        )
        panels.input.prompt.edit.addAction(actions["paste_python"])
        panels.padding.advice_asked.connect(self._on_advice_asked)
        panels.input.takes_changed.connect(self._on_takes_changed)
        session.runner.busy_changed.connect(self._on_busy_changed)
        session.measurements.running_changed.connect(self._on_busy_changed)
        session.runner.refused.connect(self._on_run_refused)
        TermLinks(self._title("glossary"), window)
        self._run_tooltip, self._invalid = actions["run"].toolTip(), ""
        session.form.problem_found.connect(self._check_form)
        session.form.problem_cleared.connect(self._check_form)
        session.form.changed.connect(self._on_form_changed)
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
    def _on_race(self) -> None:
        """Show the page with the keyboard at its button: Enter begins the race."""
        self._docks.bring_up_to_read("race")
        self._pages.race.focus_button()

    @Slot()
    def _on_claims(self) -> None:
        """Show the page with the keyboard in its table."""
        self._docks.bring_up_to_read("claims")
        self._pages.claims.focus_table()

    @Slot()
    def _on_busy_changed(self) -> None:
        is_busy = self._session.runner.is_busy
        problem = self._session.measurements.problem() or self._invalid
        self._actions["run"].setEnabled(not is_busy and not problem)
        self._actions["run"].setToolTip(tooltip_of(problem) or self._run_tooltip)
        self._actions["cancel"].setEnabled(is_busy)

    @Slot()
    def _check_form(self) -> None:
        """Disable Run, with the reason on it, while the values of the form make no call.

        What only the engine knows against a call does not: it may know better the next time.
        """
        try:
            self._session.form.runnable_request()
        except RequestError as error:
            self._invalid = error.sentence
        else:
            self._invalid = ""
        self._on_busy_changed()

    @Slot()
    def _on_form_changed(self) -> None:
        if self._invalid:  # else it is checked when the panels rest
            self._check_form()

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
            self._pages.inside.show_key(key)
        self._docks.bring_up_to_read("inside")

    # ------------------------------------------------------------------ dialogs

    @Slot()
    def _on_clear_history(self) -> None:
        dialog = ClearHistoryDialog(len(self._session.log.own.summaries), self._window)
        dialog.accepted.connect(self._session.log.clear)
        self._open(dialog)

    @Slot()
    def _on_glossary(self) -> None:
        self._open(GlossaryDialog(self._title("glossary"), self._window))

    @Slot()
    def _on_shortcuts(self) -> None:
        title = self._title("shortcuts")
        self._open(ShortcutsDialog(self._actions.all(), title, self._window))

    @Slot(object, str)
    def _on_page(self, page: Page, action: str) -> None:
        self._open(PageDialog(page, self._title(action), self._window))

    def _title(self, action: str) -> str:
        """Return the text of an action as the title of its dialog."""
        return without_key(self._actions[action].text())

    @Slot()
    def _on_tour(self) -> None:
        """Begin the tour, which leads through what a large page hides."""
        self._large.leave()
        self._tour.begin()

    @Slot()
    def _on_forecasts(self) -> None:
        session = self._session
        self._open(ForecastsDialog(session.log, session.notices, self._window))

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
            info,
            request,
            session.log.own.book,
            session.notices,
            session.table_layouts,
            self._window,
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
        self._large.leave()
        self._docks.arrange()
        self._session.table_layouts.reset()
