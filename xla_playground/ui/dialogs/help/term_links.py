"""Opens the glossary where a link to it is clicked, in any text of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QWhatsThisClickedEvent
from PySide6.QtWidgets import QApplication, QWidget

from ....core.help.glossary import SCHEME
from .help_dialog import GlossaryDialog


class TermLinks(QObject):
    """Takes the links of texts and of What's This that lead to the glossary."""

    def __init__(self, title: str, window: QWidget) -> None:
        super().__init__(window)
        self._title, self._window = title, window
        # the annotation says bytes, which it does not take
        QDesktopServices.setUrlHandler(SCHEME, self, "open_entry")  # type: ignore[arg-type]
        window.installEventFilter(self)

    @Slot(QUrl)
    def open_entry(self, url: QUrl) -> None:
        """Show the glossary at the entry of a link."""
        above = QApplication.activeModalWidget() or self._window
        dialog = GlossaryDialog(self._title, above)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.show_anchor(url.path())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWhatsThisClickedEvent):
            QDesktopServices.openUrl(QUrl(event.href()))
            return True
        return False
