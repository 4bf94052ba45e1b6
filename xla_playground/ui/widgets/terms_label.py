"""A sentence whose terms lead to the glossary."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ..text.terms import with_terms
from .plain_label import WrappedLabel


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
