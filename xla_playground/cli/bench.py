"""``bench``: measurements that can be repeated."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ..core.checkpoint.catalog import DEFAULT_MODEL
from .options.flags import JsonFlag, ModelOption, PathOption
from .shared import need_display

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
    """Measure the window: until it shows, its worst stall while a worker compiles, until a cancel
    ends.
    """
    from ..bench.ui_bench import measure_ui

    if on_screen:
        need_display()
    _print_figures(measure_ui(history_calls=history_calls, on_screen=on_screen), as_json)


#: Runs of a check unless the user asks for another number.
_CHECK_RUNS = 20

RunsOption = Annotated[
    int | None,
    typer.Option("--runs", help="How often each side is measured, in turn.", min=1),
]
NewTokensOption = Annotated[
    int, typer.Option("--max-new-tokens", help="Tokens of every call.", min=2, max=1024)
]
BlockCallsOption = Annotated[
    int, typer.Option("--block-calls", help="Calls that a side makes in its turn.", min=1)
]
SelfFlag = Annotated[
    bool,
    typer.Option(
        "--self",
        help="Measure one side against itself (20 runs): the ratio must be 1.00 ± 0.03.",
    ),
]


@bench_app.command("cold")
def bench_cold(
    model: ModelOption = DEFAULT_MODEL,
    runs: RunsOption = None,
    is_self: SelfFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Measure the first call of a fresh process (3 runs): the guide's code, the fast recipe, the
    fast recipe from its store.
    """
    from ..bench.cold import check_cold, measure_cold

    if is_self:
        _print_check(check_cold(model, runs or _CHECK_RUNS), as_json)
    else:
        _print_figures(measure_cold(model, runs or 3), as_json)


