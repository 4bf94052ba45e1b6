"""The page of claims: its rows, its buttons, and that nothing runs beside an experiment."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QWidget

from tests.claims import DONE, MEASURED, PROGRESS, UNTIL_CANCELLED, script
from tests.races import UNTIL_CANCELLED as RACE_UNTIL_CANCELLED
from tests.ui.conftest import Open, Opened
from tests.ui.mouse import double_click
from xla_playground.core.claims.claim import CLAIMS
from xla_playground.ui.tables.rows_view import RowsView

Page = Callable[[list[str]], Opened]
BUTTONS = ("claims_repeat_all", "claim_repeat", "claim_repeat_guide-first")


@pytest.fixture
def page(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Opens a window whose experiments are scripts, with the page in front."""

    def open_one(command: list[str]) -> Opened:
        one = open_window()
        one.wait_until_planned()
        monkeypatch.setattr(one.session.claims, "_command", lambda: command)
        one.action("claims").trigger()
        return one

    return open_one


def enabled(one: Opened, *names: str) -> list[bool]:
    return [one.find(QAbstractButton, name).isEnabled() for name in names]


def here(one: Opened, name: str) -> tuple[str, str]:
    """The cell of the measured ratio, and its tooltip."""
    index = (
        one.find(RowsView, "claims_view")
        .model()
        .index([claim.name for claim in CLAIMS].index(name), 4)
    )
    return index.data(), index.data(3)


def test_the_page_is_asked_for_and_has_a_row_for_each_claim(page: Page) -> None:
    one = page(script())
    assert not one.find(QDockWidget, "claims_dock").visibleRegion().isEmpty()
    view = one.find(RowsView, "claims_view")
    assert view.hasFocus()
    assert view.model().rowCount() == len(CLAIMS)
    assert here(one, "guide-first") == ("–", "Not repeated here yet")
    assert CLAIMS[0].source.address in one.text("claim_source")


def test_a_row_is_repeated_by_its_button(page: Page) -> None:
    one = page(script(PROGRESS, MEASURED, DONE))
    one.click("claim_repeat_guide-first")
    one.qtbot.waitUntil(lambda: not one.session.claims.is_running)
    assert here(one, "guide-first") == ("500 ×", "Another machine.")
    assert here(one, "greedy-t5-torch") == ("–", "Not measured. PyTorch is not here.")
    assert one.text("claim_here") == "500 ×: 5.00 s / 10.0 ms, toy"
    assert one.text("claim_reason") == "Another machine."
    assert all(enabled(one, *BUTTONS))


def test_the_command_of_a_row_is_copied(page: Page) -> None:
    one = page(script())
    one.find(RowsView, "claims_view").selectRow(1)
    one.click("claim_copy")
    assert QGuiApplication.clipboard().text() == CLAIMS[1].command


def test_repeated_all_and_cancelled_half_way(page: Page) -> None:
    one = page(UNTIL_CANCELLED)
    one.click("claims_repeat_all")
    one.qtbot.waitUntil(lambda: one.text("claims_text") == "lengths: experiment 2 of 8, 12 s left")
    assert not any(enabled(one, *BUTTONS, "race_button", "lab_run", "run_button"))
    assert "Claims are repeated" in one.action("run").toolTip()
    assert "Claims are repeated" in one.find(QWidget, "race_button").toolTip()
    assert not one.thread._is_free.is_set()
    assert one.session.parity._holders == {"measurement"}
    one.click("claims_cancel")
    one.qtbot.waitUntil(lambda: one.text("claims_text").startswith("Cancelled;"))
    assert here(one, "guide-first")[0] == "500 ×"
    assert all(enabled(one, *BUTTONS, "lab_run", "run_button"))
    assert one.thread._is_free.is_set()


def test_two_clicks_start_one_process(page: Page) -> None:
    one = page(UNTIL_CANCELLED)
    started: list[bool] = []
    one.session.claims.running_changed.connect(started.append)
    button = one.find(QAbstractButton, "claims_repeat_all")
    double_click(button)
    one.click("claims_repeat_all")
    one.qtbot.waitUntil(lambda: one.session.claims.progress is not None)
    one.click("claims_cancel")
    one.qtbot.waitUntil(lambda: not one.session.claims.is_running)
    assert started == [True, False]


def test_a_process_that_dies_is_said(page: Page) -> None:
    one = page(script(PROGRESS, then="sys.exit(9)"))
    one.click("claim_repeat")
    one.qtbot.waitUntil(lambda: "exit code 9" in one.text("claims_text"))
    assert all(enabled(one, *BUTTONS))


def test_nothing_is_repeated_beside_a_race_or_a_call(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = page(script())
    monkeypatch.setattr(one.session.race, "_command", lambda: RACE_UNTIL_CANCELLED)
    one.action("race").trigger()
    one.click("race_button")
    others = ("lab_run", "run_button", "inside_button", "measure_button")
    assert not any(enabled(one, *BUTTONS, *others))
    assert "A race runs" in one.find(QWidget, "claims_repeat_all").toolTip()
    assert "A race runs" in one.find(QWidget, "inside_button").toolTip()
    assert "A race runs" in one.find(QWidget, "profile_button").toolTip()
    for name in ("inside", "run_again"):
        assert not one.action(name).isEnabled()
        assert "A race runs" in one.action(name).toolTip()
    one.qtbot.waitUntil(lambda: one.text("race_text").startswith("xla-fast"))
    one.click("cancel_race_button")
    one.qtbot.waitUntil(lambda: all(enabled(one, *BUTTONS)))


def test_a_later_window_shows_row_and_results(open_window: Open, page: Page) -> None:
    one = page(script(MEASURED, DONE))
    one.find(RowsView, "claims_view").selectRow(3)
    one.click("claim_repeat")
    one.qtbot.waitUntil(lambda: not one.session.claims.is_running)
    one.window.close()
    second = open_window()
    assert here(second, "guide-first")[0] == "500 ×"
    assert second.find(RowsView, "claims_view").currentIndex().row() == 3
