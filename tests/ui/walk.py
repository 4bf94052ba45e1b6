"""Finds every control of the window and its dialogs by itself, so that new ones are tested, too."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

W = TypeVar("W", bound=QWidget)

_CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)


def number_entries(root: QWidget) -> list[QAbstractSpinBox]:
    """Return every number entry below ``root``, hidden ones included."""
    return [w for w in controls(root) if isinstance(w, QAbstractSpinBox)]


def controls(root: QWidget) -> list[QWidget]:
    """Return every control below ``root`` but the parts of others: scroll bars, inner editors.

    What pyqtgraph puts into its own menus, which are switched off, is none.
    """
    found = [w for kind in (*_CONTROLS, QPlainTextEdit) for w in root.findChildren(kind)]
    return [w for w in dict.fromkeys(found) if not _is_part(w)]


def _is_part(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar):
        return True
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractSpinBox | QComboBox | QMenu):
            return True
        above = above.parentWidget()
    return False


def name_of(widget: QWidget) -> str:
    """Return the object names from the window down to ``widget``."""
    names = []
    above: QWidget | None = widget
    while above is not None:
        names.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return "/".join(reversed(names))


def type_over(entry: QAbstractSpinBox, text: str) -> None:
    """Type ``text`` in the place of what an entry shows, with the keys of a keyboard."""
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    QTest.keyClicks(entry, text)
