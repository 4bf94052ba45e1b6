"""Why a call of the lab was traced, by the mechanism that explains a call of ``generate``."""

from __future__ import annotations

from collections.abc import Sequence

from ..call.specialization import differences_reason, entry_differences
from ..inside.inspection import Key
from ..messages import store
from ..messages.message import Message
from ..messages.pages import lab as messages


def trace_reason(key: Key, known: Sequence[Key]) -> Message:
    """Return why a call was traced after calls with the keys ``known``."""
    if not known:
        return store.NOTHING_SPECIALIZED()
    found = [entry_differences(dict(key), dict(other)) for other in reversed(known)]
    closest = min(found, key=len)
    return differences_reason(closest) if closest else messages.TRACED_AGAIN()
