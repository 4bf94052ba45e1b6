"""``bench``: measurements that can be repeated."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from ..core.checkpoint.catalog import DEFAULT_MODEL
from ..core.files.measuring import measuring
from ..core.paths import measuring_path
from .options.flags import JsonFlag, ModelOption, PathOption
from .shared import need_display
from .tables.figures_table import print_check, print_figures, print_script_check

bench_app = typer.Typer(help="Measurements that you can repeat.", no_args_is_help=True)


@bench_app.callback()
def hold_checks(context: typer.Context) -> None:
    """Have windows check nothing against eager while a command of ``bench`` runs."""
    context.with_resource(measuring(measuring_path()))


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
    print_figures(measure_ui(history_calls=history_calls, on_screen=on_screen), as_json)


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


class BenchStrategy(StrEnum):
    """The strategies of ``bench steady``."""

    GREEDY = "greedy"
    BEAM = "beam"
    TOP_P = "top_p"


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
        print_check(check_cold(model, runs or _CHECK_RUNS), as_json)
    else:
        print_figures(measure_cold(model, runs or 3), as_json)


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
    from ..bench.sessions.session import check_session, measure_session
    from ..bench.sessions.session_script import default_script

    path = script or default_script()
    if is_self:
        print_check(check_session(model, path, runs or _CHECK_RUNS), as_json)
    else:
        print_figures(measure_session(model, path, runs or 1), as_json)


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
        print_check(check_steady(model, plan), as_json)
    else:
        print_figures(measure_steady(model, plan), as_json)


@bench_app.command("arms")
def bench_arms(
    model: ModelOption = DEFAULT_MODEL,
    runs: RunsOption = None,
    new_tokens: NewTokensOption = 32,
    block_calls: BlockCallsOption = 5,
    is_self: SelfFlag = False,
    against_script: Annotated[
        bool,
        typer.Option(
            "--against-script",
            help="Measure greedy calls of each lane against its copied script (5 runs).",
        ),
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Measure steady calls of eager, graph and XLA under both recipes (10 runs)."""
    from ..bench.racing.arms import arms_against_scripts, check_arms, measure_arms

    if against_script:
        figures = arms_against_scripts(model, runs or 5, block_calls, new_tokens)
        print_script_check(figures, as_json)
    elif is_self:
        print_check(check_arms(model, runs or _CHECK_RUNS, new_tokens), as_json)
    else:
        figures = measure_arms(model, runs or 10, new_tokens)
        if not as_json:
            figures["rows"] = [
                {name: row[name] for name in ("strategy", "lane", "p50_ms", "low_ms", "high_ms")}
                for row in figures["rows"]
            ]
        print_figures(figures, as_json)


@bench_app.command("rewrites")
def bench_rewrites(
    model: ModelOption = DEFAULT_MODEL,
    strategy: Annotated[
        BenchStrategy, typer.Option("--strategy", help="How the calls choose tokens.")
    ] = BenchStrategy.GREEDY,
    runs: RunsOption = None,
    new_tokens: NewTokensOption = 32,
    as_json: JsonFlag = False,
) -> None:
    """Measure each rewrite of a trace switched off, against all of them on (3 runs): first call,
    steady calls.
    """
    from ..bench.rewrites import measure_rewrites

    figures = measure_rewrites(model, strategy.value, runs or 3, new_tokens)
    if not as_json:
        figures["rows"] = [row | {"off": row["off"] or "none"} for row in figures["rows"]]
    print_figures(figures, as_json)


@bench_app.command("streaming")
def bench_streaming(
    model: ModelOption = DEFAULT_MODEL,
    runs: RunsOption = None,
    new_tokens: NewTokensOption = 256,
    as_json: JsonFlag = False,
) -> None:
    """Measure a call in blocks of 8 tokens against one block (6 runs): first text, whole call."""
    from ..bench.streaming import measure_streaming

    print_figures(measure_streaming(model, runs or 6, new_tokens), as_json)


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
    from ..bench.sessions.forecast_bench import forecast_script, measure_forecast

    print_figures(measure_forecast(model, script or forecast_script()), as_json)


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
        print_check(check_peers(model, plan), as_json)
        return
    figures = measure_peers(model, plan)
    skipped = [row["skipped"] for row in figures["rows"] if row["skipped"]]
    if not as_json:
        figures["rows"] = [_short(row) for row in figures["rows"] if not row["skipped"]]
    print_figures(figures, as_json)
    for sentence in skipped:
        typer.echo(sentence, err=True)


@bench_app.command("machine")
def bench_machine(as_json: JsonFlag = False) -> None:
    """Measure how fast this machine reads memory and computes, and keep it for ``inspect``."""
    from ..bench.machine_bench import measure_machine

    print_figures(measure_machine(), as_json)


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
    print_figures(figures, as_json)
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
