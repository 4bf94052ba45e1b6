"""Everything that can be done from menus and keys, as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction

from ...core.window.settings import Theme


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
    "edit": QT_TRANSLATE_NOOP("actions", "&Edit"),
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
        "paste_python",
        "edit",
        QT_TRANSLATE_NOOP("actions", "&Paste from Python…"),
        QT_TRANSLATE_NOOP(
            "actions",
            "Set the panels by copied code: a script with model.generate(…), keyword arguments, or "
            "a generation_config.json. Nothing of it is executed.",
        ),
        ("Ctrl+Shift+V",),
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
        QT_TRANSLATE_NOOP("actions", "R&ace…"),
        QT_TRANSLATE_NOOP("actions", "Make this call on several lanes, and see which is faster"),
        ("Ctrl+Shift+R",),
        "race",
    ),
    ActionSpec(
        "lab",
        "run",
        QT_TRANSLATE_NOOP("actions", "&Function lab…"),
        QT_TRANSLATE_NOOP("actions", "Run a function of your own under eager, graph and XLA"),
    ),
    ActionSpec(
        "claims",
        "run",
        QT_TRANSLATE_NOOP("actions", "&Published claims…"),
        QT_TRANSLATE_NOOP("actions", "Repeat published figures here, and compare the ratios"),
        ("Ctrl+Shift+P",),
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
        "pin",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Pin as base&line"),
        QT_TRANSLATE_NOOP("actions", "Compare other calls with this one"),
        is_switch=True,
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
        "note",
        "calls",
        QT_TRANSLATE_NOOP("actions", "&Note and tags…"),
        QT_TRANSLATE_NOOP("actions", "Write a note on this call, and give it tags"),
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
        "open_session",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Open s&ession…"),
        QT_TRANSLATE_NOOP(
            "actions", "Show the calls of a session file, of this machine or another"
        ),
        starts_section=True,
    ),
    ActionSpec(
        "close_session",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Back to my &history"),
        QT_TRANSLATE_NOOP("actions", "Show the calls of this machine again"),
    ),
    ActionSpec(
        "save_session",
        "calls",
        QT_TRANSLATE_NOOP("actions", "Sa&ve session…"),
        QT_TRANSLATE_NOOP(
            "actions", "Save the selected calls, or all that are shown, for another machine"
        ),
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
        ("Ctrl+I",),
        is_of_table=True,
    ),
    ActionSpec(
        "large_page",
        "view",
        QT_TRANSLATE_NOOP("actions", "Lar&ge page"),
        QT_TRANSLATE_NOOP("actions", "Let a page below fill the middle; Esc leads back"),
        ("F11",),
        is_switch=True,
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
        "lessons",
        "help",
        QT_TRANSLATE_NOOP("actions", "&Lessons"),
        QT_TRANSLATE_NOOP("actions", "The guide, step by step, in this window"),
        ("F1",),
    ),
    ActionSpec(
        "tour",
        "help",
        QT_TRANSLATE_NOOP("actions", "&Tour"),
        QT_TRANSLATE_NOOP("actions", "The window in seven steps, under a minute"),
    ),
    ActionSpec(
        "glossary",
        "help",
        QT_TRANSLATE_NOOP("actions", "&Glossary"),
        QT_TRANSLATE_NOOP("actions", "What the terms of this window mean"),
        ("Ctrl+F1",),
    ),
    ActionSpec(
        "about_plots",
        "help",
        QT_TRANSLATE_NOOP("actions", "What do these &plots mean?"),
    ),
    ActionSpec("shortcuts", "help", QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts")),
    ActionSpec(
        "whats_this",
        "help",
        QT_TRANSLATE_NOOP("actions", "&What's This?"),
        QT_TRANSLATE_NOOP("actions", "The next click on a control says what it does"),
        ("Shift+F1",),
    ),
    ActionSpec("sources", "help", QT_TRANSLATE_NOOP("actions", "&Sources")),
    ActionSpec(
        "forecasts",
        "help",
        QT_TRANSLATE_NOOP("actions", "How good were the &forecasts?"),
        starts_section=True,
    ),
    ActionSpec(
        "about",
        "help",
        QT_TRANSLATE_NOOP("actions", "&About XLA Playground"),
        role=QAction.MenuRole.AboutRole,
    ),
)
