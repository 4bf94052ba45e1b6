"""What window and worker say to each other in a Run, the worker being a process of its own."""

from __future__ import annotations

import sys

import pytest

from xla_playground.core.call.request import Recipe
from xla_playground.core.window.settings import Settings, Theme
from xla_playground.worker.client import EngineClient
from xla_playground.worker.messages import Answer, Command
from xla_playground.worker.process import WorkerProcess

from .conftest import Open, Opened

#: A worker around the engine of these tests, as ``worker.__main__`` is around the real one.
_WORKER = """
from tests.fakes import FakeEngine
from xla_playground.worker.server import serve
serve(FakeEngine())
"""


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of commands and answers that crossed, texts and phases left out."""
    kinds: list[str] = []
    write, take = WorkerProcess._write, WorkerProcess._take

    def write_noted(self: WorkerProcess, command: Command) -> None:
        kinds.append(command.kind)
        write(self, command)

    def take_noted(self: WorkerProcess, answer: Answer) -> None:
        kinds.append(answer.kind)
        take(self, answer)

    monkeypatch.setattr(WorkerProcess, "_write", write_noted)
    monkeypatch.setattr(WorkerProcess, "_take", take_noted)
    return kinds


@pytest.fixture
def window(open_window: Open, messages: list[str]) -> Opened:
    """A window that asked its worker all that it asks before a Run."""
    settings = Settings(theme=Theme.LIGHT, recipe=Recipe.FAST, block_tokens=8)
    one = open_window(EngineClient(command=[sys.executable, "-c", _WORKER]), settings)
    one.qtbot.waitUntil(lambda: "plan_made" in messages and is_at_rest(one), timeout=20_000)
    messages.clear()
    return one


def is_at_rest(window: Opened) -> bool:
    """Whether the window is about to ask its worker for nothing."""
    session = window.session
    return not (
        session.planner._timer.isActive()
        or session.specializations._timer.isActive()
        or session.runner.is_busy
        or not window.thread._commands.empty()
    )


def test_a_run_is_one_command_and_one_answer(window: Opened, messages: list[str]) -> None:
    window.wait_for_forecast("new")
    for calls in (1, 2):
        window.press_run()
        window.wait_for_calls(calls)
        assert window.text("forecast_text").startswith("cached")
        assert window.session.specializations.in_memory() == 1
        assert is_at_rest(window)
    assert messages == ["call", "call_ended"] * 2


def test_a_draft_that_changed_meanwhile_is_planned_once(
    window: Opened, messages: list[str]
) -> None:
    window.press_run()
    window.session.form.update(prompt_text="another prompt")
    window.wait_for_calls(1)
    window.wait_until_planned()
    assert is_at_rest(window)
    assert messages == ["call", "call_ended", "plan", "plan_made"]


def test_the_calls_of_a_repeat_are_one_command_each(window: Opened, messages: list[str]) -> None:
    window.session.form.update(repeat=5)
    window.wait_until_planned()
    messages.clear()
    window.press_run()
    window.wait_for_calls(5)
    assert is_at_rest(window)
    assert messages == ["call", "call_ended"] * 5
