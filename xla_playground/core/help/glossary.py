"""The glossary as entries, and as a page whose words link to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .pages import anchor_of

_ROW = re.compile(r"^\|\s*(?P<term>[^|]+?)\s*\|\s*(?P<meaning>[^|]+?)\s*\|$")
_CODE = re.compile(r"`([^`]*)`")
_LEAST_LETTERS = 3  # of a word that is a link


@dataclass(frozen=True)
class Entry:
    """A term and what it means, in Markdown without links."""

    term: str
    meaning: str

    def has(self, words: str) -> bool:
        """Return whether each of the words is in the term or in its meaning."""
        text = f"{self.term} {self.meaning}".casefold()
        return all(word in text for word in words.casefold().split())


def glossary_entries(markdown: str) -> tuple[Entry, ...]:
    """Return the entries of a table with two columns, without its two rows of heading."""
    rows = [match for line in markdown.splitlines() if (match := _ROW.match(line))]
    return tuple(Entry(row["term"], row["meaning"]) for row in rows[2:])


def found_entries(entries: Sequence[Entry], words: str) -> tuple[Entry, ...]:
    """Return the entries that have the words, those whose term begins with them first."""
    found = [entry for entry in entries if entry.has(words)]
    begins = words.strip().casefold()
    return tuple(sorted(found, key=lambda entry: not entry.term.casefold().startswith(begins)))


def glossary_html(entries: Sequence[Entry], known: Sequence[Entry]) -> str:
    """Return entries as HTML; words that ``known`` explains link to their entries."""
    links = _links(known)
    return "".join(
        f'<p><a name="{anchor_of(entry.term)}"></a><b>{escape(entry.term)}</b><br>'
        f"{_linked(entry, links)}</p>"
        for entry in entries
    )


def _links(known: Sequence[Entry]) -> dict[str, str]:
    """Return the anchor of each word that has an entry; an entry may have several words."""
    links: dict[str, str] = {}
    for entry in known:
        for term in entry.term.split(", "):
            word = re.sub(r"\s*\(.*\)", "", term).casefold()
            if len(word) >= _LEAST_LETTERS:
                links[word] = anchor_of(entry.term)
    return links


def _linked(entry: Entry, links: dict[str, str]) -> str:
    own = anchor_of(entry.term)
    words = "|".join(re.escape(word) for word in sorted(links, key=len, reverse=True))
    text = _CODE.sub(r"<code>\1</code>", escape(entry.meaning, quote=False))
    seen: set[str] = set()

    def link(match: re.Match[str]) -> str:
        anchor = links[match["word"].casefold()]
        if anchor == own or anchor in seen:
            return match[0]
        seen.add(anchor)
        return f'<a href="#{anchor}">{match[0]}</a>'

    pattern = re.compile(rf"(?<![\w<>/-])(?P<word>{words})s?(?![\w<>-])", re.IGNORECASE)
    parts = re.split(r"(<code>.*?</code>)", text)
    return "".join(p if p.startswith("<code>") else pattern.sub(link, p) for p in parts)
