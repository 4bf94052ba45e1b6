"""Search, note, tag and delete the calls of a history."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from ..errors import EnvironmentFault, RequestError, shown
from ..history.history import History
from ..history.schema import tables_in
from ..messages import workbench as messages
from ..messages.message import Template
from .breakdown import PartSeconds, seconds_by_part
from .call_filter import CallFilter
from .call_index import index_some
from .notes import Note, notes_of
from .search import FoundCall, condition, find_calls, found_calls
from .seconds import CauseSeconds, PhaseSeconds, seconds_by_cause, seconds_by_phase

#: How long calls that were deleted can be brought back.
KEPT_DAYS = 7
_DAY_S = 86_400.0
_MOST_NOTE_CHARACTERS = 10_000
_MOST_TAG_CHARACTERS = 64


class Workbench:
    """The calls of a history that are on disk, as something to work with.

    What changes the file (``index``, ``index_some``, ``note``, ``tag``, ``untag``, ``delete``,
    ``undo``) belongs to the thread that writes the history, the rest to the one that reads it.
    Every method raises an ``EnvironmentFault`` if the file can be read or written no more.

    Attributes:
        history: the history.
    """

    def __init__(self, history: History, clock: Callable[[], float] = time.time) -> None:
        """``clock`` gives the seconds since the epoch."""
        self.history = history
        self._clock = clock

    def index(self) -> None:
        """Index the calls that were written since the last time, so that they are found."""
        while self.index_some():
            pass

    def index_some(self) -> bool:
        """Index some of these calls, a tenth of a second's work; return whether there are more."""
        with self._guarded(messages.HISTORY_NOT_READ):
            return index_some(self._writing)

    def unindexed(self) -> int:
        """Return how many calls ``index`` would index: all of them in a file of 0.1.0."""
        with self._guarded(messages.HISTORY_NOT_READ):
            count: int = self._reading.execute("SELECT count(*) FROM unindexed").fetchone()[0]
            return count

    def find(self, wanted: CallFilter) -> list[int]:
        """Return the numbers of the calls that a filter lets through, ascending."""
        with self._guarded(messages.HISTORY_NOT_READ):
            return find_calls(self._reading, wanted)

    def listed(self, wanted: CallFilter) -> Iterator[FoundCall]:
        """Yield the calls that a filter lets through, oldest first, with notes and tags."""
        with self._guarded(messages.HISTORY_NOT_READ):
            yield from found_calls(self._reading, wanted)

    def seconds_by_phase(self, wanted: CallFilter) -> tuple[PhaseSeconds, ...]:
        """Return what each phase took in the calls that a filter lets through."""
        with self._guarded(messages.HISTORY_NOT_READ):
            return seconds_by_phase(self._reading, wanted)

    def seconds_by_cause(self, wanted: CallFilter) -> tuple[CauseSeconds, ...]:
        """Return what new calls took to prepare, by what made them new, the longest first."""
        with self._guarded(messages.HISTORY_NOT_READ):
            return seconds_by_cause(self._reading, wanted)

    def seconds_by_part(self, wanted: CallFilter) -> tuple[PartSeconds, ...]:
        """Return what the parts of first calls took in the calls that a filter lets through."""
        with self._guarded(messages.HISTORY_NOT_READ):
            return seconds_by_part(self._reading, wanted)

    # ------------------------------------------------------------------ notes and tags

    def notes(self) -> dict[int, Note]:
        """Return the notes and tags of calls that have some, by call number."""
        with self._guarded(messages.HISTORY_NOT_READ):
            return notes_of(self._reading)

    def note(self, call: int, text: str) -> None:
        """Write a note on a call in the place of an earlier one; an empty text removes it.

        Raises:
            RequestError: there is no such call, or the note is too long or no UTF-8.
        """
        try:
            text.encode()
        except UnicodeEncodeError:
            raise RequestError("note", messages.FILTER_NOT_UTF8(given=shown(text))) from None
        if len(text) > _MOST_NOTE_CHARACTERS:
            raise RequestError(
                "note",
                messages.NOTE_TOO_LONG(count=len(text), most=_MOST_NOTE_CHARACTERS),
            )
        if not self.find(CallFilter(calls=((call, call),))):
            raise RequestError("call", messages.NO_SUCH_CALL(call=call))
        with self._change() as connection:
            if text:
                connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (call, text))
            else:
                connection.execute("DELETE FROM notes WHERE call = ?", (call,))

    def tag(self, wanted: CallFilter, tags: Iterable[str]) -> None:
        """Give the calls that a filter lets through some tags.

        Raises:
            RequestError: a tag is empty, too long, or holds a comma or a line break.
        """
        checked = [_checked_tag(tag) for tag in tags]
        with self._change() as connection:
            where, values = condition(connection, wanted)
            for tag in checked:
                connection.execute(
                    f"INSERT OR IGNORE INTO tags SELECT ?, call FROM calls WHERE {where}",
                    (tag, *values),
                )

    def untag(self, wanted: CallFilter, tags: Iterable[str]) -> None:
        """Take tags from the calls that a filter lets through."""
        with self._change() as connection:
            where, values = condition(connection, wanted)
            for tag in tags:
                connection.execute(
                    "DELETE FROM tags WHERE tag = ? "
                    f"AND call IN (SELECT call FROM calls WHERE {where})",
                    (tag, *values),
                )

    # ------------------------------------------------------------------ deleting

    def delete(self, wanted: CallFilter) -> int:
        """Delete the calls that a filter lets through, and return how many they were.

        ``undo`` brings them back within ``KEPT_DAYS``; then they are gone for good.
        """
        now = self._clock()
        with self._change() as connection:
            _forget_deleted(connection, before=now - KEPT_DAYS * _DAY_S)
            where, values = condition(connection, wanted)
            number = connection.execute(
                "INSERT INTO deletions (deleted_at) VALUES (?)", (now,)
            ).lastrowid
            count = connection.execute(
                f"UPDATE calls SET deletion = ? WHERE {where}", (number, *values)
            ).rowcount
            if not count:
                connection.execute("DELETE FROM deletions WHERE id = ?", (number,))
        return count

    def undo(self) -> list[int]:
        """Bring back the calls that were deleted last, and return their numbers."""
        with self._change() as connection:
            (number,) = connection.execute("SELECT max(id) FROM deletions").fetchone()
            rows = connection.execute("SELECT call FROM calls WHERE deletion = ?", (number,))
            calls = sorted(row[0] for row in rows)
            connection.execute("UPDATE calls SET deletion = NULL WHERE deletion = ?", (number,))
            connection.execute("DELETE FROM deletions WHERE id = ?", (number,))
        return calls

    # ------------------------------------------------------------------ the file

    @property
    def _reading(self) -> sqlite3.Connection:
        return self.history.file.reader

    @property
    def _writing(self) -> sqlite3.Connection:
        return self.history.file.connection

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection in a transaction, which is taken back if something is raised."""
        with self._guarded(messages.HISTORY_NOT_CHANGED), self._writing as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection

    @contextmanager
    def _guarded(self, problem: Template) -> Iterator[None]:
        """Raise ``problem`` for what SQLite raises."""
        try:
            yield
        except sqlite3.Error as error:
            raise EnvironmentFault(problem(why=str(error))) from None


def _checked_tag(tag: str) -> str:
    tag = tag.strip()
    if not tag or len(tag) > _MOST_TAG_CHARACTERS or "," in tag or not tag.isprintable():
        raise RequestError(
            "tag",
            messages.NO_TAG(given=shown(tag), most=_MOST_TAG_CHARACTERS),
        )
    return tag


def _forget_deleted(connection: sqlite3.Connection, *, before: float) -> None:
    """Remove the rows of calls that were deleted before a moment."""
    old = "SELECT id FROM deletions WHERE deleted_at < ?"
    rows = connection.execute(f"SELECT call FROM calls WHERE deletion IN ({old})", (before,))
    calls = [(row[0],) for row in rows]
    own = {"records", "notes", "tags", "parts", "unindexed", "texts", "calls"}
    tables = own & {*tables_in(connection)}
    for table in tables if calls else ():
        column = "rowid" if table == "texts" else "call"
        connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", calls)
    connection.execute("DELETE FROM deletions WHERE deleted_at < ?", (before,))
