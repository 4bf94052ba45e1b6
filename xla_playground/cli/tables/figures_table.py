"""The figures of a bench, as tables or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import typer
from rich.console import Console
from rich.table import Table


def print_check(figures: dict[str, Any], as_json: bool) -> None:
    """Print the figures of a side against itself, and a warning if they differ."""
    print_figures(figures, as_json)
    if not figures["is_even"]:
        typer.echo(
            f"The same measured twice gave a ratio of {figures['ratio']:.3f}, not 1.00 ± 0.03: "
            "this machine is too busy for the bench's other ratios, so end other programs and "
            "check again.",
            err=True,
        )


def print_script_check(figures: dict[str, Any], as_json: bool) -> None:
    """Print the figures of lanes against their scripts, and why some have none."""
    skipped = [row["skipped"] for row in figures["rows"] if row["skipped"]]
    if not as_json:
        names = ("lane", "lane_ms", "script_ms", "ratio", "ratio_spread", "tokens_equal")
        rows = [row for row in figures["rows"] if not row["skipped"]]
        figures = figures | {"rows": [{name: row[name] for name in names} for row in rows]}
    print_figures(figures, as_json)
    for sentence in skipped:
        typer.echo(sentence, err=True)


def print_figures(figures: dict[str, Any], as_json: bool) -> None:
    """Print figures as a table, and their ``rows`` as another one; or all as JSON."""
    if as_json:
        print(json.dumps(figures))
        return
    console = Console()
    table = Table("Figure", "Value")
    for name, value in _flat(figures):
        table.add_row(name, _shown(value))
    console.print(table, markup=False)
    rows: list[dict[str, Any]] = figures.get("rows", [])
    if rows:
        table = Table(*rows[0])
        for row in rows:
            table.add_row(*map(_shown, row.values()))
        console.print(table, markup=False)


def _flat(figures: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield name and value of each figure, groups as a prefix of the name; ``rows`` are
    left out.
    """
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name} ")
        elif name != "rows":
            yield prefix + name, value


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list):
        return " to ".join(map(_shown, value)) or "–"
    return f"{value:,.3g}" if isinstance(value, float) and value < 10 else _whole(value)


def _whole(value: Any) -> str:
    return f"{value:,.1f}" if isinstance(value, float) else str(value)
