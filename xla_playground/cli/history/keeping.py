"""Add the calls of ``generate`` to the history, beside whoever else writes to it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ...core.advice.forecast import forecast
from ...core.call.record import ForecastCost, Record
from ...core.call.request import Request
from ...core.engine.engine import Engine
from ...core.history.call_summary import CallSummary
from ...core.history.history import History
from ...core.history.series import SeriesBook
from ...core.paths import history_path
from ...core.units import count_of_calls

#: How long the end of a command waits for another program that holds the history.
_PATIENCE_S = 10.0


class KeptCalls:
    """Forecasts calls by the history, and adds them to it; does neither without a history."""

    def __init__(self, history: History | None) -> None:
        self._history = history
        self._book: SeriesBook | None = None

    def expected_cost(self, engine: Engine, request: Request) -> ForecastCost | None:
        """Return what the next call of ``request`` is expected to cost.

        ``None`` if nothing comparable ran yet, or there is no history.

        Raises:
            RequestError, CheckpointError: see ``Engine.plan``.
        """
        if self._history is None:
            return None
        if self._book is None:
            self._book = SeriesBook()
            for summary in self._history.summaries():
                self._learn(summary)
        return forecast(engine.plan(request), self._book, request).cost

    def add(self, record: Record) -> Record:
        """Add a record and return it with its number in the history."""
        if self._history is None:
            return record
        summary, record = self._history.add(record)
        self._learn(summary)
        return record

    def _learn(self, summary: CallSummary) -> None:
        if self._history is not None and self._book is not None and summary.key_id is not None:
            self._book.add(summary, self._history.key(summary.key_id))


@contextmanager
def kept_calls(is_kept: bool) -> Iterator[KeptCalls]:
    """Yield what adds calls to the history, or leaves them out unless ``is_kept``.

    A history that cannot be written ends no call: a sentence on stderr says so.
    """
    if not is_kept:
        yield KeptCalls(None)
        return
    history = History(history_path())
    try:
        yield KeptCalls(history)
    finally:
        deadline = time.monotonic() + _PATIENCE_S
        while history.unsaved_calls and time.monotonic() < deadline:
            history.save_at_last()
        lost, why = history.unsaved_calls, history.unsaved_reason
        history.close()
        for notice in history.take_notices():
            typer.echo(notice, err=True)
        if lost:
            typer.echo(f"Not in the history: {count_of_calls(lost).english} ({why}).", err=True)
