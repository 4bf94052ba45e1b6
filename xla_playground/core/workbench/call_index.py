"""The reason, the cause and the text of each call, kept where SQLite finds them.

Records are compressed, so nothing can be searched in them. They are looked through once, after
they were written: a history of 100,000 calls of an earlier version must open at once.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from typing import Any

from ..call.causes import causes_of

#: Calls of one transaction, for which another process waits: about a tenth of a second.
_BATCH = 200
#: Characters of one call that are searched.
_MOST_CHARACTERS = 100_000
#: Cuts a text into runs of three characters, of whatever language.
_TEXTS = "CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = 'trigram')"


def index_some(connection: sqlite3.Connection) -> bool:
    """Index some of the calls that are not indexed yet, and return whether there are more.

    Raises:
        sqlite3.Error: the file cannot be written now.
    """
    is_searchable = _prepare_texts(connection)
    if _is_behind(connection):
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            rows = connection.execute(
                "SELECT unindexed.call, record FROM unindexed LEFT JOIN records USING (call) "
                f"LIMIT {_BATCH}"
            ).fetchall()
            for call, packed in rows:
                reason, text = _contents(packed)
                cause = None if reason is None else ", ".join(causes_of(reason))
                connection.execute(
                    "UPDATE calls SET reason = ?, cause = ? WHERE call = ?", (reason, cause, call)
                )
                if is_searchable:
                    connection.execute("DELETE FROM texts WHERE rowid = ?", (call,))
                    connection.execute(
                        "INSERT INTO texts (rowid, text) VALUES (?, ?)", (call, text)
                    )
                connection.execute("DELETE FROM unindexed WHERE call = ?", (call,))
    return _is_behind(connection)


def has_texts(connection: sqlite3.Connection) -> bool:
    """Return whether the texts of a history are indexed."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'texts'"
    return connection.execute(query).fetchone() is not None


def _prepare_texts(connection: sqlite3.Connection) -> bool:
    """Make the table of texts if it is missing, and return whether there is one."""
    if has_texts(connection):
        return True
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" not in options:
        return False
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if not has_texts(connection):  # another process may have been faster
            connection.execute(_TEXTS)
            connection.execute("INSERT OR IGNORE INTO unindexed SELECT call FROM records")
    return True


def _is_behind(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None


def _contents(packed: Any) -> tuple[str | None, str]:
    """Return the reason and the text of a packed record, nothing of one that is damaged.

    Read as plain JSON, which takes a tenth of the time of validating it.
    """
    try:
        record = json.loads(zlib.decompress(packed))
        request, sequences = record["request"], record["sequences"]
        texts = [str(sequence["text"]) for sequence in sequences]
        parts = [str(prompt) for prompt in request["prompts"]]
        reason, error, audio = record["reason"], record["error"], request.get("audio")
    except (zlib.error, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None, ""
    # an answer that continues its prompt holds it
    parts = [part for part in parts if not any(part in text for text in texts)]
    text = "\n".join(filter(None, (*parts, *texts, audio, error)))
    return (reason if isinstance(reason, str) else None), text[:_MOST_CHARACTERS]
