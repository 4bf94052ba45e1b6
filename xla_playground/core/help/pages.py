"""Read the pages of the help: Markdown files in a folder for each language."""

from __future__ import annotations

import re
from enum import StrEnum

from ..languages import ENGLISH
from ..messages.message import language
from ..paths import resource_dir


class Page(StrEnum):
    """A page of the help; its value is the name of its file."""

    GLOSSARY = "glossary"
    PLOTS = "plots"
    SOURCES = "sources"


def page_text(page: Page, code: str | None = None) -> str:
    """Return the Markdown of a page in the language of a code, by default that of messages.

    It is in English if it is not translated.

    Raises:
        OSError: the installation lacks the page.
    """
    folder = resource_dir() / "help"
    path = folder / (code or language()) / f"{page}.md"
    if not path.is_file():
        path = folder / ENGLISH / f"{page}.md"
    return path.read_text("utf-8")


def anchor_of(term: str) -> str:
    """Return the anchor of a term: ``first-call`` of ``first call``."""
    return re.sub(r"\W+", "-", term.casefold()).strip("-")
