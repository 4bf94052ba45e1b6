"""The history of calls: every record, in SQLite (WAL), over all sessions.

A row of ``calls`` holds what tables and plots need; the whole record is compressed JSON in a table
of its own, read only when a call is looked at: so a window with 100,000 calls opens in a second.
"""

from __future__ import annotations

import logging
import sqlite3
import zlib
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from .aside import set_aside
from .errors import PlaygroundError
from .history_schema import COLUMNS, SCHEMA, SCHEMA_VERSION, SOUND
from .record import Cache, Record, Status
from .specialization import SpecializationKey

logger = logging.getLogger(__name__)

_PATIENCE_MS = 2000  # with a file that another window writes to
_BRIEF_MS = 20  # once a wait was in vain: the window stands still meanwhile
_MAX_CALL = 2**53  # a larger number is damage, and could not be counted on


class CallSummary(NamedTuple):
    """A call without its text: what a row of the table and a point of a plot need.

    Attributes:
        started_at: seconds since the epoch.
        key_id: number of the specialization key in this history, see ``History.key``.
        new_tokens: summed over the sequences.
    """

    call: int
    started_at: float
    key_id: int | None
    model: str
    arm: str
    recipe: str
    strategy: str
    status: str
    cache: str
    trace_ns: int | None
    compile_ns: int | None
    load_ns: int | None
    run_ns: int | None
    batch: int
    padded_length: int
    new_tokens: int

    @property
    def phases_ns(self) -> tuple[int | None, int | None, int | None, int | None]:
        """Trace, compile, load and run, in the order of ``record.PHASES``."""
        return self.trace_ns, self.compile_ns, self.load_ns, self.run_ns

    @property
    def total_ns(self) -> int:
        """The sum of the phases, in ns."""
        return sum(value or 0 for value in self.phases_ns)

    @property
    def is_completed(self) -> bool:
        """Whether it ended with a text."""
        return self.status == Status.COMPLETED

    @property
    def is_steady(self) -> bool:
        """Whether it only ran: from memory, or eager, which has nothing to prepare."""
        return self.is_completed and self.cache in (Cache.MEMORY, Cache.NONE)