@bench_app.command("session")
def bench_session(
    model: ModelOption = DEFAULT_MODEL,
    script: Annotated[
        Path | None, PathOption("--script", help="A JSON list of steps; else thirty tweaks.")
    ] = None,
    runs: RunsOption = None,
    is_self: SelfFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Measure all waiting in a session of tweaks (1 run): the guide's code, the fast recipe."""
    from ..bench.session import check_session, measure_session
    from ..bench.session_script import default_script

    path = script or default_script()
    if is_self:
        _print_check(check_session(model, path, runs or _CHECK_RUNS), as_json)
    else:
        _print_figures(measure_session(model, path, runs or 1), as_json)


@bench_app.command("steady")
def bench_steady(
    model: ModelOption = DEFAULT_MODEL,
    runs: RunsOption = None,
    block_calls: BlockCallsOption = 5,
    new_tokens: NewTokensOption = 64,
    is_self: SelfFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Measure steady calls of the fast recipe (10 runs) against the bare function, the guide's code
    and the memory limit.
    """
    from ..bench.steady import SteadyPlan, check_steady, measure_steady

    plan = SteadyPlan(runs or (_CHECK_RUNS if is_self else 10), block_calls, new_tokens)
    if is_self:
        _print_check(check_steady(model, plan), as_json)
    else:
        _print_figures(measure_steady(model, plan), as_json)


@bench_app.command("arms")
def bench_arms(
    model: ModelOption = DEFAULT_MODEL,
    runs: RunsOption = None,
    new_tokens: NewTokensOption = 32,
    is_self: SelfFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Measure steady calls of eager, graph and XLA under both recipes (10 runs)."""
    from ..bench.arms import check_arms, measure_arms

    if is_self:
        _print_check(check_arms(model, runs or _CHECK_RUNS, new_tokens), as_json)
    else:
        figures = measure_arms(model, runs or 10, new_tokens)
        if not as_json:
            figures["rows"] = [
                {name: row[name] for name in ("strategy", "lane", "p50_ms", "low_ms", "high_ms")}
                for row in figures["rows"]
            ]
        _print_figures(figures, as_json)


@bench_app.command("forecast")
def bench_forecast(
    model: ModelOption = DEFAULT_MODEL,
    script: Annotated[
        Path | None, PathOption("--script", help="A JSON list of steps; else forty tweaks.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Score the forecasts of a session of tweaks: where each call comes from, and what first calls
    cost.
    """
    from ..bench.forecast_bench import forecast_script, measure_forecast

    _print_figures(measure_forecast(model, script or forecast_script()), as_json)


@bench_app.command("peers")
def bench_peers(
    model: ModelOption = DEFAULT_MODEL,
    runs: RunsOption = None,
    block_calls: BlockCallsOption = 5,
    new_tokens: NewTokensOption = 32,
    sides: Annotated[
        list[str] | None,
        typer.Option("--side", help="Measure only this side; may be given several times."),
    ] = None,
    peer_python: Annotated[
        str | None,
        typer.Option("--peer-python", help="A Python that has KerasHub.", metavar="PATH"),
    ] = None,
    torch_python: Annotated[
        str | None,
        typer.Option(
            "--torch-python", help="A Python that has PyTorch; else this.", metavar="PATH"
        ),
    ] = None,
    is_self: SelfFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Compare our recipes with PyTorch and KerasHub (5 runs): first call, from disk, steady,
    memory.
    """
    from ..bench.peer_bench import PeersPlan, check_peers, measure_peers

    runs = runs or (_CHECK_RUNS if is_self else 5)
    plan = PeersPlan(runs, block_calls, new_tokens, sides or (), peer_python, torch_python)
    if is_self:
        _print_check(check_peers(model, plan), as_json)
        return
    figures = measure_peers(model, plan)
    skipped = [row["skipped"] for row in figures["rows"] if row["skipped"]]
    if not as_json:
        figures["rows"] = [_short(row) for row in figures["rows"] if not row["skipped"]]
    _print_figures(figures, as_json)
    for sentence in skipped:
        typer.echo(sentence, err=True)


@bench_app.command("machine")
def bench_machine(as_json: JsonFlag = False) -> None:
    """Measure how fast this machine reads memory and computes, and keep it for ``inspect``."""
    from ..bench.machine_bench import measure_machine

    _print_figures(measure_machine(), as_json)


@bench_app.command("claims")
def bench_claims(
    claims: Annotated[
        list[str] | None,
        typer.Option("--claim", help="Repeat only this claim; may be given several times."),
    ] = None,
    torch_python: Annotated[
        str | None,
        typer.Option(
            "--torch-python", help="A Python that has PyTorch; else this.", metavar="PATH"
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Repeat published figures with the bundled models: the ratio claimed, the ratio measured, and
    why they differ.
    """
    from ..bench.claims.claims_bench import measure_claims

    with Console(stderr=True).status("starting …") as spinner:
        figures = measure_claims(claims or (), torch_python, spinner.update)
    reasons = [f"{row['name']}: {row['reason']}" for row in figures["rows"] if row["reason"]]
    if not as_json:
        columns = ("name", "claim", "claimed_ratio", "measured_ratio", "source")
        figures["rows"] = [{name: row[name] for name in columns} for row in figures["rows"]]
    _print_figures(figures, as_json)
    if not as_json:
        for reason in reasons:
            typer.echo(reason)


def _short(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of ``bench peers`` with columns that fit a terminal."""
    return {
        "side": row["side"],
        "first, s": row["first_s"],
        "disk, s": row["disk_s"],
        "ms/token": row["ms_per_token"],
        "MB": row["memory_mb"],
        "same": "yes" if row["tokens_equal"] else "no",
        "on": row["device"],
    }


def _print_check(figures: dict[str, Any], as_json: bool) -> None:
    _print_figures(figures, as_json)
    if not figures["is_even"]:
        typer.echo(
            f"The same measured twice gave a ratio of {figures['ratio']:.3f}, not 1.00 ± 0.03: "
            "this machine is too busy for the bench's other ratios, so end other programs and "
            "check again.",
            err=True,
        )


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
