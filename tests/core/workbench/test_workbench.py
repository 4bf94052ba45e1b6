from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.workbench.conftest import Clock, add
from xla_playground.core.errors import PlaygroundError, RequestError
from xla_playground.core.history.history import History
from xla_playground.core.workbench.call_filter import CallFilter, parse_filter
from xla_playground.core.workbench.notes import Note
from xla_playground.core.workbench.workbench import KEPT_DAYS, Workbench

ALL = CallFilter()


def call(number: int) -> CallFilter:
    return CallFilter(calls=((number, number),))


def numbers(history: History) -> list[int]:
    return [summary.call for summary in history.summaries()]


def count(history: History, table: str) -> int:
    found: int = history.file.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


# ---------------------------------------------------------------- notes and tags


def test_a_note_is_written_replaced_searched_and_removed(
    history: History, workbench: Workbench
) -> None:
    first, second = add(history), add(history)
    workbench.index()
    workbench.note(first, "an old 🦊")
    workbench.note(first, "a new 🦊")
    assert workbench.find(parse_filter(["old"])) == []
    assert workbench.find(parse_filter(["NEW 🦊"])) == [first]
    assert [one.note for one in workbench.listed(ALL)] == ["a new 🦊", ""]
    workbench.note(first, "")
    workbench.note(second, "")
    assert count(history, "notes") == 0


def test_tags_are_given_and_taken_by_filter(history: History, workbench: Workbench) -> None:
    for arm in ("xla", "eager", "xla"):
        add(history, arm=arm)
    workbench.tag(parse_filter(["arm=xla"]), ["good", " good ", "slow"])
    workbench.tag(call(2), ["good"])
    workbench.untag(call(1), ["slow", "never given"])
    assert [one.tags for one in workbench.listed(ALL)] == [("good",), ("good",), ("good", "slow")]
    assert workbench.find(parse_filter(["tag=slow"])) == [3]
    assert workbench.find(parse_filter(["tag=slow", "tag=good"])) == [1, 2, 3]


@pytest.mark.parametrize("tag", ["", " ", "a,b", "a\nb", "x" * 65])
def test_what_is_no_tag(history: History, workbench: Workbench, tag: str) -> None:
    add(history)
    with pytest.raises(RequestError, match="is no tag"):
        workbench.tag(ALL, ["good", tag])
    assert count(history, "tags") == 0


def test_what_is_no_note(history: History, workbench: Workbench) -> None:
    number = add(history)
    with pytest.raises(RequestError, match="10,001 characters"):
        workbench.note(number, "x" * 10_001)
    with pytest.raises(RequestError, match="Call 9 is not in the history"):
        workbench.note(9, "a note")


def test_notes_and_tags_by_call_and_what_is_no_text_left_out(
    history: History, workbench: Workbench
) -> None:
    for _ in range(4):
        add(history)
    workbench.note(1, "slow")
    workbench.tag(parse_filter(["call=1-2"]), ["quiet", "cold"])
    write = history.file.connection.execute
    write("INSERT INTO notes VALUES (3, x'00ff')")
    write("INSERT INTO notes VALUES (4, CAST(x'61ff' AS TEXT))")
    history.file.connection.commit()
    assert workbench.notes() == {
        1: Note("slow", ("cold", "quiet")),
        2: Note("", ("cold", "quiet")),
        4: Note("a\N{REPLACEMENT CHARACTER}", ()),
    }


# ---------------------------------------------------------------- deleting


def test_what_was_deleted_comes_back(history: History, workbench: Workbench) -> None:
    for arm in ("xla", "eager", "xla", "graph"):
        add(history, arm=arm)
    workbench.note(1, "kept")
    before = history.summaries()
    assert workbench.delete(parse_filter(["arm=xla"])) == 2
    assert workbench.delete(call(2)) == 1
    assert numbers(history) == workbench.find(ALL) == [4]
    with pytest.raises(PlaygroundError, match="Call 1 is not in the history"):
        history.record(1)
    with pytest.raises(RequestError, match="Call 1 is not in the history"):
        workbench.note(1, "other")
    assert workbench.undo() == [2]
    assert workbench.undo() == [1, 3]
    assert workbench.undo() == []
    assert history.summaries() == before
    assert history.record(1).call == 1
    assert next(workbench.listed(ALL)).note == "kept"
    assert history.take_notices() == []


def test_undo_works_in_the_next_session_and_numbers_are_not_used_again(path: Path) -> None:
    history = History(path)
    add(history)
    Workbench(history).delete(ALL)
    history.close()
    again = History(path)
    assert add(again) == 2
    assert Workbench(again).undo() == [1]
    assert numbers(again) == [1, 2]
    again.close()


def test_nothing_fits_and_nothing_is_deleted(history: History, workbench: Workbench) -> None:
    add(history)
    assert workbench.delete(call(1)) == 1
    assert workbench.delete(call(1)) == 0
    assert workbench.undo() == [1]


def test_after_some_days_deleted_calls_are_gone_for_good(
    history: History, workbench: Workbench, clock: Clock
) -> None:
    for text in ("a secret", "another"):
        add(history, text)
    workbench.index()
    workbench.note(1, "a note")
    workbench.tag(call(1), ["tag"])
    workbench.delete(call(1))
    clock.now += (KEPT_DAYS - 1) * 86_400
    workbench.delete(call(9))
    assert workbench.undo() == [1]
    workbench.delete(call(1))
    clock.now += (KEPT_DAYS + 1) * 86_400
    workbench.delete(call(2))
    assert workbench.undo() == [2]
    assert workbench.undo() == []
    tables = ("calls", "records", "texts", "notes", "tags", "deletions")
    assert [count(history, table) for table in tables] == [1, 1, 1, 0, 0, 0]


def test_clearing_leaves_nothing(history: History, workbench: Workbench) -> None:
    add(history, "a secret")
    workbench.index()
    workbench.note(1, "a note")
    workbench.tag(ALL, ["tag"])
    workbench.delete(ALL)
    add(history, "another secret")
    history.clear()
    assert history.take_notices() == []
    tables = ("calls", "records", "keys", "texts", "notes", "tags", "deletions", "unindexed")
    assert [count(history, table) for table in tables] == [0] * len(tables)
    assert workbench.undo() == []
