"""The call that a profile repeats."""

from __future__ import annotations

from ....core.call.request import Request
from ....core.call.specialization import SpecializationKey
from ....core.errors import PlaygroundError
from ...state.call_log import CallLog

#: Calls that are searched for one of a specialization that has no steady call yet.
_SEARCHED = 2_000


def latest_request(log: CallLog, key: SpecializationKey) -> Request | None:
    """Return the request of the latest call of a specialization, a steady one if there is one.

    Calls of a session file were made on another machine and do not count.
    """
    own = log.own
    series = own.book.get(key)
    call = series.calls[-1] if series is not None and series.calls else None
    if call is None:
        latest = reversed(own.summaries[-_SEARCHED:])
        call = next((s.call for s in latest if own.key_of(s) == key), None)
    try:
        return None if call is None else own.history.record(call).request
    except PlaygroundError:  # deleted meanwhile
        return None
