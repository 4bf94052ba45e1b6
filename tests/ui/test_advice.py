"""Advise buckets: from a list of prompts to a policy in the padding panel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QTableView

from tests.fakes import GPT2, FakeEngine
from tests.ui.conftest import Open, Opened
from xla_playground.core.call.padding import PaddingMode
from xla_playground.core.call.request import MAX_PROMPT_CHARACTERS
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL, model_path
from xla_playground.core.window.settings import Settings, Theme
from xla_playground.ui.widgets.lines_edit import LinesEdit


@pytest.fixture
def asked(open_window: Open) -> Opened:
    """A window whose model has the bundled tokenizer, with the dialog open."""
    info = GPT2.model_copy(update={"path": str(model_path(DEFAULT_MODEL))})
    window = open_window(FakeEngine(models={info.name: info}))
    window.wait_until_planned()
    window.click("advise_button")
    wait_for_advice(window)
    return window


@pytest.fixture
def asked_fast(open_window: Open) -> Opened:
    """As ``asked``, under the fast recipe."""
    info = GPT2.model_copy(update={"path": str(model_path(DEFAULT_MODEL))})
    window = open_window(FakeEngine(models={info.name: info}), Settings(theme=Theme.LIGHT))
    window.wait_until_planned()
    window.click("advise_button")
    wait_for_advice(window)
    return window


def wait_for_advice(window: Opened) -> None:
    window.qtbot.waitUntil(lambda: window.find(QPushButton, "use_policy_button").isEnabled())


def prompts(window: Opened) -> LinesEdit:
    return window.find(LinesEdit, "advice_prompts")


def test_it_begins_with_the_prompts_of_the_panel(asked: Opened) -> None:
    assert prompts(asked).toPlainText() == "TensorFlow is"
    assert asked.text("advice_sentence").startswith("Pad ")
    assert asked.find(QTableView, "advice_view").model().rowCount() == 8
    assert asked.text("advice_count").startswith("1 prompt, ")


def test_the_pick_goes_into_the_padding_panel(asked: Opened) -> None:
    lines = [f"A prompt of {'many ' * number}words" for number in range(1, 40)]
    prompts(asked).take_text("\n".join(lines))
    asked.qtbot.waitUntil(lambda: asked.text("advice_count").startswith("39 prompts"))
    sentence = asked.text("advice_sentence")
    assert "1 compile and" in sentence
    asked.click("use_policy_button")
    mode = asked.find(QComboBox, "padding_mode")
    assert mode.currentData() == PaddingMode.FIXED
    assert f"to {asked.find(QSpinBox, 'length').value()} tokens" in sentence
    assert asked.session.form.request().padding.mode is PaddingMode.FIXED


def test_another_row_can_be_used(asked: Opened) -> None:
    view = asked.find(QTableView, "advice_view")
    row = next(
        row for row in range(8) if view.model().index(row, 0).data() == "to a multiple of 32"
    )
    view.selectRow(row)
    asked.click("use_policy_button")
    padding = asked.session.form.request().padding
    assert (padding.mode, padding.multiple_of) == (PaddingMode.MULTIPLE, 32)
    assert asked.find(QSpinBox, "multiple_of").value() == 32


def test_a_dropped_file_takes_the_place_of_the_prompts(asked: Opened, tmp_path: Path) -> None:
    path = tmp_path / "prompts.txt"
    path.write_text("XLA is\nA compiler is\n", "utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    prompts(asked).insertFromMimeData(dropped)
    asked.qtbot.waitUntil(lambda: asked.text("advice_count").startswith("2 prompts"))


def test_what_cannot_be_used_is_said(asked: Opened) -> None:
    prompts(asked).take_text("x" * (MAX_PROMPT_CHARACTERS + 1))
    assert "shorten it" in asked.text("advice_sentence")
    prompts(asked).clear()
    asked.qtbot.waitUntil(lambda: "empty" in asked.text("advice_sentence"))
    assert not asked.find(QPushButton, "use_policy_button").isEnabled()


def test_under_fast_the_advice_is_a_capacity(asked_fast: Opened) -> None:
    asked = asked_fast
    assert asked.text("advice_sentence").startswith("The default capacity of 256 serves all")
    prompts(asked).take_text("word " * 300)
    asked.qtbot.waitUntil(lambda: asked.text("advice_sentence").startswith("Choose a capacity"))
    view = asked.find(QTableView, "capacity_view")
    rows = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert rows == ["256", "512"]  # which is all that the model takes
    asked.click("use_policy_button")
    assert asked.find(QSpinBox, "capacity").value() == 512
    padding = asked.session.form.request().padding
    assert (padding.capacity, padding.mode) == (512, PaddingMode.MULTIPLE)
