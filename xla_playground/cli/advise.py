"""``advise``: which buckets a list of prompts costs the least time with, or which capacity."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ..core.advice.advisor import Advice, PolicyCost, advise, default_costs, measured_costs
from ..core.advice.capacity_advice import CapacityAdvice, CapacityCost, advise_capacity
from ..core.call.request import MAX_PROMPTS, Recipe, Request, prompts_from_text
from ..core.call.specialization import is_length_live
from ..core.checkpoint.catalog import DEFAULT_MODEL
from ..core.files.text_file import read_text_file
from ..core.history.history import History
from ..core.history.series import SeriesBook
from ..core.options.options import parse_options
from ..core.options.table import SPEC_OF, Strategy
from ..core.paths import history_path
from ..core.units import format_bytes, format_duration
from ..library.inspection import usable_model
from ..library.prompt_lengths import prompt_lengths
from .options.flags import JsonFlag, ModelOption, PathOption
from .options.generation_options import option_flag


def advise_on_buckets(
    *,
    model: ModelOption = DEFAULT_MODEL,
    prompt: Annotated[
        list[str] | None, typer.Option("--prompt", "-p", help="A prompt; give it again for more.")
    ] = None,
    prompts: Annotated[
        Path | None, PathOption("--prompts", help="A text file, one prompt a line.")
    ] = None,
    batch: Annotated[
        int, typer.Option("--batch", help="Prompts in one call.", min=1, max=MAX_PROMPTS)
    ] = 1,
    repeat: Annotated[
        int, typer.Option("--repeat", help="How often the list is run.", min=1, max=1_000_000)
    ] = 1,
    strategy: Annotated[
        Strategy, typer.Option("--strategy", help="How the next token is chosen.")
    ] = Strategy.GREEDY,
    max_new_tokens: Annotated[int, option_flag("max_new_tokens")] = int(
        SPEC_OF["max_new_tokens"].default
    ),
    recipe: Annotated[
        Recipe, typer.Option("--recipe", help="How specializations are built.")
    ] = Recipe.FAST,
    as_json: JsonFlag = False,
) -> None:
    """Estimate compiles and time of each padding policy and recommend one; of each capacity under
    the fast recipe of a decoder-only model, which takes prompts of every length.
    """
    texts = (*(prompt or ()), *_read(prompts))
    info = usable_model(model)
    lengths = prompt_lengths(Path(info.path), texts)
    request = Request.parse(
        {
            "model": model,
            "prompts": texts[:1],
            "options": parse_options({"strategy": strategy, "max_new_tokens": max_new_tokens}),
            "recipe": recipe,
        }
    )
    costs = measured_costs(_book(), request, default_costs(info, request))
    if is_length_live(request, is_decoder_only=info.is_decoder_only):
        told = advise_capacity(lengths, costs, info, request, batch_size=batch, repeats=repeat)
        if as_json:
            print(json.dumps(_capacities_as_dict(told, lengths)))
        else:
            _print_capacities(told)
        return
    limit = info.longest_prompt(max_new_tokens)
    advice = advise(lengths, costs, batch_size=batch, repeats=repeat, limit=limit)
    if as_json:
        print(json.dumps(_as_dict(advice, lengths)))
    else:
        _print_advice(advice)


def _read(path: Path | None) -> tuple[str, ...]:
    return () if path is None else prompts_from_text(read_text_file(path, "prompts"))


def _book() -> SeriesBook:
    """Return the series of all calls in the window's history."""
    book = SeriesBook()
    if not history_path().is_file():
        return book
    history = History(history_path())
    try:
        for notice in history.take_notices():
            typer.echo(notice, err=True)
        for summary in history.summaries():
            key = None if summary.key_id is None else history.key(summary.key_id)
            book.add(summary, key)
    finally:
        history.close()
    return book


def _as_dict(advice: Advice, lengths: list[int]) -> dict[str, Any]:
    return {
        "prompt_tokens": lengths,
        "calls": advice.calls,
        "policies": [_policy_as_dict(policy) for policy in advice.rows],
        "best": _policy_as_dict(advice.best),
        "sentence": advice.sentence,
    }


def _policy_as_dict(policy: PolicyCost) -> dict[str, Any]:
    padding = policy.padding.model_dump(mode="json", include={"mode", "multiple_of", "length"})
    problem = None if policy.problem is None else policy.problem.text
    return {**asdict(policy), "padding": padding, "name": policy.name.text, "problem": problem}


def _capacities_as_dict(advice: CapacityAdvice, lengths: list[int]) -> dict[str, Any]:
    rows = {id(row): _capacity_as_dict(row) for row in advice.rows}
    return {
        "prompt_tokens": lengths,
        "calls": advice.calls,
        "capacities": list(rows.values()),
        "best": rows[id(advice.best)],
        "sentence": advice.sentence,
    }


def _capacity_as_dict(row: CapacityCost) -> dict[str, Any]:
    return {
        "capacity": row.capacity,
        "compiles": row.compiles,
        "cache_bytes": row.cache_bytes,
        "token_ns": row.token_ns,
        "total_ns": row.total_ns,
    }


def _print_capacities(advice: CapacityAdvice) -> None:
    console = Console()
    table = Table("", "Capacity", "Compiles", "Caches", "Time in all")
    for row in advice.rows:
        mark = "→" if row is advice.best else ""
        cells = (f"{row.capacity:,}", f"{row.compiles:,}", format_bytes(row.cache_bytes))
        table.add_row(mark, *cells, format_duration(row.total_ns))
    console.print(table, markup=False)
    console.print(advice.sentence, markup=False)


def _print_advice(advice: Advice) -> None:
    console = Console()
    table = Table("", "Pad", "Compiles", "Padding tokens", "Time in all")
    for policy in advice.rows:
        mark = "→" if policy is advice.best else ""
        if policy.problem:
            table.add_row(mark, policy.name.text, "–", "–", policy.problem.text)
            continue
        cells = (f"{policy.compiles:,}", f"{policy.padding_tokens:,}")
        table.add_row(mark, policy.name.text, *cells, format_duration(policy.total_ns))
    console.print(table, markup=False)
    console.print(advice.sentence, markup=False)
