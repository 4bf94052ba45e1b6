"""Prompts: plain text, counted, samples offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QSpinBox,
    QToolButton,
)

from tests.fakes import CHAT, GPT2, T5
from tests.ui.conftest import Opened
from xla_playground.core.call import request
from xla_playground.core.call.request import MAX_PROMPT_CHARACTERS


def test_the_count_line_tells_prompts_and_tokens(window: Opened) -> None:
    assert window.text("prompt_count") == "1 prompt · 2 tokens, padded to 32"
    window.prompt().replace_text("XLA is\n\nOnce upon a time")
    assert window.text("prompt_count") == "2 prompts"
    window.wait_until_planned()
    assert window.text("prompt_count") == "2 prompts · 2, 4 tokens, padded to 32"


def test_samples_take_the_place_of_the_prompts(window: Opened) -> None:
    menu = window.find(QToolButton, "samples_button").menu()
    menu.actions()[-1].trigger()
    assert len(window.prompt().toPlainText().split("\n")) == 3
    window.prompt().undo()
    assert window.prompt().toPlainText() == "TensorFlow is"


def test_rich_text_is_pasted_plain(window: Opened) -> None:
    rich = QMimeData()
    rich.setHtml("<b>XLA</b> is")
    rich.setText("XLA is")
    window.prompt().clear()
    window.prompt().insertFromMimeData(rich)
    assert window.prompt().toPlainText() == "XLA is"


def test_a_paste_that_no_prompt_may_be_is_refused_at_once(window: Opened) -> None:
    huge = QMimeData()
    huge.setText("x" * (MAX_PROMPT_CHARACTERS + 1))
    window.prompt().insertFromMimeData(huge)
    assert window.prompt().toPlainText() == "TensorFlow is"
    assert window.text("problem_prompts") == (
        "Not pasted. The prompt has 131,086 characters, more than 131,072: shorten it."
    )


def paste(window: Opened, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(window.prompt(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_list_that_is_too_long_says_so_until_the_next_edit(window: Opened) -> None:
    window.prompt().selectAll()
    paste(window, "\n".join(f"prompt {number} of many" for number in range(20_000)))
    sentence = "Not pasted. 20,000 prompts are more than the 64 of one batch: use fewer."
    assert window.text("problem_prompts") == sentence
    window.find(QSpinBox, "max_new_tokens").setValue(48)  # the draft is checked, and is right
    window.wait_until_planned()
    assert window.text("problem_prompts") == sentence
    assert not window.find(QLabel, "problem_prompts").isHidden()
    window.press_run()
    window.wait_for_calls(1)
    assert window.text("problem_prompts") == sentence

    QTest.keyClicks(window.prompt(), "x")
    assert window.find(QLabel, "problem_prompts").isHidden()


def test_a_list_that_is_a_little_too_long_can_be_shortened(window: Opened) -> None:
    window.prompt().selectAll()
    paste(window, "\n".join(["XLA is"] * 65))
    label = window.find(QLabel, "problem_prompts")
    window.qtbot.waitUntil(lambda: "65 prompts are more than the 64" in label.text())
    assert window.prompt().toPlainText().count("\n") == 64
    QTest.keyClick(window.prompt(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.wait_until_planned()
    assert label.isHidden()


def test_long_prompts_that_one_batch_takes_are_pasted(window: Opened) -> None:
    text = "\n".join(["word " * 1000] * 40)
    assert len(text) > MAX_PROMPT_CHARACTERS
    window.prompt().selectAll()
    paste(window, text)
    assert window.prompt().toPlainText() == text


def test_two_pastes_make_no_line_that_is_too_long(
    window: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request, "MAX_PROMPT_CHARACTERS", 1000)  # the real one takes Qt seconds
    window.prompt().selectAll()
    paste(window, "x" * 999)
    paste(window, "yy")
    assert "1,001 characters" in window.text("problem_prompts")
    assert len(window.prompt().toPlainText()) == 999
    window.prompt().selectAll()  # which makes room
    paste(window, "yy")
    assert window.prompt().toPlainText() == "yy"


STRANGE = (
    "שלום עולם",
    "😀👩‍👩‍👧 is",
    "a\u202eb",
    "nul\0 here",
    "tab\there",
    "\ud800 half",
)


def test_strange_prompts_end_in_a_call_or_in_a_sentence(window: Opened) -> None:
    problem = window.find(QLabel, "problem_prompts")
    for text in STRANGE:
        window.prompt().replace_text(text)
        window.press_run()
        assert window.session.runner.is_busy or not problem.isHidden()
        window.qtbot.waitUntil(lambda: not window.session.runner.is_busy)


def test_a_hundred_thousand_characters(window: Opened) -> None:
    pasted = QMimeData()
    pasted.setText("word " * 20_000)
    window.prompt().insertFromMimeData(pasted)
    window.qtbot.waitUntil(lambda: not window.find(QLabel, "problem_max_new_tokens").isHidden())


def choose(window: Opened, model: str) -> None:
    combo = window.find(QComboBox, "model_combo")
    if combo.findData(model) < 0:
        combo.addItem(model, model)
    with window.qtbot.waitSignal(window.session.choice.changed):
        combo.setCurrentIndex(combo.findData(model))


def test_chat_is_offered_where_the_model_has_a_template(window: Opened) -> None:
    switch = window.find(QAbstractButton, "chat_switch")
    assert switch.isHidden()
    choose(window, CHAT.name)
    assert not switch.isHidden()
    window.press_run()
    window.wait_for_calls(1)
    switch.click()
    window.press_run()
    window.wait_for_calls(2)
    choose(window, GPT2.name)
    assert switch.isHidden()
    window.press_run()
    window.wait_for_calls(3)
    assert [request.chat for request in window.engine.requests] == [True, False, False]


def test_samples_follow_the_model(window: Opened) -> None:
    menu = window.find(QToolButton, "samples_button").menu()
    choose(window, T5.name)
    assert menu.actions()[0].text().startswith("translate English to German")
    assert window.prompt().toPlainText().startswith("translate English to German")
    window.prompt().replace_text("my own")
    choose(window, GPT2.name)
    assert window.prompt().toPlainText() == "my own"
    assert menu.actions()[0].text() == "TensorFlow is"


def test_a_typed_prompt_stays_though_it_is_a_sample(window: Opened) -> None:
    window.prompt().selectAll()
    QTest.keyClicks(window.prompt(), "XLA is")
    choose(window, T5.name)
    assert window.prompt().toPlainText() == "XLA is"

    window.find(QToolButton, "samples_button").menu().actions()[0].trigger()
    choose(window, GPT2.name)
    assert window.prompt().toPlainText() == "TensorFlow is"
