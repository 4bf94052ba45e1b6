"""The history of calls: every record, in SQLite (WAL), over all sessions.

A row of ``calls`` holds what tables and plots need; the whole record is compressed JSON in a table
of its own, read only when a call is looked at: so a window with 100,000 calls opens in a second.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import zlib
from pathlib import Path
from queue import SimpleQueue

from pydantic import ValidationError

from ..call.record import Record
from ..call.specialization import SpecializationKey
from ..errors import PlaygroundError, RequestError
from ..messages import store as messages
from ..messages.message import Message
from .call_summary import CallSummary, summary_of
from .file import HistoryFile, is_bad_text, is_damage, why_unsaved
from .schema import COLUMNS, SOUND, tables_in

logger = logging.getLogger(__name__)

_MAX_CALL = 2**53  # a larger number is damage, and could not be counted on
#: A call with its number, as rows and as the whole record.
Entry = tuple[CallSummary, Record]


class History:
    """All calls, oldest first.

    Never raises for a disk that fails: calls that cannot be written are kept in memory and
    written with the next one, and ``take_notices`` has a message about it, once.

    One thread may write (``save_unsaved``, ``delete_saved``, ``close``) while another one uses
    ``keep``, ``record``, ``key``, ``forget`` and ``take_notices``, which wait for no other window.

    Attributes:
        unsaved_reason: why calls could not be written the last time, empty if they could.
    """

    def __init__(self, path: Path | None) -> None:
        """Open or make the database; ``None`` keeps it in memory."""
        self.unsaved_reason = ""
        self._notices: SimpleQueue[Message] = SimpleQueue()
        self._is_damaged = False
        self._unsaved: dict[int, Entry] = {}
        self._keys: dict[int, SpecializationKey] = {}
        self._highest = 0  # number given so far: a damaged file may not know it
        self._lock = threading.Lock()  # for the number; never held during a read or write
        self._path = path
        self._file = HistoryFile.open(path)
        self._note(self._file.notice)

    @property
    def file(self) -> HistoryFile:
        """Return the open database, for ``core.workbench``."""
        return self._file

    @property
    def unsaved_calls(self) -> int:
        """Return the number of calls that are not on disk."""
        return len(self._unsaved)

    def take_notices(self) -> list[Message]:
        """Return the messages to show to the user since the last time, each once."""
        notices = []
        while not self._notices.empty():
            notices.append(self._notices.get())
        return notices

    def add(self, record: Record) -> Entry:
        """Number a record and write it."""
        entry = self.keep(record)
        return self.save_unsaved().get(entry[0].call, entry)

    def keep(self, record: Record) -> Entry:
        """Number a record and keep it in memory until ``save_unsaved``; waits for no disk."""
        last = self._last_call()
        with self._lock:
            call = self._highest = max(last, self._highest) + 1
        key_id = None
        if record.key is not None:
            known = {key: number for number, key in list(self._keys.items())}
            key_id = known.get(record.key, -len(self._keys) - 1)  # negative: not in the database
            self._keys[key_id] = record.key
        entry = summary_of(record, call, key_id), record.model_copy(update={"call": call})
        self._unsaved[call] = entry
        return entry

    def save_unsaved(self) -> dict[int, Entry]:
        """Write the records kept in memory to disk.

        May wait two seconds for another window's write.

        Returns:
            The written entries, by the number that ``keep`` gave. An entry has another number if
            another window took that one first.
        """
        written: dict[int, Entry] = {}
        try:
            is_taken = False
            for call, (_, record) in sorted(self._unsaved.items()):
                try:
                    # after a number that was taken all are numbered anew, to stay in their order
                    written[call] = self._insert(record, None if is_taken else call)
                except sqlite3.IntegrityError:
                    is_taken = True
                    written[call] = self._insert(record, None)
                self._unsaved.pop(call, None)
            self.unsaved_reason = ""
        except sqlite3.Error as error:
            self._rollback()
            if not self.unsaved_reason:
                self._note(why_unsaved(error))
            self.unsaved_reason, self._is_damaged = str(error), is_damage(error)
            logger.warning("history not written: %s", error)
        return written

    def summaries(self) -> list[CallSummary]:
        """Return the summary of every call, oldest first; damaged rows are left out."""
        connection = self._file.connection
        try:
            there = "FROM calls WHERE deletion IS NULL"
            rows = connection.execute(f"SELECT {COLUMNS} {there} AND {SOUND} ORDER BY call")
            saved = list(map(CallSummary._make, rows))
            count = connection.execute(f"SELECT count(*) {there}").fetchone()[0]
            if count != len(saved):
                self._note(messages.CALLS_DAMAGED(damaged=count - len(saved), calls=count))
        except sqlite3.Error as error:
            if is_bad_text(error) and connection.text_factory is str:
                connection.text_factory = _lenient_text
                return self.summaries()
            if is_damage(error):
                self._begin_anew(str(error))
            else:
                self._note(messages.HISTORY_NOT_NOW(why=str(error)))
            saved = []
        if saved:
            self._highest = max(self._highest, min(saved[-1].call, _MAX_CALL))
        return saved + [summary for summary, _ in self._unsaved.values()]

    def record(self, call: int) -> Record:
        """Return the complete record of a call.

        Raises:
            PlaygroundError: there is none, or it cannot be read.
        """
        if (entry := self._unsaved.get(call)) is not None:
            return entry[1]
        try:
            row = self._file.reader.execute(
                "SELECT record FROM records JOIN calls USING (call) "
                "WHERE call = ? AND deletion IS NULL",
                (call,),
            ).fetchone()
            if row is None:
                raise RequestError("call", messages.CALL_GONE(call=call))
            return Record.model_validate_json(zlib.decompress(row[0])).model_copy(
                update={"call": call}
            )
        except (sqlite3.Error, zlib.error, TypeError, ValidationError) as error:
            logger.warning("record of call %s: %s", call, error)
            raise PlaygroundError(messages.CALL_DAMAGED(call=call)) from None

    def key(self, key_id: int) -> SpecializationKey | None:
        """Return the specialization key with this number, ``None`` if it cannot be read."""
        if key_id not in self._keys:
            try:
                row = self._file.reader.execute(
                    "SELECT key FROM keys WHERE id = ?", (key_id,)
                ).fetchone()
                self._keys[key_id] = SpecializationKey.model_validate_json(row[0] if row else "")
            except (sqlite3.Error, ValidationError):
                return None
        return self._keys[key_id]

    def clear(self) -> None:
        """Delete every call; their numbers are not used again."""
        self.forget()
        self.delete_saved()

    def forget(self) -> None:
        """Drop the calls that are not written yet."""
        self._unsaved.clear()
        self._keys.clear()

    def delete_saved(self) -> None:
        """Delete the calls that are written; may wait as ``save_unsaved`` does."""
        try:
            with self._file.connection as connection:
                for table in tables_in(connection):
                    connection.execute(f"DELETE FROM {table}")
        except sqlite3.Error as error:
            self._note(messages.HISTORY_NOT_CLEARED(why=str(error)))

    def close(self) -> None:
        """Write what can be written and close."""
        self.save_at_last()
        if self._unsaved:
            logger.warning("%d calls lost: %s", len(self._unsaved), self.unsaved_reason)
        self._file.close()

    def save_at_last(self) -> None:
        """Write what can be written, into a new file if this one is damaged."""
        self.save_unsaved()
        if self._unsaved and self._is_damaged and self._path is not None:
            self._begin_anew(self.unsaved_reason)
            self.save_unsaved()

    def restore(self, record: Record) -> None:
        """Write a record under the number that it has.

        Raises:
            sqlite3.Error: it could not be written, or another call has that number.
        """
        self._insert(record, record.call)

    # ------------------------------------------------------------------ writing

    def _insert(self, record: Record, call: int | None) -> Entry:
        """Write a record under the number ``call``, or under the next number if ``call`` is
        ``None``.
        """
        packed = zlib.compress(record.model_dump_json().encode(), level=1)
        with self._file.connection as connection:
            key_id = self._key_id(record.key)
            summary = summary_of(record, 0, key_id)
            marks = ", ".join("?" * len(summary))
            cursor = connection.execute(
                f"INSERT INTO calls ({COLUMNS}) VALUES ({marks})", (call, *summary[1:])
            )
            call = cursor.lastrowid or 0
            connection.execute("INSERT OR REPLACE INTO records VALUES (?, ?)", (call, packed))
            connection.execute("INSERT OR IGNORE INTO unindexed VALUES (?)", (call,))
            connection.executemany(
                "INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?)",
                [(call, p.phase, p.part, p.ns, p.is_estimate) for p in record.first_call_parts],
            )
        if key_id is not None and record.key is not None:
            self._keys[key_id] = record.key
        with self._lock:
            self._highest = max(self._highest, call)
        return summary._replace(call=call), record.model_copy(update={"call": call})

    def _key_id(self, key: SpecializationKey | None) -> int | None:
        if key is None:
            return None
        connection, text = self._file.connection, key.model_dump_json()
        connection.execute("INSERT OR IGNORE INTO keys (key) VALUES (?)", (text,))
        row = connection.execute("SELECT id FROM keys WHERE key = ?", (text,)).fetchone()
        return int(row[0])

    def _last_call(self) -> int:
        """Return the highest call number that any window gave so far, cleared calls included."""
        try:
            row = self._file.reader.execute(
                "SELECT seq FROM sqlite_sequence WHERE name = 'calls'"
            ).fetchone()
        except sqlite3.Error:
            return 0
        return int(row[0]) if row else 0

    def _rollback(self) -> None:
        try:
            self._file.connection.rollback()
        except sqlite3.Error as error:
            logger.debug("rollback: %s", error)

    def _begin_anew(self, why: str) -> None:
        self._file.close()
        self._keys.clear()
        self._file = HistoryFile.begin_anew(self._path, why)
        self._note(self._file.notice)

    def _note(self, notice: Message | None) -> None:
        if notice is not None:
            self._notices.put(notice)


def _lenient_text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
