"""Words of the window's texts that lead to their entries in the glossary."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import (
    QGuiApplication,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ...core.help.glossary import (
    SCHEME,
    glossary_entries,
    linked_html,
    mentions,
    term_links,
)
from ...core.help.pages import Page, page_text
from ...core.messages.message import language


def with_terms(text: str) -> str:
    """Return plain text as HTML whose terms lead to the glossary."""
    return linked_html(text, _links(language()))


def link_terms(document: QTextDocument) -> None:
    """Have the first mention of each term in a document lead to the glossary.

    Headings, code and what is a link already stay as they are.
    """
    links, seen = _links(language()), set[str]()
    block = document.begin()
    while block.isValid():
        if not block.blockFormat().headingLevel():
            for start, end, anchor in mentions(block.text(), links):
                if anchor not in seen and _is_plain(block, start, end):
                    seen.add(anchor)
                    _link(QTextCursor(block), block.position() + start, end - start, anchor)
        block = block.next()


@cache
def _links(code: str) -> dict[str, str]:
    return term_links(glossary_entries(page_text(Page.GLOSSARY, code)))


def _is_plain(block: QTextBlock, start: int, end: int) -> bool:
    for piece in block.textFormats():
        is_within = piece.start < end and piece.start + piece.length > start
        if is_within and (piece.format.isAnchor() or piece.format.fontFixedPitch()):
            return False
    return not block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _link(cursor: QTextCursor, position: int, length: int, anchor: str) -> None:
    cursor.setPosition(position)
    cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
    looks = QTextCharFormat()
    looks.setAnchor(True)
    looks.setAnchorHref(f"{SCHEME}:{anchor}")
    looks.setForeground(QGuiApplication.palette().link())
    looks.setFontUnderline(True)
    cursor.mergeCharFormat(looks)
