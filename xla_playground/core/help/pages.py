"""Read the pages of the help: Markdown files in a folder for each language."""

from __future__ import annotations

import re
from enum import StrEnum

from ..paths import resource_dir

#: The language of pages that are not translated.
FALLBACK = "en"


class Page(StrEnum):
    """A page of the help; its value is the name of its file."""

    GLOSSARY = "glossary"
    PLOTS = "plots"
    SOURCES = "sources"


def page_text(page: Page, language: str = FALLBACK) -> str:
    """Return the Markdown of a page, in English if it is not translated.

    Raises:
        OSError: the installation lacks the page.
    """
    folder = resource_dir() / "help"
    path = folder / language / f"{page}.md"
    if not path.is_file():
        path = folder / FALLBACK / f"{page}.md"
    return path.read_text("utf-8")


def anchor_of(term: str) -> str:
    """Return the anchor of a term: ``first-call`` of ``first call``."""
    return re.sub(r"\W+", "-", term.casefold()).strip("-")
