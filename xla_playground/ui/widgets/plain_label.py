"""Labels that never take a text for markup, and labels whose text can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class PlainLabel(QLabel):
    """Shows any text as it is: a ``<s>`` of a vocabulary is no markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class SelectableLabel(PlainLabel):
    """A plain label whose words can be selected and copied, with the mouse and with keys."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        make_selectable(self)


def make_selectable(label: QLabel, *, by_tab: bool = False) -> None:
    """Let the words of a label be selected; ``by_tab`` makes it a stop of Tab, too."""
    label.setTextInteractionFlags(_SELECTABLE)
    policy = Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus
    label.setFocusPolicy(policy)
    label.setCursor(Qt.CursorShape.IBeamCursor)
