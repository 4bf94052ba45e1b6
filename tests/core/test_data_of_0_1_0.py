"""A history of version 0.1.0, made by its own window, opens with nothing lost."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.core.examples import make_record
from xla_playground.core.call.record import EndedBy, Record
from xla_playground.core.history.call_summary import CallSummary
from xla_playground.core.history.export import calls_as_csv, record_as_dict
from xla_playground.core.history.history import History
from xla_playground.core.history.series import SeriesBook

OLD = Path(__file__).parents[1] / "data" / "history-0.1.0.sqlite3"
CALLS = 12
#: Entries that mean the same by another name or value, and the one without a meaning now.
CHANGED = {
    "call",  # the number that the engine's process gave; the history has its own
    "notice",
    "request.options.seed",
    "request.padding.new_token_bucket",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "history.sqlite3"))


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    opened = History(path)
    yield opened
    opened.close()


def rows(query: str) -> list[Any]:
    """What the file holds, as SQLite reads it."""
    connection = sqlite3.connect(f"file:{OLD}?mode=ro&immutable=1", uri=True)
    with closing(connection):
        return connection.execute(query).fetchall()


def old_records() -> dict[int, dict[str, Any]]:
    return {
        call: json.loads(zlib.decompress(data))
        for call, data in rows("SELECT call, record FROM records")
    }


def differing(old: Any, new: Any, place: str = "") -> set[str]:
    """The places of an old record that a new one has not, or has with another value."""
    if isinstance(old, dict) and isinstance(new, dict):
        places = (
            differing(value, new.get(name, KeyError), f"{place}.{name}")
            for name, value in old.items()
        )
        return set().union(*places)
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True))
        return set().union(*(differing(*pair, f"{place}.{number}") for number, pair in pairs))
    return set() if old == new else {place.removeprefix(".")}


def test_every_call_and_every_column_is_there(history: History) -> None:
    summaries = history.summaries()
    assert history.take_notices() == []
    old = rows("SELECT * FROM calls ORDER BY call")
    assert len(summaries) == len(old) == CALLS
    assert [summary[: len(row)] for summary, row in zip(summaries, old, strict=True)] == old
    assert {s.status for s in summaries} == {"completed", "cancelled", "failed"}
    assert {s.strategy for s in summaries} == {"greedy", "beam", "sampling"}
    assert {s.recipe for s in summaries} == {"documented", "fast"}


def test_no_entry_of_a_record_is_lost(history: History) -> None:
    for call, old in old_records().items():
        record = history.record(call)
        assert differing(old, record.model_dump(mode="json")) <= CHANGED, call
        options = record.request.options
        assert options.seed == (old["request"]["options"]["seed"], 0)
        told = [] if old["notice"] is None else [("untyped", old["notice"])]
        assert [(notice.id, notice.text) for notice in record.notices] == told
        if record.key is not None:
            assert record.key.label()
    assert any(history.record(call).notices for call in old_records())


def test_how_old_sequences_ended_is_derived(history: History) -> None:
    ended = {call: history.record(call).ended_by for call in old_records()}
    assert ended[1] == (EndedBy.END,)
    assert ended[4] == (EndedBy.LIMIT, EndedBy.LIMIT)
    assert ended[10] == ()


def test_old_calls_count_for_their_specializations(history: History) -> None:
    book = SeriesBook()
    for summary in history.summaries():
        book.add(summary, None if summary.key_id is None else history.key(summary.key_id))
    uses = {series.key.label(): (series.uses, series.calls) for series in book}
    assert uses["playground-gpt2 · xla · greedy · 1×32+6"] == (2, [3])
    assert uses["playground-gpt2 · xla fast · greedy/sampling · 1×32+≤16"] == (3, [6, 7])
    assert sum(count for count, _ in uses.values()) == CALLS - 2


def test_old_calls_are_exported(history: History) -> None:
    summaries = history.summaries()
    lines = list(csv.DictReader(io.StringIO(calls_as_csv(summaries).decode("utf-8-sig"))))
    assert [int(line["call"]) for line in lines] == list(range(1, CALLS + 1))
    assert [line["run_ns"] for line in lines] == [str(s.run_ns or "") for s in summaries]
    assert list(lines[0]) == list(CallSummary._fields)
    for call, old in old_records().items():
        exported = json.loads(json.dumps(record_as_dict(history.record(call)), allow_nan=False))
        assert exported["texts"] == [sequence["text"] for sequence in old["sequences"]]
        assert exported["error"] == old["error"]


def test_new_calls_follow_the_old_ones(path: Path) -> None:
    history = History(path)
    history.add(make_record(ran_beside_build=True))
    history.close()
    again = History(path)
    *old, new = again.summaries()
    assert again.take_notices() == []
    assert [s.call for s in old] == list(range(1, CALLS + 1))
    assert (new.call, new.ended_by, new.ran_beside_build) == (CALLS + 1, "end", 1)
    assert isinstance(again.record(1), Record)
    again.close()
