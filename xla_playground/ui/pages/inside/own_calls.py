"""The calls of a specialization on this machine, whatever session file is shown."""

from __future__ import annotations

from collections.abc import Iterable

from ....core.call.record import Record
from ....core.call.request import Request
from ....core.call.specialization import SpecializationKey
from ....core.errors import PlaygroundError
from ...state.call_log import CallLog

#: Calls that are searched for one of a specialization that has no steady call yet.
_SEARCHED = 2_000
#: Steady calls that are read: each takes a millisecond of the GUI thread.
_STEADY = 5


def steady_records(log: CallLog, key: SpecializationKey) -> list[Record]:
    """Return the records of the latest steady calls of a specialization, oldest first."""
    series = log.own.book.get(key)
    return [] if series is None else _records(log, series.calls[-_STEADY:])


def latest_request(log: CallLog, key: SpecializationKey) -> Request | None:
    """Return the request of the latest call of a specialization, a steady one if there is one."""
    series = log.own.book.get(key)
    calls = [] if series is None else series.calls[-1:]
    if not calls:
        latest = reversed(log.own.summaries[-_SEARCHED:])
        calls = [s.call for s in latest if log.own.key_of(s) == key][:1]
    return next((record.request for record in _records(log, calls)), None)


def _records(log: CallLog, calls: Iterable[int]) -> list[Record]:
    records = []
    for call in calls:
        try:
            records.append(log.own.history.record(call))
        except PlaygroundError:  # deleted meanwhile
            continue
    return records
