"""What becomes of the worker: cancel, failure, death, Restart, and closing while it is busy."""

from __future__ import annotations

import re
from functools import partial

import pytest
from PySide6.QtWidgets import QSpinBox, QToolButton

from tests.fakes import INFO, FakeEngine
from xla_playground.bridge import gentle_cancel
from xla_playground.bridge.engine_thread import RESTART_LIMIT
from xla_playground.core.messages.message import Message
from xla_playground.ui.window.bars.notice_banner import NoticeBanner

from .conftest import Open, Opened


def has_calls(window: Opened, count: int) -> bool:
    return len(window.session.log.summaries) >= count


def wait_for_starts(window: Opened, starts: int) -> None:
    window.qtbot.waitUntil(lambda: window.engine.starts == starts)


def seconds_traced(window: Opened) -> float | None:
    """What the status bar says, ``None`` if nothing is traced."""
    match = re.fullmatch(r"tracing … (\d+\.\d) s", window.text("worker_state"))
    return float(match[1]) if match else None


def test_the_status_bar_tells_what_it_runs_on(window: Opened) -> None:
    window.qtbot.waitUntil(lambda: window.text("worker_state") == "ready")
    assert window.text("tensorflow_version") == "TensorFlow 2.21.0"
    assert window.text("device") == "CPU:0"
    assert window.text("worker_memory") == "512 MB"
    assert window.text("status_model") == "playground-gpt2"


def test_the_phase_ticks_while_it_lasts(window: Opened) -> None:
    window.engine.hold.set()
    window.press_run()
    window.qtbot.waitUntil(lambda: seconds_traced(window) is not None)
    first = seconds_traced(window)
    assert first is not None
    window.qtbot.waitUntil(lambda: (seconds_traced(window) or 0.0) > first)
    assert window.text("forecast_text").startswith("tracing … ")
    assert "tracing … " in window.text("output_message")
    window.engine.hold.clear()
    window.wait_for_calls(1)


def test_escape_cancels_and_the_next_run_works(window: Opened) -> None:
    assert not window.action("cancel").isEnabled()
    window.engine.hold.set()
    window.press_run()
    window.qtbot.waitUntil(lambda: "tracing" in window.text("worker_state"))
    window.press_escape()
    window.press_escape()
    window.wait_for_calls(1)
    assert window.session.log.summaries[0].status == "cancelled"
    assert window.text("output_title") == "Call 1 · xla · greedy · cancelled"
    assert "cancelled" in window.text("output_message")

    window.engine.hold.clear()
    window.press_run()
    window.wait_for_calls(2)
    assert window.text("output_title").startswith("Call 2 · xla · greedy · new")


def test_cancel_gives_up_the_calls_that_would_follow(window: Opened) -> None:
    window.session.form.update(repeat=10)
    window.engine.hold.set()
    window.press_run()
    window.qtbot.waitUntil(lambda: "tracing" in window.text("worker_state"))
    window.click("cancel_button")
    window.wait_for_calls(1)


def test_cancel_between_the_calls_of_a_repeat_leaves_the_worker(window: Opened) -> None:
    window.press_run()
    window.wait_for_calls(1)
    window.find(QSpinBox, "repeat").setValue(500)
    for _ in range(3):
        done = len(window.session.log.summaries)
        window.press_run()
        window.qtbot.waitUntil(partial(has_calls, window, done + 3))
        window.press_escape()
        window.qtbot.waitUntil(lambda: not window.session.runner.is_busy)
        assert len(window.session.log.summaries) < done + 500
    assert window.engine.starts == 1
    last = window.session.log.summaries[-1]
    assert (last.status, last.cache) in (("completed", "memory"), ("cancelled", "none"))
    window.find(QSpinBox, "repeat").setValue(1)
    done = len(window.session.log.summaries)
    window.press_run()
    window.wait_for_calls(done + 1)
    assert window.session.log.summaries[-1].cache == "memory"