class History:
    """All calls, oldest first.

    Never raises for a disk that fails: calls that cannot be written are kept in memory and
    written with the next one, and ``take_notices`` has a sentence about it, once.
    """

    def __init__(self, path: Path | None) -> None:
        """Open or make the database; ``None`` keeps it in memory."""
        self._notices: list[str] = []
        self._unsaved: dict[int, tuple[CallSummary, Record]] = {}
        self._keys: dict[int, SpecializationKey] = {}
        self._highest = 0  # number told so far: a damaged file may not know it
        self._path = path
        self._connection = self._open()

    def take_notices(self) -> list[str]:
        """Sentences for the user since the last time, each said once."""
        notices, self._notices = self._notices, []
        return notices

    def add(self, record: Record) -> tuple[CallSummary, Record]:
        """Number a record and keep it."""
        try:
            self._save_unsaved()
            return self._insert(record)
        except sqlite3.Error as error:
            self._rollback()
            if not self._unsaved:
                self._notices.append(_why_unsaved(error))
                self._set_patience(_BRIEF_MS)
            logger.warning("history not written: %s", error)
            return self._keep_unsaved(record)

    def summaries(self) -> list[CallSummary]:
        """Every call, oldest first; a row that is damaged is left out."""
        try:
            rows = self._connection.execute(
                f"SELECT {COLUMNS} FROM calls WHERE {SOUND} ORDER BY call"
            )
            saved = list(map(CallSummary._make, rows))
            count = self._connection.execute("SELECT count(*) FROM calls").fetchone()[0]
            if count != len(saved):
                self._notices.append(
                    f"{count - len(saved):,} of {count:,} calls in the history are damaged: they "
                    "are not shown."
                )
        except sqlite3.Error as error:
            if _is_bad_text(error) and self._connection.text_factory is str:
                self._connection.text_factory = _lenient_text
                return self.summaries()
            if _is_damage(error):
                self._start_again(str(error))
            else:
                self._notices.append(f"The history cannot be read now ({error}).")
            saved = []
        if saved:
            self._highest = max(self._highest, min(saved[-1].call, _MAX_CALL))
        return saved + [summary for summary, _ in self._unsaved.values()]

    def record(self, call: int) -> Record:
        """The whole record of a call.

        Raises:
            PlaygroundError: there is none, or it cannot be read.
        """
        if call in self._unsaved:
            return self._unsaved[call][1]
        try:
            row = self._connection.execute(
                "SELECT record FROM records WHERE call = ?", (call,)
            ).fetchone()
            if row is None:
                raise PlaygroundError(f"Call {call} is not in the history any more.")
            return Record.model_validate_json(zlib.decompress(row[0])).model_copy(
                update={"call": call}
            )
        except (sqlite3.Error, zlib.error, TypeError, ValidationError) as error:
            logger.warning("record of call %s: %s", call, error)
            raise PlaygroundError(f"The record of call {call} is damaged.") from None

    def key(self, key_id: int) -> SpecializationKey | None:
        """The specialization key with this number, ``None`` where it cannot be read."""
        if key_id not in self._keys:
            try:
                row = self._connection.execute(
                    "SELECT key FROM keys WHERE id = ?", (key_id,)
                ).fetchone()
                self._keys[key_id] = SpecializationKey.model_validate_json(row[0] if row else "")
            except (sqlite3.Error, ValidationError):
                return None
        return self._keys[key_id]

    def clear(self) -> None:
        """Forget every call; their numbers are not used again."""
        self._unsaved.clear()
        try:
            with self._connection:
                for table in ("calls", "records", "keys"):
                    self._connection.execute(f"DELETE FROM {table}")
        except sqlite3.Error as error:
            self._notices.append(f"The history could not be cleared ({error}).")
            return
        self._keys.clear()

    def close(self) -> None:
        """Write what can be written and close."""
        try:
            self._set_patience(_PATIENCE_MS)
            try:
                self._save_unsaved()
            except sqlite3.Error as error:
                if self._path is None or not _is_damage(error):
                    raise
                self._rollback()
                self._start_again(str(error))
                self._save_unsaved()
        except sqlite3.Error as error:
            logger.warning("%d calls lost: %s", len(self._unsaved), error)
        self._connection.close()

    # ------------------------------------------------------------------ opening

    def _open(self) -> sqlite3.Connection:
        if self._path is None:
            return self._connect(":memory:")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._connect(str(self._path))
        except (sqlite3.DatabaseError, OSError, _NewerSchemaError) as error:
            if isinstance(error, _NewerSchemaError) or _is_damage(error):
                return self._set_aside_and_open(str(error))
            self._notices.append(
                f"The history at {self._path} cannot be opened ({error}): this session's calls "
                "are kept in memory only."
            )
            return self._connect(":memory:")

    def _connect(self, target: str) -> sqlite3.Connection:
        connection = sqlite3.connect(target, timeout=_PATIENCE_MS / 1000)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise _NewerSchemaError("was written by a newer version")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.executescript(SCHEMA)
            connection.execute(f"SELECT {COLUMNS} FROM calls LIMIT 1").fetchone()
            connection.execute("SELECT call, record FROM records LIMIT 1").fetchone()
            if version < SCHEMA_VERSION:  # what is up to date opens on a full disk, too
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_aside_and_open(self, why: str) -> sqlite3.Connection:
        assert self._path is not None
        try:
            aside = set_aside(self._path, with_suffixes=("-wal", "-shm"))
            self._notices.append(
                f"The history could not be read ({why}) and was set aside as {aside.name}: "
                "a new one begins."
            )
            return self._connect(str(self._path))
        except (OSError, sqlite3.Error) as error:
            self._notices.append(
                f"The history could not be read ({why}; {error}): this session's calls are kept "
                "in memory only."
            )
            return self._connect(":memory:")

    def _start_again(self, why: str) -> None:
        self._connection.close()
        self._keys.clear()
        self._connection = (
            self._set_aside_and_open(why) if self._path is not None else self._connect(":memory:")
        )

    # ------------------------------------------------------------------ writing

    def _insert(self, record: Record, call: int | None = None) -> tuple[CallSummary, Record]:
        """Write a record, numbered ``call`` or, where that is ``None``, with the next number."""
        packed = zlib.compress(record.model_dump_json().encode(), level=1)
        with self._connection:
            key_id = self._key_id(record.key)
            summary = _summary(record, key_id)
            marks = ", ".join("?" * len(summary))
            cursor = self._connection.execute(
                f"INSERT INTO calls ({COLUMNS}) VALUES ({marks})", (call, *summary[1:])
            )
            call = cursor.lastrowid or 0
            self._connection.execute("INSERT OR REPLACE INTO records VALUES (?, ?)", (call, packed))
        if key_id is not None and record.key is not None:
            self._keys[key_id] = record.key
        self._highest = max(self._highest, call)
        return summary._replace(call=call), record.model_copy(update={"call": call})

    def _key_id(self, key: SpecializationKey | None) -> int | None:
        if key is None:
            return None
        text = key.model_dump_json()
        self._connection.execute("INSERT OR IGNORE INTO keys (key) VALUES (?)", (text,))
        row = self._connection.execute("SELECT id FROM keys WHERE key = ?", (text,)).fetchone()
        return int(row[0])

    def _keep_unsaved(self, record: Record) -> tuple[CallSummary, Record]:
        known = {key: number for number, key in self._keys.items()}
        key_id = None
        if record.key is not None:
            key_id = known.get(record.key, -len(self._keys) - 1)  # negative: not in the database
            self._keys[key_id] = record.key
        call = max(self._last_call(), self._highest) + 1
        self._highest = call
        summary = _summary(record, key_id)._replace(call=call)
        entry = summary, record.model_copy(update={"call": call})
        self._unsaved[call] = entry
        return entry

    def _last_call(self) -> int:
        """The highest number given so far, cleared calls included."""
        try:
            row = self._connection.execute(
                "SELECT seq FROM sqlite_sequence WHERE name = 'calls'"
            ).fetchone()
        except sqlite3.Error:
            return 0
        return int(row[0]) if row else 0

    def _save_unsaved(self) -> None:
        for call, (_, record) in list(self._unsaved.items()):
            try:
                self._insert(record, call)
            except sqlite3.IntegrityError:  # another window took the number meanwhile
                self._insert(record)
            del self._unsaved[call]

    def _set_patience(self, milliseconds: int) -> None:
        """How long a statement waits where another window holds the file locked."""
        self._connection.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def _rollback(self) -> None:
        try:
            self._connection.rollback()
        except sqlite3.Error as error:
            logger.debug("rollback: %s", error)


