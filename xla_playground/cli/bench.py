"""``bench``: measurements that can be repeated."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ..core.models import DEFAULT_MODEL
from .shared import JsonFlag, ModelOption, PathOption, need_display

bench_app = typer.Typer(help="Measurements that you can repeat.", no_args_is_help=True)


@bench_app.command("ui")
def bench_ui(
    history_calls: Annotated[
        int, typer.Option("--history-calls", help="Calls in the large history.", min=1)
    ] = 100_000,
    on_screen: Annotated[
        bool, typer.Option("--on-screen", help="Use the display instead of Qt's offscreen.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """The window: until it shows, its worst stall while a worker compiles, until a cancel ends."""
    from ..bench.ui_bench import measure_ui

    if on_screen:
        need_display()
    _print_figures(measure_ui(history_calls=history_calls, on_screen=on_screen), as_json)


RunsOption = Annotated[
    int, typer.Option("--runs", help="How often each side is measured, in turn.", min=1)
]
NewTokensOption = Annotated[
    int, typer.Option("--max-new-tokens", help="Tokens of every call.", min=2, max=1024)
]


@bench_app.command("cold")
def bench_cold(
    model: ModelOption = DEFAULT_MODEL, runs: RunsOption = 3, as_json: JsonFlag = False
) -> None:
    """The first call of a fresh process: the guide's code, the fast recipe, the same stored."""
    from ..bench.cold import measure_cold

    _print_figures(measure_cold(model, runs), as_json)


@bench_app.command("session")
def bench_session(
    model: ModelOption = DEFAULT_MODEL,
    script: Annotated[
        Path | None, PathOption("--script", help="A JSON list of steps; else thirty tweaks.")
    ] = None,
    runs: RunsOption = 1,
    as_json: JsonFlag = False,
) -> None:
    """All the waiting in a session of tweaks: the guide's code against the fast recipe."""
    from ..bench.session import measure_session
    from ..bench.session_script import default_script

    _print_figures(measure_session(model, script or default_script(), runs), as_json)


@bench_app.command("steady")
def bench_steady(
    model: ModelOption = DEFAULT_MODEL,
    runs: RunsOption = 20,
    new_tokens: NewTokensOption = 64,
    as_json: JsonFlag = False,
) -> None:
    """Steady calls: against the bare compiled function, the guide's code, the memory's limit."""
    from ..bench.steady import measure_steady

    _print_figures(measure_steady(model, runs, new_tokens), as_json)


@bench_app.command("arms")
def bench_arms(
    model: ModelOption = DEFAULT_MODEL,
    runs: RunsOption = 10,
    new_tokens: NewTokensOption = 32,
    as_json: JsonFlag = False,
) -> None:
    """Steady calls of eager, graph and XLA by both recipes, whoever wins."""
    from ..bench.arms import measure_arms

    _print_figures(measure_arms(model, runs, new_tokens), as_json)


def _print_figures(figures: dict[str, Any], as_json: bool) -> None:
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
    """The figures, those of a group under its name; rows are a table of their own."""
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name} ")
        elif name != "rows":
            yield prefix + name, value


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return " to ".join(map(_shown, value)) or "–"
    return f"{value:,.3g}" if isinstance(value, float) and value < 10 else _whole(value)


def _whole(value: Any) -> str:
    return f"{value:,.1f}" if isinstance(value, float) else str(value)
