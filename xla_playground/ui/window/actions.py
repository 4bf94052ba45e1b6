"""The actions of a window, in its menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMainWindow, QMenu

from ..style.icons import icon
from ..text.plain_text import without_key
from .action_specs import ACTIONS, MENUS

_CONTEXT = "actions"


class Actions:
    """The actions of a window, in its menus.

    Attributes:
        menus: the menus by name, for what is added to them later.
    """

    def __init__(self, window: QMainWindow) -> None:
        self.menus: dict[str, QMenu] = {
            name: window.menuBar().addMenu(_translated(title)) for name, title in MENUS.items()
        }
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            action = QAction(_translated(spec.text), window)
            action.setObjectName(f"action_{spec.name}")
            action.setToolTip(_translated(spec.tooltip) or without_key(action.text()))
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
            action.setMenuRole(spec.role)
            if spec.is_of_table:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setCheckable(spec.is_switch or bool(spec.group))
            if spec.group:
                groups.setdefault(spec.group, QActionGroup(window)).addAction(action)
            if spec.starts_section:
                self.menus[spec.menu].addSeparator()
            self.menus[spec.menu].addAction(action)
            self._actions[spec.name] = action
        self.tint(window.palette())

    def all(self) -> list[QAction]:
        """Return every action, in the order of the menus."""
        return list(self._actions.values())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Have the actions do something; ``handlers`` has a method for the name of each."""
        for name, action in self._actions.items():
            action.triggered.connect(handlers[name])

    def tint(self, palette: QPalette) -> None:
        """Make the icons again in the colours of ``palette``."""
        for spec in ACTIONS:
            if spec.icon:
                role = QPalette.ColorRole.WindowText
                self._actions[spec.name].setIcon(icon(spec.icon, palette, role))


def _translated(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))
