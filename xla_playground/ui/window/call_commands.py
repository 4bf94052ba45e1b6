"""What menus and keys do with the calls that are chosen in the table of calls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ...core.call.request import Recipe, Request, prompts_from_text
from ...core.call.specialization import SpecializationKey
from ...core.errors import PlaygroundError
from ...core.workbench.call_filter import CallFilter
from ...core.workbench.notes import Note
from ..dialogs.note_dialog import NoteDialog
from ..session import Session
from ..text.plain_text import tooltip_of, without_key
from ..widgets.export_button import ask_for_path
from .action_specs import ACTIONS
from .parts import WindowParts

#: Actions that need exactly one call.
_OF_ONE = (
    "use_settings",
    "run_again",
    "copy_python",
    "copy_fast",
    "save_notebook",
    "note",
    "pin",
    "show_parts",
)

#: Most calls whose numbers decide what can be done with them.
_FEW = 2


class CallCommands(QObject):
    """Has actions work on the chosen calls, and enables them while they can.

    *Attributes:*
        handlers: a function for the name of each action.
    """

    def __init__(self, window: QWidget, session: Session, parts: WindowParts) -> None:
        super().__init__(window)
        actions, pages = parts.actions, parts.pages
        calls, seconds = pages.calls, pages.seconds
        self._window, self._session, self._actions = window, session, actions
        self._panels, self._docks, self._calls = parts.panels, parts.docks, calls
        self._comparison, self._desk, self._seconds = pages.compare, session.desk, seconds
        self._tooltips = {name: actions[name].toolTip() for name in ("run_again", "inside")}
        self._can_undo = True  # a deletion of an earlier session may be left
        self.handlers: dict[str, Callable[[], object]] = {
            "use_settings": self._on_use_settings,
            "run_again": self._on_run_again,
            "copy_python": partial(self._on_copy, Recipe.DOCUMENTED),
            "copy_fast": partial(self._on_copy, Recipe.FAST),
            "save_notebook": self._on_save_notebook,
            "compare": self._on_compare,
            "pin": self._on_pin,
            "show_parts": self._on_show_parts,
            "note": self._on_note,
            "delete_calls": self._on_delete,
            "undo_deletion": self._desk.undo,
            "search_calls": self._on_search,
            "open_session": parts.session_bar.ask,
            "close_session": session.sessions.close,
            "save_session": self._on_save_session,
            "save_report": self._on_save_report,
        }
        calls.add_actions(actions[spec.name] for spec in ACTIONS if spec.is_of_table)
        calls.add_button("inside_call_button", actions["inside"])
        seconds.calls_asked.connect(self._on_calls_asked)
        seconds.call_parts_asked.connect(actions["show_parts"].trigger)
        pages.specializations.command_asked.connect(self.work_on)
        calls.choice_changed.connect(self._show_what_can_be_done)
        session.log.call_selected.connect(self._show_what_can_be_done)
        session.log.history_cleared.connect(self._show_what_can_be_done)
        session.runner.busy_changed.connect(self._show_what_can_be_done)
        session.measurements.running_changed.connect(self._show_what_can_be_done)
        session.sessions.changed.connect(self._show_what_can_be_done)
        session.notes.changed.connect(self._on_notes_changed)
        session.notes.edit_asked.connect(self._on_note_edited)
        self._desk.baseline_changed.connect(self._on_baseline_changed)
        self._desk.compared.connect(self._on_compared)
        self._desk.deletion_changed.connect(self._on_deletion_changed)
        self._show_what_can_be_done()
        self._on_notes_changed()

    @Slot()
    def _show_what_can_be_done(self) -> None:
        count = self._calls.count_chosen()
        chosen = self._calls.chosen() if count <= _FEW else []
        for name in _OF_ONE:
            self._actions[name].setEnabled(count == 1)
        is_busy = self._session.runner.is_busy
        measuring = self._session.measurements.problem()
        self._actions["run_again"].setEnabled(count == 1 and not is_busy and not measuring)
        for name, tooltip in self._tooltips.items():
            self._actions[name].setToolTip(tooltip_of(measuring) or tooltip)
        self._actions["inside"].setEnabled(not measuring)
        self._actions["compare"].setEnabled(self._pair(chosen) is not None)
        self._actions["pin"].setChecked(chosen == [self._desk.baseline])
        is_own = self._session.sessions.opened is None  # a session file can only be read
        for name in ("delete_calls", "save_session"):
            self._actions[name].setEnabled(bool(count) and is_own)
        self._actions["save_report"].setEnabled(bool(count))
        self._actions["undo_deletion"].setEnabled(self._can_undo and is_own)
        self._actions["close_session"].setEnabled(not is_own)

    def _pair(self, chosen: list[int]) -> tuple[int, int] | None:
        """Return the two calls to compare: the selected ones, or the baseline and a call."""
        if len(chosen) == 2:
            return chosen[0], chosen[1]
        baseline = self._desk.baseline
        if baseline is None or len(chosen) != 1 or chosen[0] == baseline:
            return None
        return baseline, chosen[0]

    @Slot()
    def _on_baseline_changed(self) -> None:
        self._calls.pin(self._desk.baseline)
        self._show_what_can_be_done()

    @Slot()
    def _on_notes_changed(self) -> None:
        self._calls.show_notes(self._session.notes.notes)

    @Slot(bool)
    def _on_deletion_changed(self, can_undo: bool) -> None:
        self._can_undo = can_undo
        self._show_what_can_be_done()

    # ------------------------------------------------------------------ the form

    @Slot()
    def _on_use_settings(self) -> None:
        self._use_settings()

    @Slot()
    def _on_run_again(self) -> None:
        if self._use_settings():
            self._session.runner.run()

    def _use_settings(self) -> bool:
        """Show the settings of the chosen call in the form, and return whether that is possible."""
        request = self._request()
        if request is None:
            return False
        prompts = request.prompts
        if prompts and prompts_from_text("\n".join(prompts)) != prompts:
            self._session.notices.add(
                self.tr("A prompt of this call has several lines, and the form takes one a line.")
            )
            return False
        self._panels.use(request)
        return True

    def _request(self) -> Request | None:
        try:
            return self._session.log.record(self._calls.chosen()[0]).request
        except PlaygroundError as error:
            self._session.notices.add(error.sentence)
            return None

    # ------------------------------------------------------------------ copies and files

    def _on_copy(self, recipe: Recipe) -> None:
        self._desk.copy(self._calls.chosen()[0], recipe, self._on_copied)

    def _on_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._session.notices.add(self.tr("The script is on the clipboard."))

    @Slot()
    def _on_save_notebook(self) -> None:
        call = self._calls.chosen()[0]
        path = self._ask("save_notebook", f"call-{call}", "ipynb")
        if path is not None:
            self._desk.save_notebook(call, path)

    @Slot()
    def _on_save_session(self) -> None:
        path = self._ask("save_session", "calls", "session")
        if path is not None:
            self._desk.save_session(self._calls.chosen_or_shown(), path)

    @Slot()
    def _on_save_report(self) -> None:
        path = self._ask("save_report", "report", "md")
        if path is not None:
            self._desk.save_report(self._calls.chosen_or_shown(), path)

    def _ask(self, action: str, name: str, ending: str) -> Path | None:
        title = without_key(self._actions[action].text())
        return ask_for_path(self._window, title, name, ending)

    # ------------------------------------------------------------------ comparing

    @Slot()
    def _on_pin(self) -> None:
        call = self._calls.chosen()[0]
        self._desk.pin(None if call == self._desk.baseline else call)

    @Slot()
    def _on_compare(self) -> None:
        pair = self._pair(self._calls.chosen())
        if pair is not None:
            self._desk.compare(*pair)

    @Slot()
    def _on_compared(self) -> None:
        if self._desk.comparison is not None:
            self._docks.bring_up("compare")
            self._comparison.view.setFocus()

    @Slot()
    def _on_show_parts(self) -> None:
        self._docks.bring_up("seconds")
        self._seconds.show_call(self._calls.chosen()[0])

    # ------------------------------------------------------------------ the table

    @Slot()
    def _on_note(self) -> None:
        self._session.notes.edit(self._calls.chosen()[0])

    @Slot(int, object, object)
    def _on_note_edited(self, call: int, before: Note, begin: Note) -> None:
        is_read_only = self._session.sessions.opened is not None
        dialog = NoteDialog(call, begin, self._window, is_read_only=is_read_only)
        dialog.note_accepted.connect(partial(self._session.notes.write, call, before))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_delete(self) -> None:
        self._desk.delete(self._calls.chosen())

    @Slot()
    def _on_search(self) -> None:
        self._docks.bring_up("calls")
        self._calls.search()

    @Slot(str, object)
    def work_on(self, name: str, keys: list[SpecializationKey]) -> None:
        """Do an action with the calls of specializations: ``show_calls``, or one of the table.

        What needs one call of each takes its latest one.
        """
        self._session.sessions.close()
        log = self._session.log
        numbers = {s.key_id: log.key_of(s) for s in log.summaries}
        wanted = CallFilter(keys=tuple(n for n, key in numbers.items() if n and key in keys))
        calls = [s.call for s in log.summaries if s.key_id in wanted.keys]
        if not calls:
            self._session.notices.add(self.tr("No call of it is in the history: press Run."))
            return
        if name == "delete_calls":
            self._desk.delete(calls)
            return
        if name != "show_calls":
            latest = {numbers[s.key_id]: s.call for s in log.summaries if s.key_id in wanted.keys}
            calls = sorted(latest.values())
        self._show_calls(wanted, calls)
        if name != "show_calls":
            self._actions[name].trigger()

    @Slot(object)
    def _on_calls_asked(self, wanted: CallFilter) -> None:
        self._desk.find(wanted, partial(self._show_calls, wanted), self._on_refused)

    def _show_calls(self, wanted: CallFilter, calls: list[int]) -> None:
        self._docks.bring_up("calls")
        self._calls.choose(calls, wanted)

    def _on_refused(self, error: PlaygroundError) -> None:
        self._session.notices.add(error.sentence)
