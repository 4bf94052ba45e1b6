"""Calls in one file that another machine can read: JSON, one call a line, packed by gzip.

The first line says what the file is, the last one that it is complete. A session that is opened is
a history of its own, in memory: whatever the file holds, nothing is added to the user's history.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..call.record import Record
from ..errors import EnvironmentFault, PlaygroundError, RequestError, shown
from ..files.replace_file import replacing
from ..frozen import Frozen
from ..history.history import History
from ..machine import Machine, this_machine
from ..messages import workbench as messages
from ..messages.message import Message
from ..units import format_bytes
from .call_filter import CallFilter
from .workbench import Workbench

_FORMAT = "xla-playground session"
_VERSION = 1
_END = "end"
_MOST_CALL = 2**53
_END_LINE = b'{"end"'
#: Most bytes of all lines together, and of one of them.
MAX_BYTES = 1_000_000_000
_MAX_LINE_BYTES = 100_000_000
#: Calls between two reports of progress: less than a tenth of a second.
_REPORTED = 50
#: The type of callbacks that are given the part of a file that is read.
Progress = Callable[[float], object]


class SessionHeader(Frozen):
    """The first line of a session file.

    Attributes:
        machine: the machine that saved the file.
    """

    format: str
    version: int
    saved_at: datetime
    machine: Machine


class _Line(Frozen):
    """One call."""

    record: Record
    note: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class SavedSession:
    """A session file that is open.

    Attributes:
        history: its calls, in memory; whoever opened the file closes it.
        machine: the machine that saved it.
        saved_at: when it was saved.
    """

    history: History
    machine: Machine
    saved_at: datetime


@dataclass(frozen=True)
class SavedCalls:
    """What became of the calls that were to be saved.

    Attributes:
        saved: how many are in the file.
        damaged: numbers of those whose records cannot be read.
    """

    saved: int
    damaged: tuple[int, ...]


def save_session(workbench: Workbench, wanted: CallFilter, path: Path) -> SavedCalls:
    """Write the calls that a filter lets through to a file.

    Raises:
        RequestError: there is none, or they are too large for one file.
        EnvironmentFault: the file cannot be written; an old one is untouched.
    """
    found = list(workbench.listed(wanted))
    if not found:
        raise RequestError("filter", messages.NOTHING_TO_SAVE())
    damaged: list[int] = []

    def lines() -> Iterator[str]:
        header = SessionHeader(
            format=_FORMAT, version=_VERSION, saved_at=datetime.now(UTC), machine=this_machine()
        )
        yield header.model_dump_json()
        for summary, _, note, tags in found:
            try:
                record = workbench.history.record(summary.call)
            except PlaygroundError:
                damaged.append(summary.call)
            else:
                yield _Line(record=record, note=note, tags=tags).model_dump_json()
        yield json.dumps({_END: len(found) - len(damaged)})

    try:
        with (
            replacing(path) as file,
            gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6) as packed,
        ):
            size = 0
            for line in lines():
                data = line.encode() + b"\n"
                size += len(data)
                if size > MAX_BYTES or len(data) > _MAX_LINE_BYTES:
                    raise RequestError(
                        "filter",
                        messages.TOO_MANY_TO_SAVE(most=format_bytes(MAX_BYTES)),
                    )
                packed.write(data)
    except OSError as error:
        raise EnvironmentFault(
            messages.FILE_UNWRITTEN(path=shown(str(path)), why=str(error.strerror))
        ) from None
    return SavedCalls(len(found) - len(damaged), tuple(damaged))


def open_session(path: Path, progress: Progress = lambda share: None) -> SavedSession:
    """Open a session file.

    ``progress`` is called now and then with the part of the file that is read, from 0 to 1; an
    exception that it raises ends the reading.

    Raises:
        RequestError: it is no session, of a newer version, too large, cut off or damaged.
    """
    name = shown(path.name)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _refusal(
                messages.SESSION_TOO_LARGE(
                    file=name, size=format_bytes(size), most=format_bytes(MAX_BYTES)
                )
            )
        with path.open("rb") as file, gzip.GzipFile(fileobj=file) as packed:
            return _read(name, packed, lambda: progress(file.tell() / max(size, 1)))
    except EOFError:
        raise _cut_off(name) from None
    except (gzip.BadGzipFile, zlib.error):
        raise _refusal(messages.SESSION_DAMAGED(file=name)) from None
    except OSError as error:
        raise _refusal(messages.SESSION_UNREADABLE(file=name, why=str(error.strerror))) from None


def _read(name: str, file: gzip.GzipFile, report: Callable[[], object]) -> SavedSession:
    lines = _lines(name, file)
    header = _header(name, next(lines, b""))
    history = History(None)
    try:
        workbench = Workbench(history)
        count = 0
        while not (line := next(lines, b"")).startswith(_END_LINE):
            if not line.endswith(b"\n"):
                raise _cut_off(name)
            if count % _REPORTED == 0:
                report()
            count += 1
            _add(name, count, line, history, workbench)
        # gzip's checksum comes after the last line
        if _json(line) != {_END: count} or next(lines, b""):
            raise _cut_off(name)
        while workbench.index_some():
            report()
    except BaseException:
        history.close()
        raise
    return SavedSession(history, header.machine, header.saved_at)


def _lines(name: str, file: gzip.GzipFile) -> Iterator[bytes]:
    size = 0
    while line := file.readline(_MAX_LINE_BYTES + 1):
        size += len(line)
        if size > MAX_BYTES or len(line) > _MAX_LINE_BYTES:
            raise _refusal(
                messages.SESSION_UNPACKS_TOO_LARGE(file=name, most=format_bytes(MAX_BYTES))
            )
        yield line


def _header(name: str, line: bytes) -> SessionHeader:
    found = _json(line)
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        raise _refusal(messages.NO_SESSION_FILE(file=name))
    version = found.get("version")
    if type(version) is not int or version > _VERSION:
        raise _refusal(messages.SESSION_NEWER(file=name))
    try:
        return SessionHeader.model_validate(found)
    except ValidationError:
        raise _refusal(messages.SESSION_HEADER_DAMAGED(file=name)) from None


def _add(name: str, number: int, line: bytes, history: History, workbench: Workbench) -> None:
    try:
        found = _Line.model_validate_json(line)
        call = found.record.call
        if not 0 < call <= _MOST_CALL:
            raise ValueError(call)
        history.restore(found.record)
        if found.note:
            workbench.note(call, found.note)
        if found.tags:
            workbench.tag(CallFilter(calls=((call, call),)), found.tags)
    except (ValueError, sqlite3.Error, PlaygroundError, OverflowError):
        raise _refusal(messages.SESSION_LINE_DAMAGED(file=name, line=number + 1)) from None


def _json(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _cut_off(name: str) -> RequestError:
    return _refusal(messages.SESSION_CUT_OFF(file=name))


def _refusal(problem: Message) -> RequestError:
    return RequestError("session", problem)
