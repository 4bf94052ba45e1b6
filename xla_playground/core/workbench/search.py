"""Find calls in the history by SQL, which reads an index where there are many."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..errors import EnvironmentFault
from ..history.call_summary import CallSummary
from ..history.schema import COLUMNS, SOUND
from ..messages import workbench as messages
from .call_filter import CallFilter
from .call_index import has_texts

#: Shortest text that the index of texts finds; for shorter ones every text is looked through.
_INDEXED = 3
#: Most ranges of calls that are written out: SQLite takes 32,766 values in one statement.
_MOST_RANGES = 500
_IN_LIST = (
    "call IN (SELECT one.call FROM json_each(?) AS part JOIN calls AS one "
    "ON one.call BETWEEN json_extract(part.value, '$[0]') AND json_extract(part.value, '$[1]'))"
)


class FoundCall(NamedTuple):
    """A call with what only the workbench knows of it."""

    summary: CallSummary
    reason: str | None
    note: str
    tags: tuple[str, ...]


def find_calls(connection: sqlite3.Connection, wanted: CallFilter) -> list[int]:
    """Return the numbers of the calls that a filter lets through, ascending.

    Raises:
        sqlite3.Error: the history cannot be read.
        EnvironmentFault: texts cannot be searched here.
    """
    where, values = condition(connection, wanted)
    # sorted here, so that SQLite is free to read an index
    rows = connection.execute(f"SELECT call FROM calls WHERE {where}", values)
    return sorted(row[0] for row in rows)


def found_calls(connection: sqlite3.Connection, wanted: CallFilter) -> Iterator[FoundCall]:
    """Yield the calls that a filter lets through, oldest first; see ``find_calls``."""
    where, values = condition(connection, wanted)
    rows = connection.execute(
        f"SELECT {COLUMNS}, reason, "
        "(SELECT note FROM notes WHERE notes.call = calls.call), "
        "(SELECT group_concat(tag, char(10)) FROM tags WHERE tags.call = calls.call) "
        f"FROM calls WHERE {where} AND {SOUND} ORDER BY call",
        values,
    )
    for *summary, reason, note, tags in rows:
        found = tuple(sorted(tags.split("\n"))) if tags else ()
        yield FoundCall(CallSummary._make(summary), reason, note or "", found)


def condition(connection: sqlite3.Connection, wanted: CallFilter) -> tuple[str, list[object]]:
    """Return what a filter demands of a row of ``calls``, as SQL and the values of its marks."""
    conditions, values = ["deletion IS NULL"], list[object]()

    def demand(sql: str, *more: object) -> None:
        conditions.append(sql)
        values.extend(more)

    for column, choices in (
        ("arm", wanted.arms),
        ("recipe", wanted.recipes),
        ("strategy", wanted.strategies),
        ("status", wanted.statuses),
        ("cache", wanted.caches),
        ("cause", wanted.causes),
        ("key_id", wanted.keys),
    ):
        if choices:
            demand(_is_one_of(column, choices), *choices)
    for column, parts in (("model", wanted.models), ("cause", wanted.reasons)):
        if parts:
            found = _values_with(connection, column, parts)
            demand(_is_one_of(column, found), *found)
    if wanted.calls:
        if len(wanted.calls) > _MOST_RANGES:
            demand(_IN_LIST, json.dumps(wanted.calls))
        else:
            numbers = (number for pair in wanted.calls for number in pair)
            demand(_is_in_ranges(len(wanted.calls)), *numbers)
    for phase in wanted.phases:
        demand(f"{phase}_ns IS NOT NULL")
    if wanted.since is not None:
        demand("started_at >= ?", wanted.since)
    if wanted.until is not None:
        demand("started_at < ?", wanted.until)
    if wanted.tags:
        marks = _is_one_of("tag", wanted.tags)
        demand(f"call IN (SELECT call FROM tags WHERE {marks})", *wanted.tags)
    for text in wanted.texts:
        demand(*_contains(connection, text))
    return " AND ".join(conditions), values


def _is_in_ranges(count: int) -> str:
    """Return the condition that a call is in one of ``count`` ranges.

    Nested in halves: SQLite takes no chain of more than 1,000 terms.
    """
    if count == 1:
        return "call BETWEEN ? AND ?"
    half = count // 2
    return f"({_is_in_ranges(half)} OR {_is_in_ranges(count - half)})"


def _is_one_of(column: str, values: Sequence[object]) -> str:
    return f"{column} IN ({', '.join('?' * len(values))})"


def _values_with(connection: sqlite3.Connection, column: str, parts: Sequence[str]) -> list[str]:
    """Return the values of a column, which are few, that contain one of ``parts``."""
    rows = connection.execute(
        f"SELECT DISTINCT {column} FROM calls WHERE {column} IS NOT NULL"
    ).fetchall()
    lowered = [part.lower() for part in parts]
    return [value for (value,) in rows if any(part in str(value).lower() for part in lowered)]


def _contains(connection: sqlite3.Connection, text: str) -> tuple[str, str, str]:
    """Return the condition that a call or its note contains a text, with its two values."""
    if not has_texts(connection):
        raise EnvironmentFault(messages.NO_TEXT_SEARCH())
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    like = f"%{escaped}%"
    notes = "SELECT call FROM notes WHERE note LIKE ? ESCAPE '\\'"
    if len(text) < _INDEXED:
        found = "SELECT rowid FROM texts WHERE text LIKE ? ESCAPE '\\'"
        return f"call IN ({found} UNION {notes})", like, like
    phrase = '"' + text.replace('"', '""') + '"'
    return f"call IN (SELECT rowid FROM texts WHERE texts MATCH ? UNION {notes})", phrase, like
