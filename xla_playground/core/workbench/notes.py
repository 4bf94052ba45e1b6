"""Notes and tags that the user wrote on calls."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Note(NamedTuple):
    """What the user wrote on a call; an empty text is no note."""

    text: str
    tags: tuple[str, ...]


def notes_of(connection: sqlite3.Connection) -> dict[int, Note]:
    """Return what is written on calls, by their numbers; those of deleted calls included."""
    texts = dict(connection.execute("SELECT call, note FROM notes"))
    tags: dict[int, list[str]] = {}
    for call, tag in connection.execute("SELECT call, tag FROM tags ORDER BY tag"):
        tags.setdefault(call, []).append(tag)
    return {call: Note(texts.get(call, ""), tuple(tags.get(call, ()))) for call in {*texts, *tags}}
