"""The table of specializations and the store at its side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QDoubleSpinBox, QLabel, QPushButton, QTableView

from tests.bridge.test_store_keeper import put
from tests.fakes import FakeEngine
from tests.ui.conftest import Open, Opened
from xla_playground.core.call.partial_text import TextListener
from xla_playground.core.call.request import Recipe, Request
from xla_playground.core.call.specialization import CHUNK, DECODE
from xla_playground.core.engine.call_end import CallEnd
from xla_playground.core.store.store import SpecializationStore
from xla_playground.core.window.settings import Settings, Theme, load_settings
from xla_playground.ui.state.specializations import specialization_list
from xla_playground.ui.tables.rows_view import RowsView

FAST = Settings(theme=Theme.LIGHT, recipe=Recipe.FAST)


def cells(window: Opened, name: str = "specializations_view") -> list[list[str]]:
    """What a table says, row by row."""
    model = window.find(QTableView, name).model()
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_each_call_shows_where_its_specialization_is_and_what_it_cost(open_window: Open) -> None:
    window = open_window(settings=FAST)
    window.wait_until_planned()
    assert cells(window) == []
    for calls in (1, 2):
        window.press_run()
        window.wait_for_calls(calls)
    window.qtbot.waitUntil(lambda: cells(window)[0][-1] == "2")
    assert cells(window) == [
        [
            "xla fast · greedy · 1×≤256",
            "playground-gpt2",
            "memory, disk",
            "–",
            "120 MB",
            "12.0 MB",
            "3.02 s",
            "–",
            "21.0 ms",
            "2",
        ]
    ]
    assert window.text("specialization_memory") == "760 MB"


def test_the_row_of_the_hovered_specialization_is_tinted(open_window: Open) -> None:
    window = open_window(settings=FAST)
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    window.qtbot.waitUntil(lambda: len(cells(window)) == 1)
    view, log = window.find(RowsView, "specializations_view"), window.session.log
    index = view.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.BackgroundRole) is None
    log.hover(log.key_of(log.summaries[0]))
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None
    log.hover(None)
    view.row_hovered.emit(0)
    assert log.hovered_key == log.key_of(log.summaries[0])


class _Building(FakeEngine):
    """Builds the chunk program behind its first answer, and tells nobody when it is there."""

    def call(self, request: Request, on_text: TextListener | None = None) -> CallEnd:
        return super().call(request, on_text).model_copy(update={"is_building": True})

    def build(self) -> None:
        for key in [k for k in self._keys if k.program == DECODE]:
            self._keys.setdefault(key.of_program(CHUNK))


def test_a_chunk_program_appears_though_nobody_says_so(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(specialization_list, "_AGAIN_MS", 50)
    engine = _Building()
    window = open_window(engine, settings=FAST)
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    window.qtbot.waitUntil(lambda: len(cells(window)) == 1)
    engine.build()
    window.qtbot.waitUntil(lambda: len(cells(window)) == 2)
    chunk, decode = cells(window)
    assert (chunk[0], chunk[-1]) == ("xla fast · chunk · 1×≤256", "–")
    assert (decode[0], decode[-1]) == ("xla fast · greedy · 1×≤256", "1")


def test_a_restart_leaves_what_is_on_disk(open_window: Open) -> None:
    window = open_window(settings=FAST)
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    window.engine.die()
    window.qtbot.waitUntil(lambda: [row[2] for row in cells(window)] == ["disk"])
    window.qtbot.waitUntil(lambda: window.text("forecast_text").startswith("stored"))

    window.press_run()
    window.wait_for_calls(2)
    assert window.session.log.summaries[-1].cache == "disk"
    assert "from disk" in window.text("output_title")
    assert window.text("output_details").startswith("loaded 600 ms, ran ")


def test_columns_sort(open_window: Open) -> None:
    engine = FakeEngine()
    window = open_window(engine, settings=FAST)
    window.wait_until_planned()
    for calls, segment in ((1, "segment_fast"), (2, "segment_documented")):
        window.click(segment)
        window.press_run()
        window.wait_for_calls(calls)
    window.qtbot.waitUntil(lambda: len(cells(window)) == 2)
    view = window.find(QTableView, "specializations_view")
    assert [row[2] for row in cells(window)] == ["memory", "memory, disk"]
    view.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    assert [row[2] for row in cells(window)] == ["memory, disk", "memory"]


def test_the_store_is_listed_and_cleared_after_a_question(open_window: Open) -> None:
    put("a")
    put("b")
    window = open_window(settings=FAST)
    window.qtbot.waitUntil(lambda: window.text("store_size").startswith("2 entries, "))
    window.click("store_entries_button")
    assert [row[0] for row in cells(window, "store_view")] == [
        "playground-gpt2 · xla fast · greedy · 1×8+≤32"
    ] * 2

    window.click("clear_store_button")
    window.click("remove_entries_button")
    window.qtbot.waitUntil(lambda: window.text("store_size").startswith("0 entries"))
    assert SpecializationStore().entries() == []
    assert cells(window, "store_view") == []
    window.qtbot.waitUntil(lambda: not window.find(QPushButton, "clear_store_button").isEnabled())


def test_limits_are_kept_and_said_to_hold_from_the_next_start(
    open_window: Open, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    window = open_window(settings_path=path)
    limit = window.find(QDoubleSpinBox, "store_limit")
    budget = window.find(QDoubleSpinBox, "memory_budget")
    assert limit.text() == "2.0 GB"
    assert budget.text().startswith("auto, ")
    limit.setValue(0.0)
    budget.setValue(3.5)
    assert limit.text() == "off"
    assert not window.find(QLabel, "limits_note").isHidden()
    window.wait_until_planned()
    window.window.close()
    settings, _ = load_settings(path)
    assert (settings.store_limit_mb, settings.memory_budget_mb) == (0, 3500)


def test_the_model_is_among_the_last_columns_that_are_hidden(open_window: Open) -> None:
    window = open_window(settings=FAST)
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    window.find(QDockWidget, "specializations_dock").raise_()
    view = window.find(QTableView, "specializations_view")
    titles = [str(view.model().headerData(n, Qt.Orientation.Horizontal)) for n in range(9)]
    window.window.resize(1280, 800)
    window.qtbot.waitUntil(lambda: len(cells(window)) == 1 and view.isColumnHidden(4))
    assert not view.isColumnHidden(titles.index("Model"))


def test_the_size_of_the_store_is_seen_whole(open_window: Open) -> None:
    put("a")
    window = open_window(settings=FAST)
    window.window.resize(1280, 800)
    window.find(QDockWidget, "specializations_dock").raise_()
    window.qtbot.waitUntil(lambda: window.text("store_size").startswith("1 entry, "))
    label = window.find(QLabel, "store_size")
    window.qtbot.waitUntil(lambda: label.width() >= label.sizeHint().width())
    assert label.toolTip() == ""
