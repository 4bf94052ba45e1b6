"""A scroll area whose text is selected with the mouse and with keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QClipboard,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from .selecting import Selecting
from .selection import Layer, Place

_SCROLL_MS = 40
_Standard = QKeySequence.StandardKey
#: Keys that move the caret: forward, by words, extending the selection.
_STEPS = {
    _Standard.MoveToNextChar: (True, False, False),
    _Standard.MoveToPreviousChar: (False, False, False),
    _Standard.MoveToNextWord: (True, True, False),
    _Standard.MoveToPreviousWord: (False, True, False),
    _Standard.SelectNextChar: (True, False, True),
    _Standard.SelectPreviousChar: (False, False, True),
    _Standard.SelectNextWord: (True, True, True),
    _Standard.SelectPreviousWord: (False, True, True),
}
_LINES = {_Standard.SelectNextLine: True, _Standard.SelectPreviousLine: False}
#: Keys that move it to the end or the beginning: forward, extending the selection.
_ENDS = {
    _Standard.SelectEndOfDocument: (True, True),
    _Standard.SelectStartOfDocument: (False, True),
    _Standard.SelectEndOfLine: (True, True),
    _Standard.SelectStartOfLine: (False, True),
}


class SelectableView(QAbstractScrollArea):
    """Base of ``TokenView``: handles selection by mouse and keyboard; the subclass maps positions.

    *Attributes:*
        selecting: the selection.

    *Signals:*
        end_pressed (): the key End.
    """

    end_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selecting = Selecting()
        self._is_dragging = False
        self._last_double_click = QPoint()
        self._scroll_timer = QTimer(self, interval=_SCROLL_MS)
        self._scroll_timer.timeout.connect(self._on_scroll_timeout)
        self._since_double_click = QTimer(self, singleShot=True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # ------------------------------------------------------------------ for the subclass

    def layer_and_place_at(self, at: QPoint, layer: Layer | None) -> tuple[Layer, Place] | None:
        """Return the place nearest to a point, in a layer (default: the one under the point)."""
        raise NotImplementedError

    def show_caret(self) -> None:
        """Scroll to the caret and paint it."""
        raise NotImplementedError

    def line_height(self) -> float:
        """Return the distance from one line to the next, in pixels."""
        raise NotImplementedError

    def all_text(self) -> str:
        """Return the text to copy if nothing is selected."""
        raise NotImplementedError

    @Slot()
    def copy(self) -> None:
        """Copy the selected text to the clipboard, or all text if nothing is selected."""
        text = self.selecting.text() if self.selecting.selection else self.all_text()
        QGuiApplication.clipboard().setText(text)

    @Slot()
    def select_all(self) -> None:
        """Select everything in the layer of the caret."""
        self.selecting.select_all()
        self.viewport().update()

    # ------------------------------------------------------------------ the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = event.position().toPoint()
        is_extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        layer = self.selecting.selection.layer if is_extending else None
        found = self.layer_and_place_at(at, layer)
        if found is None:
            return
        is_third = (
            self._since_double_click.isActive()
            and (at - self._last_double_click).manhattanLength()
            < QGuiApplication.styleHints().startDragDistance()
        )
        if is_third:
            self.selecting.put(*found)
            self.selecting.select_all(found[1].block)
        elif is_extending:
            self.selecting.extend_to(found[1])
        else:
            self.selecting.put(*found)
        self._is_dragging = not is_third
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        found = self.layer_and_place_at(at, None)
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self.selecting.select_word(*found)
            self._last_double_click = at
            self._since_double_click.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._is_dragging or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        self._drag_to(at)
        is_outside = not 0 <= at.y() < self.viewport().height()
        if is_outside != self._scroll_timer.isActive():
            (self._scroll_timer.start if is_outside else self._scroll_timer.stop)()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._stop_dragging()
        clipboard = QGuiApplication.clipboard()
        if self.selecting.selection and clipboard.supportsSelection():
            clipboard.setText(self.selecting.text(), QClipboard.Mode.Selection)

    @Slot()
    def _on_scroll_timeout(self) -> None:
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (at.y() if at.y() < 0 else at.y() - self.viewport().height()))
        self._drag_to(at)

    def _drag_to(self, at: QPoint) -> None:
        found = self.layer_and_place_at(at, self.selecting.selection.layer)
        if found is not None:
            self.selecting.extend_to(found[1])
            self.viewport().update()

    def _stop_dragging(self) -> None:
        self._is_dragging = False
        self._scroll_timer.stop()

    # ------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        # keys that are used here must not trigger shortcuts of the window
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (*_STEPS, *_LINES, *_ENDS, _Standard.Copy, _Standard.SelectAll)
            if any(event.matches(key) for key in keys):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Standard.Copy):
            self.copy()
        elif event.matches(_Standard.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_End and event.modifiers() in _PLAIN:
            self.end_pressed.emit()
        elif event.key() == Qt.Key.Key_Home and event.modifiers() in _PLAIN:
            self.verticalScrollBar().setValue(0)
        elif not self._move_caret(event):
            super().keyPressEvent(event)

    def _move_caret(self, event: QKeyEvent) -> bool:
        for key, (is_forward, is_word, is_extending) in _STEPS.items():
            if event.matches(key):
                self.selecting.step(
                    is_forward=is_forward, is_word=is_word, is_extending=is_extending
                )
                self.show_caret()
                return True
        for key, is_forward in _LINES.items():
            if event.matches(key):
                self.selecting.step_line(self.line_height(), is_forward=is_forward)
                self.show_caret()
                return True
        for key, (is_forward, is_extending) in _ENDS.items():
            if event.matches(key):
                self.selecting.go_to_end(is_forward=is_forward, is_extending=is_extending)
                self.show_caret()
                return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._stop_dragging()
        self.viewport().update()


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
