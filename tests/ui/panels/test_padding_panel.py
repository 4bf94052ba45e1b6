"""The padding panel: what the call does not read is greyed out, and why is said."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

from tests.fakes import BART, GPT2, T5, WHISPER
from tests.ui.conftest import Open, Opened
from xla_playground.core.call.request import Arm, Recipe
from xla_playground.core.model.info import ModelInput
from xla_playground.core.window.settings import Settings, Theme

LIVE = "A prompt's length is live here: the policy is not read."


def opened(open_window: Open, **values: object) -> Opened:
    settings = Settings(theme=Theme.LIGHT).model_copy(update=values)
    window = open_window(settings=settings)
    window.qtbot.waitUntil(lambda: window.session.choice.info is not None)
    return window


def enabled(window: Opened) -> tuple[bool, bool]:
    """Whether the policy and the capacity can be set."""
    names = ("padding_mode", "capacity")
    policy, capacity = (window.find(QWidget, name).isEnabled() for name in names)
    assert window.find(QSpinBox, "multiple_of").isEnabled() is policy
    return policy, capacity


def test_under_fast_a_length_is_live_and_the_capacity_is_chosen(open_window: Open) -> None:
    window = opened(open_window)
    assert enabled(window) == (False, True)
    assert window.text("padding_reason") == LIVE
    assert "Greyed out" in window.find(QComboBox, "padding_mode").toolTip()
    assert "next power of two" in window.find(QSpinBox, "capacity").toolTip()
    assert "capacity" in window.find(QPushButton, "advise_button").toolTip()
    window.wait_until_planned()
    assert window.text("prompt_count") == "1 prompt · 2 tokens, their number is live"

    window.click("segment_documented")
    assert enabled(window) == (True, False)
    assert window.text("padding_reason") != LIVE
    assert "pad_to_multiple_of" in window.find(QComboBox, "padding_mode").toolTip()
    assert "Greyed out" in window.find(QSpinBox, "capacity").toolTip()
    window.wait_until_planned()
    assert window.text("prompt_count") == "1 prompt · 2 tokens, padded to 32"


def in_sight(window: Opened) -> list[str]:
    names = ("padding_mode", "multiple_of", "padding_side", "capacity", "padding_fold")
    panel = window.find(QWidget, "padding_panel")
    return [name for name in names if window.find(QWidget, name).isVisibleTo(panel)]


def test_what_is_not_read_is_folded_away(open_window: Open) -> None:
    window = opened(open_window)
    assert in_sight(window) == ["capacity", "padding_fold"]
    assert window.find(QPushButton, "advise_button").isVisible()
    window.click("segment_documented")
    assert in_sight(window) == ["padding_mode", "multiple_of", "padding_fold"]
    assert window.text("padding_reason") == ""
    window.click("padding_fold")
    assert len(in_sight(window)) == 5
    assert "must stand on the left" in window.text("padding_reason")
    window.click("padding_fold")
    assert in_sight(window) == ["padding_mode", "multiple_of", "padding_fold"]


@pytest.mark.parametrize("model", [T5, BART])
def test_the_source_of_an_encoder_is_padded_under_fast(open_window: Open, model: object) -> None:
    assert isinstance(model, type(GPT2))
    window = opened(open_window, model=model.name)
    assert enabled(window) == (True, True)
    assert window.text("padding_reason") != LIVE
    window.wait_until_planned()
    assert "padded to 32" in window.text("prompt_count")


def test_speech_has_a_capacity_and_nothing_to_pad(open_window: Open) -> None:
    window = opened(
        open_window, model=WHISPER.name, takes=ModelInput.SPEECH, audio="/clips/seven.wav"
    )
    assert enabled(window) == (False, True)
    assert window.text("padding_reason").startswith("A recording has no prompts to pad")
    assert not window.find(QPushButton, "advise_button").isEnabled()


def test_an_eager_call_has_no_capacity(open_window: Open) -> None:
    window = opened(open_window, arm=Arm.EAGER)
    assert not window.find(QSpinBox, "capacity").isEnabled()


def test_a_number_that_nobody_reads_stops_nothing(open_window: Open) -> None:
    window = opened(open_window, recipe=Recipe.DOCUMENTED)
    window.find(QSpinBox, "capacity").setValue(8)  # out of its range
    window.find(QSpinBox, "multiple_of").setValue(0)
    window.click("segment_fast")
    window.qtbot.waitUntil(lambda: "capacity must be" in window.text("forecast_text"))
    window.find(QSpinBox, "capacity").setValue(64)
    window.qtbot.waitUntil(lambda: window.text("forecast_text").startswith("new"))
    window.press_run()
    window.wait_for_calls(1)
    key = window.session.log.record(1).key
    assert key is not None
    assert key.shape() == "1×≤64"
