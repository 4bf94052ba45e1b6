"""What first calls consist of: the parts of their phases, added up over calls."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ..call.record import PHASES
from ..messages.message import Message
from ..messages.pages import breakdown as messages
from ..units import count_of_calls, format_duration
from .call_filter import CallFilter
from .search import condition

#: Calls that built or loaded something.
_IS_FIRST = "cache IN ('miss', 'disk')"


@dataclass(frozen=True)
class PartSeconds:
    """What one part of a phase took in first calls.

    Attributes:
        phase: its phase, of ``record.PHASES``.
        part: its name, see ``Part``; empty for what is known of the phase as a whole only.
        ns: all of it, in ns; ``None`` if it was not measured.
        count: in how many calls it happened.
        is_estimate: whether it was derived in one of them.
        remark: what is to be said of it: that it is an estimate, or why ``ns`` is missing.
    """

    phase: str
    part: str
    ns: int | None
    count: int
    is_estimate: bool = False
    remark: Message | None = None

    def in_words(self) -> str:
        """Return the row as one line: ``trace: attention: 1.2 s in 3 calls; estimate``."""
        name = f"{self.phase}: {self.part}" if self.part else f"{self.phase}: parts"
        if self.ns is None:
            return f"{name}: –; {self.remark}" if self.remark else f"{name}: –"
        mark = "; estimate" if self.is_estimate else ""
        return f"{name}: {format_duration(self.ns)} in {count_of_calls(self.count).english}{mark}"


def seconds_by_part(connection: sqlite3.Connection, wanted: CallFilter) -> tuple[PartSeconds, ...]:
    """Return what the parts of first calls took, in the order of phases, the longest part first.

    A phase of first calls without measured parts is one row without ``ns``, which says why.

    Raises:
        sqlite3.Error: the history cannot be read.
    """
    where, values = condition(connection, wanted)
    chosen = f"SELECT call FROM calls WHERE {where} AND {_IS_FIRST}"
    rows = connection.execute(
        "SELECT phase, part, sum(ns), count(*), max(is_estimate) FROM parts "
        f"WHERE call IN ({chosen}) GROUP BY phase, part",
        values,
    ).fetchall()
    counts = connection.execute(
        "SELECT " + ", ".join(f"count({phase}_ns)" for phase in PHASES) + " FROM calls "
        f"WHERE {where} AND {_IS_FIRST}",
        values,
    ).fetchone()
    made: list[PartSeconds] = []
    for phase, count in zip(PHASES, counts, strict=True):
        own = sorted((row for row in rows if row[0] == phase), key=lambda row: -row[2])
        for _, part, ns, calls, is_estimate in own:
            remark = messages.ESTIMATED() if is_estimate else None
            made.append(PartSeconds(phase, part, ns, calls, bool(is_estimate), remark))
        if count and not own and phase != "store":  # a store is one write
            remark = messages.NO_PARTS_OF_PHASE(phase=phase)
            made.append(PartSeconds(phase, "", None, count, remark=remark))
    return tuple(made)
