"""What comes back at the next start."""

from __future__ import annotations

import base64
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QDoubleSpinBox,
    QLabel,
    QMainWindow,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from tests.fakes import FakeEngine
from xla_playground.core.call.padding import PaddingMode
from xla_playground.core.call.request import Arm
from xla_playground.core.history.history import History
from xla_playground.core.options.table import Strategy
from xla_playground.core.window.plot_settings import PlotSettings, Scale
from xla_playground.core.window.settings import Settings, Theme, load_settings
from xla_playground.ui.plots.phases.phases_plot import PhasesPlot
from xla_playground.ui.state.settings_saver import SAVE_DELAY_MS

from .conftest import Open, Opened
from .plots.session_calls import press
from .walk import type_over

#: What no field can hold, by the entry's name.
TYPED = {
    "temperature": "125",
    "top_k": "abc",
    "seed": "0,7",
    "multiple_of": "",
    "repeat": "1.000,5",
}


def test_what_was_set_in_the_plots_comes_back(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    first = open_window(settings_path=path)
    phases = first.find(PhasesPlot, "phases_plot")
    press(phases.findChildren(QAbstractButton, "linear_button")[0])
    first.click("rolling_button")
    first.window.close()
    saved = load_settings(path)[0]
    assert saved.plots == PlotSettings(phases_scale=Scale.LINEAR, is_rolling=False)
    second = open_window(settings=saved)
    phases = second.find(PhasesPlot, "phases_plot")
    assert phases.findChildren(QAbstractButton, "linear_button")[0].isChecked()
    assert not second.find(QAbstractButton, "rolling_button").isChecked()


def test_panels_and_layout_come_back(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    first = open_window(settings_path=path)
    first.prompt().replace_text("XLA is\nA compiler is")
    strategy = first.find(QComboBox, "strategy")
    strategy.setCurrentIndex(strategy.findData(Strategy.SAMPLING))
    first.find(QDoubleSpinBox, "temperature").setValue(0.7)
    mode = first.find(QComboBox, "padding_mode")
    mode.setCurrentIndex(mode.findData(PaddingMode.FIXED))
    first.find(QSpinBox, "length").setValue(24)
    first.find(QSpinBox, "repeat").setValue(4)
    first.find(QAbstractButton, "segment_graph").click()
    first.action("theme_dark").trigger()
    first.find(QDockWidget, "latency_dock").hide()
    first.window.resize(790, 760)  # what fits the offscreen screen
    first.wait_until_planned()
    first.window.close()

    settings, notices = load_settings(path)
    assert notices == []
    second = open_window(settings=settings)
    assert second.prompt().toPlainText() == "XLA is\nA compiler is"
    assert second.find(QComboBox, "strategy").currentData() == Strategy.SAMPLING
    assert second.find(QDoubleSpinBox, "temperature").text() == "0.7"
    assert second.find(QComboBox, "padding_mode").currentData() == PaddingMode.FIXED
    assert second.find(QSpinBox, "length").value() == 24
    assert second.find(QSpinBox, "repeat").value() == 4
    assert second.find(QAbstractButton, "segment_graph").isChecked()
    assert second.action("theme_dark").isChecked()
    assert second.find(QDockWidget, "latency_dock").isHidden()
    assert second.window.size().height() == 760


def test_a_draft_with_problems_comes_back_as_it_was_typed(
    open_window: Open, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    prompts = "\n".join(f"prompt {number}" for number in range(65))
    first = open_window(settings_path=path)
    QApplication.clipboard().setText(prompts)
    first.prompt().selectAll()
    QTest.keyClick(first.prompt(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    strategy = first.find(QComboBox, "strategy")
    strategy.setCurrentIndex(strategy.findData(Strategy.SAMPLING))
    for name, text in TYPED.items():
        type_over(first.find(QAbstractSpinBox, name), text)
    first.click("segment_graph")
    first.press_run()
    first.window.close()

    settings, notices = load_settings(path)
    assert notices == []
    assert (settings.arm, settings.options.temperature) == (Arm.GRAPH, 1.0)  # the last it could be
    second = open_window(settings=settings)
    assert second.prompt().toPlainText() == prompts
    assert second.find(QComboBox, "strategy").currentData() == Strategy.SAMPLING
    assert second.find(QAbstractButton, "segment_graph").isChecked()
    for name, text in TYPED.items():
        entry = second.find(QAbstractSpinBox, name)
        assert (entry.text(), bool(entry.accessibleDescription())) == (text, True), name
    second.press_run()
    second.qtbot.waitUntil(lambda: "65 prompts" in second.text("problem_prompts"))
    assert "not 125" in second.text("problem_temperature")
    assert second.engine.requests == []


def saved(path: Path) -> Settings:
    return load_settings(path)[0] if path.exists() else Settings()


def test_a_change_is_saved_after_a_second_and_by_run(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    window = open_window(settings_path=path)
    window.wait_until_planned()
    QTest.keyClicks(window.prompt(), "XLA ")
    began = time.monotonic()
    window.qtbot.waitUntil(lambda: saved(path).prompt_text.startswith("XLA "), timeout=5000)
    assert time.monotonic() - began > SAVE_DELAY_MS / 2000, "each key would write"
    window.action("theme_dark").trigger()
    window.qtbot.waitUntil(lambda: saved(path).theme is Theme.DARK, timeout=5000)
    window.find(QDockWidget, "latency_dock").hide()
    state = saved(path).dock_state
    window.qtbot.waitUntil(lambda: saved(path).dock_state != state, timeout=5000)

    window.session.saver._timer.setInterval(1_000_000)
    window.find(QSpinBox, "max_new_tokens").setValue(48)
    window.press_run()
    window.qtbot.waitUntil(lambda: saved(path).options.max_new_tokens == 48, timeout=5000)
    window.wait_for_calls(1)


def test_a_slow_disk_holds_nobody_up(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    window = open_window(settings_path=path)
    window.wait_until_planned()
    disk = threading.Event()
    written = []

    def wait(file: int) -> None:
        written.append(file)
        assert disk.wait(20)

    monkeypatch.setattr(os, "fsync", wait)
    for number in range(5):
        window.find(QSpinBox, "max_new_tokens").setValue(50 + number)
        window.session.saver.save()
        window.wait_until_planned()
    disk.set()
    window.qtbot.waitUntil(lambda: saved(path).options.max_new_tokens == 54, timeout=5000)
    assert len(written) == 2, "of several that wait only the newest is written"


def test_two_windows_keep_what_was_set_in_each(open_window: Open, tmp_path: Path) -> None:
    path, history = tmp_path / "settings.json", tmp_path / "history.sqlite3"
    first = open_window(settings_path=path, history=history)
    second = open_window(settings_path=path, history=history)
    first.qtbot.waitUntil(lambda: bool(first.session.planner.plan and second.session.planner.plan))
    type_over(first.find(QSpinBox, "max_new_tokens"), "12")
    first.prompt().replace_text("XLA is")
    type_over(second.find(QSpinBox, "max_new_tokens"), "abc")
    type_over(second.find(QDoubleSpinBox, "repetition_penalty"), "1,5")
    for window in (first, second):
        window.click("run_button")  # a shortcut reaches the window in front only
    first.wait_for_calls(1)
    type_over(first.find(QSpinBox, "multiple_of"), "8")
    second.window.close()
    first.window.close()
    settings = load_settings(path)[0]
    assert settings.prompt_text == "XLA is"
    assert settings.options.repetition_penalty == 1.5
    assert (settings.padding.multiple_of, settings.typed) == (8, {"max_new_tokens": "abc"})

    third = open_window(settings=settings, history=history)
    assert len(third.session.log.summaries) == 1
    assert third.find(QSpinBox, "max_new_tokens").text() == "abc"


# ---------------------------------------------------------------- a full disk


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No file is written, no call is kept."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    def refuse(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(History, "_insert", refuse)
    yield
    monkeypatch.undo()


def test_a_full_disk_is_said_before_the_window_closes(
    open_window: Open, tmp_path: Path, full_disk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    window = open_window(settings_path=path, history=tmp_path / "history.sqlite3")
    window.wait_until_planned()
    window.find(QSpinBox, "repeat").setValue(2)
    window.press_run()
    window.wait_for_calls(2)
    window.window.close()
    assert window.window.isVisible()
    sentence = window.text("unsaved_sentence")
    assert sentence.startswith("Not saved: the settings and 2 calls (No space left on device).")

    window.click("retry_save_button")  # still full
    assert window.window.isVisible()
    monkeypatch.undo()
    window.qtbot.waitUntil(lambda: window.window.findChild(QLabel, "unsaved_sentence") is not None)
    window.click("retry_save_button")
    assert not window.window.isVisible()
    assert load_settings(path)[0].repeat == 2
    again = open_window(history=tmp_path / "history.sqlite3")
    assert len(again.session.log.summaries) == 2


def test_a_window_can_be_left_without_saving(
    open_window: Open, tmp_path: Path, full_disk: None
) -> None:
    window = open_window(settings_path=tmp_path / "settings.json")
    window.wait_until_planned()
    QTest.keyClicks(window.prompt(), "XLA ")
    window.qtbot.waitUntil(lambda: "cannot be saved" in window.text("notice_text"), timeout=5000)
    window.window.close()
    window.click("leave_button")
    assert not window.window.isVisible()
    assert not (tmp_path / "settings.json").exists()


def test_broken_window_state_means_the_first_layout(open_window: Open) -> None:
    broken = Settings(theme=Theme.LIGHT, geometry="!!", dock_state="bm90IGEgc3RhdGU=")
    window = open_window(settings=broken)
    assert window.find(QDockWidget, "calls_dock").isVisible()


def test_a_layout_from_before_the_newest_dock_means_the_first_layout(
    open_window: Open, qtbot: QtBot
) -> None:
    old = QMainWindow()
    qtbot.addWidget(old)
    state = base64.b64encode(old.saveState().data()).decode()
    window = open_window(settings=Settings(theme=Theme.LIGHT, dock_state=state))
    calls = window.find(QDockWidget, "calls_dock")
    assert [d.objectName() for d in window.window.tabifiedDockWidgets(calls)] == [
        "specializations_dock",
        "seconds_dock",
        "memory_dock",
        "compare_dock",
    ]


def test_the_last_call_comes_back_with_its_text(open_window: Open, tmp_path: Path) -> None:
    history = tmp_path / "history.sqlite3"
    first = open_window(history=history)
    first.press_run()
    first.wait_for_calls(1)
    first.window.close()

    second = open_window(FakeEngine(), history=history)
    assert second.text("output_title").startswith("Call 1 · xla · greedy")
    assert second.window.parts.output.view.text().startswith("TensorFlow is")


def test_reset_layout_brings_every_panel_back(window: Opened) -> None:
    for dock in window.window.findChildren(QDockWidget):
        dock.hide()
    window.action("reset_layout").trigger()
    hidden = [d.objectName() for d in window.window.findChildren(QDockWidget) if d.isHidden()]
    assert sorted(hidden) == [
        "claims_dock",
        "inside_dock",
        "lab_dock",
        "lessons_dock",
        "race_dock",
    ]  # until it is asked for


def test_themes_switch_at_once(window: Opened) -> None:
    def lightness() -> int:
        return window.window.palette().base().color().lightness()

    assert lightness() > 200
    window.action("theme_dark").trigger()
    window.qtbot.waitUntil(lambda: lightness() < 60)
    assert window.theme.theme is Theme.DARK
    window.action("theme_light").trigger()
    window.qtbot.waitUntil(lambda: lightness() > 200)
