"""The glossary as entries, and as a page whose words link to each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from .pages import anchor_of

_ROW = re.compile(r"^\|\s*(?P<term>[^|]+?)\s*\|\s*(?P<meaning>[^|]+?)\s*\|$")
_CODE = re.compile(r"`([^`]*)`")
_LEAST_LETTERS = 3  # of a word that is a link
_LETTER = r"[^\W\uac00-\ud7a3]"  # but a syllable of Korean, which may be a particle
#: Of links from a text of the window to an entry: ``glossary:trace``.
SCHEME = "glossary"


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
    links = term_links(known)
    return "".join(
        f'<p><a name="{anchor_of(entry.term)}"></a><b>{escape(entry.term)}</b><br>'
        f"{_linked(entry, links)}</p>"
        for entry in entries
    )


def mentions(text: str, links: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Return where words that have entries stand in ``text``: start, end and anchor of each.

    Whole words count, plurals and forms as ``traced`` included. A particle may follow a word
    directly, as in Korean.
    """
    if not links:
        return []
    words = tuple(links)
    return [
        (match.start(), match.end(), links[words[match.lastindex - 1]])
        for match in _pattern(words).finditer(text)
        if match.lastindex is not None
    ]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern with a group for each word."""
    forms = "|".join(f"({_forms(word)})" for word in words)
    return re.compile(rf"(?<![\w<>/-])(?:{forms})(?!{_LETTER}|[<>-])", re.IGNORECASE)


def linked_html(text: str, links: Mapping[str, str]) -> str:
    """Return plain text as HTML; the first mention of each term leads to its entry.

    Args:
        links: of ``term_links``.
    """
    seen, parts, end = set[str](), list[str](), 0
    for start, stop, anchor in mentions(text, links):
        if anchor not in seen:
            seen.add(anchor)
            parts.append(escape(text[end:start], quote=False))
            word = escape(text[start:stop], quote=False)
            parts.append(f'<a href="{SCHEME}:{anchor}">{word}</a>')
            end = stop
    return "".join([*parts, escape(text[end:], quote=False)]).replace("\n", "<br>")


def term_links(known: Sequence[Entry]) -> dict[str, str]:
    """Return the anchor of each word that has an entry, the longest word first.

    An entry may have several words.
    """
    links: dict[str, str] = {}
    for entry in known:
        for term in re.sub(r"\s*\(.*\)", "", entry.term).split(", "):
            word = term.casefold()
            if len(word) >= (_LEAST_LETTERS if word.isascii() else 2):
                links[word] = anchor_of(entry.term)
    return dict(sorted(links.items(), key=lambda link: len(link[0]), reverse=True))


def _forms(word: str) -> str:
    """Return a pattern of a word, its plural and, after an e, its past; Korean has neither."""
    if not word[-1].isascii():
        return re.escape(word)
    if word.endswith("y"):
        return f"{re.escape(word[:-1])}(?:ys?|ies)"
    return f"{re.escape(word)}(?:{'[ds]' if word.endswith('e') else 'e?s'})?"


def _linked(entry: Entry, links: dict[str, str]) -> str:
    own = anchor_of(entry.term)
    text = _CODE.sub(r"<code>\1</code>", escape(entry.meaning, quote=False))
    seen = {own}

    def linked(part: str) -> str:
        done, end = "", 0
        for start, stop, anchor in mentions(part, links):
            if anchor not in seen:
                seen.add(anchor)
                done += f'{part[end:start]}<a href="#{anchor}">{part[start:stop]}</a>'
                end = stop
        return done + part[end:]

    parts = re.split(r"(<code>.*?</code>)", text)
    return "".join(p if p.startswith("<code>") else linked(p) for p in parts)
