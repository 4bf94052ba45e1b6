"""The window in another language: made again over the session, which goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QTextEdit,
)
from shiboken6 import isValid

from tests.fakes import FakeEngine
from tests.races import REPORT as RACED
from tests.races import UNTIL_CANCELLED, script
from tests.ui import scripted_lab
from tests.ui.conftest import Open, Opened
from tests.ui.pages.test_lab_page import REPORT as RAN
from xla_playground.core.call.request import Recipe
from xla_playground.core.comparison.race_report import RaceDone
from xla_playground.core.window.settings import Settings, Theme, load_settings
from xla_playground.core.workbench.call_filter import CallFilter
from xla_playground.core.workbench.notes import Note
from xla_playground.ui.pages.call_filter_bar import CallFilterBar
from xla_playground.ui.widgets.elided_label import ElidedLabel
from xla_playground.ui.widgets.empty_hint import EmptyHint
from xla_playground.ui.window.bars.notice_banner import NoticeBanner

#: Buttons whose texts may be cut: their tooltips have the whole.
MAY_BE_CUT = ("documented_button",)
FAST = Settings(theme=Theme.LIGHT, recipe=Recipe.FAST)


def choose(one: Opened, code: str) -> None:
    """Choose a language in the menu."""
    before = one.window
    with one.qtbot.waitSignal(one.maker.settled):
        one.action(f"language_{code}").trigger()
    assert one.window is not before


def test_a_running_call_loses_nothing(open_window: Open) -> None:
    one = open_window(FakeEngine(hold_after=2), FAST)
    one.wait_until_planned()
    QTest.keyClicks(one.prompt(), "so ")
    one.press_run()
    one.qtbot.waitUntil(lambda: len(one.output_view().tokens()) > 16)
    text, title = one.output_view().text(), one.text("output_title")
    for code in ("ko", "en"):
        choose(one, code)
        assert one.session.runner.is_busy
        assert one.output_view().text() == text
        assert not one.action("run").isEnabled()
        assert one.action("cancel").isEnabled()
        assert one.prompt().toPlainText().startswith("so ")
        assert one.prompt().hasFocus()
    assert one.text("output_title") == title
    one.press_escape()
    one.wait_for_calls(1)
    assert one.output_view().text() == text
    assert one.text("output_title").endswith("cancelled")
    assert one.engine.starts == 1


def test_calls_choices_and_place_come_along(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    one = open_window(settings=Settings(theme=Theme.DARK), settings_path=path)
    one.wait_until_planned()
    for calls in (1, 2):
        one.press_run()
        one.wait_for_calls(calls)
    one.session.log.select(1)
    one.find(QSpinBox, "max_new_tokens").setValue(17)
    hidden = one.window.findChild(QDockWidget, "latency_dock")
    assert hidden is not None
    hidden.hide()
    choose(one, "ko")
    again = one.window.findChild(QDockWidget, "latency_dock")
    assert again is not None
    assert again is not hidden
    assert again.isHidden()
    assert one.find(QSpinBox, "max_new_tokens").value() == 17
    assert one.session.log.selected_call == 1
    assert "1" in one.text("output_title")
    assert one.action("language_ko").isChecked()
    one.press_run()
    one.wait_for_calls(3)
    assert one.session.saver.save_and_wait() == ""
    assert load_settings(path)[0].ui_language == "ko"


def seen(one: Opened) -> dict[str, object]:
    """What every page shows: rows of tables, texts and switches, by the names of widgets."""
    found: dict[str, object] = {}
    for dock in one.window.parts.docks.pages():
        one.window.parts.docks.bring_up(dock.objectName().removesuffix("_dock"))
        QTest.qWait(20)
        for view in dock.findChildren(QTableView):
            model = view.model()
            cells = product(range(model.rowCount()), range(model.columnCount()))
            found[view.objectName()] = [model.index(*at).data() for at in cells]
        for text in dock.findChildren(QTextEdit):
            found[text.objectName()] = text.toPlainText()
        for code in dock.findChildren(QPlainTextEdit):
            found[code.objectName()] = code.toPlainText()
        for label in dock.findChildren(QLabel):
            found[label.objectName()] = label.text()
        for button in dock.findChildren(QAbstractButton):
            found[button.objectName()] = button.isEnabled(), button.isChecked()
    return found


def test_every_page_shows_what_it_showed(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = open_window(settings=FAST)
    one.wait_until_planned()
    for calls in (1, 2):
        one.press_run()
        one.wait_for_calls(calls)
    session = one.session
    session.desk.compare(1, 2)
    one.action("inside").trigger()
    one.qtbot.waitUntil(lambda: bool(one.find(QTableView, "inside_figures").model().rowCount()))
    monkeypatch.setattr(session.race, "_command", lambda: script(RaceDone(report=RACED)))
    one.window.parts.docks.bring_up("race")
    with one.qtbot.waitSignal(session.race.finished):
        one.click("race_button")
    one.window.parts.docks.bring_up("lab")
    one.qtbot.waitUntil(lambda: bool(one.find(QPlainTextEdit, "lab_code").toPlainText()))
    monkeypatch.setattr(session.lab, "_command", lambda: scripted_lab.script(RAN))
    with one.qtbot.waitSignal(session.lab.finished):
        one.click("lab_run")
    one.window.parts.docks.bring_up("lessons")
    one.qtbot.waitUntil(lambda: bool(session.lessons.lessons))
    session.lessons.choose(session.lessons.lessons[4])
    session.lessons.go_to(1)
    session.lessons.set_panels()
    one.wait_until_planned()
    one.qtbot.waitUntil(lambda: bool(seen(one)["seconds_view"]))  # read off the GUI thread
    before = seen(one)
    assert before["race_view"]
    assert before["compare_view"]
    assert before["lesson_leave"] == (True, False)
    for code in ("ko", "en"):
        choose(one, code)
    others: dict[str, object] = {}
    for _ in range(50):
        now = seen(one)
        others = {
            name: (was, now.get(name)) for name, was in before.items() if was != now.get(name)
        }
        if not others:
            break
        QTest.qWait(100)
    assert others == {}
    one.click("lesson_leave")
    assert not session.lessons.has_set_panels


def test_a_race_goes_on_in_another_language(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = open_window(settings=FAST)
    one.wait_until_planned()
    race = one.session.race
    monkeypatch.setattr(race, "_command", lambda: UNTIL_CANCELLED)
    one.window.parts.docks.bring_up("race")
    with one.qtbot.waitSignal(race.progress_changed):
        one.click("race_button")
    one.window.parts.actions.menus["view"].aboutToShow.emit()
    assert one.find(QMenu, "language_menu").isEnabled()
    before = one.text("race_text")
    choose(one, "ko")
    assert race.is_running
    assert one.text("race_text")
    choose(one, "en")
    assert one.text("race_text") == before
    assert not one.find(QAbstractButton, "race_button").isEnabled()
    with one.qtbot.waitSignal(race.finished):
        one.click("cancel_race_button")
    assert one.find(QTableView, "race_view").model().rowCount() == 1


def test_notices_are_shown_to_their_end(open_window: Open) -> None:
    one = open_window(settings=FAST)
    one.wait_until_planned()
    for sentence in ("The settings were reset.", "The history was set aside."):
        one.session.notices.add(sentence)
    choose(one, "ko")
    assert one.text("notice_text") == "The settings were reset."
    one.click("dismiss_notice")
    choose(one, "en")
    assert one.text("notice_text") == "The history was set aside."
    one.click("dismiss_notice")
    assert one.find(NoticeBanner, "notice_banner").isHidden()


def test_old_windows_are_gone(open_window: Open) -> None:
    one = open_window(settings=FAST)
    one.wait_until_planned()
    left = []
    for code in ("ko", "en", "ko", "en"):
        left.append(one.window)
        choose(one, code)
    one.qtbot.waitUntil(lambda: not any(map(isValid, left)))
    one.press_run()
    one.wait_for_calls(1)
    assert len(one.session.log.readers) == 2


def test_answers_that_an_earlier_window_asked_for_are_dropped(open_window: Open) -> None:
    one = open_window(settings=FAST)
    one.wait_until_planned()
    one.press_run()
    one.wait_for_calls(1)
    may_answer = threading.Event()
    one.session.log.keeper.run(lambda: may_answer.wait(30), lambda _: None, lambda _: None)
    old = one.window
    old.parts.pages.seconds.show_call(1)
    assert one.action("note").isEnabled()
    one.action("note").trigger()
    bar = one.find(CallFilterBar, "call_filter_bar")
    one.find(QLineEdit, "call_filter").setText("model=gpt2")
    one.qtbot.waitUntil(lambda: bar.wanted != CallFilter())  # it asked
    choose(one, "ko")
    one.qtbot.waitUntil(lambda: not isValid(old))
    may_answer.set()
    one.session.notes.write(1, Note("", ()), Note("last", ()))  # answered after all that
    one.qtbot.waitUntil(lambda: one.session.notes.notes.get(1) == Note("last", ()))


@pytest.mark.parametrize("code", ["en", "ko"])
def test_no_label_is_cut(open_window: Open, code: str) -> None:
    """At 1280×800, after two calls, in front and behind other tabs."""
    one = open_window(settings=FAST.model_copy(update={"ui_language": code}))
    one.window.resize(1280, 800)
    one.wait_until_planned()
    for calls in (1, 2):
        one.press_run()
        one.wait_for_calls(calls)
    docks = one.window.findChildren(QDockWidget)
    assert len(docks) > 8
    cut = {text for dock in docks for text in _cut_texts(one, dock)}
    assert cut == set()


def _cut_texts(one: Opened, dock: QDockWidget) -> Iterator[str]:
    """The texts with too little room while a dock is in front."""
    dock.raise_()
    QTest.qWait(20)
    for label in one.window.findChildren(QLabel):
        is_elided = isinstance(label, ElidedLabel | EmptyHint)
        if not label.isVisible() or is_elided or not label.text():
            continue
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 2:
                yield label.text()
        elif label.sizeHint().width() > label.width() + 1:
            yield label.text()
    for button in one.window.findChildren(QAbstractButton):
        is_cut = button.isVisible() and button.sizeHint().width() > button.width() + 1
        if is_cut and button.text() and button.objectName() not in MAY_BE_CUT:
            yield button.text()


def test_the_menu_names_languages_in_themselves(open_window: Open) -> None:
    one = open_window(settings=FAST)
    names = {code: one.action(f"language_{code}").text() for code in ("en", "ko")}
    assert names == {"en": "English", "ko": "한국어"}
    QTest.keyClick(one.prompt(), Qt.Key.Key_A)
    assert one.find(QComboBox, "stream").isEnabled()
