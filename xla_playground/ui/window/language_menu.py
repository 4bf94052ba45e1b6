"""The menu of languages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from ..session import Session
from ..style.language import LanguageSwitch
from .actions import Actions


class LanguageMenu(QObject):
    """Adds a menu with one entry a language, each by its own name, to the menu View.

    A race belongs to the window, which is made again: the menu waits for its end.
    """

    def __init__(
        self,
        language: LanguageSwitch,
        session: Session,
        actions: Actions,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._race, self._language, self._saver = session.race, language, session.saver
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
        actions.menus["view"].insertMenu(actions["reset_layout"], self._menu)
        session.race.running_changed.connect(self._on_race)

    @Slot()
    def _on_race(self) -> None:
        self._menu.setEnabled(not self._race.is_running)

    def _on_chosen(self, code: str) -> None:
        self._saver.remember(ui_language=code)
        self._language.choose(code)
