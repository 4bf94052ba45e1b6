"""The window at its first start: the fast recipe, and what the guide's code would have taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.fakes import T5
from tests.ui.conftest import Open, Opened
from xla_playground.core.advice.guide_comparison import TIMES_SLOWER
from xla_playground.core.call.record import Cache
from xla_playground.core.call.request import Recipe
from xla_playground.core.window.settings import Settings, load_settings

TIMES = TIMES_SLOWER["playground-gpt2", Cache.MISS]
WHY = "because nothing is specialized yet in this process"


@pytest.fixture
def first(open_window: Open, tmp_path: Path) -> Opened:
    """A window without a file of settings, after its first call."""
    settings, notices = load_settings(tmp_path / "settings.json")
    assert notices == []
    window = open_window(settings=settings)
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    return window


def button(window: Opened) -> QAbstractButton:
    return window.find(QAbstractButton, "documented_button")


def test_the_first_call_says_what_the_guide_takes(first: Opened) -> None:
    assert first.session.log.record(1).request.recipe is Recipe.FAST
    assert first.text("output_title").startswith("Call 1 · xla · fast")
    assert first.text("output_details") == (
        "traced 1.20 s, compiled 1.80 s, ran 20.0 ms, first token after 8.00 ms · "
        "forecast 0.4 to 2.8 s · the guide's "
        f"code: {TIMES:.2g} times as long (README: playground-gpt2, 2 beams) · {WHY}"
    )
    assert button(first).isVisible()

    first.press_run()
    first.wait_for_calls(2)
    assert first.text("output_details") == "ran 21.0 ms, first token after 8.00 ms"
    assert first.text("output_answer") == "first call 3.0 s → steady 21 ms (144 ×)"
    assert button(first).isHidden()


def test_one_click_leads_to_the_guide_and_then_the_figure_is_measured(first: Opened) -> None:
    button(first).click()
    assert first.session.form.request().recipe is Recipe.DOCUMENTED
    assert button(first).isHidden()  # nothing is left to switch
    first.press_run()
    first.wait_for_calls(2)
    assert first.session.log.summaries[-1].recipe == "documented"
    assert "guide" not in first.text("output_details")

    first.session.log.select(1)
    assert first.text("output_details") == (
        "traced 1.20 s, compiled 1.80 s, ran 20.0 ms, first token after 8.00 ms · "
        "forecast 0.4 to 2.8 s · the guide's "
        f"code took 3.02 s here · {WHY}"
    )
    first.click("segment_fast")
    assert button(first).isVisible()


def test_a_model_of_no_figure_has_that_of_its_kind(open_window: Open) -> None:
    window = open_window(settings=Settings(model=T5.name))
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    times = TIMES_SLOWER["playground-t5", Cache.MISS]
    sentence = f"{times:g} times as long (README: playground-t5, 2 beams)"
    assert sentence in window.text("output_details")


def test_clearing_the_history_takes_the_button_away(first: Opened) -> None:
    first.session.log.clear()
    assert button(first).isHidden()
