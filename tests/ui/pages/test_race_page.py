"""The race page: what it asks for, what it shows, and that no call runs beside it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from importlib.machinery import ModuleSpec

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDockWidget, QLineEdit

from tests.fakes import FakeEngine
from tests.races import PROGRESS, REPORT, UNTIL_CANCELLED, script
from tests.ui.conftest import Open, Opened
from xla_playground.core.comparison.lanes import LANES
from xla_playground.core.comparison.race_report import RaceDone, RaceError
from xla_playground.core.messages.message import untyped
from xla_playground.core.window.settings import Settings
from xla_playground.ui.plots.race.lanes_plot import LanesPlot
from xla_playground.ui.plots.race.totals_plot import TotalsPlot
from xla_playground.ui.tables.rows_view import RowsView
from xla_playground.worker.warm_up import WarmUp

Race = Callable[[list[str]], Opened]


@pytest.fixture
def race(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> Race:
    """Opens a window whose races are scripts, with the page in front."""

    def open_one(command: list[str]) -> Opened:
        one = open_window()
        one.wait_until_planned()
        monkeypatch.setattr(one.session.race, "_command", lambda: command)
        one.find(QAction, "action_race").trigger()
        return one

    return open_one


def enabled(one: Opened, *names: str) -> list[bool]:
    return [one.find(QAbstractButton, name).isEnabled() for name in names]


def cells(one: Opened, lane: str) -> list[str]:
    model = one.find(RowsView, "race_view").model()
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return next(row for row in rows if row[0] == lane)


def test_the_page_is_hidden_until_it_is_asked_for(window: Opened) -> None:
    dock = window.find(QDockWidget, "race_dock")
    assert not dock.isVisible()
    window.find(QAction, "action_race").trigger()
    assert dock.isVisible()
    assert not dock.visibleRegion().isEmpty()
    window.find(QAction, "action_reset_layout").trigger()
    assert not dock.isVisible()


def test_a_race_is_shown(race: Race) -> None:
    one = race(script(PROGRESS, RaceDone(report=REPORT)))
    one.click("race_button")
    one.qtbot.waitUntil(lambda: one.find(RowsView, "race_view").model().rowCount() == 4)
    assert cells(one, "xla-fast") == [
        *("xla-fast", "5.00 s", "40.0 ms", "39 to 42 ms", "30", "10.0 ×", "same"),
    ]
    assert cells(one, "xla-documented")[-1] == "token 3: guide's known fault"
    assert cells(one, "torch-eager")[1:] == ["–"] * 5 + ["cannot run"]
    assert one.text("race_sentences").splitlines() == [
        "Against eager-fast: xla-documented has paid for its first call after 25 calls.",
        "Against eager-fast: xla-fast has paid for its first call after 13 calls.",
        "torch-eager: PyTorch, eager is left out: install it.",
    ]
    lanes, totals = one.find(LanesPlot, "race_lanes_plot"), one.find(TotalsPlot, "race_totals_plot")
    assert len(lanes.plot.items) == 3 * 3  # first call, median, interval
    one.click("segment_race_totals")  # at the bottom there is room for one of them
    assert not lanes.isVisible()
    assert len(totals.plot.items) == 3 * 2 + 2  # line and marks, and two rings
    low, high = totals.plot.getViewBox().viewRange()[0]
    assert (low, high) == (0.0, 2.0)  # 1 to 100 calls


def test_no_call_runs_beside_a_race_which_is_cancelled(race: Race) -> None:
    one = race(UNTIL_CANCELLED)
    one.click("race_button")
    one.qtbot.waitUntil(lambda: one.text("race_text") == "xla-fast: call 3 of 6, 12 s left")
    assert enabled(one, "run_button", "race_button", "cancel_race_button") == [False, False, True]
    one.press_run()
    assert not one.session.runner.is_busy
    one.click("cancel_race_button")
    one.qtbot.waitUntil(lambda: enabled(one, "run_button") == [True])
    assert enabled(one, "race_button", "cancel_race_button") == [True, False]
    assert one.text("race_text") == "Cancelled: these are the calls that were made."
    assert cells(one, "eager-fast")[2] == "400 ms"


def test_no_race_begins_beside_a_call(race: Race) -> None:
    one = race(script())
    one.engine.hold.set()
    one.press_run()
    assert enabled(one, "race_button") == [False]
    one.press_escape()
    one.wait_for_calls(1)
    assert enabled(one, "race_button") == [True]


def test_a_request_that_is_none_is_refused_with_its_sentence(race: Race) -> None:
    one = race(script())
    one.prompt().setPlainText("")
    one.click("race_button")
    assert one.text("race_text")
    assert enabled(one, "race_button") == [True]


def test_the_lanes_of_pytorch_say_why_they_are_not_there(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec

    def without_torch(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "torch" else find(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", without_torch)
    one = open_window()
    boxes = {lane: one.find(QCheckBox, f"race_lane_{number}") for number, lane in enumerate(LANES)}
    assert [lane for lane, box in boxes.items() if not box.isEnabled()] == [
        *("torch-eager", "torch-compile")
    ]
    assert "pip install" in boxes["torch-eager"].toolTip()
    one.find(QLineEdit, "torch_python_path").setText("/opt/torch/bin/python")
    assert all(box.isEnabled() for box in boxes.values())
    assert boxes["torch-eager"].toolTip() == ""


def test_the_python_of_pytorch_goes_along_and_is_remembered(race: Race, open_window: Open) -> None:
    told = RaceError(message=untyped("told"))
    then = "assert order['torch_python'] == '/opt/torch/bin/python', order\n"
    one = race(script(then=f"{then}print({told.model_dump_json()!r}, flush=True)"))
    path = one.find(QLineEdit, "torch_python_path")
    QTest.keyClicks(path, " /opt/torch/bin/python ")
    one.click("race_button")
    assert not path.isEnabled()
    one.qtbot.waitUntil(lambda: one.text("race_text") == "told")
    assert path.isEnabled()
    remembered = one.session.saver.settings
    assert remembered.race.torch_python == "/opt/torch/bin/python"
    again = open_window(settings=Settings.model_validate(remembered.model_dump()))
    assert again.find(QLineEdit, "torch_python_path").text() == "/opt/torch/bin/python"


def test_the_way_from_the_run_bar(window: Opened) -> None:
    window.click("show_race_button")
    assert not window.find(QDockWidget, "race_dock").visibleRegion().isEmpty()
    assert window.find(QAbstractButton, "race_button").hasFocus()


def test_a_race_runs_alone(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warm-up waits for it, and the engine begins nothing."""
    first, second = FakeEngine(), FakeEngine()
    first.hold.set()
    engines = iter((first, second))
    one = open_window()
    one.wait_until_planned()
    monkeypatch.setattr(one.window._warm_up, "_make_job", lambda: WarmUp(engine=next(engines)))
    one.action("warm_up").trigger()
    one.click("begin_warm_up_button")
    one.qtbot.waitUntil(lambda: one.text("warm_up_state") == "warming up … 0 of 2")
    monkeypatch.setattr(one.session.race, "_command", lambda: UNTIL_CANCELLED)
    one.action("race").trigger()
    one.click("race_button")
    one.qtbot.waitUntil(lambda: first.is_closed)
    assert one.text("warm_up_state") == "warm-up: waits for a measurement"
    assert not one.find(QAbstractButton, "warm_up_button").isEnabled()
    assert not one.thread._is_free.is_set()
    assert second.requests == []
    one.qtbot.waitUntil(lambda: one.text("race_text").startswith("xla-fast"))
    one.click("cancel_race_button")
    one.qtbot.waitUntil(lambda: one.text("notice_text") == "Warmed up: 2 prepared.")
    assert len(second.requests) == 2
    assert one.thread._is_free.is_set()
