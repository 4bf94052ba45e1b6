"""Labels that never take a text for markup, and labels whose text can be copied."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
)


#: More pixels than any text is high.
_UNBOUNDED = 100_000


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


class WrappedLabel(SelectableLabel):
    """A sentence in as many lines as it needs, however narrow its place is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        # Qt's own is as wide as it is high, in place of the width that there is
        return QSize(super().sizeHint().width(), self.fontMetrics().height())

    def setText(self, text: str) -> None:  # noqa: N802 - override of Qt's name
        if text != self.text():  # which would take a selection away
            super().setText(text)

    def height_of_text(self, width: int) -> int:
        """Return the pixels that the lines take at a width."""
        flags = Qt.TextFlag.TextWordWrap
        room = QRect(0, 0, max(width, 1), _UNBOUNDED)
        return self.fontMetrics().boundingRect(room, flags, self.text()).height()


def make_selectable(label: QLabel, *, by_tab: bool = False) -> None:
    """Let the words of a label be selected; ``by_tab`` makes it a stop of Tab, too."""
    label.setTextInteractionFlags(_SELECTABLE)
    policy = Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus
    label.setFocusPolicy(policy)
    label.setCursor(Qt.CursorShape.IBeamCursor)
