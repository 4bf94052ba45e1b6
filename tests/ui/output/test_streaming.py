"""Text that grows in Output while its call runs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton

from tests.fakes import FakeEngine
from tests.ui.conftest import Open, Opened
from xla_playground.core.call.record import EndedBy
from xla_playground.core.call.request import Recipe
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.window.settings import Settings, Theme


def fast(**values: Any) -> Settings:
    return Settings(theme=Theme.LIGHT, recipe=Recipe.FAST, **values)


def open_held(open_window: Open, block: int, settings: Settings | None = None) -> Opened:
    """A window whose streamed calls wait for their cancel after this block."""
    one = open_window(FakeEngine(hold_after=block), settings or fast())
    one.wait_until_planned()
    return one


def test_text_grows_and_a_cancel_keeps_it(open_window: Open) -> None:
    window = open_held(open_window, 2)
    view = window.output_view()
    window.press_run()
    window.qtbot.waitUntil(lambda: view.text().startswith("TensorFlow is a fast"))
    window.qtbot.waitUntil(lambda: sum(t.role == "new" for t in view.tokens()) == 16)
    assert window.text("output_title") == "Running · xla · fast · greedy"
    assert window.text("output_details") == "16 of 32 new tokens so far"
    assert window.session.runner.is_busy
    so_far = view.text()

    window.press_escape()
    window.wait_for_calls(1)
    assert view.text() == so_far
    assert window.text("output_title").endswith("cancelled")
    assert "text so far" in window.text("output_details")
    assert window.session.log.record(1).ended_by == (EndedBy.CANCEL,)
    assert window.engine.starts == 1, "the worker lives on"


def test_the_record_takes_the_place_of_the_text(open_window: Open) -> None:
    window = open_window(settings=fast(block_tokens=1))
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    assert window.engine.requests[0].block_tokens == 1
    assert window.text("output_title").startswith("Call 1 · xla · fast")
    assert "first token after 1.00 ms" in window.text("output_details")
    assert window.output_view().text() == window.session.log.record(1).sequences[0].text


def test_a_worker_that_dies_leaves_its_text(open_window: Open) -> None:
    window = open_window(settings=fast())
    window.wait_until_planned()
    window.engine.fail_next("The worker ended (killed).")
    window.press_run()
    window.wait_for_calls(1)
    assert window.output_view().text().startswith("TensorFlow is a fast compiler")
    assert window.text("output_details") == ("The worker ended (killed). This is its text so far")
    assert window.text("output_title").endswith("failed")


def test_what_is_selected_stays_selected(open_window: Open) -> None:
    engine = FakeEngine(pace=0.0)
    window = open_window(engine, fast())
    view = window.output_view()
    window.wait_until_planned()
    engine.hold_after = 1
    window.press_run()
    window.qtbot.waitUntil(lambda: bool(view.text()))
    view.select_all()
    selected = view.selecting.text()
    engine.hold_after = None  # on to the end
    window.wait_for_calls(1)
    assert view.selecting.text() == selected
    assert len(view.text()) > len(selected)


def test_an_earlier_call_that_is_looked_at_stays(open_window: Open) -> None:
    window = open_window(settings=fast())
    window.wait_until_planned()
    for count in (1, 2):
        window.press_run()
        window.wait_for_calls(count)
    window.engine.hold_after = 1
    window.press_run()
    window.qtbot.waitUntil(lambda: window.text("output_title").startswith("Running"))
    window.session.log.select(1)
    assert window.text("output_title").startswith("Call 1 ")
    window.engine.hold_after = None
    window.wait_for_calls(3)
    assert window.text("output_title").startswith("Call 1 ")
    assert window.find(QToolButton, "newest_button").isVisible()


def test_the_view_follows_the_end_of_a_long_text(open_window: Open) -> None:
    options = GenerationOptions(max_new_tokens=400)
    window = open_held(open_window, 30, fast(options=options))
    view = window.output_view()
    window.press_run()
    window.qtbot.waitUntil(lambda: "240 of 400" in window.text("output_details"))
    followed = view.verticalScrollBar().value()
    assert followed > 0
    assert followed == view._end_of_text()
    window.press_escape()
    window.wait_for_calls(1)
    assert view.verticalScrollBar().value() == view._end_of_text() >= followed
    assert view.read_place() is None, "nobody scrolled: the next call is followed"


def test_a_view_that_was_scrolled_stays_where_it_is(open_window: Open) -> None:
    options = GenerationOptions(max_new_tokens=400)
    window = open_held(open_window, 30, fast(options=options))
    view = window.output_view()
    window.press_run()
    window.qtbot.waitUntil(lambda: "240 of 400" in window.text("output_details"))
    view.verticalScrollBar().setValue(3)
    window.engine.hold_after = None
    window.wait_for_calls(1)
    assert "Call 1" in window.text("output_title")
    assert view.verticalScrollBar().value() == 3


def test_the_choice_is_of_the_fast_recipe_and_is_saved(open_window: Open) -> None:
    window = open_window()
    stream = window.find(QComboBox, "stream")
    assert not stream.isEnabled()
    assert "Greyed out" in stream.toolTip()
    window.click("segment_fast")
    assert stream.isEnabled()
    assert "Greyed out" not in stream.toolTip()
    assert window.session.form.request().block_tokens == 8
    QTest.keyClick(stream, Qt.Key.Key_End)
    assert window.session.form.request().block_tokens == 16
    QTest.keyClick(stream, Qt.Key.Key_Home)
    assert window.session.form.request().block_tokens is None
    window.session.saver.save()
    assert window.session.saver.settings.block_tokens is None
    window.click("segment_documented")
    assert window.session.form.request().block_tokens is None
