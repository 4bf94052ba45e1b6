"""The window in another language: made again over the session, which goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDockWidget, QSpinBox
from shiboken6 import isValid

from tests.fakes import FakeEngine
from tests.ui.conftest import Open, Opened
from xla_playground.core.call.request import Recipe
from xla_playground.core.window.settings import Settings, Theme, load_settings

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


def test_the_menu_names_languages_in_themselves(open_window: Open) -> None:
    one = open_window(settings=FAST)
    names = {code: one.action(f"language_{code}").text() for code in ("en", "ko")}
    assert names == {"en": "English", "ko": "한국어"}
    QTest.keyClick(one.prompt(), Qt.Key.Key_A)
    assert one.find(QComboBox, "stream").isEnabled()
