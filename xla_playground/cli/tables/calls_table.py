"""The table that ``generate`` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from ...core.call.record import PHASES, Cache, Record
from ...core.call.transcript import transcript
from ...core.speech.languages import language_name
from ...core.units import format_duration


def _ended_by(record: Record) -> str:
    """Return why the sequences ended: ``end``, or ``2 limit, 1 end`` if they differ."""
    counts = Counter(ended_by.value for ended_by in record.ended_by if ended_by)
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{count} {ended_by}" for ended_by, count in counts.most_common())


def print_calls(records: Iterable[Record]) -> list[Record]:
    """Print a table of the calls and return them; of those that were made if one raises."""
    made: list[Record] = []
    try:
        made.extend(records)
    finally:
        if made:
            _print_table(made)
    return made


def _print_table(records: list[Record]) -> None:
    console = Console()
    phases = [
        name
        for name in PHASES
        if any(record.phases_ns()[name] is not None for record in records) or name == "run"
    ]
    table = Table("Call", "Cache", *(name.capitalize() for name in phases), "Ended", "Text")
    for record in records:
        table.add_row(
            str(record.call),
            record.cache.value,
            *(format_duration(record.phases_ns()[name]) for name in phases),
            _ended_by(record),
            transcript(record.sequences)
            if record.request.audio
            else "\n".join(sequence.text for sequence in record.sequences),
        )
    console.print(table, markup=False)
    for record in records:
        if record.spoken and record.spoken.language:
            name = language_name(record.spoken.language)
            found = " (found)" if record.spoken.is_found else ""
            console.print(
                f"Call {record.call} is in {name}{found}: {record.spoken.task}.", markup=False
            )
        if record.reason_text:
            how = "came from disk" if record.cache is Cache.DISK else "was new"
            console.print(f"Call {record.call} {how}: {record.reason_text}.", markup=False)
        if record.ran_beside_build:
            console.print(
                f"Call {record.call} ran while another program was compiled.", markup=False
            )
        for notice in record.notices:
            console.print(notice.text, markup=False)
