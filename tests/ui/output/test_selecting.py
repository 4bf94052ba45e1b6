"""Text and chips are selected and copied, with the mouse and with keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes import sequence_of
from tests.ui.mouse import double_click
from xla_playground.core.call.record import Record, Sequence, Token, TokenRole
from xla_playground.core.call.request import Request
from xla_playground.ui.output.selection import Layer
from xla_playground.ui.output.token_view import TokenView
from xla_playground.ui.style.theme import light_palette

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TokenView]:
    widget = TokenView()
    widget.setPalette(light_palette())
    widget.resize(500, 400)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    QGuiApplication.clipboard().setText("as it was")
    yield widget
    widget.close()
    widget.deleteLater()


def _show(view: TokenView, *sequences: Sequence) -> None:
    view.show_record(Record(request=Request(model="m", prompts=("XLA is",)), sequences=sequences))


def _point(view: TokenView, block: int, layer: Layer, place: int) -> QPoint:
    """Where a place is in the viewport."""
    at = view._blocks[block].point_of(layer, place) + QPointF(10, view._tops[block])
    return (at - QPointF(0, view.verticalScrollBar().value())).toPoint()


def _drag(view: TokenView, start: QPoint, end: QPoint) -> None:
    viewport = view.viewport()
    QTest.mousePress(viewport, LEFT, NONE, start)
    QTest.mouseMove(viewport, QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, NONE, end)


def _copied(view: TokenView) -> str:
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    return QGuiApplication.clipboard().text()


def test_a_word_is_selected_by_a_double_click(view: TokenView) -> None:
    _show(view, sequence_of("XLA is", 0, 4, 4))
    at = _point(view, 0, Layer.TEXT, len("XLA is a f")) + QPoint(1, 0)
    double_click(view.viewport(), at)
    assert _copied(view) == "fast"
    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    assert _copied(view) == "XLA is a fast compiler", "a third click takes the whole text"


def test_what_is_dragged_over_is_copied_and_nothing_else(view: TokenView) -> None:
    _show(view, sequence_of("XLA is", 0, 4, 3), sequence_of("A compiler is", 1, 4, 3))
    _drag(view, _point(view, 0, Layer.TEXT, 4), _point(view, 0, Layer.TEXT, 8))
    assert _copied(view) == "is a"
    _drag(view, _point(view, 0, Layer.TEXT, 9), _point(view, 1, Layer.TEXT, 10))
    assert _copied(view) == "fast\n\nA compiler"
    assert view.read_place() is not None


def test_chips_are_selected_by_themselves(view: TokenView) -> None:
    _show(view, sequence_of("XLA is", 0, 4, 4))
    _drag(view, _point(view, 0, Layer.TOKENS, 4), _point(view, 0, Layer.TOKENS, 6))
    assert _copied(view) == " a fast"
    double_click(view.viewport(), _point(view, 0, Layer.TOKENS, 5) + QPoint(4, 0))
    assert _copied(view) == " fast"
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    assert _copied(view).endswith("XLA is a fast compiler<|endoftext|>")


def test_keys_alone_select(view: TokenView) -> None:
    _show(view, sequence_of("XLA is", 0, 4, 3), sequence_of("A compiler is", 1, 4, 3))
    assert _copied(view) == "XLA is a fast\n\nA compiler is a fast", "all if nothing is selected"
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert _copied(view) == "is"
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CTRL)
    assert _copied(view) == "is "
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT | CTRL)
    assert _copied(view) == "is a fast\n\nA compiler is a fast"
    QTest.keyClick(view, Qt.Key.Key_Home, SHIFT | CTRL)
    assert _copied(view) == "XLA "
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    assert _copied(view) == "XLA is a fast\n\nA compiler is a fast"
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert not view.selecting.selection


def test_keys_go_from_the_text_to_its_chips(view: TokenView) -> None:
    _show(view, sequence_of("XLA is", 0, 4, 3))
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT | CTRL)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selecting.selection.layer is Layer.TOKENS
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert _copied(view) == "<|endoftext|>"


@pytest.mark.parametrize("text", ["😀 wörld", "שלום עולם", "a\nb\r\nc", "\0", ""])
def test_any_text_can_be_selected(view: TokenView, text: str) -> None:
    token = Token(id=7, text=text, role=TokenRole.NEW)
    _show(view, Sequence(prompt_index=0, text=text, tokens=(token, token)))
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    view.grab()
    assert view.selecting.text() == text.replace("\r\n", "\n").replace("\0", "␀")
    for _ in range(len(text) + 4):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    assert view.selecting.text() == text * 2


def test_what_is_selected_is_seen(view: TokenView) -> None:
    _show(view, sequence_of("XLA is", 0, 4, 3))
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    image = view.grab().toImage()
    highlight = view.palette().highlight().color()
    assert any(
        image.pixelColor(x, y) == highlight
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_drag_beyond_the_edge_scrolls(view: TokenView, qtbot: QtBot) -> None:
    _show(view, *[sequence_of("XLA is", 0, 8, 60) for _ in range(10)])
    qtbot.waitUntil(lambda: view._laid_out == 10)
    viewport = view.viewport()
    QTest.mousePress(viewport, LEFT, NONE, QPoint(30, 20))
    QTest.mouseMove(viewport, QPoint(30, viewport.height() + 40))
    assert view._scroll_timer.isActive()
    QTest.mouseRelease(viewport, LEFT, NONE, QPoint(30, viewport.height() + 40))
    assert not view._scroll_timer.isActive()


def test_another_record_has_nothing_selected(view: TokenView) -> None:
    _show(view, sequence_of("XLA is", 0, 4, 3))
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    _show(view, sequence_of("XLA is", 0, 4, 4))
    assert view.read_place() is None
