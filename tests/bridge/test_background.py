"""Jobs off the GUI thread: where they run, what of them is answered, and what stopping leaves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from xla_playground.bridge.background import Background
from xla_playground.core.errors import CheckpointError, EngineFailure, PlaygroundError
from xla_playground.core.messages.message import untyped

Make = Callable[..., Background]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    owner = QObject()
    made: list[Background] = []

    def make_one(*, newest_only: bool = False) -> Background:
        made.append(Background(owner, newest_only=newest_only))
        return made[-1]

    yield make_one
    for one in made:
        one.stop()


def fail(error: Exception) -> None:
    raise error


def test_a_job_runs_elsewhere_and_its_answer_comes_here(qtbot: QtBot, make: Make) -> None:
    ran: list[int] = []
    answered: list[int] = []
    make().run(
        lambda: ran.append(threading.get_ident()),
        lambda _nothing: answered.append(threading.get_ident()),
    )
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [threading.get_ident()]
    assert ran != answered


def test_answers_come_in_order(qtbot: QtBot, make: Make) -> None:
    background, answers = make(), list[int]()
    for number in range(100):
        background.run(partial(abs, -number), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 100)
    assert answers == list(range(100))


def test_only_the_newest_is_answered(qtbot: QtBot, make: Make) -> None:
    background, may_go_on = make(newest_only=True), threading.Event()
    ran: list[str] = []
    answers: list[str] = []

    def job(name: str) -> str:
        assert may_go_on.wait(5)
        ran.append(name)
        return name

    for name in ("first", "second", "third"):
        background.run(partial(job, name), answers.append)
        if name == "first":
            qtbot.waitUntil(lambda: background._pool.activeThreadCount() == 1)
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["third"]
    assert "second" not in ran, "it had not begun"


@pytest.mark.parametrize(
    "error", [CheckpointError(untyped("Damaged.")), ZeroDivisionError("a bug")]
)
def test_what_a_job_raises_is_an_error_of_ours(
    qtbot: QtBot, make: Make, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    errors: list[PlaygroundError] = []
    make().run(partial(fail, error), lambda _nothing: errors.clear(), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    if isinstance(error, PlaygroundError):
        assert errors == [error]
    else:
        assert isinstance(errors[0], EngineFailure)
        assert "ZeroDivisionError" in caplog.text


def test_what_nobody_takes_is_raised_here(qtbot: QtBot, make: Make) -> None:
    with qtbot.capture_exceptions() as raised:
        make().run(partial(fail, ZeroDivisionError("a bug")))
        qtbot.waitUntil(lambda: bool(raised))
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_a_stop_waits_and_nothing_follows(qtbot: QtBot, make: Make) -> None:
    background, begun, may_go_on = make(), threading.Event(), threading.Event()
    ran: list[str] = []
    answers: list[object] = []

    def first() -> None:
        begun.set()
        assert may_go_on.wait(5)
        ran.append("first")

    background.run(first, answers.append)
    background.run(lambda: ran.append("second"), answers.append)
    assert begun.wait(5)
    threading.Timer(0.05, may_go_on.set).start()
    background.stop()
    assert ran == ["first"]
    background.run(lambda: ran.append("third"), answers.append)
    other = make()
    other.run(lambda: None, lambda _nothing: ran.append("other"))
    qtbot.waitUntil(lambda: "other" in ran)  # after the events of what was stopped
    assert ran == ["first", "other"]
    assert answers == []


def test_a_wait_has_a_limit(make: Make) -> None:
    background, may_go_on = make(), threading.Event()
    background.run(lambda: may_go_on.wait(5))
    assert not background.wait(10)
    may_go_on.set()
    assert background.wait()
