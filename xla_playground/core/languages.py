"""Codes of languages, as in ISO 639-1."""

from __future__ import annotations

#: The language of the source, of every lesson and of every page of the help.
ENGLISH = "en"
