"""Where the seconds went: by phase, and by what made calls new."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from enum import Enum

from ..call.record import PHASES
from ..call.request import Recipe
from ..options.table import LIVE_OPTIONS, Strategy
from ..units import count_of_calls, format_duration
from .call_filter import CallFilter
from .search import condition

#: A prompt's length, which is live under the fast recipe if the model has no encoder.
_LENGTH = "padded_length"


class Live(Enum):
    """Whether the fast recipe would have read as an input what made a call new, in words."""

    NO = ""
    YES = "live under fast"
    FOR_DECODERS = "live under fast for models without an encoder"


@dataclass(frozen=True)
class PhaseSeconds:
    """What one phase took.

    Attributes:
        phase: its name, of ``record.PHASES``.
        ns: all of it, in ns.
        count: in how many calls it happened.
        calls: lets exactly those calls through.
    """

    phase: str
    ns: int
    count: int
    calls: CallFilter


@dataclass(frozen=True)
class CauseSeconds:
    """What it took to prepare the calls that were new for one cause.

    Attributes:
        cause: names of the entries that changed, with ", " between, or the whole reason.
        is_change: whether it names entries.
        ns: trace, compile, load and store together, in ns.
        count: how many calls there were.
        live: whether the fast recipe reads these entries as inputs; ``NO`` of calls by it.
        calls: lets exactly those calls through.
    """

    cause: str
    is_change: bool
    ns: int
    count: int
    live: Live
    calls: CallFilter

    @property
    def what(self) -> str:
        """Return what happened: ``temperature changed``."""
        return f"{self.cause} changed" if self.is_change else self.cause

    def in_words(self) -> str:
        """Return the row as one line: ``temperature changed: 41.0 s in 9 calls; live under fast``.

        Without a full stop.
        """
        hint = f"; {self.live.value}" if self.live.value else ""
        return (
            f"{self.what}: {format_duration(self.ns)} in {count_of_calls(self.count).english}{hint}"
        )


def seconds_by_phase(
    connection: sqlite3.Connection, wanted: CallFilter
) -> tuple[PhaseSeconds, ...]:
    """Return what each phase took in the calls that a filter lets through, in the order of phases.

    A phase that never happened is left out.

    Raises:
        sqlite3.Error: the history cannot be read.
    """
    where, values = condition(connection, wanted)
    sums = ", ".join(f"sum({phase}_ns), count({phase}_ns)" for phase in PHASES)
    row = connection.execute(f"SELECT {sums} FROM calls WHERE {where}", values).fetchone()
    return tuple(
        PhaseSeconds(phase, ns, count, replace(wanted, phases=(*wanted.phases, phase)))
        for phase, ns, count in zip(PHASES, row[::2], row[1::2], strict=True)
        if count
    )


def seconds_by_cause(
    connection: sqlite3.Connection, wanted: CallFilter
) -> tuple[CauseSeconds, ...]:
    """Return what new calls took to prepare, by cause, the longest first; see ``Workbench.index``.

    Raises:
        sqlite3.Error: the history cannot be read.
    """
    where, values = condition(connection, wanted)
    total = " + ".join(f"ifnull({phase}_ns, 0)" for phase in PHASES if phase != "run")
    rows = connection.execute(
        f"SELECT cause, recipe, strategy, sum({total}), count(*) FROM calls "
        f"WHERE cause IS NOT NULL AND {where} GROUP BY cause, recipe, strategy",
        values,
    )
    merged: dict[tuple[str, str, Live], CauseSeconds] = {}
    for cause, recipe, strategy, ns, count in rows:
        live = _live(cause, recipe, strategy)
        one = CallFilter(causes=(cause,), recipes=(recipe,), strategies=(strategy,))
        row = CauseSeconds(cause, _is_change(cause), ns, count, live, _within(wanted, one))
        before = merged.get((cause, recipe, live))
        merged[cause, recipe, live] = row if before is None else _sum(before, row)
    return tuple(sorted(merged.values(), key=lambda row: -row.ns))


def _sum(one: CauseSeconds, other: CauseSeconds) -> CauseSeconds:
    strategies = (*one.calls.strategies, *other.calls.strategies)
    return replace(
        one,
        ns=one.ns + other.ns,
        count=one.count + other.count,
        calls=replace(one.calls, strategies=strategies),
    )


def _within(wanted: CallFilter, one: CallFilter) -> CallFilter:
    """Return the filter of one row, which has one value for some fields of ``wanted``."""
    return replace(
        wanted, causes=one.causes, recipes=one.recipes, strategies=one.strategies, reasons=()
    )


def _is_change(cause: str) -> bool:
    return all(" " not in name for name in cause.split(", "))


def _live(cause: str, recipe: str, strategy: str) -> Live:
    if recipe == Recipe.FAST or not _is_change(cause):
        return Live.NO
    names = cause.split(", ")
    if any(name != _LENGTH and not _is_live(name, strategy) for name in names):
        return Live.NO
    return Live.FOR_DECODERS if _LENGTH in names else Live.YES


def _is_live(name: str, strategy: str) -> bool:
    return any(strategy == one.value for one in LIVE_OPTIONS.get(name, frozenset[Strategy]()))
