"""Labels that never take a text for markup: words can be copied, terms lead to the glossary."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ..text.terms import with_terms

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


class TermsLabel(WrappedLabel):
    """Shows any text as it is, in as many lines as it needs; a click on a term opens its entry.

    ``text`` returns the text without its links.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._plain = ""
        super().__init__("", parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setOpenExternalLinks(True)
        self.setText(text)

    def text(self) -> str:
        return self._plain

    def setText(self, text: str) -> None:  # noqa: N802 - override of Qt's name
        if text != self._plain:  # another one would take a selection away
            self._plain = text
            self._show()

    def setForegroundRole(self, role: QPalette.ColorRole) -> None:  # noqa: N802 - Qt's name
        if role != self.foregroundRole():
            super().setForegroundRole(role)
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        # a link has the colour of its sentence, which Qt takes when it reads the HTML
        color = self.palette().color(self.foregroundRole()).name()
        QLabel.setText(self, with_terms(self._plain).replace("<a ", f'<a style="color:{color}" '))


def make_selectable(label: QLabel, *, by_tab: bool = False) -> None:
    """Let the words of a label be selected; ``by_tab`` makes it a stop of Tab, too."""
    label.setTextInteractionFlags(_SELECTABLE)
    policy = Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus
    label.setFocusPolicy(policy)
    label.setCursor(Qt.CursorShape.IBeamCursor)
