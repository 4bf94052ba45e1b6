"""Models: listed, opened, downloaded, refused, asked about."""

from __future__ import annotations

import json
import sys
from collections import namedtuple
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tests.core.examples import write_model
from tests.fakes import CHAT, GPT2, WHISPER, FakeEngine
from tests.sounds import write_wav
from tests.ui.conftest import Open, Opened
from xla_playground.bridge.models.pull_runner import PullProcess
from xla_playground.core.call.request import Precision
from xla_playground.core.checkpoint.catalog import ModelSource, pulled_folder
from xla_playground.core.engine.pull import PullError
from xla_playground.core.messages.message import untyped
from xla_playground.core.model.info import ModelInfo
from xla_playground.core.window.settings import Settings, Theme
from xla_playground.ui.panels.model.model_combo import _GROUP, NAME, ModelCombo
from xla_playground.ui.panels.model.remove_menu import RemoveMenu

PULLED = "smollm2-135m-instruct"


def choose(window: Opened, model: str) -> None:
    combo = window.find(QComboBox, "model_combo")
    if combo.findData(model) < 0:
        combo.addItem(model, model)
    combo.setCurrentIndex(combo.findData(model))


def wait_for_model(window: Opened, name: str) -> None:
    window.qtbot.waitUntil(
        lambda: window.session.choice.info is not None and window.session.choice.info.name == name
    )


def stand_in(window: Opened, *messages: dict[str, object], then: str = "") -> None:
    """Let downloads be a script that prints messages."""
    lines = "".join(f"print({json.dumps(m)!r}, flush=True)\n" for m in messages)
    script = f"import time\n{lines}{then}"
    pull = window.window.findChild(PullProcess)
    assert pull is not None
    pull._command = lambda model: [sys.executable, "-c", script]


def progress(done: int) -> dict[str, object]:
    return {
        "kind": "progress",
        "model": PULLED,
        "stage": "downloading",
        "done_bytes": done,
        "total_bytes": 93_000_000,
        "bytes_per_s": 12_000_000.0,
        "left_s": 65.0,
    }


def pull_into_cache(window: Opened) -> None:
    """What the download leaves behind, and a model that the engine knows by its name."""
    write_model(pulled_folder(PULLED))
    window.engine.models[PULLED] = CHAT.model_copy(update={"name": PULLED})


DONE: dict[str, object] = {"kind": "done", "model": PULLED, "path": "/models/smollm2"}


# ---------------------------------------------------------------- the list


def test_models_stand_in_groups(window: Opened) -> None:
    combo = window.find(ModelCombo, "model_combo")
    rows = [(combo.itemText(i), combo.itemData(i) is None) for i in range(combo.count())]
    headings = [text for text, is_heading in rows if is_heading]
    assert headings == ["Bundled", "To download"]
    assert rows[0] == ("Bundled", True)
    assert combo.currentData() == GPT2.name
    combo.setFocus()
    for _ in range(combo.count()):
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentData(NAME) is not None, "a heading cannot be chosen"


def test_an_entry_moves_to_its_new_group(window: Opened) -> None:
    combo = window.find(ModelCombo, "model_combo")
    pull_into_cache(window)
    window.window.parts.panels.model._add_entries()
    texts = [combo.itemText(i) for i in range(combo.count())]
    assert texts.count(PULLED) == 1
    assert texts.index("Downloaded") == texts.index(PULLED) - 1
    assert combo.itemData(combo.findData(PULLED), Qt.ItemDataRole.UserRole + 2) == (
        ModelSource.PULLED
    )
    assert combo.currentData() == GPT2.name


def test_facts_are_known_without_the_engine(open_window: Open) -> None:
    window = open_window(FakeEngine(refuses_to_start=True))
    window.qtbot.waitUntil(lambda: window.text("fact_family") == "GPT-2, decoder-only")
    assert window.session.choice.info is not None
    assert window.text("fact_input") == "text"


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_keys_move_in_the_list_as_in_any_list(window: Opened) -> None:
    window.window.parts.docks.bring_up("model")
    combo = window.find(ModelCombo, "model_combo")
    combo.showPopup()
    view = combo.view()

    def after(key: Qt.Key) -> int:
        QTest.keyClick(view, key)
        return view.currentIndex().row()

    last = combo.count() - 1
    assert combo.itemText(0) == "Bundled"
    assert [after(key) for key in (Qt.Key.Key_End, Qt.Key.Key_Home)] == [last, 1]
    assert [after(key) for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)] == [last, 1]
    assert [after(key) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down)] == [1, 2]
    for row in range(3, last + 1):
        if combo.itemData(row) is not None:  # a heading is passed over
            assert after(Qt.Key.Key_Down) == row
    QTest.keyClicks(view, "whisper")
    assert combo.itemText(view.currentIndex().row()) == "whisper-tiny.en"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert combo.currentText() == "whisper-tiny.en"


# ---------------------------------------------------------------- opening and dropping


