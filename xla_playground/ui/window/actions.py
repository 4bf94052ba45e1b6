"""Everything that can be done from menus and keys, as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMainWindow, QMenu

from ...core.window.settings import Theme
from ..style.icons import icon

_CONTEXT = "actions"


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Attributes:
        name: what handlers are given for.
        menu: the menu it stands in; its rows stand there in the order of the table.
        group: exclusive with the others of the group, and checkable.
        starts_section: a line above it.
    """

    name: str
    menu: str
    text: object  # QT_TRANSLATE_NOOP, which marks it for translation, is typed so
    tooltip: object = ""
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""
    starts_section: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


MENUS = {
    "file": QT_TRANSLATE_NOOP("actions", "&File"),
    "run": QT_TRANSLATE_NOOP("actions", "&Run"),
    "view": QT_TRANSLATE_NOOP("actions", "&View"),
    "help": QT_TRANSLATE_NOOP("actions", "&Help"),
}
ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "open_folder",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Open model folder…"),
        QT_TRANSLATE_NOOP("actions", "Open the folder of a Transformers or CTranslate2 model"),
        ("Ctrl+O",),
        "folder",
    ),
    ActionSpec(
        "open_file",
        "file",
        QT_TRANSLATE_NOOP("actions", "Open model &file…"),
        QT_TRANSLATE_NOOP("actions", "Open a GGUF file"),
    ),
    ActionSpec(
        "open_hub",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Download from the hub…"),
        QT_TRANSLATE_NOOP("actions", "Bring a model of the Hugging Face hub to this machine"),
        icon="download",
    ),
    ActionSpec(
        "open_audio",
        "file",
        QT_TRANSLATE_NOOP("actions", "Open &recording…"),
        QT_TRANSLATE_NOOP("actions", "Open what a speech model is to transcribe"),
        ("Ctrl+Shift+O",),
    ),
    ActionSpec(
        "clear_history",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Clear history…"),
        QT_TRANSLATE_NOOP("actions", "Forget every call"),
        starts_section=True,
    ),
    ActionSpec(
        "quit",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Quit"),
        shortcuts=("Ctrl+Q",),
        starts_section=True,
        role=QAction.MenuRole.QuitRole,
    ),
    ActionSpec(
        "run",
        "run",
        QT_TRANSLATE_NOOP("actions", "&Run"),
        QT_TRANSLATE_NOOP("actions", "Make the calls (Ctrl+Enter)"),
        ("Ctrl+Return", "Ctrl+Enter"),
        "run",
    ),
    ActionSpec(
        "cancel",
        "run",
        QT_TRANSLATE_NOOP("actions", "&Cancel"),
        QT_TRANSLATE_NOOP(
            "actions",
            "Give up the running call (Esc). While it streams it ends after its block: its text "
            "and the worker stay. Otherwise the worker is ended and started again.",
        ),
        ("Esc",),
        "cancel",
    ),
    ActionSpec(
        "warm_up",
        "run",
        QT_TRANSLATE_NOOP("actions", "&Warm up…"),
        QT_TRANSLATE_NOOP("actions", "Prepare specializations in the background"),
        ("Ctrl+Shift+W",),
        starts_section=True,
    ),
    ActionSpec(
        "restart",
        "run",
        QT_TRANSLATE_NOOP("actions", "Re&start the worker"),
        QT_TRANSLATE_NOOP("actions", "Start the worker again"),
        (),
        "restart",
        starts_section=True,
    ),
    ActionSpec(
        "newest",
        "view",
        QT_TRANSLATE_NOOP("actions", "&Newest call"),
        QT_TRANSLATE_NOOP("actions", "Show the newest call, and those that follow it"),
        ("Alt+End",),
        "newest",
    ),
    ActionSpec(
        "zoom_in",
        "view",
        QT_TRANSLATE_NOOP("actions", "Zoom &in"),
        QT_TRANSLATE_NOOP("actions", "Larger text, tables and plots"),
        ("Ctrl++", "Ctrl+="),
        starts_section=True,
    ),
    ActionSpec(
        "zoom_out",
        "view",
        QT_TRANSLATE_NOOP("actions", "Zoom &out"),
        QT_TRANSLATE_NOOP("actions", "Smaller text, tables and plots"),
        ("Ctrl+-",),
    ),
    ActionSpec(
        "zoom_reset",
        "view",
        QT_TRANSLATE_NOOP("actions", "&Actual size"),
        QT_TRANSLATE_NOOP("actions", "Text, tables and plots as large as the rest"),
        ("Ctrl+0",),
    ),
    ActionSpec(
        f"theme_{Theme.SYSTEM}",
        "view",
        QT_TRANSLATE_NOOP("actions", "Colours of the &system"),
        group="theme",
        starts_section=True,
    ),
    ActionSpec(
        f"theme_{Theme.LIGHT}", "view", QT_TRANSLATE_NOOP("actions", "&Light"), group="theme"
    ),
    ActionSpec(f"theme_{Theme.DARK}", "view", QT_TRANSLATE_NOOP("actions", "&Dark"), group="theme"),
    ActionSpec(
        "reset_layout",
        "view",
        QT_TRANSLATE_NOOP("actions", "&Reset layout"),
        QT_TRANSLATE_NOOP("actions", "Put every panel back where it was at first"),
        starts_section=True,
    ),
    ActionSpec(
        "forecasts",
        "help",
        QT_TRANSLATE_NOOP("actions", "How good were the &forecasts?"),
    ),
    ActionSpec(
        "about",
        "help",
        QT_TRANSLATE_NOOP("actions", "&About XLA Playground"),
        role=QAction.MenuRole.AboutRole,
    ),
)


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
            action.setToolTip(_translated(spec.tooltip) or action.text().replace("&", ""))
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
            action.setMenuRole(spec.role)
            if spec.group:
                action.setCheckable(True)
                groups.setdefault(spec.group, QActionGroup(window)).addAction(action)
            if spec.starts_section:
                self.menus[spec.menu].addSeparator()
            self.menus[spec.menu].addAction(action)
            self._actions[spec.name] = action
        self.tint(window.palette())

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