def test_a_second_cancel_ends_the_call_at_once(
    window: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gentle_cancel, "GRACE_MS", 60_000)
    window.engine.hold.set()
    window.press_run()
    window.qtbot.waitUntil(lambda: "tracing" in window.text("worker_state"))
    window.press_escape()
    assert window.session.runner.is_busy
    window.press_escape()
    window.wait_for_calls(1)
    assert window.session.log.summaries[0].status == "cancelled"


def test_a_failed_call_says_so(window: Opened) -> None:
    window.engine.fail_next("The worker was killed while it compiled.")
    window.press_run()
    window.wait_for_calls(1)

    assert window.text("output_title") == "Call 1 · xla · greedy · failed"
    assert "killed while it compiled" in window.text("output_message")
    assert window.text("notice_text") == "The worker was killed while it compiled."


def test_a_dead_worker_is_started_again(window: Opened) -> None:
    window.engine.die()
    window.qtbot.waitUntil(lambda: window.engine.starts == 2)
    window.qtbot.waitUntil(lambda: window.text("worker_state") == "ready")
    assert window.find(QToolButton, "restart_button").isHidden()
    window.qtbot.waitUntil(
        lambda: window.text("notice_text") == "The worker ended (killed): it was started again."
    )


def test_one_that_dies_too_often_stays_stopped_until_restart(window: Opened) -> None:
    button = window.find(QToolButton, "restart_button")
    for deaths in range(RESTART_LIMIT):
        window.engine.die()
        wait_for_starts(window, deaths + 2)
    window.qtbot.waitUntil(lambda: window.text("worker_state") == "ready")
    window.engine.die("Killed for memory.")
    window.qtbot.waitUntil(lambda: window.text("worker_state") == "stopped")
    assert window.text("worker_detail") == "Killed for memory."
    assert button.isVisible()

    window.click("restart_button")
    window.qtbot.waitUntil(lambda: window.text("worker_state") == "ready")
    assert button.isHidden()
    window.press_run()
    window.wait_for_calls(1)


def test_a_worker_that_cannot_start(open_window: Open) -> None:
    window = open_window(FakeEngine(refuses_to_start=True))
    button = window.find(QToolButton, "restart_button")
    window.qtbot.waitUntil(button.isVisible)
    assert window.text("worker_detail") == "The worker could not be started."

    window.engine.refuses_to_start = False
    window.action("restart").trigger()
    window.qtbot.waitUntil(lambda: window.text("worker_state") == "ready")


def test_closing_while_busy(window: Opened) -> None:
    window.engine.hold.set()
    window.press_run()
    window.qtbot.waitUntil(lambda: "tracing" in window.text("worker_state"))
    window.window.close()
    assert window.thread.stop()
    assert window.engine.is_closed


def test_a_worker_that_starts_again_makes_the_forecast_anew(window: Opened) -> None:
    window.press_run()
    window.wait_for_calls(1)
    window.wait_for_forecast("cached")

    window.engine.pace = 0.05
    window.engine.die()
    window.qtbot.waitUntil(lambda: "starting" in window.text("forecast_text"))
    window.qtbot.waitUntil(lambda: window.text("forecast_text").startswith("new: "))


def test_a_notice_of_the_engine_is_shown_once(open_window: Open) -> None:
    text = "There is an NVIDIA GPU, but calls run on the CPU."
    info = INFO.model_copy(update={"notices": (Message(id="gpu_unused", text=text),)})
    window = open_window(FakeEngine(info=info))
    window.qtbot.waitUntil(lambda: window.text("notice_text") == text)
    window.click("dismiss_notice")
    window.engine.die()
    restarted = "The worker ended (killed): it was started again."
    window.qtbot.waitUntil(lambda: window.text("notice_text") == restarted)
    window.click("dismiss_notice")
    assert window.find(NoticeBanner, "notice_banner").isHidden()