def drop(window: Opened, path: Path, onto: QWidget | None = None) -> bool:
    """Drop a file; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    target = onto or window.window
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, left, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    fall = QDropEvent(QPointF(5, 5), copy, data, left, none)
    QApplication.sendEvent(window.window if onto else target, fall)
    return True


def test_a_folder_dropped_on_the_window_is_chosen(window: Opened, tmp_path: Path) -> None:
    folder = write_model(tmp_path / "mine")
    window.engine.models[str(folder)] = GPT2.model_copy(update={"name": str(folder)})
    assert drop(window, folder)
    wait_for_model(window, str(folder))
    assert not window.find(QDockWidget, "model_dock").visibleRegion().isEmpty()
    combo = window.find(QComboBox, "model_combo")
    assert combo.currentText() == f"mine ({tmp_path})"


def test_a_file_of_a_folder_stands_for_it(window: Opened, tmp_path: Path) -> None:
    folder = write_model(tmp_path / "mine")
    assert drop(window, folder / "model.safetensors")
    assert window.find(QComboBox, "model_combo").currentData() == str(folder)


def test_a_file_dropped_on_the_prompt_is_not_its_text(window: Opened, tmp_path: Path) -> None:
    gguf = tmp_path / "mine.gguf"
    gguf.touch()
    drop(window, gguf, onto=window.prompt().viewport())
    assert window.prompt().toPlainText() == "TensorFlow is"
    assert window.find(QComboBox, "model_combo").currentData() == str(gguf)


def test_what_is_no_model_is_said(window: Opened, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("hello")
    with window.qtbot.waitSignal(window.session.notices.added) as told:
        assert drop(window, notes)
    assert told.args is not None
    assert "notes.txt is neither a model nor a recording" in told.args[0]
    assert window.find(QComboBox, "model_combo").currentData() == GPT2.name


def test_a_recording_without_a_speech_model_is_kept_for_one(window: Opened, tmp_path: Path) -> None:
    clip = write_wav(tmp_path / "clip.wav", 0.3)
    with window.qtbot.waitSignal(window.session.notices.added) as told:
        drop(window, clip)
    assert told.args is not None
    assert "speech model" in told.args[0]
    choose(window, WHISPER.name)
    wait_for_model(window, WHISPER.name)
    assert window.session.form.request().audio == str(clip)


# ---------------------------------------------------------------- downloading


def test_a_download_shows_progress_and_ends_with_the_model(window: Opened) -> None:
    choose(window, PULLED)
    button = window.find(QAbstractButton, "download_button")
    window.qtbot.waitUntil(lambda: not window.find(QWidget, "download_strip").isHidden())
    assert button.text() == "Download"
    assert "download it in the model panel" in window.text("forecast_text")

    stand_in(window, progress(31_000_000), then="time.sleep(600)")
    window.click("download_button")
    details = window.find(QLabel, "download_details")
    window.qtbot.waitUntil(
        lambda: details.text() == "31.0 MB of 93.0 MB · 12.0 MB/s · 1:05 min left"
    )

    window.click("download_button")  # Cancel
    window.qtbot.waitUntil(lambda: button.text() == "Resume")
    pull_into_cache(window)
    stand_in(window, progress(93_000_000), DONE)
    window.click("download_button")
    wait_for_model(window, PULLED)
    assert window.find(QWidget, "download_strip").isHidden()
    window.wait_until_planned()
    assert window.text("forecast_text").startswith("new")


def test_a_download_goes_on_beside_other_models(window: Opened, tmp_path: Path) -> None:
    choose(window, PULLED)
    window.qtbot.waitUntil(lambda: not window.find(QWidget, "download_strip").isHidden())
    go = tmp_path / "go"
    waiting = f"import pathlib\nwhile not pathlib.Path({str(go)!r}).exists(): time.sleep(0.02)\n"
    stand_in(window, progress(1), then=f"{waiting}print({json.dumps(DONE)!r})")
    window.click("download_button")
    choose(window, GPT2.name)
    wait_for_model(window, GPT2.name)
    window.press_run()
    window.wait_for_calls(1)
    assert not window.find(QWidget, "download_strip").isHidden()
    pull_into_cache(window)
    go.touch()
    window.qtbot.waitUntil(lambda: window.find(QWidget, "download_strip").isHidden())
    assert window.find(QComboBox, "model_combo").currentData() == GPT2.name


def test_a_failed_download_says_why(window: Opened) -> None:
    choose(window, PULLED)
    window.qtbot.waitUntil(lambda: not window.find(QWidget, "download_strip").isHidden())
    message = untyped("The index cannot be reached.")
    stand_in(window, PullError(message=message).model_dump(mode="json"))
    window.click("download_button")
    details = window.find(QLabel, "download_details")
    window.qtbot.waitUntil(lambda: details.text() == "The index cannot be reached.")
    assert window.find(QAbstractButton, "download_button").text() == "Resume"


def test_closing_the_window_ends_a_download(window: Opened) -> None:
    choose(window, PULLED)
    window.qtbot.waitUntil(lambda: not window.find(QWidget, "download_strip").isHidden())
    stand_in(window, progress(1), then="time.sleep(600)")
    window.click("download_button")
    window.qtbot.waitUntil(lambda: "12.0 MB/s" in window.text("download_details"))
    window.window.close()
    pull = window.window.findChild(PullProcess)
    assert pull is not None
    assert not pull.is_running


def test_a_hub_id_is_asked_for_and_downloaded(window: Opened) -> None:
    stand_in(window, progress(1), then="time.sleep(600)")
    window.action("open_hub").trigger()
    edit = window.find(QLineEdit, "hub_id")
    button = window.find(QPushButton, "hub_download_button")
    for text in ("gpt2", "../etc/passwd", "a/b/c", ""):
        edit.setText(text)
        assert not button.isEnabled()
    edit.setText("https://huggingface.co/openai-community/gpt2")
    button.click()
    window.qtbot.waitUntil(lambda: "12.0 MB/s" in window.text("download_details"))
    assert window.text("download_title") == "Downloading openai-community/gpt2"
    assert window.find(QComboBox, "model_combo").currentData() == "openai-community/gpt2"


# ---------------------------------------------------------------- memory and precision

Memory = namedtuple("Memory", ["available"])


def test_a_model_larger_than_the_memory_is_asked_about(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.wait_until_planned()
    loads: list[str] = []

    def load(model: str) -> ModelInfo:
        loads.append(model)
        return GPT2

    monkeypatch.setattr(window.engine, "load", load)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory(available=1000))
    window.session.choice.begin()
    button = window.find(QPushButton, "load_anyway_button")
    window.qtbot.waitUntil(lambda: not button.isHidden())
    assert "1.00 kB are free" in window.text("problem_model")
    window.press_run()
    assert not window.session.runner.is_busy
    assert loads == []

    button.click()
    window.wait_until_planned()
    assert loads == [GPT2.name]
    assert window.find(QLabel, "problem_model").isHidden()
    window.press_run()
    window.wait_for_calls(1)


def test_precision_is_offered_where_there_is_a_choice(window: Opened) -> None:
    row = window.find(QWidget, "precision_row")
    choose(window, CHAT.name)
    wait_for_model(window, CHAT.name)
    assert not row.isHidden()
    assert window.find(QAbstractButton, "segment_float16").isHidden()
    window.find(QAbstractButton, "segment_bfloat16").click()
    assert window.session.form.request().precision is Precision.BFLOAT16
    choose(window, GPT2.name)
    wait_for_model(window, GPT2.name)
    assert not window.find(QAbstractButton, "segment_float16").isHidden()
    assert window.session.form.request().precision is Precision.BFLOAT16


def test_settings_bring_model_and_precision_back(open_window: Open) -> None:
    settings = Settings(theme=Theme.LIGHT, model=CHAT.name, precision=Precision.BFLOAT16)
    window = open_window(settings=settings)
    wait_for_model(window, CHAT.name)
    assert window.session.form.request().precision is Precision.BFLOAT16
    assert window.find(QAbstractButton, "segment_bfloat16").isChecked()


def test_a_file_is_taken_wherever_it_falls(window: Opened, tmp_path: Path) -> None:
    (tmp_path / "mine.gguf").touch()
    children = [w for w in window.window.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    assert len(children) > 50
    assert [w for w in children if not drop(window, tmp_path / "mine.gguf", onto=w)] == []


def test_a_downloaded_model_is_removed_once_it_is_not_in_use(open_window: Open) -> None:
    folder = write_model(pulled_folder(PULLED))
    hub = write_model(pulled_folder("owner/toy"))
    window = open_window()
    wait_for_model(window, window.session.saver.settings.model)
    choose(window, "owner/toy")
    menu = window.find(RemoveMenu, "remove_model_menu")
    menu.fill()
    actions = {action.text(): action for action in menu.actions()}
    assert {text: action.isEnabled() for text, action in actions.items()} == {
        f"{PULLED}…": True,
        "toy…": False,
    }
    actions[f"{PULLED}…"].trigger()
    window.click("remove_model_button")
    combo = window.find(ModelCombo, "model_combo")
    window.qtbot.waitUntil(
        lambda: combo.itemData(combo.findData(PULLED), _GROUP) == ModelSource.PULLABLE
    )
    assert not folder.exists()
    assert hub.is_dir()
    assert combo.currentData() == "owner/toy"
    choose(window, window.session.saver.settings.model)


def test_a_model_of_the_hub_leaves_the_list(open_window: Open) -> None:
    write_model(pulled_folder("owner/toy"))
    window = open_window()
    menu = window.find(RemoveMenu, "remove_model_menu")
    menu.fill()
    menu.actions()[0].trigger()
    window.click("remove_model_button")
    combo = window.find(ModelCombo, "model_combo")
    window.qtbot.waitUntil(lambda: combo.findData("owner/toy") < 0)
    assert combo.findText("From the hub") < 0
