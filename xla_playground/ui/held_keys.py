"""A key that is held presses a button, a link or a dialog's default once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_PRESSING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape}
_TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit)


class HeldKeys(QObject):
    """Stops the repeats of keys that press something, unless they are typed into a text.

    Without it Enter held on a button opens a dialog and accepts it. The shortcuts of actions are
    told the same by ``QAction.setAutoRepeat``.
    """

    def watch(self, widget: QWidget) -> None:
        """Stop the repeats that reach a widget."""
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if isinstance(widget, QDialog) or (takes_keys and not isinstance(widget, _TYPED_INTO)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.isAutoRepeat()
            and event.key() in _PRESSING
        )
