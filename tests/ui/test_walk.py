"""One walk over all controls of the window and its dialogs: what is typed and set is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.fakes import CHAT
from xla_playground.core.call.padding import PaddingMode
from xla_playground.core.call.request import Recipe
from xla_playground.core.options.table import Strategy
from xla_playground.core.paths import settings_path
from xla_playground.core.window.settings import load_settings

from .conftest import Open, Opened
from .walk import controls, name_of, number_entries, type_over
from .walk_focus import open_dialogs

#: Entries behind a tab.
COVERED = ("store_limit", "memory_budget", "lab_time_limit", "lab_memory_limit")
NONSENSE = ("abc", "1.000,5", "-99999999", "0,7,7", "1e", "")


@pytest.fixture(params=["en_US", "de_DE"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def offers(window: Opened) -> Iterator[None]:
    """Make each number entry of the window editable, one group after the other."""
    window.click("generation_fold")
    strategy, mode = window.find(QComboBox, "strategy"), window.find(QComboBox, "padding_mode")
    for chosen, padded in zip(Strategy, PaddingMode, strict=True):
        strategy.setCurrentIndex(strategy.findData(chosen))
        mode.setCurrentIndex(mode.findData(padded))
        for recipe in Recipe:
            window.click(f"segment_{recipe}")
            yield


def is_named(entry: QAbstractSpinBox) -> bool:
    """Whether a sentence about what is typed into an entry is seen, in its window."""
    sentence = entry.accessibleDescription()
    labels = entry.window().findChildren(QLabel)
    return bool(sentence) and any(
        sentence in label.text() and not label.isHidden() for label in labels
    )


def check_nonsense(window: Opened, entry: QAbstractSpinBox) -> None:
    before = entry.text()
    for text in NONSENSE:
        type_over(entry, text)
        assert entry.text() == text, name_of(entry)
        assert entry.accessibleDescription(), name_of(entry)
        entry.clearFocus()
        assert entry.text() == text, f"{name_of(entry)} once it is left"
    window.qtbot.waitUntil(lambda: is_named(entry))
    type_over(entry, before)
    assert entry.accessibleDescription() == "", name_of(entry)


def test_nonsense_stays_as_typed_and_is_named(open_window: Open, locale: str) -> None:
    window = open_window()
    window.wait_until_planned()
    walked = set()
    for _ in offers(window):
        for entry in number_entries(window.window):
            is_offered = entry.isEnabled() and entry.isVisibleTo(window.window)
            is_covered = entry.objectName() in COVERED
            if (is_offered or is_covered) and entry not in walked:
                walked.add(entry)
                check_nonsense(window, entry)
    assert walked == set(number_entries(window.window)), "an entry was never offered"
    window.wait_until_planned()
    walked_dialogs = 0
    for dialog in open_dialogs(window):
        for entry in number_entries(dialog):
            walked_dialogs += 1
            check_nonsense(window, entry)
    assert walked_dialogs == 2


# ---------------------------------------------------------------- a value survives


def change(control: QWidget) -> Callable[[], object] | None:
    """Change what a control holds, and return what reads it; ``None``: it holds nothing."""
    if isinstance(control, QAbstractSpinBox):
        type_over(control, "3")
        return control.text
    if isinstance(control, QComboBox):
        if control.count() == 0:  # the languages of a model that has none
            return None
        control.setCurrentIndex((control.currentIndex() + 1) % control.count())
        return control.currentData if control.isEnabled() else None
    if isinstance(control, QPlainTextEdit):
        control.setPlainText(f"changed\n{control.objectName()}")
        return control.toPlainText
    if isinstance(control, QLineEdit):
        control.setText("changed, [7, 5]")
        return control.text
    if isinstance(control, QCheckBox):
        control.toggle()
        return control.isChecked
    if isinstance(control, QAbstractButton) and control.objectName().startswith("segment_"):
        return control.isChecked
    return None


def test_a_value_survives_a_kill(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    window = open_window(settings_path=path)
    window.wait_until_planned()
    models = window.find(QComboBox, "model_combo")
    models.addItem(CHAT.name, CHAT.name)
    models.setCurrentIndex(models.findData(CHAT.name))
    window.qtbot.waitUntil(lambda: window.session.choice.info == CHAT)
    window.click("segment_fast")
    window.click("segment_graph")
    window.click("segment_bfloat16")
    readers: dict[str, Callable[[], object]] = {}
    for control in controls(window.window):
        if control is models or getattr(control, "isReadOnly", bool)():
            continue
        # of a text that is gone at the next start
        ends = ("_search", "probabilities_box", "processed_box")
        # the code of the lab is read when its page is first shown, see test_lab_page.py
        if control.objectName().endswith(ends) or control.objectName() == "lab_code":
            continue
        if reader := change(control):
            readers[control.objectName()] = reader
    with window.qtbot.waitSignal(window.session.saver.saving, timeout=5000, raising=False):
        window.prompt().setFocus()  # the entry that is left is shown in its own way
    values = {name: read() for name, read in readers.items()}
    named = {"prompt_edit", "strategy", "seed_second", "bad_words_ids", "store_limit"}
    assert named <= set(values)

    window.qtbot.waitUntil(lambda: load_settings(path)[0] == window.session.saver.settings)
    # what a killed window leaves is the file as it is now
    settings, notices = load_settings(path)
    assert (settings.model, notices) == (CHAT.name, [])
    second = open_window(settings=settings)
    for name, value in values.items():
        control = second.find(QWidget, name)
        assert _read(control) == value, name


def _read(control: QWidget) -> object:
    if isinstance(control, QAbstractSpinBox | QLineEdit):
        return control.text()
    if isinstance(control, QComboBox):
        return control.currentData()
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    assert isinstance(control, QAbstractButton)
    return control.isChecked()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_a_killed_window_keeps_what_was_typed_before(open_window: Open) -> None:
    typed = {"max_new_tokens": "abc", "multiple_of": "8", "prompt_edit": "XLA is", "repeat": "0,5"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.kill_driver", json.dumps(typed)],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -9, done.stderr[-2000:]
    settings, notices = load_settings(settings_path())
    assert notices == []
    window = open_window(settings=settings)
    for name, text in typed.items():
        control = window.window.findChild(QAbstractSpinBox, name)
        shown = control.text() if control is not None else window.prompt().toPlainText()
        assert shown == text, name
