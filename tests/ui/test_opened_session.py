"""A session file in the window: opened, labelled, read only, and closed again."""

from __future__ import annotations

import gzip
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
)

import xla_playground.ui.state.opened.session_choice as session_choice
from tests.core.examples import make_record
from xla_playground.core.history.history import History
from xla_playground.core.workbench.call_filter import CallFilter
from xla_playground.core.workbench.notes import Note
from xla_playground.core.workbench.session_file import (
    Progress,
    SavedSession,
    open_session,
    save_session,
)
from xla_playground.core.workbench.workbench import Workbench
from xla_playground.ui.dialogs.note_dialog import NoteDialog
from xla_playground.ui.tables.rows_view import RowsView

from .conftest import Open, Opened
from .test_call_commands import choose, rows
from .test_drops import drop


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A session of four calls of another machine, the second with a note."""
    history = History(None)
    for number in range(4):
        history.add(make_record(run_ns=(number + 1) * 1_000_000))
    workbench = Workbench(history)
    workbench.note(2, "of the other machine")
    workbench.index()
    path = tmp_path / "theirs.session"
    save_session(workbench, CallFilter(), path)
    history.close()
    return path


@pytest.fixture
def two(window: Opened) -> Opened:
    """A window with two calls of its own."""
    window.window.resize(1280, 800)
    for count in (1, 2):
        window.press_run()
        window.wait_for_calls(count)
    return window


def open_file(one: Opened, path: Path) -> None:
    with one.qtbot.waitSignal(one.session.sessions.changed):
        one.session.sessions.open(path)


def back(one: Opened) -> QPushButton:
    return one.find(QPushButton, "session_button")


def is_labelled(one: Opened) -> bool:
    return back(one).isVisible()


def test_the_calls_of_a_file_are_shown_and_those_of_the_history_again(
    two: Opened, file: Path
) -> None:
    assert not is_labelled(two)
    open_file(two, file)
    assert rows(two) == [4, 3, 2, 1]
    label = two.text("session_text")
    assert label.startswith("Session from ")
    assert label.endswith("theirs.session · 4 calls, read only")
    assert two.session.log.selected_call == 4
    assert two.text("output_title").startswith("Call 4")
    assert len(two.session.log.own.summaries) == 2
    assert is_labelled(two)
    back(two).click()
    assert not is_labelled(two)
    assert rows(two) == [2, 1]
    assert two.session.log.selected_call == 2


def test_nothing_of_a_file_enters_the_history(
    open_window: Open, file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "history.sqlite3"
    one = open_window(history=path)
    one.wait_until_planned()
    open_file(one, file)
    one.session.log.select(2)
    one.window.close()
    history = History(path)
    assert history.summaries() == []
    history.close()


def test_a_file_cannot_be_changed(two: Opened, file: Path) -> None:
    open_file(two, file)
    assert not any(
        two.action(name).isEnabled() for name in ("delete_calls", "undo_deletion", "save_session")
    )
    choose(two, 2)
    two.action("note").trigger()
    two.qtbot.waitUntil(lambda: two.window.findChild(NoteDialog) is not None)
    edit = two.find(QPlainTextEdit, "note_edit")
    assert edit.toPlainText() == "of the other machine"
    assert edit.isReadOnly()
    two.find(NoteDialog, "note_dialog").reject()
    two.action("close_session").trigger()
    assert two.action("delete_calls").isEnabled()
    assert not two.action("close_session").isEnabled()


def test_a_note_is_written_on_the_own_call_though_a_file_was_opened_behind_its_dialog(
    two: Opened, file: Path
) -> None:
    choose(two, 2)
    two.action("note").trigger()
    two.qtbot.waitUntil(lambda: two.window.findChild(NoteDialog) is not None)
    two.find(QPlainTextEdit, "note_edit").setPlainText("of this machine")
    open_file(two, file)
    two.find(NoteDialog, "note_dialog").findChildren(QAbstractButton)[0].click()
    notes = two.session.notes
    two.qtbot.waitUntil(lambda: notes.notes.get(2) == Note("of the other machine", ()))
    back(two).click()
    two.qtbot.waitUntil(lambda: notes.notes.get(2) == Note("of this machine", ()))


def test_a_file_is_searched_added_up_compared_and_copied(
    two: Opened, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(two, 1)
    two.action("pin").trigger()
    open_file(two, file)
    assert two.session.desk.baseline is None
    two.find(QLineEdit, "call_filter").setText('"other machine"')
    two.qtbot.waitUntil(lambda: rows(two) == [2])
    two.find(QLineEdit, "call_filter").clear()
    two.qtbot.waitUntil(lambda: len(rows(two)) == 4)
    seconds = two.find(RowsView, "seconds_view")
    two.find(QDockWidget, "seconds_dock").raise_()
    two.qtbot.waitUntil(lambda: seconds.model().rowCount() > 0)
    choose(two, 1, 3)
    with two.qtbot.waitSignal(two.session.desk.compared):
        two.action("compare").trigger()
    assert two.text("compare_title").startswith("Left: call 1. Right: call 3.")
    choose(two, 1)
    QGuiApplication.clipboard().clear()
    two.action("copy_python").trigger()
    two.qtbot.waitUntil(lambda: "model.generate" in QGuiApplication.clipboard().text())
    report = tmp_path / "report.md"
    monkeypatch.setattr(QFileDialog, "exec", lambda self: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: [str(report)])
    two.action("save_report").trigger()
    two.qtbot.waitUntil(report.exists)
    two.action("close_session").trigger()
    assert two.text("compare_title") == "No calls compared yet"
    assert two.find(QTextEdit, "compare_tokens").toPlainText() == ""
    assert two.session.desk.baseline == 1


def test_a_comparison_is_of_the_calls_that_are_shown(two: Opened, file: Path) -> None:
    choose(two, 1, 2)
    with two.qtbot.waitSignal(two.session.desk.compared):
        two.action("compare").trigger()
    assert two.text("compare_title").startswith("Left: call 1. Right: call 2.")
    open_file(two, file)  # which has calls of these numbers, too
    assert two.text("compare_title") == "No calls compared yet"


def test_run_leads_back(two: Opened, file: Path) -> None:
    open_file(two, file)
    two.press_run()
    assert not is_labelled(two)
    two.wait_for_calls(3)
    assert rows(two) == [3, 2, 1]


def test_a_call_that_ends_meanwhile_joins_the_history_alone(two: Opened, file: Path) -> None:
    open_file(two, file)
    two.session.log.add(two.session.log.own.history.record(1))
    assert rows(two) == [4, 3, 2, 1]
    assert two.session.log.selected_call == 4
    back(two).click()
    assert rows(two) == [3, 2, 1]


def test_the_forecast_is_of_this_machine(two: Opened, file: Path) -> None:
    two.wait_for_forecast("cached")
    before = two.text("forecast_text")
    open_file(two, file)
    two.wait_until_planned()
    assert two.text("forecast_text") == before


def test_a_file_is_dropped(two: Opened, file: Path) -> None:
    with two.qtbot.waitSignal(two.session.sessions.changed):
        assert drop(two, [QUrl.fromLocalFile(str(file))])
    assert rows(two) == [4, 3, 2, 1]


def test_a_file_is_chosen(two: Opened, file: Path) -> None:
    two.action("open_session").trigger()
    dialog = two.window.findChild(QFileDialog)
    assert dialog is not None
    with two.qtbot.waitSignal(two.session.sessions.changed):
        dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert rows(two) == [4, 3, 2, 1]


def cut_off(data: bytes) -> bytes:
    return data[: len(data) // 2]


def too_new(data: bytes) -> bytes:
    return gzip.compress(gzip.decompress(data).replace(b'"version":1', b'"version":2', 1))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut_off, "is cut off: copy it again"),
        (too_new, "was saved by a newer version of XLA Playground"),
        (lambda data: b"no session", "is no session file, or is damaged"),
    ],
    ids=["cut off", "newer", "another file"],
)
def test_a_bad_file_is_refused_and_all_stays(
    two: Opened, file: Path, spoil: object, sentence: str
) -> None:
    assert callable(spoil)
    file.write_bytes(spoil(file.read_bytes()))
    two.session.sessions.open(file)
    two.qtbot.waitUntil(lambda: sentence in two.text("notice_text"))
    assert two.session.sessions.opened is None
    assert not is_labelled(two)
    assert rows(two) == [2, 1]


def test_a_file_of_two_gigabytes_is_refused(two: Opened, tmp_path: Path) -> None:
    path = tmp_path / "huge.session"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # takes no room on the disk
    two.session.sessions.open(path)
    two.qtbot.waitUntil(lambda: "more than the" in two.text("notice_text"))


def test_a_file_is_read_off_the_gui_thread_and_its_reading_cancelled(
    two: Opened, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    begun, may_end = threading.Event(), threading.Event()

    def slow(path: Path, progress: Progress) -> SavedSession:
        threads.append(threading.current_thread())
        begun.set()
        assert may_end.wait(30)
        progress(0.5)
        return open_session(path)

    monkeypatch.setattr(session_choice, "open_session", slow)
    two.session.sessions.open(file)
    assert two.text("session_text").startswith("Opening 'theirs.session'")
    assert is_labelled(two)
    assert rows(two) == [2, 1]
    assert begun.wait(30)
    back(two).click()
    may_end.set()
    assert not is_labelled(two)
    two.session.sessions.open(file)
    two.qtbot.waitUntil(lambda: two.session.sessions.opened is not None)
    assert threading.main_thread() not in threads


def test_another_file_takes_the_place_of_the_first(two: Opened, file: Path, tmp_path: Path) -> None:
    history = History(None)
    history.add(make_record())
    save_session(Workbench(history), CallFilter(), tmp_path / "one.session")
    history.close()
    open_file(two, file)
    open_file(two, tmp_path / "one.session")
    assert rows(two) == [1]
    back(two).click()
    assert rows(two) == [2, 1]
