"""``lab``: the function of a file, eager, as a graph and compiled by XLA."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ...core.files.text_file import read_text_file
from ...core.lab.figures import forecast_figures, lab_figures
from ...core.lab.forecast import LabForecasts
from ...core.lab.limits import MEMORY_RANGE_GB, TIME_RANGE_S, LabLimits
from ...core.lab.report import (
    DEFAULT_RUNS,
    XLA,
    LabOrder,
    LabProgress,
    LabReport,
)
from ...core.lab.source import read_lab
from ...core.lab.templates import lab_templates
from ...core.messages.pages import lab as messages
from ..options.flags import JsonFlag

_LIMITS = LabLimits()


def lab(
    file: Annotated[
        str, typer.Argument(help="A .py file, or the name of a template.", metavar="FILE")
    ],
    *,
    runs: Annotated[
        int, typer.Option("--runs", help="Steady calls of each arm.", min=1, max=10_000)
    ] = DEFAULT_RUNS,
    time_limit: Annotated[
        float,
        typer.Option(
            "--time-limit",
            help="Seconds that the run may take.",
            min=TIME_RANGE_S.minimum,
            max=TIME_RANGE_S.maximum,
        ),
    ] = _LIMITS.time_s,
    memory_limit: Annotated[
        float,
        typer.Option(
            "--memory-limit",
            help="GB that the code may take.",
            min=MEMORY_RANGE_GB.minimum,
            max=MEMORY_RANGE_GB.maximum,
        ),
    ] = _LIMITS.memory_gb,
    inside: Annotated[
        bool, typer.Option("--inside", help="Show what XLA made of the function.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Run a function or Keras model of your own eager, as a graph and compiled by XLA."""
    from ...worker.lab.client import LabClient

    path = _path(file)
    text = read_text_file(path, "lab")
    read_lab(text)  # a file that is wrong is refused before TensorFlow is imported
    typer.echo(messages.RIGHTS().text, err=True)
    forecast = LabForecasts().forecast(text, XLA)
    typer.echo(messages.LAB_FORECAST(arm=XLA, forecast=forecast.message).text, err=True)
    order = LabOrder(
        name=path.name,
        folder=str(path.parent.resolve()),
        text=text,
        runs=runs,
        time_s=time_limit,
        memory_bytes=LabLimits(memory_gb=memory_limit).memory_bytes,
        is_inspected=inside,
    )
    console = Console(stderr=True)
    with console.status("starting …") as spinner, LabClient() as client:

        def show(progress: LabProgress) -> None:
            count = f"call {progress.done + 1} of {progress.of}" if progress.of else progress.what
            spinner.update(f"{count} …")

        report = client.run(order, show)
    figures = {**lab_figures(report), "forecast": forecast_figures(forecast)}
    if as_json:
        print(json.dumps(figures))
    else:
        _print(report, figures)
    if report.problem is not None:
        typer.echo(report.problem.sentence.text, err=True)
        sys.exit(130 if report.is_cancelled else 2)


def _path(file: str) -> Path:
    """Return the path of a file, or of the template of that name if there is no such file."""
    path = Path(file).expanduser()
    templates = {each.name: each.path for each in lab_templates()}
    return path if path.exists() else templates.get(file, path)


def _print(report: LabReport, figures: dict[str, Any]) -> None:
    console = Console()
    if report.output:
        console.print(report.output.rstrip("\n"), markup=False, highlight=False)
    table = Table("Arm", "First, s", "Median, ms", "Speed-up", "Retraces", "Difference")
    for arm in figures["arms"]:
        table.add_row(
            arm["arm"],
            _number(arm["first_call_s"], ",.3f"),
            _number(arm["p50_ms"], ",.3f"),
            _number(arm["speed_up"], ",.2f"),
            _number(arm["retraces"], "d"),
            _number(arm["max_abs_difference"], ".2g"),
        )
    console.print(table, markup=False)
    _print_calls(console, figures)
    if figures["fit"]:
        _print_fit(console, figures)
    for each in (*figures["arms"], *figures["fit"]):
        if each["error"]:
            name = each.get("arm") or each["method"]
            console.print(f"{name}: {each['error']}", markup=False, highlight=False)
    for even in figures["break_even"]:
        console.print(f"Against {even['against']}: {even['sentence']}", highlight=False)
    for name, value in (figures["inside"] or {}).items():
        if isinstance(value, int | float):
            console.print(f"{name}: {value:,}", markup=False, highlight=False)


def _print_calls(console: Console, figures: dict[str, Any]) -> None:
    """Print the calls of a sequence, with what traced again."""
    if not any(len(arm["calls"]) > 1 for arm in figures["arms"]):
        return
    table = Table("Arm", "Call", "Trace, ms", "Compile, ms", "Run, ms", "Why it was traced")
    for arm in figures["arms"]:
        for number, call in enumerate(arm["calls"]):
            table.add_row(
                arm["arm"],
                str(number + 1),
                *(_number(call[name], ",.2f") for name in ("trace_ms", "compile_ms", "run_ms")),
                call["reason"] or "–",
            )
    console.print(table, markup=False)


def _print_fit(console: Console, figures: dict[str, Any]) -> None:
    table = Table("Method", "jit_compile", "First step, s", "Step, ms", "Loss")
    for fit in figures["fit"]:
        losses = fit["losses"]
        ends = f"{losses[0]:.4g} → {losses[-1]:.4g}" if losses else "–"
        table.add_row(
            fit["method"],
            "on" if fit["jit_compile"] else "off",
            _number(fit["first_step_s"], ",.3f"),
            _number(fit["step_ms"], ",.3f"),
            ends,
        )
    console.print(table, markup=False)


def _number(value: float | None, form: str) -> str:
    return "–" if value is None else format(value, form)
