"""A page of the help: the glossary, with its search, or a page of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ....core.help.glossary import SCHEME, found_entries, glossary_entries, glossary_html
from ....core.help.pages import Page, page_text
from ...text.terms import link_terms

_WIDTH, _HEIGHT = 640, 560


class HelpDialog(QDialog):
    """Shows text with links; those within it stay, others open in the browser."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_dialog")
        self.setWindowTitle(title)
        self.text = QTextBrowser(self)
        self.text.setObjectName("help_text")
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link_clicked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.text, 1)
        self.column.addWidget(buttons)
        self.resize(_WIDTH, _HEIGHT)
        self.text.setFocus()

    @Slot(QUrl)
    def _on_link_clicked(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https", SCHEME):
            QDesktopServices.openUrl(url)
        else:
            self.show_anchor(url.fragment())

    def show_anchor(self, anchor: str) -> None:
        """Scroll to a place of the text."""
        self.text.scrollToAnchor(anchor)


class PageDialog(HelpDialog):
    """Shows a page of the resources."""

    def __init__(self, page: Page, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.text.setMarkdown(page_text(page))
        link_terms(self.text.document())


class ShortcutsDialog(HelpDialog):
    """Lists what can be done with keys."""

    def __init__(
        self, actions: Sequence[QAction], title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        rows = "".join(_row(each) for each in actions if each.shortcuts())
        action, keys = self.tr("Action"), self.tr("Keys")
        head = f"| {action} | {keys} |\n|---|---|\n"
        self.text.setMarkdown(head + rows)


def _row(action: QAction) -> str:
    """Return the row of an action: its text and its keys."""
    what = action.text().replace("&", "").rstrip("…")
    native = QKeySequence.SequenceFormat.NativeText
    keys = " or ".join(sequence.toString(native) for sequence in action.shortcuts())
    return f"| {what} | {keys} |\n"


class GlossaryDialog(HelpDialog):
    """Shows the terms, those alone that a search finds."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._entries = glossary_entries(page_text(Page.GLOSSARY))
        self._search = QLineEdit(self)
        self._search.setObjectName("glossary_search")
        self._search.setPlaceholderText(self.tr("Search the terms and what they mean"))
        self._search.setToolTip(self._search.placeholderText())
        self._search.setAccessibleName(self.tr("Search"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._show_found)
        self.column.insertWidget(0, self._search)
        self._search.setFocus()
        self._show_found()

    def show_anchor(self, anchor: str) -> None:
        self._search.clear()  # the entry may not be among those found
        super().show_anchor(anchor)

    @Slot()
    def _show_found(self) -> None:
        found = found_entries(self._entries, self._search.text())
        html = glossary_html(found, self._entries)
        self.text.setHtml(html or self.tr("No term has these words."))
