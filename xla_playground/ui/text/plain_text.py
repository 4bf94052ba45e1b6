"""Escape foreign text (tokens, prompts, names, errors) for Qt widgets that read markup."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtGui import Qt


def markup_of(text: str) -> str:
    """Return markup that shows ``text`` as it is, for a part of a rich text."""
    return escape(text)


def menu_text_of(text: str) -> str:
    """Return the text of an action or a button; a single ampersand would underline a letter."""
    return text.replace("&", "&&")


def without_key(text: str) -> str:
    """Return the text of an action without its key: ``&Run`` is ``Run``, and so is ``Run(&R)``, the
    form of languages that are not written in Latin letters.
    """
    return re.sub(r"\(&\w\)|&", "", text)


def tooltip_of(text: str) -> str:
    """Return a tooltip that shows ``text`` as it is.

    Qt takes a text with a tag in it for rich text, in which ``<s>`` is not seen; any other text is
    left alone, as Qt wraps rich text only.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f"<qt><p style='white-space:pre-wrap'>{markup_of(text)}</p></qt>"
