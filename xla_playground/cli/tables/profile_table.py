"""The table that ``inspect --profile`` prints."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from ...core.inside.profiling.profile import Profile
from ...core.units import format_duration

#: Operations that fit a terminal.
_ROWS = 25


def print_profile(profile: Profile, file: Path | None) -> None:
    """Print the operations that took longest, and where the trace was written."""
    table = Table("Operation", "Kind", "Program", "Count", "Total", "Share", "Of")
    for each in profile.operations[:_ROWS]:
        share = "–" if each.share is None else f"{100 * each.share:.1f} %"
        total = format_duration(each.total_ns)
        count = f"{each.count:,}"
        source = each.source.rpartition("/")[2]
        table.add_row(each.name, each.kind, each.program, count, total, share, source)
    console = Console()
    console.print(table, markup=False)
    left_out = len(profile.operations) - _ROWS
    if left_out > 0:
        console.print(f"{left_out:,} more operations took less.", highlight=False)
    console.print(
        f"One call of {profile.label} on {profile.plane}: "
        f"{format_duration(profile.run_ns)} under the profiler, of which operations cover "
        f"{format_duration(profile.covered_ns)}.",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
    if file is not None:
        console.print(
            f"The trace is in {file}: open it in https://ui.perfetto.dev.",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
