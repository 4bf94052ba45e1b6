"""The tables that ``inspect`` prints."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table

from ...core.units import format_bytes

#: The figures of the table, by name, and how each is called there.
_ROWS = {
    "computations": "Computations",
    "instructions": "Instructions",
    "fusions": "Fusions",
    "dots": "Dots",
    "while_loops": "Loops",
    "conditionals": "Conditionals",
    "custom_calls": "Custom calls",
    "constants": "Constants",
    "constants_bytes": "Constants take",
    "peak_bytes": "Peak memory",
    "flops_per_token": "Operations a token",
    "bytes_per_token": "Traffic a token",
    "weight_bytes": "Weights a token reads",
    "ms_per_token": "ms a token",
    "limit_ratio": "Times the machine's limit",
}
#: Lines of a difference that fit a terminal.
_LINES = 40


def print_inspections(calls: list[dict[str, Any]]) -> None:
    """Print the figures of one inspected call, or of two side by side, and why some are missing."""
    table = Table("Figure", *(call["label"] for call in calls))
    for name, title in _ROWS.items():
        table.add_row(title, *(_shown(name, call[name]) for call in calls))
    console = Console()
    console.print(table, markup=False)
    reasons = {reason for call in calls for reason in call["reasons"].items()}
    for name, why in sorted(reasons):
        if name in _ROWS:
            console.print(f"{_ROWS[name]}: {why}.", markup=False)


def print_difference(difference: dict[str, Any]) -> None:
    """Print what differs between two programs, see ``core.inside.figures.compared``."""
    console = Console()
    for name, (old, new) in difference["key"].items():
        console.print(f"{name}: {old} → {new}", markup=False, highlight=False)
    if difference["is_equal"]:
        console.print("Both programs are the same but for names.")
        return
    signs, computation = {"removed": "-", "added": "+"}, ""
    for line in difference["lines"][:_LINES]:
        texts = [f"{signs[line['change']]} {line['text']}"]
        if line["computation"] != computation:
            computation = line["computation"]
            texts.insert(0, f"  in {computation}:")
        for text in texts:
            console.print(text, markup=False, highlight=False, overflow="ellipsis", no_wrap=True)
    console.print(
        f"{difference['removed']:,} instructions are only in the first program, "
        f"{difference['added']:,} only in the second."
    )


def _shown(name: str, value: Any) -> str:
    if value is None:
        return "–"
    if name.endswith("_bytes") or name.startswith("bytes_"):
        return format_bytes(value)
    return f"{value:,.3g}" if isinstance(value, float) else f"{value:,}"
