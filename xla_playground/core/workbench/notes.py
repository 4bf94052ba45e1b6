"""Notes and tags that the user wrote on calls."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Note(NamedTuple):
    """What the user wrote on a call; an empty text is no note."""

    text: str
    tags: tuple[str, ...]


def notes_of(connection: sqlite3.Connection) -> dict[int, Note]:
    """Return notes and tags by call number, those of deleted calls included."""
    texts = dict(_texts(connection, "notes", "note"))
    tags: dict[int, list[str]] = {}
    for call, tag in sorted(_texts(connection, "tags", "tag")):
        tags.setdefault(call, []).append(tag)
    return {call: Note(texts.get(call, ""), tuple(tags.get(call, ()))) for call in {*texts, *tags}}


def _texts(connection: sqlite3.Connection, table: str, column: str) -> list[tuple[int, str]]:
    """Return a column of texts with the calls: SQLite stores any type, and bytes that are no
    UTF-8.
    """
    rows = connection.execute(
        f"SELECT call, CAST({column} AS BLOB) FROM {table} "
        f"WHERE typeof(call) = 'integer' AND typeof({column}) = 'text'"
    )
    return [(call, text.decode(errors="replace")) for call, text in rows]
