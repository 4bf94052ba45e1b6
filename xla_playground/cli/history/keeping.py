"""Add the calls of ``generate`` to the history, beside whoever else writes to it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from ...core.call.record import Record
from ...core.history.history import History
from ...core.paths import history_path
from ...core.units import format_calls

#: How long the end of a command waits for another program that holds the history.
_PATIENCE_S = 10.0


@contextmanager
def kept_calls(is_kept: bool) -> Iterator[Callable[[Record], Record]]:
    """Yield a function that adds a record to the history and returns it with its number there.

    It returns the record as it is unless ``is_kept``. A history that cannot be written ends no
    call: a sentence on stderr says so.
    """
    if not is_kept:
        yield lambda record: record
        return
    history = History(history_path())
    try:
        yield lambda record: history.add(record)[1]
    finally:
        deadline = time.monotonic() + _PATIENCE_S
        while history.unsaved_calls and time.monotonic() < deadline:
            history.save_at_last()
        lost, why = history.unsaved_calls, history.unsaved_reason
        history.close()
        for notice in history.take_notices():
            typer.echo(notice, err=True)
        if lost:
            typer.echo(f"Not in the history: {format_calls(lost)} ({why}).", err=True)
