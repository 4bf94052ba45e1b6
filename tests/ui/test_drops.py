"""Several files dropped at once, from odd places."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox

from tests.core.examples import write_model
from tests.sounds import write_wav
from tests.ui.walk_focus import open_dialogs
from xla_playground.ui.dialogs.advice_dialog import AdviceDialog
from xla_playground.ui.widgets.lines_edit import LinesEdit

from .conftest import Opened


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a model, a GGUF file, a recording and things that cannot be used."""
    model = write_model(tmp_path / "my möd el")
    for name in ("README.md", "vocab.txt"):
        (model / name).write_text("text")
    for path in (tmp_path / "weights.gguf", tmp_path / "notes.txt", tmp_path / "photo.png"):
        path.touch()
    (tmp_path / "empty").mkdir()
    write_wav(tmp_path / "clip.wav", 0.3)
    return tmp_path


def drop(one: Opened, urls: list[QUrl]) -> bool:
    """Drag over the window and drop; whether it was taken."""
    data = QMimeData()
    data.setUrls(urls)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, left, none)
    QApplication.sendEvent(one.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(one.window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()


def drop_files(one: Opened, folder: Path, *names: str) -> list[str]:
    """Drop files of a folder; what was said."""
    said: list[str] = []
    one.session.notices.added.connect(said.append)
    assert drop(one, [QUrl.fromLocalFile(str(folder / name)) for name in names])
    one.session.notices.added.disconnect(said.append)
    return said


def holds(edit: LinesEdit, text: str) -> bool:
    return text in edit.toPlainText()


def chosen(one: Opened) -> str:
    return str(one.find(QComboBox, "model_combo").currentData())


@pytest.mark.parametrize(
    "names", [("README.md", "model.safetensors", "config.json"), ("vocab.txt", "tokenizer.json")]
)
def test_a_models_own_files_are_the_model(
    window: Opened, files: Path, names: tuple[str, ...]
) -> None:
    assert drop_files(window, files / "my möd el", *names) == []
    assert chosen(window) == str(files / "my möd el")


def test_the_first_that_can_be_used_is_taken_and_the_rest_said(window: Opened, files: Path) -> None:
    said = drop_files(window, files, "photo.png", "notes.txt", "weights.gguf", "clip.wav", "empty")
    assert chosen(window) == str(files / "weights.gguf")
    assert said == [
        "weights.gguf was opened; left out was photo.png, notes.txt, clip.wav and 1 more: drop one "
        "at a time."
    ]


def test_a_recording_among_texts(window: Opened, files: Path) -> None:
    said = drop_files(window, files, "notes.txt", "clip.wav")
    assert "speech model" in said[0]
    assert said[1] == "clip.wav was opened; left out was notes.txt: drop one at a time."


def test_nothing_that_can_be_used(window: Opened, files: Path) -> None:
    before = chosen(window)
    (said,) = drop_files(window, files, "notes.txt", "photo.png")
    assert said.startswith("notes.txt, photo.png is neither a model nor a recording")
    assert chosen(window) == before


def test_a_folder_without_a_model_is_opened_if_it_is_alone(window: Opened, files: Path) -> None:
    assert drop_files(window, files, "empty") == []
    assert chosen(window) == str(files / "empty")


@pytest.mark.parametrize("url", ["file://{}", "file://localhost{}", "file://{}/"])
def test_urls_with_spaces_and_umlauts(window: Opened, files: Path, url: str) -> None:
    path = files / "my möd el"
    encoded = quote(str(path))
    assert "%20" in encoded
    assert drop(window, [QUrl.fromEncoded(url.format(encoded).encode())])
    assert chosen(window) == str(path)


def test_a_file_that_is_not_there(window: Opened, files: Path) -> None:
    (said,) = drop_files(window, files, "gone.gguf")
    assert said == "gone.gguf is not there, or its name cannot be read: rename it."
    (said,) = drop_files(window, files, "x" * 5000)
    assert "is not there" in said


def test_pages_of_the_web_are_not_taken(window: Opened) -> None:
    assert not drop(window, [QUrl("https://example.org/model.gguf")])


@pytest.mark.skipif(os.geteuid() == 0, reason="root searches every folder")
def test_a_folder_that_may_not_be_searched(window: Opened, files: Path) -> None:
    (files / "empty").chmod(0)
    drop_files(window, files, "empty/model.safetensors")
    (files / "empty").chmod(0o700)


def test_many_files_are_dropped_at_once(window: Opened, files: Path) -> None:
    said = drop_files(window, files, *(f"{number}.txt" for number in range(3000)), "weights.gguf")
    assert "and 2,998 more" in said[0]


def test_several_files_dropped_on_the_advice(window: Opened, files: Path) -> None:
    (files / "prompts.txt").write_text("XLA is\nA compiler is\n", "utf-8")
    data = QMimeData()
    names = ("empty", "prompts.txt", "photo.png")
    data.setUrls([QUrl.fromLocalFile(str(files / name)) for name in names])
    said: list[str] = []
    window.session.notices.added.connect(said.append)
    for dialog in open_dialogs(window):
        if isinstance(dialog, AdviceDialog):
            edit = dialog.findChild(LinesEdit)
            assert edit is not None
            edit.insertFromMimeData(data)
            window.qtbot.waitUntil(partial(holds, edit, "XLA is"))
    window.session.notices.added.disconnect(said.append)
    assert said == ["prompts.txt was opened; left out was empty, photo.png: drop one at a time."]
