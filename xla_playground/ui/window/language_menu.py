"""The menu of languages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from ...bridge.warm_up_run import WarmUpRun
from ..session import Session
from ..style.language import LanguageSwitch
from ..text.plain_text import tooltip_of
from .parts import WindowParts


class LanguageMenu(QObject):
    """Adds a menu with one entry a language, each by its own name, to the menu View.

    The window is made again in the other language, over the session, which goes on: the menu waits
    for the end of what runs in the window itself.
    """

    def __init__(
        self,
        language: LanguageSwitch,
        session: Session,
        parts: WindowParts,
        warm_up: WarmUpRun,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._language, self._saver = language, session.saver
        self._panels, self._warm_up = parts.panels, warm_up
        # known in every language, so that a way back is found
        self._menu = QMenu(self.tr("&Language (언어)"), window)
        self._menu.setObjectName("language_menu")
        group = QActionGroup(self)
        for code, name in language.names.items():
            action = self._menu.addAction(name)
            action.setObjectName(f"action_language_{code}")
            action.setCheckable(True)
            action.setChecked(code == language.code)
            action.triggered.connect(partial(self._on_chosen, code))
            group.addAction(action)
        self._view = parts.actions.menus["view"]
        self._view.insertMenu(parts.actions["reset_layout"], self._menu)
        self._view.aboutToShow.connect(self._show_problem)

    @Slot()
    def _show_problem(self) -> None:
        problem = self._problem()
        self._menu.setEnabled(not problem)
        self._menu.menuAction().setToolTip(tooltip_of(problem))
        self._view.setToolTipsVisible(bool(problem))

    def _problem(self) -> str:
        """Return why the window cannot be made again now, or an empty string if it can."""
        if self._panels.input.speech.is_recording:
            return self.tr("A recording runs, which would be lost: end it first.")
        if self._panels.model.is_downloading:
            return self.tr("A model is downloaded: wait for its end, or stop it.")
        if self._warm_up.is_running:
            return self.tr("A warm-up runs: wait for its end, or cancel it.")
        return ""

    def _on_chosen(self, code: str) -> None:
        self._saver.remember(ui_language=code)
        self._language.choose(code)
