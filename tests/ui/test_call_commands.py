"""What menus and keys do with calls: settings, copies, comparing, deleting, notes, filters."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
)

from xla_playground.core.call.request import Arm, Recipe
from xla_playground.core.history.loaded_calls import ChangedCalls
from xla_playground.core.options.table import Strategy
from xla_playground.core.window.settings import load_settings
from xla_playground.core.workbench.call_filter import CallFilter
from xla_playground.core.workbench.notes import Note
from xla_playground.core.workbench.workbench import Workbench
from xla_playground.ui.dialogs.note_dialog import NoteDialog
from xla_playground.ui.pages.call_filter_bar import entries_of, text_of
from xla_playground.ui.pages.calls_page import CallsPage
from xla_playground.ui.pages.specializations.specializations_page import SpecializationsPage
from xla_playground.ui.tables.call_columns_spec import COLUMNS
from xla_playground.ui.tables.calls_table import CallsTable
from xla_playground.ui.tables.rows_view import RowsView

from .conftest import Open, Opened


@pytest.fixture
def three(window: Opened) -> Opened:
    """A window with three calls: greedy by xla, sampling by xla, greedy by eager."""
    window.window.resize(1280, 800)
    strategy = window.find(QComboBox, "strategy")
    window.press_run()
    window.wait_for_calls(1)
    strategy.setCurrentIndex(strategy.findData(Strategy.SAMPLING))
    window.press_run()
    window.wait_for_calls(2)
    strategy.setCurrentIndex(strategy.findData(Strategy.GREEDY))
    window.click("segment_eager")
    window.press_run()
    window.wait_for_calls(3)
    return window


def table_of(one: Opened) -> CallsTable:
    return one.find(CallsTable, "calls_table")


def choose(one: Opened, *calls: int) -> None:
    table_of(one).select_calls(calls)
    assert table_of(one).selected_calls() == sorted(calls)


def rows(one: Opened) -> list[int]:
    model = table_of(one).model
    return [model.summary(row).call for row in range(model.rowCount())]


def is_in_front(one: Opened, name: str) -> bool:
    return not one.find(QDockWidget, f"{name}_dock").visibleRegion().isEmpty()


# ---------------------------------------------------------------- the form


def test_the_settings_of_a_call_come_back(three: Opened) -> None:
    three.prompt().setPlainText("something else")
    choose(three, 2)
    three.action("use_settings").trigger()
    request, used = three.session.form.request(), three.session.log.record(2).request
    assert request.options.strategy is Strategy.SAMPLING
    assert request.arm is Arm.XLA
    assert request.model_copy(update={"id": used.id}) == used


def test_a_call_runs_again(three: Opened) -> None:
    choose(three, 2)
    three.action("run_again").trigger()
    three.wait_for_calls(4)
    one, again = (three.session.log.record(call).request for call in (2, 4))
    assert again.model_copy(update={"id": one.id}) == one


def test_the_context_menu_has_the_commands_in_reach_of_keys(three: Opened) -> None:
    view = table_of(three).view
    names = [action.objectName() for action in view.actions()]
    assert names[:2] == ["action_use_settings", "action_run_again"]
    assert "copy_rows" in names
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu


# ---------------------------------------------------------------- copies


def test_a_call_is_copied_as_a_script(three: Opened) -> None:
    choose(three, 1)
    three.action("copy_python").trigger()
    clipboard = QGuiApplication.clipboard()
    three.qtbot.waitUntil(lambda: "model.generate" in clipboard.text())
    three.action("copy_fast").trigger()
    three.qtbot.waitUntil(lambda: "fast_generate" in clipboard.text())
    compile(clipboard.text(), "script", "exec")


@pytest.mark.parametrize(
    ("action", "ending", "found"),
    [
        ("save_notebook", "ipynb", b'"nbformat": 4'),
        ("save_report", "md", b"# A session of XLA Playground"),
        ("save_session", "session", b"\x1f\x8b"),
    ],
)
def test_calls_are_saved(
    three: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
    ending: str,
    found: bytes,
) -> None:
    path = tmp_path / f"calls.{ending}"
    monkeypatch.setattr(QFileDialog, "exec", lambda self: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: [str(path)])
    choose(three, 1)
    three.action(action).trigger()
    three.qtbot.waitUntil(path.exists)
    three.qtbot.waitUntil(lambda: three.text("notice_text") == f"Saved {path}.")
    assert found in path.read_bytes()


# ---------------------------------------------------------------- comparing


def test_two_calls_are_compared(three: Opened) -> None:
    choose(three, 3)
    assert not three.action("compare").isEnabled()
    choose(three, 1, 3)
    three.action("compare").trigger()
    view = three.find(RowsView, "compare_view")
    three.qtbot.waitUntil(lambda: view.model().rowCount() > 0)
    assert is_in_front(three, "compare")
    assert view.hasFocus()
    cells = {
        view.model().index(row, 0).data(): [view.model().index(row, c).data() for c in (1, 2)]
        for row in range(view.model().rowCount())
    }
    assert cells["arm"] == ["xla", "eager"]
    assert {"run", "total", "memory"} <= set(cells)
    assert three.text("compare_title").startswith("Left: call 1. Right: call 3.")
    assert "Sequence 1" in three.find(QTextEdit, "compare_tokens").toPlainText()


def test_a_call_is_compared_with_the_pinned_one(three: Opened) -> None:
    choose(three, 2)
    three.action("pin").trigger()
    assert three.action("pin").isChecked()
    assert not three.action("compare").isEnabled()
    choose(three, 1)
    assert not three.action("pin").isChecked()
    with three.qtbot.waitSignal(three.session.desk.compared):
        three.action("compare").trigger()
    assert three.text("compare_title").startswith("Left: call 2. Right: call 1.")
    choose(three, 2)
    with three.qtbot.waitSignal(three.session.desk.baseline_changed):
        three.action("delete_calls").trigger()
    assert three.session.desk.baseline is None
    assert three.text("compare_title") == "No calls compared yet"


# ---------------------------------------------------------------- deleting, notes


def test_a_deletion_is_undone(three: Opened) -> None:
    log = three.session.log
    choose(three, 1, 3)
    view = table_of(three).view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    three.qtbot.waitUntil(lambda: rows(three) == [2])
    assert log.selected_call == 2
    assert [summary.call for summary in log.summaries] == [2]
    assert three.text("notice_text").startswith("Deleted 2 calls")
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    three.qtbot.waitUntil(lambda: rows(three) == [3, 2, 1])
    assert len(log.book) == 3
    three.action("undo_deletion").trigger()
    three.qtbot.waitUntil(lambda: not three.action("undo_deletion").isEnabled())


def test_what_a_call_costs_follows_a_deletion_and_its_undoing(window: Opened) -> None:
    for call in (1, 2, 3):
        window.press_run()
        window.wait_for_calls(call)
    log = window.session.log
    log.select(1)
    before = window.text("output_answer")
    assert "steady" in before
    window.session.desk.delete([2, 3])
    window.qtbot.waitUntil(lambda: rows(window) == [1])
    assert "steady" not in window.text("output_answer")
    window.session.desk.undo()
    window.qtbot.waitUntil(lambda: rows(window) == [3, 2, 1])
    assert window.text("output_answer") == before


def test_all_calls_are_deleted_and_come_back(three: Opened) -> None:
    choose(three, 1, 2, 3)
    three.action("delete_calls").trigger()
    three.qtbot.waitUntil(lambda: rows(three) == [])
    assert not three.action("delete_calls").isEnabled()
    three.action("undo_deletion").trigger()
    three.qtbot.waitUntil(lambda: rows(three) == [3, 2, 1])
    assert three.session.log.selected_call == 3


def test_a_note_is_written_and_found(three: Opened) -> None:
    choose(three, 2)
    three.action("note").trigger()
    three.qtbot.waitUntil(lambda: three.window.findChild(NoteDialog) is not None)
    three.find(QPlainTextEdit, "note_edit").setPlainText("the slow one")
    three.find(QLineEdit, "tags_edit").setText("slow, first ,")
    three.find(NoteDialog, "note_dialog").findChildren(QAbstractButton)[0].click()
    edit = three.find(QLineEdit, "call_filter")
    edit.setText('"slow one"')
    three.qtbot.waitUntil(lambda: rows(three) == [2])
    edit.setText("tag=first")
    three.qtbot.waitUntil(lambda: three.text("call_filter_state") == "1 of 3 calls")
    assert rows(three) == [2]
    notes = three.session.notes
    seen = Note("the slow one", ("first",))  # before the other tag was added
    notes.write(2, seen, Note("the slow one", ("quiet",)))
    three.qtbot.waitUntil(lambda: notes.notes[2] == Note("the slow one", ("quiet", "slow")))


def test_a_noted_call_shows_its_note(three: Opened) -> None:
    model, note = table_of(three).model, three.find(QLabel, "output_note")

    def mark(row: int) -> object:
        return model.data(model.index(row, 0), Qt.ItemDataRole.DecorationRole)

    assert note.isHidden()
    three.session.notes.write(3, Note("", ()), Note("after\nthe reboot", ("quiet", "cold")))
    three.qtbot.waitUntil(note.isVisible)
    assert note.text() == "Note: after the reboot · tags: cold, quiet"
    assert "Note: after the reboot" in model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole)
    assert [mark(row) is None for row in range(3)] == [False, True, True]
    choose(three, 2)
    assert note.isHidden()
    choose(three, 3)
    assert note.isVisible()
    three.session.notes.write(3, three.session.notes.notes[3], Note("", ()))
    three.qtbot.waitUntil(note.isHidden)
    assert mark(0) is None


def test_a_note_that_is_refused_can_be_edited_on(three: Opened) -> None:
    choose(three, 2)
    three.action("note").trigger()
    three.qtbot.waitUntil(lambda: three.window.findChild(NoteDialog) is not None)
    three.find(QPlainTextEdit, "note_edit").setPlainText("a" * 10_001)
    three.find(NoteDialog, "note_dialog").findChildren(QAbstractButton)[0].click()

    def reopened() -> list[NoteDialog]:
        return [one for one in three.window.findChildren(NoteDialog) if one.isVisible()]

    three.qtbot.waitUntil(lambda: len(reopened()) == 1)
    assert "10,001" in three.text("notice_text")
    (dialog,) = reopened()
    edit = dialog.findChild(QPlainTextEdit, "note_edit")
    assert edit is not None
    assert len(edit.toPlainText()) == 10_001
    edit.setPlainText("short")
    dialog.findChildren(QAbstractButton)[0].click()
    three.qtbot.waitUntil(lambda: three.session.notes.notes.get(2) == Note("short", ()))


# ---------------------------------------------------------------- the filter


def test_the_filter_shows_what_fits(three: Opened) -> None:
    edit = three.find(QLineEdit, "call_filter")
    three.action("search_calls").trigger()
    assert edit.hasFocus()
    QTest.keyClicks(edit, "arm=xla")
    three.qtbot.waitUntil(lambda: rows(three) == [2, 1])
    assert three.text("call_filter_state") == "2 of 3 calls"
    edit.setText("arm=xla strategy=sampling")
    three.qtbot.waitUntil(lambda: rows(three) == [2])
    three.press_run()  # by eager
    three.wait_for_calls(4)
    three.qtbot.waitUntil(lambda: three.text("call_filter_state") == "1 of 4 calls")
    edit.setText("arm=none")
    three.qtbot.waitUntil(lambda: three.text("call_filter_state").startswith("arm must be"))
    edit.clear()
    three.qtbot.waitUntil(lambda: rows(three) == [4, 3, 2, 1])
    assert table_of(three).selected_calls() == [4]


def test_the_menu_of_the_filter_writes_it(three: Opened) -> None:
    menu = three.find(QAbstractButton, "call_filter_button").findChildren(QMenu)[0]
    menu.aboutToShow.emit()
    arms = next(one for one in menu.findChildren(QMenu) if one.title() == "Arm")
    eager = next(action for action in arms.actions() if action.text() == Arm.EAGER)
    eager.trigger()
    assert three.find(QLineEdit, "call_filter").text() == "arm=eager"
    three.qtbot.waitUntil(lambda: rows(three) == [3])


def test_typed_entries() -> None:
    assert entries_of('arm=xla "two words" don\'t') == ["arm=xla", "two words", "don't"]
    assert entries_of('"not closed yet') == ['"not', "closed", "yet"]
    assert entries_of(text_of(["a b", "reason=c d"])) == ["a b", "reason=c d"]


def test_the_filter_is_there_again(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    one = open_window(settings_path=path)
    one.find(QLineEdit, "call_filter").setText("arm=xla")
    one.click("segment_of_history")
    one.window.close()
    settings = load_settings(path)[0]
    assert (settings.call_filter, settings.seconds_of_history) == ("arm=xla", True)
    again = open_window(settings=settings.model_copy(update={"recipe": Recipe.DOCUMENTED}))
    assert again.find(QLineEdit, "call_filter").text() == "arm=xla"
    assert again.find(QAbstractButton, "segment_of_history").isChecked()


# ---------------------------------------------------------------- seconds


def test_a_row_of_seconds_selects_its_calls(three: Opened) -> None:
    three.find(QDockWidget, "seconds_dock").raise_()
    view = three.find(RowsView, "seconds_view")
    model = view.model()
    three.qtbot.waitUntil(lambda: model.rowCount() > 0)
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "run" in names
    flags = QItemSelectionModel.SelectionFlag
    index = model.index(names.index("trace"), 0)
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    three.click("select_calls_button")
    wanted = CallFilter(phases=("trace",))
    expected: list[int] = []
    three.session.desk.find(wanted, expected.extend, lambda error: None)
    three.qtbot.waitUntil(lambda: bool(expected))
    three.qtbot.waitUntil(lambda: table_of(three).selected_calls() == expected)
    assert is_in_front(three, "calls")


def test_calls_at_many_places_are_chosen_by_the_filter(
    three: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xla_playground.ui.pages.calls_page._MOST_RANGES", 1)
    page = three.find(CallsPage, "calls_page")
    page.choose([1, 3], CallFilter(calls=((1, 1), (3, 3))))
    assert three.find(QLineEdit, "call_filter").text() == "call=1 call=3"
    assert three.text("call_filter_state") == "2 of 3 calls"
    assert rows(three) == page.chosen()[::-1] == [3, 1]
    three.find(QLineEdit, "call_filter").clear()
    three.qtbot.waitUntil(lambda: rows(three) == [3, 2, 1])


# ---------------------------------------------------------------- rows that can be used


def decoration(one: Opened, call: int, column: str) -> bool:
    model = table_of(one).model
    row = model.row_of(call)
    number = [spec.name for spec in COLUMNS].index(column)
    assert row is not None
    return model.index(row, number).data(Qt.ItemDataRole.DecorationRole) is not None


def tip(one: Opened, call: int, column: str) -> str:
    model = table_of(one).model
    row = model.row_of(call)
    number = [spec.name for spec in COLUMNS].index(column)
    assert row is not None
    return str(model.index(row, number).data(Qt.ItemDataRole.ToolTipRole))


def test_misses_and_the_baseline_have_an_icon(three: Opened) -> None:
    caches = {s.call: s.cache for s in three.session.log.summaries}
    assert {caches[call] == "miss" for call in caches} == {True, False}
    assert all(decoration(three, call, "cache") is (caches[call] == "miss") for call in caches)
    assert "Miss: this call was traced and compiled" in tip(three, 1, "cache")
    assert not decoration(three, 2, "call")
    choose(three, 2)
    three.action("pin").trigger()
    assert decoration(three, 2, "call")
    assert "Baseline: other calls are compared with it" in tip(three, 2, "arm")
    three.action("pin").trigger()
    assert not decoration(three, 2, "call")


def test_columns_are_chosen_and_remembered(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    one = open_window(settings_path=path)
    view = table_of(one).view
    names = [spec.name for spec in COLUMNS]
    menu = next(m for m in view.findChildren(QMenu) if m.objectName() == "column_menu")
    assert menu.menuAction() in view.actions()

    def press(name: str) -> None:
        menu.aboutToShow.emit()
        next(a for a in menu.actions() if a.data() == names.index(name)).trigger()

    assert not view.isColumnHidden(names.index("model"))
    press("model")
    assert view.isColumnHidden(names.index("model"))
    assert view.isColumnHidden(names.index("first_token"))
    press("first_token")
    assert not view.isColumnHidden(names.index("first_token"))
    one.window.resize(760, 620)
    assert not view.isColumnHidden(names.index("first_token"))
    one.window.close()
    again = open_window(settings=load_settings(path)[0])
    view = table_of(again).view
    assert view.isColumnHidden(names.index("model"))
    assert not view.isColumnHidden(names.index("first_token"))
    again.action("reset_layout").trigger()
    assert not view.isColumnHidden(names.index("model"))


def test_a_specialization_leads_to_its_calls(three: Opened) -> None:
    three.press_run()
    three.wait_for_calls(4)
    panel = three.find(SpecializationsPage, "specializations_page")
    log = three.session.log
    of_first = [s.call for s in log.summaries if s.key_id == log.summaries[0].key_id]
    key = log.key_of(log.summaries[0])
    panel.command_asked.emit("show_calls", [key])
    assert table_of(three).selected_calls() == of_first
    panel.command_asked.emit("pin", [key])
    assert three.session.desk.baseline == of_first[-1]
    panel.command_asked.emit("delete_calls", [key])
    three.qtbot.waitUntil(lambda: not set(rows(three)) & set(of_first))
    three.action("undo_deletion").trigger()
    three.qtbot.waitUntil(lambda: set(of_first) <= set(rows(three)))
    names = {action.objectName() for action in panel.findChildren(QAction)}
    assert {"use_settings_row_action", "run_again_row_action", "note_row_action"} <= names


# ---------------------------------------------------------------- what the GUI thread does not do


def test_calls_are_found_and_deleted_off_the_gui_thread(
    three: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: dict[str, list[threading.Thread]] = {}

    def watched(kind: type, name: str) -> None:
        original = getattr(kind, name)

        def watching(*args: object, **values: object) -> object:
            worked.setdefault(name, []).append(threading.current_thread())
            return original(*args, **values)

        monkeypatch.setattr(kind, name, watching)

    for name in ("find", "delete", "undo", "seconds_by_cause"):
        watched(Workbench, name)
    watched(ChangedCalls, "__init__")
    three.find(QLineEdit, "call_filter").setText("ar")
    three.qtbot.waitUntil(lambda: "find" in worked)
    three.find(QLineEdit, "call_filter").clear()
    three.qtbot.waitUntil(lambda: len(rows(three)) == 3)
    choose(three, 1, 3)
    three.action("delete_calls").trigger()
    three.qtbot.waitUntil(lambda: rows(three) == [2])
    three.action("undo_deletion").trigger()
    three.qtbot.waitUntil(lambda: rows(three) == [3, 2, 1])
    done: list[object] = []
    three.session.desk.add_up(CallFilter(), done.append)
    three.qtbot.waitUntil(lambda: bool(done))
    assert set(worked) == {"find", "delete", "undo", "seconds_by_cause", "__init__"}
    threads = {thread for found in worked.values() for thread in found}
    assert threading.main_thread() not in threads
