"""Paste from Python in the window: the panels follow, what is left out is said, undo works."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QWidget,
)

from xla_playground.core.call.padding import PaddingMode
from xla_playground.core.call.request import Arm, Recipe
from xla_playground.core.options.table import Strategy

from .conftest import Opened

CODE = """
xla_generate = tf.function(model.generate, jit_compile=True)
tokens = tokenizer(["Once upon", "A time"], padding=True, pad_to_multiple_of=8)
xla_generate(**tokens, num_beams=3, max_new_tokens=9, temperature=t, streamer=s)
"""


@pytest.fixture(autouse=True)
def _empty_clipboard() -> None:
    QGuiApplication.clipboard().clear()


def paste(one: Opened, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    one.action("paste_python").trigger()


def dialogs(one: Opened) -> list[QDialog]:
    """The dialogs that are open."""
    return [dialog for dialog in one.window.findChildren(QDialog) if dialog.isVisible()]


def dialog_of(one: Opened) -> QDialog:
    (dialog,) = dialogs(one)
    return dialog


def left_out(one: Opened) -> list[str]:
    sentences = dialog_of(one).findChild(QListWidget, "paste_left_out")
    return [] if sentences is None else [sentences.item(n).text() for n in range(sentences.count())]


def send_drop(one: Opened, target: QWidget, data: QMimeData) -> None:
    where, left = QPointF(5, 5), Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(where, copy, data, left, none))


def test_code_sets_the_panels_and_undo_brings_everything_back(window: Opened) -> None:
    form = window.session.form
    before = form.request()
    paste(window, CODE)
    request = form.request()
    assert request.prompts == ("Once upon", "A time")
    assert window.prompt().toPlainText() == "Once upon\nA time"
    assert (request.arm, request.recipe) == (Arm.XLA, Recipe.DOCUMENTED)
    assert request.options.strategy is Strategy.BEAM
    assert (request.options.num_beams, request.options.max_new_tokens) == (3, 9)
    assert (request.padding.mode, request.padding.multiple_of) == (PaddingMode.MULTIPLE, 8)
    assert left_out(window) == [
        "temperature needs a number, and t is none in this text: type it here.",
        "streamer is Python code, which no compiled loop runs.",
    ]
    texts = [label.text() for label in dialog_of(window).findChildren(QLabel, "paste_taken")]
    assert texts == [
        "Prompt: 2 prompts",
        "Options: strategy beam, num_beams 3, max_new_tokens 9",
        "Padding: to a multiple of 8",
        "Call: xla, documented",
    ]
    undo = dialog_of(window).findChild(QPushButton, "paste_undo")
    assert undo is not None
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    after = form.request()
    assert after.model_copy(update={"id": before.id}) == before
    assert dialogs(window) == []


def test_the_number_of_beams_is_shown_also_at_its_default(window: Opened) -> None:
    paste(window, "num_beams=2")
    texts = [label.text() for label in dialog_of(window).findChildren(QLabel, "paste_taken")]
    assert texts == ["Options: strategy beam, num_beams 2"]
    dialog_of(window).accept()


def test_max_length_follows_when_the_tokens_are_counted(window: Opened) -> None:
    paste(window, "model.generate(**tokenizer('a b c'), max_length=30)")
    assert "max_length counts the tokens" in left_out(window)[-1]
    session = window.session
    window.qtbot.waitUntil(lambda: session.planner.plan is not None)

    def is_counted() -> bool:
        plan = session.planner.plan
        assert plan is not None
        length = plan.padded_length
        return session.form.request().options.max_new_tokens == 30 - length

    window.qtbot.waitUntil(is_counted)


def test_a_text_that_is_no_code_changes_nothing(window: Opened) -> None:
    said: list[str] = []
    window.session.notices.added.connect(said.append)
    before = window.session.form.request()
    paste(window, "Once upon a time")
    paste(window, "")
    after = window.session.form.request()
    assert after.model_copy(update={"id": before.id}) == before
    assert dialogs(window) == []
    assert len(said) == 2
    assert said[0].startswith("Not pasted. Line 1 is neither Python nor JSON")
    assert said[1] == "Not pasted. There is no text: copy the code first."


def test_code_that_is_dropped_on_the_prompt_sets_options(window: Opened) -> None:
    text = window.prompt().toPlainText()
    data = QMimeData()
    data.setText("model.generate(**inputs, num_beams=5, max_new_tokens=3)")
    send_drop(window, window.prompt().viewport(), data)
    assert window.prompt().toPlainText() == text
    assert window.session.form.request().options.num_beams == 5
    assert left_out(window) == []
    dialog_of(window).reject()


def test_a_sentence_that_is_dropped_on_the_prompt_is_a_prompt(window: Opened) -> None:
    data = QMimeData()
    data.setText("a plain sentence")
    send_drop(window, window.prompt().viewport(), data)
    assert "a plain sentence" in window.prompt().toPlainText()
    assert dialogs(window) == []


def test_code_that_is_pasted_as_text_is_a_prompt(window: Opened) -> None:
    QGuiApplication.clipboard().setText("model.generate(num_beams=4)")
    window.prompt().paste()
    assert "model.generate" in window.prompt().toPlainText()
    assert dialogs(window) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("call.py", "model.generate(num_beams=4)"),
        ("generation_config.json", '{"num_beams": 4}'),
        ("options.json", '{"num_beams": 4}'),
    ],
)
def test_a_file_of_code_is_dropped_on_the_window(
    window: Opened, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    send_drop(window, window.window, data)
    assert window.session.form.request().options.num_beams == 4
    assert window.session.form.request().options.strategy is Strategy.BEAM
    dialog_of(window).reject()


def test_a_file_that_is_not_utf8_is_a_notice(window: Opened, tmp_path: Path) -> None:
    said: list[str] = []
    window.session.notices.added.connect(said.append)
    (tmp_path / "call.py").write_bytes(b"model.generate('\xe9')")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "call.py"))])
    send_drop(window, window.window, data)
    assert len(said) == 1
    assert "not UTF-8" in said[0]


def test_it_is_in_the_menu_of_the_prompt(window: Opened) -> None:
    menu = window.prompt().context_menu(QPoint(5, 5))
    assert menu.actions()[-1] is window.action("paste_python")
    assert window.action("paste_python").isEnabled()
    menu.deleteLater()
