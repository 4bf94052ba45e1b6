"""A sentence whose terms lead to the glossary."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opened
from xla_playground.ui.dialogs.help.help_dialog import GlossaryDialog
from xla_playground.ui.widgets.plain_label import TermsLabel


def test_a_click_on_a_term_of_the_forecast_opens_its_entry(window: Opened) -> None:
    label = window.find(TermsLabel, "forecast_text")
    label.setText("specialization <s>")
    assert label.text() == "specialization <s>"
    metrics = QFontMetrics(label.font())
    place = QPoint(metrics.horizontalAdvance("spec"), label.contentsRect().center().y())
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=place)
    window.qtbot.waitUntil(lambda: window.window.findChildren(GlossaryDialog) != [])


def test_a_link_has_the_colour_of_its_sentence(qtbot: QtBot) -> None:
    label = TermsLabel("a trace")
    qtbot.addWidget(label)

    def colour() -> str:
        return QLabel.text(label).partition("color:")[2][:7]

    assert colour() == label.palette().color(QPalette.ColorRole.WindowText).name()
    label.setForegroundRole(QPalette.ColorRole.BrightText)
    assert colour() == label.palette().color(QPalette.ColorRole.BrightText).name()
