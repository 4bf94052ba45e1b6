"""The database of the history as a file: opened, checked, and set aside if it is damaged."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from ..files.quarantine import set_aside
from ..messages import store as messages
from ..messages.message import Message
from ..paths import HOME_VARIABLE
from .schema import ADDED_COLUMNS, COLUMNS, INDEXES, SCHEMA_VERSION, TABLES

#: How long a write waits for another window, in seconds.
_PATIENCE_S = 2.0
_POLL_S = 0.02
#: How long a read waits, on the GUI thread, in seconds: in WAL mode hardly anything delays it.
_READING_PATIENCE_S = 0.005
_MEMORY = ":memory:"


@dataclass(frozen=True)
class HistoryFile:
    """An open history.

    Attributes:
        connection: for writing.
        reader: for reading while another thread writes; the same one for a history in memory.
        notice: what could not be opened or was set aside, or ``None``.
        is_substitute: whether it is in memory because the file cannot be opened.
    """

    connection: sqlite3.Connection
    reader: sqlite3.Connection
    notice: Message | None = None
    is_substitute: bool = False

    @classmethod
    def open(cls, path: Path | None) -> HistoryFile:
        """Open or create the database, in memory if ``path`` is ``None`` or no file can
        be opened.
        """
        if path is None:
            return cls._in_memory()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls._of(path)
        except _NewerSchemaError:  # it is whole, and stays where its version finds it
            return cls._in_memory(messages.HISTORY_NEWER(path=str(path), home=HOME_VARIABLE))
        except (sqlite3.DatabaseError, OSError) as error:
            if is_damage(error):
                return cls.begin_anew(path, str(error))
            return cls._in_memory(messages.HISTORY_UNOPENED(path=str(path), why=str(error)))

    @classmethod
    def begin_anew(cls, path: Path | None, why: str) -> HistoryFile:
        """Set a file aside that is damaged, as ``why`` says, and make a new one."""
        if path is None:
            return cls._in_memory()
        try:
            aside = set_aside(path, with_suffixes=("-wal", "-shm"))
            return cls._of(path, messages.HISTORY_SET_ASIDE(why=why, aside=aside.name))
        except (OSError, sqlite3.Error) as error:
            return cls._in_memory(messages.HISTORY_UNREADABLE(why=why, also=str(error)))

    def close(self) -> None:
        """Close both connections."""
        self.reader.close()
        self.connection.close()

    @classmethod
    def _of(cls, path: Path, notice: Message | None = None) -> HistoryFile:
        connection = _connect(str(path))
        reader = sqlite3.connect(path, timeout=_READING_PATIENCE_S, check_same_thread=False)
        return cls(connection, reader, notice)

    @classmethod
    def _in_memory(cls, notice: Message | None = None) -> HistoryFile:
        connection = _connect(_MEMORY)
        return cls(connection, connection, notice, is_substitute=notice is not None)


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


def why_unsaved(error: sqlite3.Error) -> Message:
    """Return why calls cannot be written, and what becomes of them."""
    if is_damage(error):
        return messages.HISTORY_DAMAGED(why=str(error))
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
        return messages.HISTORY_HELD()
    return messages.HISTORY_UNWRITABLE(why=str(error))


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the newest schema as one transaction: another process may try as well."""
    connection.execute("BEGIN IMMEDIATE")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for statement in TABLES:
        connection.execute(statement)
    if 0 < version < SCHEMA_VERSION:  # 0: new, or tables of something else
        _add_columns(connection)
        connection.execute("INSERT OR IGNORE INTO unindexed SELECT call FROM records")
    for statement in INDEXES:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.commit()


def _keep_in_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging, for which SQLite waits for no other process by itself."""
    end = time.monotonic() + _PATIENCE_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(_POLL_S)
        else:
            return


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
            raise _NewerSchemaError
        _keep_in_wal(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        if version < SCHEMA_VERSION:  # what is up to date opens on a full disk, too
            _migrate(connection)
        connection.execute(
            f"SELECT {COLUMNS}, reason, cause, deletion FROM calls LIMIT 1"
        ).fetchone()
        connection.execute("SELECT call, record FROM records LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
