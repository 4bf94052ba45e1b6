"""``bench``: measurements that can be repeated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ..core.models import DEFAULT_MODEL
from .shared import JsonFlag, ModelOption, need_display

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


@bench_app.command("cold")
def bench_cold(
    model: ModelOption = DEFAULT_MODEL,
    runs: Annotated[int, typer.Option("--runs", help="Fresh processes of each side.", min=1)] = 3,
    as_json: JsonFlag = False,
) -> None:
    """The first call of a fresh process: the guide's code against the fast recipe."""
    from ..bench.cold import measure_cold

    _print_figures(measure_cold(model, runs), as_json)


@bench_app.command("session")
def bench_session(
    model: ModelOption = DEFAULT_MODEL,
    script: Annotated[
        Path | None, typer.Option("--script", help="A JSON list of steps; else thirty tweaks.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """All the waiting in a session of tweaks: the guide's code against the fast recipe."""
    from ..bench.session import default_script, measure_session

    _print_figures(measure_session(model, script or default_script()), as_json)


def _print_figures(figures: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print(json.dumps(figures))
        return
    table = Table("Figure", "Value")
    for name, value in figures.items():
        table.add_row(name, f"{value:,.1f}" if isinstance(value, float) else str(value))
    Console().print(table)
