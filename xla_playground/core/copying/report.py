"""A session as a Markdown report: machine, versions, load, tables, plots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape

from ..call.record import PHASES
from ..errors import RequestError
from ..history.call_summary import CallSummary
from ..history.series import Series, SeriesBook
from ..machine import Machine
from ..messages import workbench as messages
from ..model.info import short_model_name
from ..units import count_of_calls, format_bytes, format_duration
from ..workbench.call_filter import CallFilter
from ..workbench.search import FoundCall
from ..workbench.seconds import CauseSeconds, PhaseSeconds
from ..workbench.workbench import Workbench
from .svg import Bar, bars_svg

#: Colours of phases as the window has them in its light theme.
_COLORS = {
    "trace": "#8A0F3C",
    "compile": "#D56B0C",
    "load": "#0DA569",
    "store": "#8556C4",
    "run": "#1555A4",
}
_PREPARED = "prepared"
#: Rows of a table, the latest ones, and bars of a plot.
_MOST_CALLS, _MOST_BARS = 200, 40
#: Has a special meaning in Markdown's text.
_MARKS = "\\`*_[]|#"


def session_report(workbench: Workbench, wanted: CallFilter, machine: Machine) -> str:
    """Return a report of the calls that a filter lets through; plots are SVG within it.

    Args:
        machine: where the calls were made.

    Raises:
        RequestError: there is none.
        EnvironmentFault: the history cannot be read.
    """
    found = list(workbench.listed(wanted))
    if not found:
        raise RequestError("filter", messages.NOTHING_TO_REPORT())
    phases, causes = workbench.seconds_by_phase(wanted), workbench.seconds_by_cause(wanted)
    begin, end = (_moment(one.summary.started_at) for one in (found[0], found[-1]))
    parts = [
        "# A session of XLA Playground",
        f"{count_of_calls(len(found)).english}, {begin} to {end}.",
        "## Machine",
        _table(("", ""), _machine_rows(machine)),
        "## Versions",
        _table(("package", "version"), machine.versions.items()),
        "## Where the seconds went",
        _table(("phase", "seconds", "calls"), _phase_rows(phases)),
    ]
    if causes:
        parts += [
            _table(("what made calls new", "seconds", "calls", ""), _cause_rows(causes)),
            _plot_of_causes(causes),
        ]
    series = _series(workbench, found)
    if series:
        parts += ["## Specializations", _table(_SERIES_HEADER, map(_series_row, series))]
    latest = found[-_MOST_CALLS:]
    parts += [
        "## Calls",
        *([f"The latest {len(latest)}."] if len(latest) < len(found) else []),
        _plot_of_calls(latest[-_MOST_BARS:]),
        _table(_CALLS_HEADER, map(_call_row, latest)),
    ]
    return "\n\n".join(parts) + "\n"


def _machine_rows(machine: Machine) -> list[tuple[str, str]]:
    load = "–" if machine.load is None else f"{machine.load:.2f} of {machine.cores} cores"
    return [
        ("system", machine.system),
        ("processor", f"{machine.processor}, {machine.cores} cores"),
        ("memory", format_bytes(machine.memory_bytes)),
        ("load of the last minute, at the report", load),
    ]


def _phase_rows(phases: Iterable[PhaseSeconds]) -> list[tuple[str, str, str]]:
    return [(row.phase, format_duration(row.ns), f"{row.count:,}") for row in phases]


def _cause_rows(causes: Iterable[CauseSeconds]) -> list[tuple[str, str, str, str]]:
    return [(row.what, format_duration(row.ns), f"{row.count:,}", row.live.value) for row in causes]


def _plot_of_causes(causes: Sequence[CauseSeconds]) -> str:
    bars = [Bar(row.cause, {_PREPARED: row.ns}) for row in causes[:_MOST_BARS]]
    return bars_svg("Preparing new calls, by what made them new", bars, {_PREPARED: "#D56B0C"})


def _plot_of_calls(found: Iterable[FoundCall]) -> str:
    bars = []
    for one in found:
        summary = one.summary
        phases = zip(PHASES, summary.phases_ns, strict=True)
        label = f"{summary.call} {summary.arm} {summary.recipe} {summary.strategy}"
        bars.append(Bar(label, {name: ns for name, ns in phases if ns is not None}))
    return bars_svg("Phases of the calls", bars, _COLORS)


_SERIES_HEADER = ("specialization", "calls", "first", "from disk", "steady, median", "p95")


def _series(workbench: Workbench, found: Iterable[FoundCall]) -> list[Series]:
    book = SeriesBook()
    for one in found:
        key_id = one.summary.key_id
        book.add(one.summary, None if key_id is None else workbench.history.key(key_id))
    return list(book)


def _series_row(series: Series) -> tuple[str, ...]:
    steady = series.steady()
    return (
        series.key.label(),
        f"{series.uses:,}",
        format_duration(series.first_ns[0] if series.first_ns else None),
        format_duration(series.loaded_ns[0] if series.loaded_ns else None),
        format_duration(steady.median_ns if steady else None),
        format_duration(steady.p95_ns if steady else None),
    )


_CALLS_HEADER = (
    *("call", "time", "model", "arm", "recipe", "strategy", "cache"),
    *(f"{phase}" for phase in PHASES),
    *("new tokens", "why new", "tags", "note"),
)


def _call_row(found: FoundCall) -> tuple[str, ...]:
    summary: CallSummary = found.summary
    return (
        str(summary.call),
        _moment(summary.started_at),
        short_model_name(summary.model),
        summary.arm,
        summary.recipe,
        summary.strategy,
        summary.cache if summary.is_completed else summary.status,
        *("" if ns is None else format_duration(ns) for ns in summary.phases_ns),
        f"{summary.new_tokens:,}",
        found.reason or "",
        ", ".join(found.tags),
        found.note,
    )


def _moment(seconds: float) -> str:
    try:
        return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):  # a clock that jumped
        return "–"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_line(header), "|" + " --- |" * len(header)]
    return "\n".join([*lines, *map(_line, rows)])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(value: str) -> str:
    """Return a text as the cell of a table: in one line, nothing in it being Markdown or HTML."""
    plain = escape(" ".join(value.split()), quote=False)
    return "".join(f"\\{mark}" if mark in _MARKS else mark for mark in plain)
