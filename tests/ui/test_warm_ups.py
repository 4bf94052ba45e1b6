"""Warming up from the window."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLabel, QProgressBar, QPushButton, QToolButton

from tests.fakes import T5, WHISPER, FakeEngine
from tests.ui.conftest import Open, Opened
from xla_playground.core.model.info import ModelInput
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy
from xla_playground.core.window.settings import Settings, Theme


def ask(window: Opened) -> None:
    window.action("warm_up").trigger()


def test_the_dialog_counts_what_is_chosen(window: Opened) -> None:
    ask(window)
    assert window.text("warm_up_estimate").startswith("2 specializations, 0 stored already: about")
    window.find(QCheckBox, "warm_batch_1").click()
    window.find(QCheckBox, "warm_options_1").click()
    assert window.text("warm_up_estimate").startswith("8 specializations, 0 stored already: about")
    for box in ("warm_length_0", "warm_length_1"):
        window.find(QCheckBox, box).click()
    assert window.text("warm_up_estimate") == "Choose at least one of each."
    assert not window.find(QPushButton, "begin_warm_up_button").isEnabled()


def test_it_prepares_in_an_engine_of_its_own_and_tells_the_end(open_window: Open) -> None:
    other = FakeEngine()
    window = open_window(warm_engine=other)
    window.wait_until_planned()
    ask(window)
    window.click("begin_warm_up_button")
    window.qtbot.waitUntil(lambda: window.text("notice_text") == "Warmed up: 2 prepared.")
    assert [r.padding.capacity for r in other.requests] == [256, 512]
    assert {r.recipe for r in other.requests} == {"fast"}
    assert window.engine.requests == []
    assert window.find(QLabel, "warm_up_state").isHidden()


def test_an_encoder_decoder_model_keeps_its_source_buckets(open_window: Open) -> None:
    window = open_window(settings=Settings(theme=Theme.LIGHT, model=T5.name))
    window.wait_until_planned()
    ask(window)
    lengths = [window.find(QCheckBox, f"warm_length_{n}") for n in range(4)]
    assert [box.text() for box in lengths] == ["32", "64", "96", "128"]
    assert window.text("warm_up_estimate").startswith("2 specializations")


def test_progress_shows_and_a_call_of_the_user_goes_on_meanwhile(open_window: Open) -> None:
    other = FakeEngine()
    other.hold.set()
    window = open_window(warm_engine=other)
    window.wait_until_planned()
    ask(window)
    window.click("begin_warm_up_button")
    window.qtbot.waitUntil(lambda: window.text("warm_up_state") == "warming up … 0 of 2")
    assert window.find(QProgressBar, "warm_up_bar").maximum() == 2
    assert not window.find(QPushButton, "warm_up_button").isEnabled()

    window.action("run").trigger()
    window.wait_for_calls(1)
    assert window.text("warm_up_state") == "warming up … 0 of 2"
    other.hold.clear()
    window.qtbot.waitUntil(lambda: window.find(QPushButton, "warm_up_button").isEnabled())


def test_cancel_says_what_came_of_it(open_window: Open) -> None:
    other = FakeEngine()
    other.hold.set()
    window = open_window(warm_engine=other)
    window.wait_until_planned()
    ask(window)
    window.click("begin_warm_up_button")
    window.qtbot.waitUntil(lambda: window.text("warm_up_text") == "0 of 2")
    window.find(QToolButton, "cancel_warm_up_button").click()
    window.qtbot.waitUntil(
        lambda: window.text("notice_text") == "Warm-up stopped: nothing prepared."
    )


def test_closing_the_window_ends_it(open_window: Open) -> None:
    other = FakeEngine()
    other.hold.set()
    window = open_window(warm_engine=other)
    window.wait_until_planned()
    ask(window)
    window.click("begin_warm_up_button")
    window.qtbot.waitUntil(lambda: window.text("warm_up_state") != "")
    window.window.close()
    assert other.is_closed


def test_why_it_cannot_is_said(open_window: Open) -> None:
    off = open_window(settings=Settings(theme=Theme.LIGHT, store_limit_mb=0))
    button = off.find(QPushButton, "warm_up_button")
    assert not button.isEnabled()
    assert "The store is off" in button.toolTip()

    speech = open_window(
        settings=Settings(theme=Theme.LIGHT, model=WHISPER.name, takes=ModelInput.SPEECH)
    )
    speech.qtbot.waitUntil(lambda: speech.session.choice.info is not None)
    ask(speech)
    assert speech.text("notice_text") != ""


def test_options_of_now_are_offered_first(open_window: Open) -> None:
    options = GenerationOptions(strategy=Strategy.BEAM, num_beams=3)
    window = open_window(settings=Settings(theme=Theme.LIGHT, options=options))
    window.wait_until_planned()
    ask(window)
    first = window.find(QCheckBox, "warm_options_0")
    assert (first.text(), first.isChecked()) == ("beam search, 3", True)
