"""``store``: look at the specializations on disk, clear them, and prepare more."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from ..core.advice.warm_up import WarmUpPlan, WarmUpProgress, WarmUpResult
from ..core.call.padding import PADDING_RANGES, Padding
from ..core.checkpoint.catalog import DEFAULT_MODEL
from ..core.checkpoint.digest import model_digest
from ..core.errors import EngineFailure, PlaygroundError, RequestError
from ..core.messages import commands as messages
from ..core.messages import store as store_messages
from ..core.messages.message import Message
from ..core.model.info import ModelInfo, ModelInput, short_model_name
from ..core.options.options import parse_options
from ..core.options.table import Strategy
from ..core.store.file import Manifest
from ..core.store.parts import difference
from ..core.store.store import SpecializationStore, StoredSpecialization
from ..core.units import count_of_specializations, format_bytes, format_duration
from ..library.inspection import inspect_model
from .options.flags import JsonFlag, ModelOption, with_default
from .options.generation_options import option_flag
from .shared import saved_settings, started_engine

store_app = typer.Typer(help="Specializations kept on disk.", no_args_is_help=True)


@store_app.command("show")
def show_store(
    *,
    why: Annotated[
        bool,
        typer.Option("--why", help="Start TensorFlow, and say which are of use."),
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """List the specializations on disk, the most recently used first."""
    store = SpecializationStore(limit_bytes=saved_settings().store_limit_bytes)
    entries = store.entries()
    reasons = _reasons(entries, store.folder) if why else []
    if as_json:
        shown = [_as_dict(entry) for entry in entries]
        if why:
            texts = [None if reason is None else reason.text for reason in reasons]
            shown = [one | {"why_not": text} for one, text in zip(shown, texts, strict=True)]
        values = {
            "folder": str(store.folder),
            "size_bytes": store.size_bytes(),
            "limit_bytes": store.limit_bytes,
            "entries": shown,
        }
        print(json.dumps(values))
        return
    if why:
        table = Table("Specialization", "Size", "Of use here")
        for entry, reason in zip(entries, reasons, strict=True):
            size = format_bytes(entry.size_bytes)
            table.add_row(entry.manifest.key.label(), size, f"no: {reason}" if reason else "yes")
    else:
        table = Table("Specialization", "Size", "First call cost", "Stored", "Last used")
        for entry in entries:
            table.add_row(
                entry.manifest.key.label(),
                format_bytes(entry.size_bytes),
                format_duration(entry.manifest.first_ns),
                _date(entry.manifest.created_at),
                _date(entry.used_at),
            )
    Console().print(table, markup=False)
    typer.echo(
        f"{len(entries)} in {store.folder}: {format_bytes(store.size_bytes())} of "
        f"{format_bytes(store.limit_bytes)}."
    )


def _reasons(entries: Sequence[StoredSpecialization], folder: Path) -> list[Message | None]:
    """Return why each entry is of no use in this installation, ``None`` if it is of use."""
    with started_engine(in_process=False) as engine:
        made_with = engine.start(lambda status: None).made_with

    @cache
    def digest_of(model: str) -> str | None:
        try:
            path = Path(inspect_model(model, reads_weights=False).path)
            return model_digest(path, folder / "models.json")
        except (PlaygroundError, OSError):
            return None

    def reason(manifest: Manifest) -> Message | None:
        digest = digest_of(manifest.key.model)
        if digest is None:
            return store_messages.NO_MODEL_HERE()
        return difference(manifest.made_with, made_with | {"model": digest})

    return [reason(entry.manifest) for entry in entries]


@store_app.command("clear")
def clear_store(as_json: JsonFlag = False) -> None:
    """Remove every specialization from the disk."""
    store = SpecializationStore()
    size, removed = store.size_bytes(), store.clear()
    if as_json:
        print(json.dumps({"removed": removed, "freed_bytes": size}))
    else:
        typer.echo(f"Removed {count_of_specializations(removed).english}, {format_bytes(size)}.")


@store_app.command("warm")
def warm_store(
    model: ModelOption = DEFAULT_MODEL,
    batch: Annotated[
        list[int] | None, typer.Option("--batch", help="Prompts of a call; again for more.", min=1)
    ] = None,
    capacity: Annotated[
        list[int] | None,
        typer.Option(
            "--capacity",
            help=with_default(
                "Room for a prompt and its new tokens; again for more.", Padding().capacity
            ),
            min=int(PADDING_RANGES["capacity"].minimum),
            max=int(PADDING_RANGES["capacity"].maximum),
        ),
    ] = None,
    length: Annotated[
        list[int] | None,
        typer.Option(
            "--length",
            help=with_default(
                "Tokens of a padded prompt of an encoder-decoder model; again for more.",
                Padding().multiple_of,
            ),
            min=1,
        ),
    ] = None,
    strategy: Annotated[
        list[Strategy] | None, typer.Option("--strategy", help="Again for more.")
    ] = None,
    num_beams: Annotated[int | None, option_flag("num_beams")] = None,
    max_new_tokens: Annotated[int | None, typer.Option("--max-new-tokens", hidden=True)] = None,
    as_json: JsonFlag = False,
) -> None:
    """Prepare specializations of the fast recipe, so that their first calls load from disk."""
    from ..worker.warm_up import WarmUp

    info = inspect_model(model, reads_weights=False)
    if info.takes is ModelInput.SPEECH:
        raise RequestError("model", messages.ONE_SHAPE())
    if max_new_tokens is not None:
        typer.echo(
            "--max-new-tokens is not read any more: a specialization takes every number of new "
            "tokens up to its --capacity.",
            err=True,
        )
    if length and info.is_decoder_only:
        typer.echo(
            f"--length is not read: one specialization of {short_model_name(model)} takes every "
            "length up to its --capacity.",
            err=True,
        )
    plan = _plan(info, model, batch, length, capacity, strategy, num_beams)
    limit_bytes = saved_settings().store_limit_bytes
    if not limit_bytes:
        raise RequestError("store", messages.STORE_IS_OFF())
    warm_up = WarmUp(store_limit_bytes=limit_bytes)
    ends: list[Message | None] = []
    failures: list[WarmUpProgress] = []

    def show(progress: WarmUpProgress) -> None:
        if progress.result is WarmUpResult.FAILED:
            failures.append(progress)
        if as_json:
            print(progress.model_dump_json(), flush=True)
        elif progress.result is not None:
            result = progress.result.value.replace("_", " ")
            note = f" ({progress.text})" if progress.text else ""
            typer.echo(
                f"{progress.done} of {progress.total}: {progress.label} {result}, "
                f"{progress.seconds:.1f} s{note}"
            )

    warm_up.start(plan.requests(), show, ends.append)
    try:
        warm_up.wait()
    except KeyboardInterrupt:
        warm_up.cancel()
        warm_up.wait()
        raise
    if ends[0] is not None:
        raise EngineFailure(ends[0])
    if failures:
        total = failures[0].total
        raise EngineFailure(messages.NOT_PREPARED(failed=len(failures), total=total))


def _plan(
    info: ModelInfo,
    model: str,
    batches: list[int] | None,
    lengths: list[int] | None,
    capacities: list[int] | None,
    strategies: list[Strategy] | None,
    num_beams: int | None,
) -> WarmUpPlan:
    options = []
    for strategy in strategies or [Strategy.GREEDY]:
        beams = {"num_beams": num_beams} if num_beams and strategy.has_beams else {}
        options.append(parse_options({**beams, "strategy": strategy}))
    sources = None if info.is_decoder_only else tuple(lengths or (Padding().multiple_of,))
    try:
        plan = WarmUpPlan(
            model=model,
            batches=tuple(batches or (1,)),
            source_lengths=sources,
            capacities=tuple(capacities or (Padding().capacity,)),
            options=tuple(options),
        )
        plan.requests()
    except ValidationError as error:
        raise RequestError.from_validation(error) from None
    return plan


def _as_dict(entry: StoredSpecialization) -> dict[str, Any]:
    return {
        "label": entry.manifest.key.label(),
        "key": entry.manifest.key.as_dict(),
        "size_bytes": entry.size_bytes,
        "first_ns": entry.manifest.first_ns,
        "created_at": entry.manifest.created_at,
        "used_at": entry.used_at,
    }


def _date(seconds: float) -> str:
    try:
        return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):  # a clock that jumped
        return "–"
