"""Values that cannot run: one sentence beside the control, and nothing is run."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QDoubleSpinBox,
    QLabel,
    QSpinBox,
    QWidget,
)

from xla_playground.core.call.padding import SIDE_REASONS, PaddingMode, PaddingSide
from xla_playground.core.options.table import Strategy

from .conftest import Opened


def choose(window: Opened, combo: str, data: object) -> None:
    box = window.find(QComboBox, combo)
    box.setCurrentIndex(box.findData(data))


def wait_for_problem(window: Opened, field: str) -> str:
    label = window.find(QLabel, f"problem_{field}")
    window.qtbot.waitUntil(lambda: not label.isHidden())
    return label.text()


def is_seen(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def test_an_empty_prompt(window: Opened) -> None:
    window.prompt().replace_text("")
    window.press_run()

    sentence = "The prompt is empty: type some text to continue."
    assert window.text("problem_prompts") == sentence
    assert window.find(QLabel, "problem_prompts").isVisible()
    assert window.text("forecast_text") == sentence
    assert window.engine.requests == []


def test_white_space_is_a_prompt(window: Opened) -> None:
    window.prompt().replace_text("\n")
    window.wait_until_planned()

    assert window.find(QLabel, "problem_prompts").isHidden()


def test_a_problem_goes_away_when_it_is_mended(window: Opened) -> None:
    window.prompt().replace_text("")
    wait_for_problem(window, "prompts")
    window.prompt().replace_text("XLA is")
    window.wait_until_planned()

    assert window.find(QLabel, "problem_prompts").isHidden()
    assert window.text("forecast_text").startswith("new")


def test_a_typed_value_out_of_bounds_is_said_and_not_replaced(window: Opened) -> None:
    choose(window, "strategy", Strategy.SAMPLING)
    spin = window.find(QDoubleSpinBox, "temperature")
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "0")

    sentence = wait_for_problem(window, "temperature")
    assert sentence.startswith("temperature must be between 0.01 and 100, not 0.")
    assert "choose greedy" in sentence
    assert spin.text() == "0"


def test_steps_stay_within_the_bounds(window: Opened) -> None:
    choose(window, "strategy", Strategy.BEAM)
    spin = window.find(QSpinBox, "num_beams")
    assert spin.value() == 2
    spin.stepDown()
    assert spin.value() == 2


def test_a_value_that_nobody_reads_stops_nothing(window: Opened) -> None:
    window.find(QSpinBox, "num_beams").setValue(1)  # greedy has no beams
    window.press_run()
    window.wait_for_calls(1)


def test_fewer_beams_than_returned_sequences(window: Opened) -> None:
    choose(window, "strategy", Strategy.BEAM)
    window.find(QSpinBox, "num_return_sequences").setValue(3)
    window.press_run()

    assert "3 is more than num_beams 2" in window.text("problem_num_return_sequences")
    assert window.engine.requests == []


def test_what_only_the_model_knows_is_said_by_the_plan(window: Opened) -> None:
    window.find(QSpinBox, "max_new_tokens").setValue(600)
    assert "512 positions" in wait_for_problem(window, "max_new_tokens")

    window.press_run()  # asked for all the same: refused, and said again
    window.qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert "512 positions" in wait_for_problem(window, "max_new_tokens")
    assert window.session.log.summaries == []


def test_padding_problems_stand_in_the_padding_panel(window: Opened) -> None:
    window.prompt().replace_text("XLA is\nOnce upon a time")
    choose(window, "padding_mode", PaddingMode.NONE)
    assert "a batch must have one length" in wait_for_problem(window, "padding")

    choose(window, "padding_mode", PaddingMode.FIXED)
    window.find(QSpinBox, "length").setValue(2)
    window.qtbot.waitUntil(lambda: "the fixed length of 2" in window.text("problem_padding"))


def test_a_decoder_only_model_keeps_left_and_says_why(window: Opened) -> None:
    side = window.find(QComboBox, "padding_side")
    assert side.currentData() == PaddingSide.LEFT
    assert not side.isEnabled()
    window.click("padding_fold")
    assert window.text("padding_reason") == SIDE_REASONS[PaddingSide.LEFT].text
    assert window.find(QLabel, "padding_reason").isVisible()


def test_an_encoder_with_absolute_positions_keeps_right_and_says_why(window: Opened) -> None:
    window.find(QComboBox, "model_combo").addItem("toy-bart", "toy-bart")
    choose(window, "model_combo", "toy-bart")
    side = window.find(QComboBox, "padding_side")
    window.qtbot.waitUntil(lambda: side.currentData() == PaddingSide.RIGHT)
    assert not side.isEnabled()
    window.click("padding_fold")
    assert window.text("padding_reason") == SIDE_REASONS[PaddingSide.RIGHT].text
    window.wait_until_planned()


def test_an_encoder_with_relative_positions_has_a_choice_of_side(window: Opened) -> None:
    window.find(QComboBox, "model_combo").addItem("toy-t5", "toy-t5")
    choose(window, "model_combo", "toy-t5")
    window.qtbot.waitUntil(lambda: window.find(QComboBox, "padding_side").isEnabled())

    assert window.find(QLabel, "padding_reason").isHidden()
    choose(window, "padding_side", PaddingSide.RIGHT)
    window.wait_until_planned()
    assert window.session.form.request().padding.side is PaddingSide.RIGHT


def test_a_refused_model_is_said_beside_its_name(window: Opened) -> None:
    window.find(QComboBox, "model_combo").addItem("broken", "/no/such/folder")
    choose(window, "model_combo", "/no/such/folder")

    assert "There is no model" in wait_for_problem(window, "model")
    assert window.text("fact_family") == "–"
    assert window.text("status_model") == "no model yet"

    choose(window, "model_combo", "playground-gpt2")
    window.wait_until_planned()
    assert window.find(QLabel, "problem_model").isHidden()
    assert window.text("fact_family") == "GPT-2, decoder-only"


def test_run_brings_up_the_panel_that_must_change(window: Opened) -> None:
    window.find(QDockWidget, "model_dock").raise_()  # it is tabbed with the prompt
    window.qtbot.waitUntil(lambda: not is_seen(window.prompt()))
    window.prompt().replace_text("")
    window.action("run").trigger()
    window.qtbot.waitUntil(lambda: is_seen(window.prompt()))


def test_nothing_but_run_brings_a_panel_up(window: Opened) -> None:
    window.press_run()
    window.wait_for_calls(1)
    window.find(QDockWidget, "model_dock").raise_()
    window.qtbot.waitUntil(lambda: not is_seen(window.prompt()))
    window.prompt().replace_text("")
    assert "prompt is empty" in wait_for_problem(window, "prompts")
    assert not is_seen(window.prompt())


def test_an_invalid_form_disables_run_with_the_reason_on_it(window: Opened) -> None:
    run, button = window.action("run"), window.find(QAbstractButton, "run_button")
    usual = button.toolTip()
    window.prompt().replace_text("")
    assert run.isEnabled(), "nothing is said while somebody types"
    sentence = wait_for_problem(window, "prompts")
    assert not run.isEnabled()
    assert not button.isEnabled()
    assert button.toolTip() == sentence
    window.prompt().replace_text("XLA is")
    assert run.isEnabled(), "at once"
    assert button.toolTip() == usual
    window.press_run()
    window.wait_for_calls(1)
