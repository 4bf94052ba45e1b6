"""``models``: list, show and check."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from ..core.checkpoint import check_checkpoint
from ..core.errors import CheckpointError
from ..core.model_info import ModelInfo
from ..core.models import bundled_names, check_model
from ..core.units import format_bytes
from .shared import JsonFlag

models_app = typer.Typer(help="List, show and check models.", no_args_is_help=True)


@models_app.command("list")
def list_models(as_json: JsonFlag = False) -> None:
    """The bundled models."""
    found = []
    for name in bundled_names():
        try:
            found.append(check_model(name))
        except CheckpointError as error:  # the others can still be listed
            typer.echo(error.sentence, err=True)
    if as_json:
        print(json.dumps([model.model_dump() for model in found]))
        return
    table = Table("Name", "Family", "Parameters", "Size", "Positions", "Licence")
    for model in found:
        table.add_row(*_model_cells(model))
    Console().print(table, markup=False)


@models_app.command("show")
def show_model(model: str, as_json: JsonFlag = False) -> None:
    """What a model is: a bundled name or a folder."""
    _print_model(check_model(model), as_json)


@models_app.command("check")
def check_folder(path: Path, as_json: JsonFlag = False) -> None:
    """Validate a model folder without loading it."""
    _print_model(check_checkpoint(path), as_json)


def _print_model(model: ModelInfo, as_json: bool) -> None:
    if as_json:
        print(model.model_dump_json())
        return
    table = Table(show_header=False)
    for name, value in model.model_dump().items():
        shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value
        table.add_row(name, "–" if value in (None, "") else str(shown))
    Console().print(table, markup=False)


def _model_cells(model: ModelInfo) -> tuple[str, ...]:
    return (
        model.name,
        model.family_label,
        f"{model.parameters:,}",
        format_bytes(model.size_bytes),
        f"{model.positions:,}" if model.positions else "no limit",
        model.licence or "–",
    )
