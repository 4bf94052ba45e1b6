"""``race``: one call on several lanes, who is faster, and from which call on."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ..core.call.request import Request
from ..core.comparison.lanes import USUAL_LANES
from ..core.comparison.race_report import RaceReport
from ..core.errors import EnvironmentFault
from ..core.files.measuring import measuring
from ..core.paths import measuring_path
from ..library.inspection import inspect_model
from .calls import check_model, request_of
from .options.asked_call import AskedCall, takes_a_call
from .options.flags import AnywayFlag, JsonFlag
from .tables.figures_table import print_script_check


@takes_a_call(request_of)
def race_call(
    asked: AskedCall,
    *,
    lanes: Annotated[
        str,
        typer.Option(
            "--lanes",
            help="Lanes with commas between; the first is the baseline. eager-, graph- and xla-, "
            "each with documented or fast; torch-eager, torch-compile.",
        ),
    ] = ",".join(USUAL_LANES),
    runs: Annotated[
        int, typer.Option("--runs", help="Steady calls of each lane.", min=1, max=1000)
    ] = 10,
    torch_python: Annotated[
        str | None,
        typer.Option(
            "--torch-python", help="A Python that has PyTorch; else this.", metavar="PATH"
        ),
    ] = None,
    against_script: Annotated[
        bool,
        typer.Option(
            "--against-script",
            help="Measure each lane against its copied script, --runs processes of 5 calls each.",
        ),
    ] = False,
    anyway: AnywayFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Race a call on several lanes: first call, steady calls, tokens, and when each has paid for
    its first call.
    """
    from ..bench.racing.race import Progress, race

    request = asked.request()
    check_model(request.model, anyway=anyway)
    names = [name.strip() for name in lanes.split(",") if name.strip()]
    if against_script:
        with measuring(measuring_path()):
            _check(request, names, runs, as_json)
        return
    console = Console(stderr=True)
    with measuring(measuring_path()), console.status("starting …") as spinner:

        def show(progress: Progress) -> None:
            left = "" if progress.left_s is None else f", {progress.left_s:.0f} s left"
            spinner.update(f"{progress.lane}: call {progress.calls + 1} of {progress.of}{left}")

        figures = race(
            request,
            inspect_model(request.model),
            names,
            runs,
            torch_python=torch_python,
            on_progress=show,
        )
    if as_json:
        print(json.dumps(figures))
    else:
        _print(figures)
    if all(row["problem"] is not None for row in figures["rows"]):
        sys.exit(EnvironmentFault.exit_code)
    if figures["is_cancelled"]:
        typer.echo("Cancelled: these are the calls that were made.", err=True)
        sys.exit(130)


def _check(request: Request, lanes: list[str], runs: int, as_json: bool) -> None:
    """Print lanes against their scripts."""
    from ..bench.racing.against_script import BLOCK_CALLS, ScriptPlan, race_against_scripts

    info, plan = inspect_model(request.model), ScriptPlan(runs, BLOCK_CALLS)
    with Console(stderr=True).status("starting …") as spinner:
        figures = race_against_scripts(request, info, lanes, plan, on_turn=spinner.update)
    print_script_check(figures, as_json)


def _print(figures: dict[str, Any]) -> None:
    console = Console()
    table = Table("Lane", "First, s", "Median, ms", "95 %", "Tokens/s", "Speed-up", "Tokens")
    for row in figures["rows"]:
        table.add_row(
            row["lane"],
            _number(row["first_call_s"], 2),
            _number(row["p50_ms"], 1),
            _interval(row["low_ms"], row["high_ms"]),
            _number(row["tokens_per_s"], 0),
            _number(row["speed_up"], 1),
            _tokens(row),
        )
    console.print(table, markup=False)
    report = RaceReport.of(figures)
    for each in report.rows:
        if each.problem is not None:
            console.print(f"{each.lane}: {each.problem}", markup=False, highlight=False)
    for even in report.break_even:
        console.print(f"Against {even.against}: {even.message}", highlight=False)


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


def _interval(low: float | None, high: float | None) -> str:
    return "–" if low is None or high is None else f"{low:,.1f} to {high:,.1f}"


def _tokens(row: dict[str, Any]) -> str:
    if row["tokens_equal"] is None:
        return "–"
    if row["tokens_equal"]:
        return "same"
    why = ", a known fault of the guide's code" if row["by_fault"] else ""
    return f"token {row['first_difference'] + 1} differs{why}"
