"""A key that is held runs an action, presses a button or answers a dialog once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_PRESSING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape}
_TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit)


class HeldKeys(QObject):
    """Stops the repeats of shortcuts, and of keys that press a control and write no text.

    Otherwise a held Ctrl+Enter makes call after call, and a held Enter on a button opens a dialog
    and accepts it.

    X11 sends a repeat as a release and a press of the same time. Qt marks the press as a repeat
    only if both are there when it reads the release: one or two in thirty are not marked. So the
    last release is kept and compared: nobody presses a key in the millisecond in which it is
    released.
    """

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._released: tuple[int, int] | None = None  # key, and time in ms
        application.focusWindowChanged.connect(self._on_focus_window_changed)

    def watch(self, widget: QWidget) -> None:
        """Stop the repeats that reach a widget."""
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if isinstance(widget, QDialog) or (takes_keys and not isinstance(widget, _TYPED_INTO)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, QWindow):
            return self._sees(event)
        is_press = event.type() == QEvent.Type.KeyPress
        return is_press and event.key() in _PRESSING and self._is_repeat(event)

    @Slot(QWindow)
    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _sees(self, event: QKeyEvent) -> bool:
        """Watch the keys of a window before its widgets; return whether to hide a key from them."""
        match event.type():
            case QEvent.Type.KeyRelease:
                self._released = event.key(), event.timestamp()
            case QEvent.Type.ShortcutOverride if self._is_repeat(event):
                event.accept()  # then it is no shortcut, but a key press
                return True
        return False

    def _is_repeat(self, event: QKeyEvent) -> bool:
        return event.isAutoRepeat() or (event.key(), event.timestamp()) == self._released
