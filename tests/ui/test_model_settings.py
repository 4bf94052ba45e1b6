"""The options that a model's publisher chose: offered in the window, never applied unasked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPushButton, QSpinBox

from xla_playground.core.options.table import Strategy

from .conftest import Opened


def test_a_model_without_settings_offers_none(window: Opened) -> None:
    assert window.find(QPushButton, "model_settings_button").isHidden()


def test_the_button_sets_what_its_tooltip_lists(window: Opened) -> None:
    window.find(QComboBox, "model_combo").addItem("toy-bart", "toy-bart")
    combo = window.find(QComboBox, "model_combo")
    combo.setCurrentIndex(combo.findData("toy-bart"))
    button = window.find(QPushButton, "model_settings_button")
    window.qtbot.waitUntil(button.isVisible)
    assert "strategy beam, num_beams 4, length_penalty 2.0" in button.toolTip()
    strategy = window.find(QComboBox, "strategy")
    assert strategy.currentData() == Strategy.GREEDY

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert strategy.currentData() == Strategy.BEAM
    assert window.find(QSpinBox, "num_beams").value() == 4
    assert window.find(QDoubleSpinBox, "length_penalty").value() == 2.0
    window.wait_until_planned()
    assert window.session.form.request().options.num_beams == 4
