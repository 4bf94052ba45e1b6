"""The tables of the history, and which of their rows are sound.

A call that was deleted keeps its rows, with the number of its deletion, until it cannot be brought
back any more.
"""

from __future__ import annotations

import sqlite3

from ..call.record import Cache, Status, Warmth

SCHEMA_VERSION = 7
TABLES = (
    """
CREATE TABLE IF NOT EXISTS keys (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE)
""",
    """
CREATE TABLE IF NOT EXISTS calls (
    call INTEGER PRIMARY KEY AUTOINCREMENT, started_at REAL NOT NULL, key_id INTEGER,
    model TEXT NOT NULL, arm TEXT NOT NULL, recipe TEXT NOT NULL, strategy TEXT NOT NULL,
    status TEXT NOT NULL, cache TEXT NOT NULL,
    trace_ns INTEGER, compile_ns INTEGER, load_ns INTEGER, run_ns INTEGER,
    batch INTEGER NOT NULL, padded_length INTEGER NOT NULL, new_tokens INTEGER NOT NULL,
    ended_by TEXT, ran_beside_build INTEGER, first_token_ns INTEGER,
    store_ns INTEGER, warmth TEXT, reason TEXT, cause TEXT, deletion INTEGER
)
""",
    "CREATE TABLE IF NOT EXISTS records (call INTEGER PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS notes (call INTEGER PRIMARY KEY, note TEXT NOT NULL)",
    """
CREATE TABLE IF NOT EXISTS tags (tag TEXT, call INTEGER, PRIMARY KEY (tag, call)) WITHOUT ROWID
""",
    """
CREATE TABLE IF NOT EXISTS deletions (
    id INTEGER PRIMARY KEY AUTOINCREMENT, deleted_at REAL NOT NULL
)
""",
    # what the phases of first calls consist of, which is added up over calls
    """
CREATE TABLE IF NOT EXISTS parts (
    call INTEGER, phase TEXT, part TEXT, ns INTEGER NOT NULL, is_estimate INTEGER NOT NULL,
    PRIMARY KEY (call, phase, part)
) WITHOUT ROWID
""",
    # calls whose reason, cause and text ``core.workbench.call_index`` has not looked at yet
    "CREATE TABLE IF NOT EXISTS unindexed (call INTEGER PRIMARY KEY)",
)
#: Made once all columns are there. The first one answers what is asked of a call's set-up alone.
INDEXES = (
    """
CREATE INDEX IF NOT EXISTS calls_by_setup
ON calls (model, strategy, recipe, arm, status, cache, deletion)
""",
    "CREATE INDEX IF NOT EXISTS calls_by_time ON calls (started_at)",
    """
CREATE INDEX IF NOT EXISTS calls_by_cause
ON calls (cause, recipe, strategy, deletion, trace_ns, compile_ns, load_ns, store_ns)
WHERE cause IS NOT NULL
""",
    """
CREATE INDEX IF NOT EXISTS calls_by_deletion ON calls (deletion) WHERE deletion IS NOT NULL
""",
    "CREATE INDEX IF NOT EXISTS tags_by_call ON tags (call)",
)
#: Columns of ``calls`` that version 0.1.0 did not have, each with its declaration.
ADDED_COLUMNS = {
    "ended_by": "TEXT",
    "ran_beside_build": "INTEGER",
    "first_token_ns": "INTEGER",
    "store_ns": "INTEGER",
    "warmth": "TEXT",
    "reason": "TEXT",
    "cause": "TEXT",
    "deletion": "INTEGER",
}
#: The table of texts is there once ``core.workbench.call_index`` has made it.
_ALL_TABLES = (
    "calls",
    "records",
    "keys",
    "notes",
    "tags",
    "deletions",
    "parts",
    "unindexed",
    "texts",
)
COLUMNS = (
    "call, started_at, key_id, model, arm, recipe, strategy, status, cache, "
    "trace_ns, compile_ns, load_ns, run_ns, batch, padded_length, new_tokens, ended_by, "
    "ran_beside_build, first_token_ns, store_ns, warmth"
)
#: Rows as this program writes them. SQLite stores any type in any column, and a number that is a
#: text, or no number of ns at all, ends in Qt's painting, where an exception ends the process.
SOUND = " AND ".join(
    [
        "typeof(call) = 'integer'",
        "typeof(started_at) = 'real' AND started_at BETWEEN 0 AND 32503680000",
        "typeof(key_id) IN ('integer', 'null')",
        *(f"typeof({c}) = 'text'" for c in ("model", "arm", "recipe", "strategy")),
        f"status IN ({', '.join(repr(s.value) for s in Status)})",
        f"cache IN ({', '.join(repr(c.value) for c in Cache)})",
        *(
            f"({c} IS NULL OR typeof({c}) = 'integer' AND {c} BETWEEN 0 AND 1000000000000000000)"
            for c in ("trace_ns", "compile_ns", "load_ns", "store_ns", "run_ns", "first_token_ns")
        ),
        *(f"typeof({c}) = 'integer'" for c in ("batch", "padded_length", "new_tokens")),
        "typeof(ended_by) IN ('text', 'null')",
        "(ran_beside_build IS NULL OR ran_beside_build IN (0, 1))",
        f"(warmth IS NULL OR warmth IN ({', '.join(repr(w.value) for w in Warmth)}))",
    ]
)


def tables_in(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the history's tables that a database has."""
    marks = ", ".join("?" * len(_ALL_TABLES))
    query = f"SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ({marks})"
    return [row[0] for row in connection.execute(query, _ALL_TABLES)]
