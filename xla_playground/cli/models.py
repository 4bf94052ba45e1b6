"""``models``: list, show, check, pull and remove."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Column, Table

from ..core.checkpoint.catalog import PULLABLE, ModelEntry, known_models
from ..core.configuration.generation_entries import settings_in_words
from ..core.errors import CheckpointError, RequestError
from ..core.messages import commands as messages
from ..core.model.info import ModelInfo
from ..core.units import format_bytes
from .options.flags import JsonFlag
from .shared import print_notices

models_app = typer.Typer(help="List, show, check, pull and remove models.", no_args_is_help=True)


@models_app.command("list")
def list_models(as_json: JsonFlag = False) -> None:
    """List the models: bundled, pulled, imported, and those that can be pulled."""
    from ..library.inspection import inspect_path

    found: list[tuple[ModelEntry, ModelInfo | None]] = []
    for entry in known_models():
        try:
            info = inspect_path(Path(entry.path), name=entry.name) if entry.path else None
        except CheckpointError as error:  # the others can still be listed
            typer.echo(error.sentence, err=True)
            continue
        found.append((entry, info))
    if as_json:
        print(json.dumps([_as_dict(entry, info) for entry, info in found]))
        return
    table = Table(
        Column("Name", overflow="fold"),
        "Source",
        "Family",
        "Parameters",
        "On disk",
        "Positions",
        "Licence",
    )
    for entry, info in found:
        table.add_row(entry.name, entry.source.value, *_cells(entry, info))
    Console().print(table, markup=False)
    to_pull = [entry.name for entry, info in found if info is None]
    if to_pull:
        print(f"Not here yet: xla-playground models pull {to_pull[0]}")


@models_app.command("show")
def show_model(model: str, as_json: JsonFlag = False) -> None:
    """Show the facts of a model: a name, a folder, a GGUF file or a pulled hub id."""
    from ..library.inspection import inspect_model

    _print_model(inspect_model(model), as_json)


@models_app.command("check")
def check_path(path: str, as_json: JsonFlag = False) -> None:
    """Validate a model folder, a GGUF file or a CTranslate2 folder without loading it."""
    from ..library.inspection import inspect_model

    _print_model(inspect_model(path), as_json)


@models_app.command("pull")
def pull(
    model: Annotated[
        str, typer.Argument(help=f"{', '.join(PULLABLE)}, or a model of the hub: owner/name.")
    ],
    as_json: JsonFlag = False,
) -> None:
    """Pull a model to this machine, resuming an earlier download."""
    from .pull import pull_model

    try:
        done = pull_model(model, as_json=as_json)
    except KeyboardInterrupt:
        typer.echo("Cancelled: pull again, and it goes on where it was.", err=True)
        raise typer.Exit(130) from None
    if not as_json:
        print(f"{done.model} is here: xla-playground generate --model {done.model}")


@models_app.command("remove")
def remove(
    model: Annotated[str, typer.Argument(help="A pulled or imported model.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Remove a pulled or imported model from this machine; it can be pulled again."""
    from ..library.removing import removable_model, remove_model

    found = removable_model(model)
    size = format_bytes(found.size_bytes)
    if not yes:
        if not sys.stdin.isatty():
            raise RequestError("yes", messages.NOBODY_TO_ASK(model=found.name))
        if not typer.confirm(f"Remove {found.name} ({size}, {found.folder})?", err=True):
            typer.echo("Nothing is removed.", err=True)
            return
    remove_model(found)
    if as_json:
        print(json.dumps({"removed": found.name, "freed_bytes": found.size_bytes}))
    else:
        print(f"Removed {found.name}, {size}.")


def _as_dict(entry: ModelEntry, info: ModelInfo | None) -> dict[str, Any]:
    told = entry.model_dump(mode="json") | {"disk_bytes": _disk_bytes(entry)}
    return told | (info.model_dump(mode="json") if info else {})


def _disk_bytes(entry: ModelEntry) -> int:
    from ..library.removing import size_on_disk

    return size_on_disk(Path(entry.path)) if entry.path else 0


def _print_model(model: ModelInfo, as_json: bool) -> None:
    print_notices(model)
    if as_json:
        print(model.model_dump_json())
        return
    table = Table(show_header=False)
    described = {"settings": settings_in_words(model.settings)}
    if model.speech_prompt is not None and model.speech_prompt.is_multilingual:
        described["languages"] = " ".join(code for code, _ in model.speech_prompt.languages)
        described["language"] = model.speech_prompt.language or "found"
        described["task"] = model.speech_prompt.task
    values = model.model_dump(mode="json", exclude={"notices", "speech_prompt"}) | described
    for name, value in values.items():
        shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value
        table.add_row(name, "–" if value in (None, "") else str(shown))
    Console().print(table, markup=False)


def _cells(entry: ModelEntry, info: ModelInfo | None) -> tuple[str, ...]:
    if info is None:
        return entry.title, "–", f"{format_bytes(entry.download_bytes)} to pull", "–", "–"
    return (
        info.family_label,
        f"{info.parameters:,}",
        format_bytes(_disk_bytes(entry)),
        f"{info.positions:,}" if info.positions else "no limit",
        info.licence or "–",
    )
