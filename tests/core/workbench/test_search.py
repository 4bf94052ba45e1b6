"""What is found, and that large histories are searched by indexes."""

from __future__ import annotations

import sqlite3
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.core.test_data_of_0_1_0 import CALLS, OLD
from tests.core.workbench.conftest import add
from xla_playground.core.call.record import Cache, Status
from xla_playground.core.errors import EnvironmentFault
from xla_playground.core.history.history import History
from xla_playground.core.workbench.call_filter import CallFilter, parse_filter
from xla_playground.core.workbench.search import condition
from xla_playground.core.workbench.seconds import seconds_by_cause
from xla_playground.core.workbench.workbench import Workbench


@pytest.fixture
def found(history: History, workbench: Workbench) -> dict[str, int]:
    """The numbers of some calls that differ in one thing each."""
    calls = {
        "plain": add(history, "the quick brown fox"),
        "eager": add(history, arm="eager"),
        "fast": add(history, recipe="fast", model="/models/other, one"),
        "beam": add(history, options={"strategy": "beam", "num_beams": 4}),
        "miss": add(history, cache=Cache.MISS, reason="num_beams 2 → 4, temperature 1.0 → 2.0"),
        "failed": add(history, status=Status.FAILED, error="The worker ended."),
        "late": add(history, started_at=datetime(2025, 6, 1, tzinfo=UTC)),
        "chinese": add(history, "编译器 100 % _fast_"),
    }
    workbench.index()
    return calls


@pytest.mark.parametrize(
    ("entries", "names"),
    [
        (["arm=eager"], ["eager"]),
        (["arm=eager", "arm=graph"], ["eager"]),
        (["arm=eager", "recipe=fast"], []),
        (["model=OTHER"], ["fast"]),
        (["strategy=beam"], ["beam"]),
        (["reason=beams"], ["miss"]),
        (["reason=num_beams", "reason=nothing"], ["miss"]),
        (["cache=miss"], ["miss"]),
        (["phase=compile"], ["miss"]),
        (["status=failed"], ["failed"]),
        (["since=2025-05-01"], ["late"]),
        (["call=2-3", "call=5"], ["eager", "fast", "miss"]),
        (["Quick Brown"], ["plain"]),
        (["quick", "fox"], ["plain"]),
        (["quick", "cat"], []),
        (["worker ended"], ["failed"]),
        (["编译器"], ["chinese"]),
        (["译"], ["chinese"]),
        (["100 % _f"], ["chinese"]),
        (["%"], ["chinese"]),
        (['"fox'], []),
    ],
)
def test_what_is_found(
    workbench: Workbench, found: dict[str, int], entries: list[str], names: list[str]
) -> None:
    assert workbench.find(parse_filter(entries)) == [found[name] for name in names]


def test_what_is_listed_has_its_reason_note_and_tags(
    workbench: Workbench, history: History, found: dict[str, int]
) -> None:
    workbench.note(found["miss"], "slow")
    workbench.tag(parse_filter(["cache=miss"]), ["b", "a"])
    (listed,) = workbench.listed(parse_filter(["cache=miss"]))
    summaries = {summary.call: summary for summary in history.summaries()}
    assert listed.summary == summaries[found["miss"]]
    assert listed.reason == "num_beams 2 → 4, temperature 1.0 → 2.0"
    assert (listed.note, listed.tags) == ("slow", ("a", "b"))
    assert len(list(workbench.listed(CallFilter()))) == len(found)


def test_prompts_are_found_where_the_answer_does_not_hold_them(
    history: History, workbench: Workbench
) -> None:
    call = add(history, "an answer", prompts=("a question",))
    workbench.index()
    assert workbench.find(parse_filter(["question"])) == [call]


def test_a_damaged_record_is_only_not_found_by_its_text(
    history: History, workbench: Workbench
) -> None:
    calls = [add(history, f"text {number}") for number in range(4)]
    damages = (b"x", zlib.compress(b"[]"), zlib.compress(b'{"request": 5, "sequences": []}'))
    with history.file.connection as connection:
        for call, damage in zip(calls, damages, strict=False):
            connection.execute("UPDATE records SET record = ? WHERE call = ?", (damage, call))
    workbench.index()
    assert workbench.find(CallFilter()) == calls
    assert workbench.find(parse_filter(["text"])) == calls[-1:]


