"""``history``: list, note, tag, delete and save the calls of all sessions."""

from __future__ import annotations

import json
from collections import deque
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ...core.errors import PlaygroundError, RequestError
from ...core.files.given_path import given_path
from ...core.history.export import record_as_dict
from ...core.messages import workbench as messages
from ...core.model.info import short_model_name
from ...core.units import count_of_calls, format_duration
from ...core.workbench.call_filter import CallFilter, parse_filter
from ...core.workbench.search import FoundCall
from ...core.workbench.session_file import save_session
from ...core.workbench.workbench import KEPT_DAYS
from ..options.flags import JsonFlag
from .opened import FilterOption, Opened, SessionOption, opened

history_app = typer.Typer(help="The calls of all sessions: search, note, tag, delete, save.")
CallArgument = Annotated[int, typer.Argument(help="Number of a call.", min=1)]


@history_app.callback(invoke_without_command=True)
def list_calls(
    context: typer.Context,
    filters: FilterOption = None,
    last: Annotated[
        int | None, typer.Option("--last", help="Only so many of the latest.", min=1)
    ] = None,
    session: SessionOption = None,
    as_json: JsonFlag = False,
) -> None:
    """List calls, oldest first, one a line."""
    if context.invoked_subcommand is not None:
        return
    wanted = parse_filter(filters or ())
    with opened(session) as here:
        found = here.workbench.listed(wanted)
        for one in found if last is None else deque(found, maxlen=last):
            if as_json:
                _print_json(here, one)
            else:
                print(_line(one))


@history_app.command("seconds")
def show_seconds(
    filters: FilterOption = None, session: SessionOption = None, as_json: JsonFlag = False
) -> None:
    """Show where the seconds went: by phase, by what made calls new, by part of first calls."""
    wanted = parse_filter(filters or ())
    with opened(session) as here:
        phases = here.workbench.seconds_by_phase(wanted)
        causes = here.workbench.seconds_by_cause(wanted)
        parts = here.workbench.seconds_by_part(wanted)
        if not as_json:
            for phase in phases:
                total = format_duration(phase.ns)
                print(f"{phase.phase}: {total} in {count_of_calls(phase.count).english}")
            for cause in causes:
                print(cause.in_words())
            for part in parts:
                print(part.in_words())
            return
        find = here.workbench.find
        values = {
            "phases": [
                {"phase": row.phase, "ns": row.ns, "calls": find(row.calls)} for row in phases
            ],
            "causes": [
                {
                    "cause": row.cause,
                    "ns": row.ns,
                    "live": row.live.value or None,
                    "calls": find(row.calls),
                }
                for row in causes
            ],
            "parts": [
                {
                    "phase": row.phase,
                    "part": row.part or None,
                    "ns": row.ns,
                    "count": row.count,
                    "is_estimate": row.is_estimate,
                    "remark": row.remark.text if row.remark else None,
                }
                for row in parts
            ],
        }
    print(json.dumps(values))


@history_app.command("note")
def write_note(
    call: CallArgument,
    text: Annotated[str, typer.Argument(help="The note; nothing removes it.")] = "",
) -> None:
    """Write a note on a call."""
    with opened() as here:
        here.workbench.note(call, text)


@history_app.command("tag")
def add_tags(
    tags: Annotated[list[str], typer.Argument(help="Tags.")], filters: FilterOption = None
) -> None:
    """Give calls tags."""
    wanted = _some(filters)
    with opened() as here:
        here.workbench.tag(wanted, tags)


@history_app.command("untag")
def remove_tags(
    tags: Annotated[list[str], typer.Argument(help="Tags.")], filters: FilterOption = None
) -> None:
    """Take tags from calls."""
    wanted = _some(filters)
    with opened() as here:
        here.workbench.untag(wanted, tags)


@history_app.command("delete")
def delete_calls(filters: FilterOption = None, as_json: JsonFlag = False) -> None:
    """Delete calls; for some days `history undo` brings them back."""
    wanted = _some(filters)
    with opened() as here:
        count = here.workbench.delete(wanted)
    if as_json:
        print(json.dumps({"deleted": count}))
        return
    hint = f"; `xla-playground history undo` within {KEPT_DAYS} days" if count else ""
    print(f"Deleted {count_of_calls(count).english}{hint}.")


@history_app.command("undo")
def undo_deletion(as_json: JsonFlag = False) -> None:
    """Bring back the calls that were deleted last."""
    with opened() as here:
        calls = here.workbench.undo()
    if as_json:
        print(json.dumps({"brought_back": calls}))
    else:
        print(f"Brought back {count_of_calls(len(calls)).english}.")


@history_app.command("save")
def save_calls(
    path: Annotated[Path, typer.Argument(help="The file, usually NAME.session.")],
    filters: FilterOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Save calls to one file that another machine can read (--session FILE)."""
    wanted = parse_filter(filters or ())
    with opened() as here:
        saved = save_session(here.workbench, wanted, given_path(path))
    for call in saved.damaged:
        typer.echo(f"The record of call {call} is damaged: it is left out.", err=True)
    if as_json:
        print(json.dumps({"saved": saved.saved, "damaged": list(saved.damaged)}))
    else:
        print(f"Saved {count_of_calls(saved.saved).english} to {path}.")


def _some(filters: list[str] | None) -> CallFilter:
    """Return the filter of a command that changes calls, which must say which.

    Raises:
        RequestError: it does not.
    """
    if not filters:
        raise RequestError("filter", messages.NO_FILTER())
    return parse_filter(filters)


def _print_json(here: Opened, found: FoundCall) -> None:
    try:
        record = here.history.record(found.summary.call)
    except PlaygroundError as error:  # the others can still be read
        typer.echo(error.sentence, err=True)
        return
    own = {"note": found.note, "tags": list(found.tags)}
    print(json.dumps(record_as_dict(record) | own))


def _line(found: FoundCall) -> str:
    """Return a call in one line; parts that it has not are left out."""
    summary = found.summary
    parts = [
        f"{summary.call:>6}",
        datetime.fromtimestamp(summary.started_at).strftime("%Y-%m-%d %H:%M:%S"),
        short_model_name(summary.model),
        f"{summary.arm} {summary.recipe}",
        summary.strategy,
        summary.cache if summary.is_completed else summary.status,
        format_duration(summary.total_ns),
        f"{summary.new_tokens:,} tokens",
        found.reason or "",
        " ".join(f"#{tag}" for tag in found.tags),
        " ".join(found.note.split()),
    ]
    return "  ".join(part for part in parts if part)
