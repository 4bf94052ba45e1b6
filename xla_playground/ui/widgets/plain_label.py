"""Labels that never take a text for markup, and labels whose text can be copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

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


class WrappedLabel(SelectableLabel):
    """A sentence in as many lines as it needs, however narrow its place is.

    Tool bars and some layouts ask no label for its height at a width, so it claims that height.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:  # noqa: N802 - override of Qt's name
        if text != self.text():  # which would take a selection away
            super().setText(text)
            self._claim_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._claim_height()

    def _claim_height(self) -> None:
        self.setFixedHeight(max(self.heightForWidth(self.width()), self.fontMetrics().height()))


def make_selectable(label: QLabel, *, by_tab: bool = False) -> None:
    """Let the words of a label be selected; ``by_tab`` makes it a stop of Tab, too."""
    label.setTextInteractionFlags(_SELECTABLE)
    policy = Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus
    label.setFocusPolicy(policy)
    label.setCursor(Qt.CursorShape.IBeamCursor)
