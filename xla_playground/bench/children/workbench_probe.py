"""Measure what work on a large history costs the GUI thread; see ``ui_probe``."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QLineEdit

from ...core.workbench.call_filter import CallFilter
from ...ui.pages.call_filter_bar import CallFilterBar
from ...ui.pages.calls_page import CallsPage
from ...ui.session import Session
from ...ui.window.main_window import MainWindow
from .stalls import StallMeter, wait_until

#: Of the invented calls: each third one, so that no two that are deleted follow each other.
_EVERY = 3


class _Steps:
    """Measures one step after the other.

    Attributes:
        figures: of each step the longest stall of the GUI thread, and the time until it is done.
    """

    def __init__(self, window: MainWindow) -> None:
        self._meter = StallMeter(window)
        self.figures: dict[str, object] = {}

    def measure(self, name: str, begin: Callable[[], object], is_done: Callable[[], bool]) -> None:
        """Begin a step, and wait until it is done and painted."""
        wait_until(lambda: True)
        self._meter.stalls_ms.clear()
        start = time.perf_counter()
        begin()
        wait_until(is_done)
        self.figures[f"{name}_ms"] = (time.perf_counter() - start) * 1e3
        ticks = len(self._meter.stalls_ms)
        wait_until(lambda: len(self._meter.stalls_ms) > ticks + 30)  # with the redraw of plots
        self.figures[f"{name}_stall_ms"] = max(self._meter.stalls_ms)


def probe_workbench(window: MainWindow, session: Session) -> dict[str, object]:
    """Return the longest stall of the GUI thread and the time of each step, in ms."""
    bar, page = window.findChild(CallFilterBar), window.findChild(CallsPage)
    edit = window.findChild(QLineEdit, "call_filter")
    assert bar is not None
    assert page is not None
    assert edit is not None
    log, desk, sessions = session.log, session.desk, session.sessions
    answers: list[object] = []
    bar.found.connect(answers.append)
    desk.find(CallFilter(), answers.append, answers.append)  # which indexes all
    wait_until(lambda: bool(answers))
    steps, calls = _Steps(window), len(log.summaries)

    def answered() -> bool:
        return bool(answers)

    for name, text in {
        "filter": "strategy=greedy model=invented",
        "search": "word31",
        "search_of_two_letters": "wo",
        "search_of_one_letter": "w",
        "no_filter": "",
    }.items():
        answers.clear()
        steps.measure(name, lambda text=text: edit.setText(text), answered)  # type: ignore[misc]
    answers.clear()
    steps.measure("reasons", lambda: desk.add_up(CallFilter(), answers.append), answered)
    wanted = CallFilter(phases=("trace",))  # each fiftieth call
    firsts = [summary.call for summary in log.summaries if summary.is_first]
    steps.measure(
        "selection",
        lambda: page.choose(firsts, wanted),
        lambda: page.count_chosen() == len(firsts),
    )
    edit.clear()
    some = [summary.call for summary in log.summaries[::_EVERY]]
    steps.measure(
        "deletion", lambda: desk.delete(some), lambda: len(log.summaries) == calls - len(some)
    )
    steps.measure("undo", desk.undo, lambda: len(log.summaries) == calls)
    every = [summary.call for summary in log.summaries]
    steps.measure(
        "selection_of_all",
        lambda: page.choose(every, CallFilter()),
        lambda: page.count_chosen() == calls,
    )
    steps.measure("deletion_of_all", lambda: desk.delete(page.chosen()), lambda: not log.summaries)
    steps.measure("undo_of_all", desk.undo, lambda: len(log.summaries) == calls)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "calls.session"
        desk.save_session(CallFilter(), path)
        wait_until(path.exists)
        steps.measure("session", lambda: sessions.open(path), lambda: sessions.opened is not None)
        steps.measure("session_left", sessions.close, lambda: sessions.opened is None)
    return steps.figures