def test_a_history_of_0_1_0_is_indexed_with_nothing_lost(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.write_bytes(OLD.read_bytes())
    history = History(path)
    workbench = Workbench(history)
    workbench.index()
    assert len(workbench.find(CallFilter())) == CALLS
    assert workbench.find(parse_filter(["reason=batch"])) == [8]
    assert workbench.find(parse_filter(["reason=nothing is specialized"])) == [1, 2, 12]
    assert workbench.find(parse_filter(["the worker ended"])) == [11]
    history.close()


def test_a_file_of_before_the_workbench_opens_with_nothing_lost(path: Path) -> None:
    history = History(path)
    calls = [add(history, text, reason="seed 1 → 2") for text in ("one", "two")]
    before = history.summaries(), [history.record(call) for call in calls]
    history.close()
    make_version_4(path)
    history = History(path)
    assert history.take_notices() == []
    assert (history.summaries(), [history.record(call) for call in calls]) == before
    calls.append(add(history, "three"))
    workbench = Workbench(history)
    workbench.index()
    assert [workbench.find(parse_filter([text])) for text in ("two", "three")] == [[2], [3]]
    assert workbench.find(parse_filter(["reason=seed"])) == calls[:2]
    history.close()


def make_version_4(path: Path) -> None:
    """Take from a history what version 5 of its tables added."""
    old = sqlite3.connect(path)
    indexes = ("calls_by_setup", "calls_by_time", "calls_by_cause", "calls_by_deletion")
    for statement in (
        *(f"DROP INDEX {name}" for name in (*indexes, "tags_by_call")),
        *(f"DROP TABLE {name}" for name in ("notes", "tags", "deletions", "unindexed")),
        *(f"ALTER TABLE calls DROP COLUMN {name}" for name in ("reason", "cause", "deletion")),
        "PRAGMA user_version = 4",
    ):
        old.execute(statement)
    old.commit()
    old.close()


# ---------------------------------------------------------------- many calls


def plan_of(connection: sqlite3.Connection, sql: str, values: list[object]) -> str:
    rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
    return "\n".join(row[3] for row in rows)


@pytest.mark.parametrize(
    ("wanted", "reads"),
    [
        (CallFilter(), "USING COVERING INDEX calls_by_setup"),
        (CallFilter(arms=("xla",), recipes=("fast",)), "USING COVERING INDEX calls_by_setup"),
        (CallFilter(strategies=("beam",)), "USING COVERING INDEX calls_by_setup"),
        (CallFilter(models=("gpt2",)), "USING COVERING INDEX calls_by_setup (model=?"),
        (CallFilter(reasons=("beams",)), "INDEX calls_by_cause (cause=?"),
        (CallFilter(since=1.0, until=2.0), "USING INDEX calls_by_time (started_at>?"),
        (CallFilter(texts=("quick",)), "VIRTUAL TABLE INDEX"),
        (CallFilter(tags=("good",)), "PRIMARY KEY (tag=?"),
        (CallFilter(calls=((5, 9),)), "INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
    ],
)
def test_each_filter_reads_an_index(
    workbench: Workbench, history: History, found: dict[str, int], wanted: CallFilter, reads: str
) -> None:
    connection = history.file.connection
    where, values = condition(connection, wanted)
    plan = plan_of(connection, f"SELECT call FROM calls WHERE {where}", values)
    assert reads in plan


def test_the_chart_of_reasons_is_one_query_of_an_index(
    workbench: Workbench, history: History, found: dict[str, int]
) -> None:
    queries: list[str] = []
    connection = history.file.connection
    connection.set_trace_callback(queries.append)
    seconds_by_cause(connection, CallFilter())
    connection.set_trace_callback(None)
    (query,) = queries
    assert "USING COVERING INDEX calls_by_cause" in plan_of(connection, query, [])


def test_a_search_is_one_query(
    workbench: Workbench, history: History, found: dict[str, int]
) -> None:
    queries: list[str] = []
    history.file.reader.set_trace_callback(queries.append)
    workbench.find(parse_filter(["quick", "arm=xla"]))
    history.file.reader.set_trace_callback(None)
    assert len([query for query in queries if "FROM calls" in query]) == 1
    assert not [query for query in queries if "FROM records" in query]


# ---------------------------------------------------------------- what can go wrong


def test_a_search_for_text_without_its_index_says_so(
    history: History, workbench: Workbench
) -> None:
    add(history)
    with pytest.raises(EnvironmentFault, match="cannot search texts"):
        workbench.find(parse_filter(["fox"]))


def test_a_file_that_another_program_holds_is_one_sentence(
    path: Path, history: History, workbench: Workbench
) -> None:
    add(history)
    history.file.connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(EnvironmentFault, match="cannot be read now"):
        workbench.index()
    with pytest.raises(EnvironmentFault, match="cannot be changed now"):
        workbench.delete(CallFilter())
    other.execute("COMMIT")
    other.close()
    workbench.index()
    assert workbench.find(parse_filter(["a text"])) == [1]


def test_two_workbenches_index_one_file(path: Path, history: History) -> None:
    calls = [add(history, f"text {number}") for number in range(450)]
    second = History(path)
    Workbench(second).index()
    Workbench(history).index()
    assert Workbench(history).find(parse_filter(["text 4"])) == [5, *calls[40:50], *calls[400:]]
    second.close()


def test_many_single_calls_are_found(history: History, workbench: Workbench) -> None:
    for _ in range(3):
        add(history)
    odd = tuple((call, call) for call in range(1, 5_000, 2))
    assert workbench.find(CallFilter(calls=odd)) == [1, 3]


def test_indexing_goes_on_part_by_part(
    history: History, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xla_playground.core.workbench.call_index._BATCH", 2)
    for _ in range(3):
        add(history)
    assert workbench.index_some()
    assert workbench.unindexed() == 1
    assert not workbench.index_some()
    assert workbench.unindexed() == 0


def test_calls_at_very_many_places_are_found(history: History, workbench: Workbench) -> None:
    """More ranges than SQLite takes values in one statement."""
    for _ in range(6):
        add(history)
    odd = tuple((call, call) for call in range(1, 80_000, 2))
    assert workbench.find(CallFilter(calls=odd)) == [1, 3, 5]
    assert workbench.delete(CallFilter(calls=odd)) == 3
    assert workbench.find(CallFilter()) == [2, 4, 6]
