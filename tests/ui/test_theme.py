"""Both themes can be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from xla_playground.core.window.settings import Theme
from xla_playground.ui.style.theme import ThemeSwitch


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_an_empty_check_box_stands_out(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    switch = ThemeSwitch(qapp, theme)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    window = qapp.palette().window().color().lightness()
    row = picture.height() // 2
    shades = [picture.pixelColor(x, row).lightness() for x in range(picture.width())]
    assert max(abs(shade - window) for shade in shades) > (8 if theme is Theme.LIGHT else 25)
    switch.set_theme(Theme.LIGHT)  # as the other tests know it
