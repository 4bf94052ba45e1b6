"""The database of the history as a file: opened, checked, and set aside if it is damaged."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ..files.quarantine import set_aside
from .schema import ADDED_COLUMNS, COLUMNS, SCHEMA, SCHEMA_VERSION

#: How long a write waits for another window, in seconds.
_PATIENCE_S = 2.0
#: How long a read waits, on the GUI thread, in seconds: in WAL mode hardly anything delays it.
_READING_PATIENCE_S = 0.005
_MEMORY = ":memory:"


@dataclass(frozen=True)
class HistoryFile:
    """An open history.

    Attributes:
        connection: for writing.
        reader: for reading while another thread writes; the same one for a history in memory.
        notice: a sentence on what could not be opened or was set aside, or nothing.
    """

    connection: sqlite3.Connection
    reader: sqlite3.Connection
    notice: str = ""

    @classmethod
    def open(cls, path: Path | None) -> HistoryFile:
        """Open or create the database, in memory if ``path`` is ``None`` or no file can
        be opened.
        """
        if path is None:
            return cls._in_memory("")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls._of(path, "")
        except (sqlite3.DatabaseError, OSError, _NewerSchemaError) as error:
            if isinstance(error, _NewerSchemaError) or is_damage(error):
                return cls.begin_anew(path, str(error))
            return cls._in_memory(
                f"The history at {path} cannot be opened ({error}): this session's calls are kept "
                "in memory only."
            )

    @classmethod
    def begin_anew(cls, path: Path | None, why: str) -> HistoryFile:
        """Set a damaged file aside and make a new one; ``why`` is the damage in words."""
        if path is None:
            return cls._in_memory("")
        try:
            aside = set_aside(path, with_suffixes=("-wal", "-shm"))
            return cls._of(
                path,
                f"The history could not be read ({why}) and was set aside as {aside.name}: "
                "a new one begins.",
            )
        except (OSError, sqlite3.Error) as error:
            return cls._in_memory(
                f"The history could not be read ({why}; {error}): this session's calls are kept "
                "in memory only."
            )

    def close(self) -> None:
        """Close both connections."""
        self.reader.close()
        self.connection.close()

    @classmethod
    def _of(cls, path: Path, notice: str) -> HistoryFile:
        connection = _connect(str(path))
        reader = sqlite3.connect(path, timeout=_READING_PATIENCE_S, check_same_thread=False)
        return cls(connection, reader, notice)

    @classmethod
    def _in_memory(cls, notice: str) -> HistoryFile:
        connection = _connect(_MEMORY)
        return cls(connection, connection, notice)


class _NewerSchemaError(Exception):
    """The file belongs to a newer version of the program."""


def is_damage(error: Exception) -> bool:
    """Return whether the file itself is broken, rather than locked, gone or on a full disk."""
    return isinstance(error, sqlite3.DatabaseError) and (
        not isinstance(error, sqlite3.OperationalError)
        or is_bad_text(error)
        or error.sqlite_errorcode == sqlite3.SQLITE_ERROR  # tables that are not ours
    )


def is_bad_text(error: sqlite3.Error) -> bool:
    """Return whether a text is not UTF-8: an error of Python's, not SQLite's, so without a code."""
    return isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode")


def why_unsaved(error: sqlite3.Error) -> str:
    """Return a sentence on why calls cannot be written, and what becomes of them."""
    if is_damage(error):
        return (
            f"The history is damaged ({error}): calls are kept in memory, and at the end they "
            "begin a new one; the damaged file is set aside."
        )
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
        return (
            "Another program holds the history: calls are kept in memory and written as soon as "
            "it lets go."
        )
    return (
        f"The history cannot be written ({error}): calls are kept in memory until it can; free "
        "some space on the disk."
    )


def _add_columns(connection: sqlite3.Connection) -> None:
    """Add the columns that the calls of earlier versions lack."""
    there = {row[1] for row in connection.execute("PRAGMA table_info(calls)")}
    for name, declaration in ADDED_COLUMNS.items():
        if name not in there:
            connection.execute(f"ALTER TABLE calls ADD COLUMN {name} {declaration}")


def _connect(target: str) -> sqlite3.Connection:
    # one thread at a time uses it, but not always the same one
    connection = sqlite3.connect(target, timeout=_PATIENCE_S, check_same_thread=False)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise _NewerSchemaError("was written by a newer version")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(SCHEMA)
        if 0 < version < SCHEMA_VERSION:  # 0: new, or tables of something else
            _add_columns(connection)
        connection.execute(f"SELECT {COLUMNS} FROM calls LIMIT 1").fetchone()
        connection.execute("SELECT call, record FROM records LIMIT 1").fetchone()
        if version < SCHEMA_VERSION:  # a current file opens on a full disk, too
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except BaseException:
        connection.close()
        raise
    return connection
