"""Press Run: text, row and forecast."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QProgressBar, QSpinBox, QTableView

from tests.fakes import FakeEngine
from xla_playground.core.call.record import TokenRole

from .conftest import Open, Opened


def test_an_empty_window_says_what_to_do(window: Opened) -> None:
    assert "Press Run" in window.text("output_message")
    assert window.text("output_title") == "No call yet"
    assert window.window.windowTitle() == "XLA Playground – playground-gpt2"


def test_run_shows_text_tokens_and_a_row(window: Opened) -> None:
    window.press_run()
    window.wait_for_calls(1)

    view = window.window.parts.output.view
    assert view.text().startswith("TensorFlow is a fast compiler")
    assert {token.role for token in view.tokens()} == set(TokenRole)
    assert window.text("output_title") == "Call 1 · xla · greedy · new specialization · 3.02 s"
    assert window.text("output_details") == (
        "traced 1.20 s, compiled 1.80 s, ran 20.0 ms · forecast 1.2 to 9.2 s · "
        "because nothing is specialized yet in this process"
    )
    assert window.text("output_yield") == "32 new tokens · ended · 1,600 tokens/s"
    assert window.find(QTableView, "calls_view").model().rowCount() == 1


def test_the_forecast_tells_new_then_cached_then_why(window: Opened) -> None:
    assert window.text("forecast_text").endswith(
        "because nothing is specialized yet in this process"
    )

    window.press_run()
    window.wait_for_calls(1)
    window.wait_for_forecast("cached, about 20.0 ms")
    window.press_run()
    window.wait_for_calls(2)
    window.wait_for_forecast("cached, about 21.0 ms")

    window.find(QSpinBox, "max_new_tokens").setValue(64)
    window.wait_until_planned()
    assert window.text("forecast_text") == "new: 2.4 to 3.9 s, because max_new_tokens 32 → 64"


def test_the_run_button_and_the_arm_switch(window: Opened) -> None:
    window.click("segment_eager")
    window.click("run_button")
    window.wait_for_calls(1)

    assert window.engine.requests[0].arm == "eager"
    assert window.text("output_title").startswith("Call 1 · eager · greedy · ")


def test_run_pressed_twice_makes_one_call(window: Opened) -> None:
    window.engine.hold.set()
    window.press_run()
    window.press_run()
    window.session.runner.run()
    assert not window.action("run").isEnabled()
    window.engine.hold.clear()
    window.wait_for_calls(1)

    assert len(window.engine.requests) == 1
    assert window.action("run").isEnabled()


def test_repeat_makes_calls_and_says_which_runs(window: Opened) -> None:
    window.find(QSpinBox, "repeat").setValue(5)
    window.engine.hold.set()
    window.press_run()
    window.qtbot.waitUntil(lambda: "tracing" in window.text("forecast_text"))
    assert window.text("forecast_text").startswith("call 1 of 5 · tracing … ")
    assert window.find(QProgressBar, "call_progress").isVisible()
    window.engine.hold.clear()
    window.wait_for_calls(5)

    assert [s.cache for s in window.session.log.summaries] == ["miss"] + ["memory"] * 4
    assert not window.find(QProgressBar, "call_progress").isVisible()


def test_run_before_the_engine_is_ready_waits_for_it(open_window: Open) -> None:
    window = open_window(FakeEngine(pace=0.1))
    assert "starting the worker" in window.text("worker_state")
    window.press_run()
    window.wait_for_calls(1)
    assert window.text("output_title").startswith("Call 1")


def test_selecting_a_row_brings_its_text_back(window: Opened) -> None:
    window.find(QSpinBox, "repeat").setValue(2)
    window.press_run()
    window.wait_for_calls(2)
    assert window.text("output_title").startswith("Call 2")

    window.session.log.select(1)
    assert window.text("output_title").startswith("Call 1 · xla · greedy · new specialization")


def test_clearing_the_history_empties_the_output(window: Opened) -> None:
    window.press_run()
    window.wait_for_calls(1)
    window.action("clear_history").trigger()
    window.click("forget_button")

    assert window.session.log.summaries == []
    assert window.text("output_title") == "No call yet"
    assert "Press Run" in window.text("output_message")


def test_the_recipe_switch_and_the_capacity(window: Opened) -> None:
    window.click("segment_fast")
    window.find(QSpinBox, "capacity").setValue(48)
    window.press_run()
    window.wait_for_calls(1)

    request = window.engine.requests[0]
    assert (request.recipe, request.padding.capacity) == ("fast", 48)
    assert window.text("output_title").startswith("Call 1 · xla · fast · greedy · ")

    window.click("segment_eager")
    assert window.find(QAbstractButton, "segment_fast").isEnabled()
    window.press_run()
    window.wait_for_calls(2)
    assert (window.engine.requests[1].arm, window.engine.requests[1].recipe) == ("eager", "fast")
