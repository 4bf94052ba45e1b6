"""The names of phases and of their parts in the language of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xla_playground.bridge.languages.translations import Translators
from xla_playground.core.call.breakdown import Part
from xla_playground.core.call.record import PHASES
from xla_playground.ui.text.phase_words import part_word, phase_word

#: Names that are the same in every language.
SAME = {Part.MLP, Part.AUTOGRAPH}


def test_every_phase_and_part_has_a_word(qtbot: QtBot) -> None:
    assert [phase_word(name) for name in PHASES] == list(PHASES)
    assert [part_word(part) for part in Part] == [str(part) for part in Part]
    assert part_word("of a newer version") == "of a newer version"
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    translators = Translators(application)
    translators.use("ko")
    try:
        assert not {phase_word(name) for name in PHASES} & set(PHASES)
        assert {part for part in Part if part_word(part) == str(part)} == SAME
    finally:
        translators.use("en")
