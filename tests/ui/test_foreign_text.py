"""Tokens, names and errors with markup in them are shown as they are, wherever they are shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QInputMethodEvent, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPlainTextEdit, QToolTip
from pytestqt.qtbot import QtBot

from tests.fakes import GPT2, FakeEngine
from xla_playground.core.call.record import Record, Sequence, Token, TokenRole
from xla_playground.core.call.request import Request
from xla_playground.ui.dialogs.about_dialog import AboutDialog
from xla_playground.ui.dialogs.hub_dialog import HubDialog
from xla_playground.ui.output.token_view import TokenView
from xla_playground.ui.panels.prompt.prompt_edit import PromptEdit
from xla_playground.ui.text.plain_text import markup_of, menu_text_of, tooltip_of
from xla_playground.ui.widgets.lines_edit import LinesEdit

from .conftest import Open, Opened

MARKUP = "<s>", "</s>", "<b>bold</b>", "a <img src=x> b", "two\nlines <i>", "&lt;s&gt;", "a & b"


def _seen(tooltip: str) -> str:
    """What Qt would show of a tooltip."""
    if not GuiQt.mightBeRichText(tooltip):
        return tooltip
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


@pytest.mark.parametrize("text", MARKUP)
def test_a_tooltip_shows_what_it_was_given(qapp: QApplication, text: str) -> None:
    assert _seen(tooltip_of(text)) == text
    assert _seen(f"<qt>{markup_of(text)}</qt>").replace(" ", "") == text.replace("\n", "").replace(
        " ", ""
    )


def test_what_is_no_markup_is_left_alone() -> None:
    assert tooltip_of("How many calls\none press makes: a & b") == (
        "How many calls\none press makes: a & b"
    )
    assert menu_text_of("R&D") == "R&&D"


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_hovering_a_token_shows_it(qtbot: QtBot) -> None:
    view = TokenView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    token = Token(id=1, text="<s>", role=TokenRole.NEW)
    request = Request(model="m", prompts=("a",))
    view.show_record(
        Record(request=request, sequences=(Sequence(prompt_index=0, text="", tokens=(token,)),))
    )
    at = next(
        QPoint(14, y) for y in range(view.viewport().height()) if view.tooltip_at(QPoint(14, y))
    )
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert "'<s>'" in _seen(QToolTip.text())
    QToolTip.hideText()


def test_no_label_guesses_whether_its_text_is_markup(open_window: Open, qtbot: QtBot) -> None:
    """Also a label that is new: one that is rich says so, and escapes what is foreign."""
    model = GPT2.model_copy(update={"name": "<s>model</s>"})
    window = open_window(FakeEngine(models={GPT2.name: model}))
    window.wait_until_planned()
    window.press_run()
    window.wait_for_calls(1)
    dialogs: list[QDialog] = [AboutDialog(None, window.window), HubDialog(window.window)]
    labels = [
        label
        for owner in (window.window, *dialogs)
        for label in owner.findChildren(QLabel)
        if label.text() and not isinstance(label.window(), QMenu)  # pyqtgraph's, never shown
    ]
    assert len(labels) > 40
    guessing = [
        label.objectName() or label.text()
        for label in labels
        if label.textFormat() is Qt.TextFormat.AutoText
    ]
    assert guessing == []


@pytest.mark.parametrize("kind", [PromptEdit, lambda: LinesEdit(100)])
def test_the_hint_leaves_room_for_what_is_composed(qtbot: QtBot, kind: type) -> None:
    edit: QPlainTextEdit = kind()
    qtbot.addWidget(edit)
    edit.setPlaceholderText("Text to continue")
    edit.resize(300, 100)
    with qtbot.waitExposed(edit):
        edit.show()
    edit.setFocus()
    QApplication.sendEvent(edit, QInputMethodEvent("にほん", []))
    assert edit.placeholderText() == ""
    edit.setPlaceholderText("Messages to answer")
    composing = QInputMethodEvent("にほんご", [])
    QApplication.sendEvent(edit, composing)
    assert edit.placeholderText() == ""
    QApplication.sendEvent(edit, QInputMethodEvent("", []))
    assert edit.placeholderText() == "Messages to answer"
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(edit, done)
    assert edit.toPlainText() == "日本"


def test_a_model_name_with_markup_is_a_tooltip_as_it_is(window: Opened) -> None:
    combo = window.window.parts.panels.model._combo
    window.window.parts.panels.model.choose("/models/<s>/a & b")
    assert _seen(combo.toolTip()) == "/models/<s>/a & b"
