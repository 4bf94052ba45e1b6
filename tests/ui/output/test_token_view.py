"""Chips: laid out, told apart, fast."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.fakes import sequence_of
from xla_playground.core.call.record import EndedBy, Record, Sequence, Token, TokenRole
from xla_playground.core.call.request import Request
from xla_playground.ui.output.token_view import TokenView
from xla_playground.ui.output.tokens.token_colors import LIGHT
from xla_playground.ui.style.theme import light_palette


def record_of(*sequences: Sequence) -> Record:
    return Record(request=Request(model="m", prompts=("XLA is",)), sequences=sequences)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TokenView]:
    widget = TokenView()
    widget.setPalette(light_palette())
    widget.resize(500, 300)
    with qtbot.waitExposed(widget):
        widget.show()
    yield widget
    widget.close()
    widget.deleteLater()


def tooltips(view: TokenView) -> list[str]:
    """What the tooltips say along a grid over the view, each once, in order."""
    found = [
        view.tooltip_at(QPoint(x, y))
        for y in range(0, view.viewport().height(), 4)
        for x in range(0, view.viewport().width(), 4)
    ]
    return list(dict.fromkeys(filter(None, found)))


def test_each_token_is_a_chip_with_its_id(view: TokenView) -> None:
    view.show_record(record_of(sequence_of("XLA is", 0, 4, 3)))
    assert tooltips(view) == [
        "token 1 · id 0 · '<|endoftext|>' · padding",
        "token 2 · id 1 · '<|endoftext|>' · padding",
        "token 3 · id 2 · 'XLA' · prompt",
        "token 4 · id 3 · ' is' · prompt",
        "token 5 · id 4 · ' a' · generated",
        "token 6 · id 5 · ' fast' · generated",
        "token 7 · id 6 · '<|endoftext|>' · end of text",
    ]


def test_the_same_padding_in_a_row_is_one_chip(view: TokenView) -> None:
    pad = Token(id=0, text="<|endoftext|>", role=TokenRole.PADDING)
    new = Token(id=7, text=" a", role=TokenRole.NEW)
    view.show_record(
        record_of(Sequence(prompt_index=0, text=" a a", tokens=(pad,) * 29 + (new,) * 2 + (pad,)))
    )
    assert tooltips(view) == [
        "tokens 1 to 29 · id 0 · '<|endoftext|>' · padding",
        "token 30 · id 7 · ' a' · generated",
        "token 31 · id 7 · ' a' · generated",
        "token 32 · id 0 · '<|endoftext|>' · padding",
    ]
    assert len(view.tokens()) == 32


def test_the_roles_look_different(view: TokenView) -> None:
    view.show_record(record_of(sequence_of("XLA is", 0, 4, 3)))
    image = view.grab().toImage()
    seen = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    for role in (TokenRole.PROMPT, TokenRole.NEW, TokenRole.END):
        assert LIGHT[role].fill.name() in seen


def test_chips_wrap_when_the_view_is_narrow(view: TokenView, qtbot: QtBot) -> None:
    view.show_record(record_of(sequence_of("XLA is", 0, 8, 60)))
    view.resize(180, 300)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    assert len(tooltips(view)) > 10


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\t", "שלום", "😀", "�", "\u202eevil", "\0", "w" * 3000],
)
def test_any_token_can_be_shown(view: TokenView, text: str) -> None:
    token = Token(id=7, text=text, role=TokenRole.NEW)
    view.show_record(record_of(Sequence(prompt_index=0, text=text[:100], tokens=(token, token))))
    view.grab()
    assert len(tooltips(view)) == 2


def test_several_sequences_have_headings_and_are_copied_together(view: TokenView) -> None:
    view.show_record(
        record_of(sequence_of("XLA is", 0, 4, 3), sequence_of("A compiler is", 1, 4, 3))
    )
    view.copy_text()
    assert QGuiApplication.clipboard().text() == "XLA is a fast\n\nA compiler is a fast"


def test_64_sequences_of_500_tokens_hold_up_nothing(view: TokenView, qtbot: QtBot) -> None:
    record = record_of(*[sequence_of("XLA is", 0, 8, 500) for _ in range(64)])
    view.show_record(record)
    assert view._laid_out < 64, "all of it was laid out at once"
    qtbot.waitUntil(lambda: view._laid_out == 64)
    assert len(view.tokens()) == 64 * 508

    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.grab()
    assert "token 508" in tooltips(view)[-1]


def test_each_heading_says_how_its_sequence_ended(view: TokenView) -> None:
    whole = sequence_of("XLA is", 0, 4, 3)
    cut = sequence_of("XLA is", 1, 4, 3).model_copy(update={"ended_by": EndedBy.LIMIT})
    view.show_record(record_of(whole, cut))
    assert [block.heading for block in view._blocks] == [
        "Prompt 1 · 3 new tokens · ended",
        "Prompt 2 · 3 new tokens · cut at the limit",
    ]
