"""Everything that can be done from menus and keys, as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
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
        is_switch: it is on or off.
        is_of_table: it is in the context menu of the table of calls, too, and its keys work there.
    """

    name: str
    menu: str
    text: object  # QT_TRANSLATE_NOOP, which marks it for translation, is typed so
    tooltip: object = ""
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""
    starts_section: bool = False
    is_switch: bool = False
    is_of_table: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


MENUS = {
    "file": QT_TRANSLATE_NOOP("actions", "&File"),
    "run": QT_TRANSLATE_NOOP("actions", "&Run"),
    "calls": QT_TRANSLATE_NOOP("actions", "&Calls"),
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
        "race",
        "run",
        QT_TRANSLATE_NOOP("actions", "R&ace lanes…"),
        QT_TRANSLATE_NOOP("actions", "Make this call on several lanes, and see which is faster"),
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
        "use_settings",
        "calls",
        QT_TRANSLATE_NOOP("actions", "&Use these settings"),
        QT_TRANSLATE_NOOP("actions", "Put the settings of this call into the form"),
        is_of_table=True,
    ),
    ActionSpec(
        "run_again",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Run &again"),
        QT_TRANSLATE_NOOP("actions", "Put the settings of this call into the form, and press Run"),
        is_of_table=True,
    ),
    ActionSpec(
        "copy_python",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Copy as &Python"),
        QT_TRANSLATE_NOOP("actions", "Copy a script by plain TensorFlow and Transformers"),
        starts_section=True,
        is_of_table=True,
    ),
    ActionSpec(
        "copy_fast",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Copy as &fast_generate"),
        QT_TRANSLATE_NOOP("actions", "Copy a script by fast_generate"),
        is_of_table=True,
    ),
    ActionSpec(
        "save_notebook",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Save as note&book…"),
        QT_TRANSLATE_NOOP("actions", "Save the guide's experiment with the options of this call"),
        is_of_table=True,
    ),
    ActionSpec(
        "compare",
        "calls",
        QT_TRANSLATE_NOOP("actions", "&Compare"),
        QT_TRANSLATE_NOOP(
            "actions", "Compare the two selected calls, or this one and the baseline"
        ),
        starts_section=True,
        is_of_table=True,
    ),
    ActionSpec(
        "show_parts",
        "calls",
        QT_TRANSLATE_NOOP("actions", "&Where its seconds went"),
        QT_TRANSLATE_NOOP("actions", "Break this first call down into its parts"),
        is_of_table=True,
    ),
    ActionSpec(
        "pin",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Pin as base&line"),
        QT_TRANSLATE_NOOP("actions", "Compare other calls with this one"),
        is_switch=True,
        is_of_table=True,
    ),
    ActionSpec(
        "note",
        "calls",
        QT_TRANSLATE_NOOP("actions", "&Note…"),
        QT_TRANSLATE_NOOP("actions", "Write a note on this call"),
        starts_section=True,
        is_of_table=True,
    ),
    ActionSpec(
        "delete_calls",
        "calls",
        QT_TRANSLATE_NOOP("actions", "&Delete"),
        QT_TRANSLATE_NOOP("actions", "Delete the selected calls"),
        ("Del",),
        is_of_table=True,
    ),
    ActionSpec(
        "undo_deletion",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Und&o deletion"),
        QT_TRANSLATE_NOOP("actions", "Bring back the calls that were deleted last"),
        ("Ctrl+Z",),
        is_of_table=True,
    ),
    ActionSpec(
        "search_calls",
        "calls",
        QT_TRANSLATE_NOOP("actions", "&Search…"),
        QT_TRANSLATE_NOOP("actions", "Search and filter the calls"),
        ("Ctrl+F",),
        starts_section=True,
    ),
    ActionSpec(
        "save_session",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Sa&ve session…"),
        QT_TRANSLATE_NOOP(
            "actions", "Save the selected calls, or all that are shown, for another machine"
        ),
        starts_section=True,
    ),
    ActionSpec(
        "save_report",
        "calls",
        QT_TRANSLATE_NOOP("actions", "&Report…"),
        QT_TRANSLATE_NOOP(
            "actions", "Save a report of the selected calls, or of all that are shown"
        ),
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
        "inside",
        "view",
        QT_TRANSLATE_NOOP("actions", "Inside &XLA"),
        QT_TRANSLATE_NOOP("actions", "Show what XLA made of the selected call's specialization"),
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
