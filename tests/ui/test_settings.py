"""What comes back at the next start."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QDoubleSpinBox,
    QMainWindow,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from tests.fakes import FakeEngine
from xla_playground.core.options import Strategy
from xla_playground.core.padding import PaddingMode
from xla_playground.core.settings import Settings, Theme, load_settings

from .conftest import Open, Opened


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


def test_a_draft_with_a_problem_is_not_kept(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    window = open_window(settings_path=path)
    window.wait_until_planned()
    window.find(QSpinBox, "max_new_tokens").setValue(40_000)
    window.press_run()
    window.window.close()

    assert load_settings(path)[0].options.max_new_tokens == 32


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
        "specializations_dock"
    ]


def test_the_last_call_comes_back_with_its_text(open_window: Open, tmp_path: Path) -> None:
    history = tmp_path / "history.sqlite3"
    first = open_window(history=history)
    first.press_run()
    first.wait_for_calls(1)
    first.window.close()

    second = open_window(FakeEngine(), history=history)
    assert second.text("output_title").startswith("Call 1 · xla · greedy")
    assert second.window.output.view.text().startswith("TensorFlow is")


def test_reset_layout_brings_every_panel_back(window: Opened) -> None:
    for dock in window.window.findChildren(QDockWidget):
        dock.hide()
    window.action("reset_layout").trigger()
    assert not [d for d in window.window.findChildren(QDockWidget) if d.isHidden()]


def test_themes_switch_at_once(window: Opened) -> None:
    def lightness() -> int:
        return window.window.palette().base().color().lightness()

    assert lightness() > 200
    window.action("theme_dark").trigger()
    window.qtbot.waitUntil(lambda: lightness() < 60)
    assert window.theme.theme is Theme.DARK
    window.action("theme_light").trigger()
    window.qtbot.waitUntil(lambda: lightness() > 200)