class _NewerSchemaError(Exception):
    """The file belongs to a newer version of the program."""


def _is_damage(error: Exception) -> bool:
    """Whether the file itself is broken, rather than locked, out of reach or on a full disk."""
    return isinstance(error, sqlite3.DatabaseError) and (
        not isinstance(error, sqlite3.OperationalError)
        or _is_bad_text(error)
        or error.sqlite_errorcode == sqlite3.SQLITE_ERROR  # tables that are not ours
    )


def _is_bad_text(error: sqlite3.Error) -> bool:
    """Whether a text is not UTF-8: an error of Python's, not SQLite's, so without a code."""
    return isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode")


def _lenient_text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")


def _why_unsaved(error: sqlite3.Error) -> str:
    if _is_damage(error):
        return (
            f"The history is damaged ({error}): calls are kept in memory, and at the end they "
            "begin a new one; the damaged file is set aside."
        )
    return (
        f"The history cannot be written ({error}): calls are kept in memory until it can; free "
        "some space on the disk."
    )


def _summary(record: Record, key_id: int | None) -> CallSummary:
    """The columns of a record that has no number yet."""
    request = record.request
    return CallSummary(
        call=0,
        started_at=record.started_at.timestamp(),
        key_id=key_id,
        model=request.model,
        arm=request.arm.value,
        recipe=request.recipe.value,
        strategy=request.options.strategy.value,
        status=record.status.value,
        cache=record.cache.value,
        trace_ns=record.trace_ns,
        compile_ns=record.compile_ns,
        load_ns=record.load_ns,
        run_ns=record.run_ns,
        batch=request.batch,
        padded_length=record.padded_length,
        new_tokens=sum(record.new_tokens),
    )
