"""``compare``: two calls, side by side."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ...core.comparison.compare import Comparison, Pair, SequencePair, compare
from ...core.units import format_bytes, format_duration
from ..options.flags import JsonFlag
from .opened import SessionOption, opened

CallArgument = Annotated[int, typer.Argument(help="Number of a call.", min=1)]


def compare_calls(
    one: CallArgument, other: CallArgument, session: SessionOption = None, as_json: JsonFlag = False
) -> None:
    """Compare two calls: options that differ, phases, tokens, memory."""
    with opened(session) as here:
        found = compare(here.history.record(one), here.history.record(other))
    if as_json:
        print(json.dumps(_as_dict(found)))
        return
    console = Console()
    table = Table("", f"Call {one}", f"Call {other}", "Ratio")
    for change in found.changes:
        table.add_row(change.name, _shown(change.one), _shown(change.other), "")
    for pair in found.phases:
        cells = format_duration(pair.one), format_duration(pair.other)
        table.add_row(pair.name, *cells, _ratio(pair))
    memory = found.memory
    table.add_row("memory", format_bytes(memory.one), format_bytes(memory.other), _ratio(memory))
    console.print(table, markup=False)
    for number, sequence in enumerate(found.sequences, start=1):
        console.print(_text(number, sequence))


def _shown(value: str | None) -> str:
    return "–" if value is None else value


def _ratio(pair: Pair) -> str:
    return "" if pair.ratio is None else f"{pair.ratio:.2f}"


def _text(number: int, pair: SequencePair) -> Text:
    """Return two sequences as one text; what differs stands in brackets, one side | the other."""
    if pair.first_difference is None:
        return Text(f"Sequence {number}: same tokens.")
    text = Text(f"Sequence {number} differs from token {pair.first_difference + 1} on: ")
    for stretch in pair.stretches:
        left, right = ("".join(t.text for t in side) for side in (stretch.one, stretch.other))
        text.append(left if stretch.is_equal else f"[{left} | {right}]")
    return text


def _as_dict(found: Comparison) -> dict[str, object]:
    return {
        "changes": [dataclasses.asdict(change) for change in found.changes],
        "phases_ns": {pair.name: [pair.one, pair.other] for pair in found.phases},
        "memory_bytes": [found.memory.one, found.memory.other],
        "same_tokens": found.has_same_tokens,
        "sequences": [
            {
                "first_difference": pair.first_difference,
                "stretches": [
                    {
                        "equal": stretch.is_equal,
                        "token_ids": [
                            [token.id for token in side] for side in (stretch.one, stretch.other)
                        ],
                    }
                    for stretch in pair.stretches
                ],
            }
            for pair in found.sequences
        ],
    }
