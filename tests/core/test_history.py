from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.core.examples import MS, make_key, make_record
from xla_playground.core.call.record import Cache, Record, Status
from xla_playground.core.errors import PlaygroundError
from xla_playground.core.history.history import History
from xla_playground.core.messages.message import Message


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


def reopened(path: Path) -> tuple[list[int], list[Message]]:
    """The numbers of the calls that a new start finds, and what it says."""
    history = History(path)
    numbers = [summary.call for summary in history.summaries()]
    notices = history.take_notices()
    history.close()
    return numbers, notices


def prompts_of(history: History) -> list[str]:
    return [history.record(s.call).request.prompts[0] for s in history.summaries()]


def connection_of(history: History) -> sqlite3.Connection:
    return history._file.connection


def fill_disk(history: History) -> None:
    """Let no page be added to the database, as on a full disk."""
    connection = connection_of(history)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def free_disk(history: History) -> None:
    connection_of(history).execute("PRAGMA max_page_count = 1000000")


def add_until_full(history: History) -> int:
    """Add calls until one could not be written; return how many were."""
    fill_disk(history)
    for count in range(1, 1000):
        history.add(make_record(prompts=(f"call {count} {os.urandom(2000).hex()}",)))
        if notices := history.take_notices():
            assert "free some space" in notices[0].text
            return count
    raise AssertionError("the disk never was full")


def test_records_come_back(path: Path) -> None:
    history = History(path)
    records = [
        make_record(cache=Cache.MISS, prompts=("مرحبا 🦊",)),
        make_record(arm="eager"),
        make_record(ran_beside_build=True),
        Record(request=make_record().request, status=Status.CANCELLED),
    ]
    added = [history.add(record) for record in records]
    history.close()
    again = History(path)
    assert again.take_notices() == []
    assert again.summaries() == [summary for summary, _ in added]
    assert [again.record(number) for number in (1, 2, 3, 4)] == [record for _, record in added]
    assert [record.call for _, record in added] == [1, 2, 3, 4]
    keys = [s.key_id and again.key(s.key_id) for s in again.summaries()]
    assert keys == [record.key for record in records]
    again.close()


def test_in_memory() -> None:
    history = History(None)
    history.add(make_record())
    assert prompts_of(history) == ["TensorFlow is"]
    history.close()


def test_ten_thousand_calls(path: Path) -> None:
    history = History(path)
    records = [make_record(options={"num_beams": 2, "max_new_tokens": n}) for n in range(2, 12)]
    for number in range(10_000):
        history.add(records[number % 10])
    history.close()
    again = History(path)
    summaries = again.summaries()
    assert [s.call for s in summaries] == list(range(1, 10_001))
    assert len({s.key_id for s in summaries}) == 10
    again.close()


def test_a_call_that_is_not_there() -> None:
    history = History(None)
    with pytest.raises(PlaygroundError, match="Call 5 is not in the history"):
        history.record(5)
    assert history.key(5) is None
    history.close()


def test_numbers_are_not_used_again(path: Path) -> None:
    history = History(path)
    for _ in range(3):
        history.add(make_record())
    history.clear()
    assert history.summaries() == []
    summary, _ = history.add(make_record())
    assert summary.call == 4
    assert summary.key_id is not None
    assert history.key(summary.key_id) == make_key()
    history.clear()
    fill_disk(history)
    connection_of(history).execute("PRAGMA query_only = ON")
    assert history.add(make_record())[0].call == 5
    connection_of(history).execute("PRAGMA query_only = OFF")
    history.close()
    assert reopened(path) == ([5], [])


# ---------------------------------------------------------------- what is broken


@pytest.mark.parametrize(
    "content",
    [b"not a database at all, only text" * 100, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["text", "header"],
)
def test_a_corrupt_file_is_set_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    history = History(path)
    notices = history.take_notices()
    assert len(notices) == 1
    assert "set aside" in notices[0].text
    assert history.take_notices() == []
    history.add(make_record())
    history.close()
    assert reopened(path) == ([1], [])
    aside = [p for p in path.parent.iterdir() if "broken" in p.name]
    assert [p.read_bytes() for p in aside] == [content]
    assert aside[0].name in notices[0].text


def test_a_file_of_a_newer_version_stays_as_it_is(path: Path) -> None:
    history = History(path)
    history.add(make_record())
    connection_of(history).execute("PRAGMA user_version = 99")
    history.close()
    content = path.read_bytes()
    for _ in range(2):
        numbers, notices = reopened(path)
        assert numbers == []
        assert "newer version" in notices[0].text
    assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_file_of_version_0_1_0_opens_with_nothing_lost(path: Path) -> None:
    history = History(path)
    history.add(make_record())
    history.close()
    make_old(path, 1, "ended_by", "ran_beside_build", "first_token_ns")
    history = History(path)
    assert history.take_notices() == []
    history.add(make_record())
    first, second = history.summaries()
    assert (first.ended_by, second.ended_by) == (None, "end")
    assert (first.ran_beside_build, second.ran_beside_build) == (None, 0)
    assert first.is_steady
    assert history.record(1).ended_by == ("end",)
    history.close()
    assert reopened(path) == ([1, 2], [])


def test_a_file_of_before_programs_opens_with_nothing_lost(path: Path) -> None:
    history = History(path)
    history.add(make_record())
    history.close()
    make_old(path, 2, "ran_beside_build", "first_token_ns")
    history = History(path)
    history.add(make_record(ran_beside_build=True))
    first, second = history.summaries()
    assert (first.ended_by, first.ran_beside_build) == ("end", None)
    assert (second.ran_beside_build, second.is_steady, second.is_first) == (1, False, False)
    history.close()
    assert reopened(path) == ([1, 2], [])


def test_a_file_of_before_first_tokens_opens_with_nothing_lost(path: Path) -> None:
    history = History(path)
    history.add(make_record())
    history.close()
    make_old(path, 3, "first_token_ns")
    history = History(path)
    history.add(make_record(first_token_ns=5 * MS))
    assert [s.first_token_ns for s in history.summaries()] == [None, 5 * MS]
    history.close()
    assert reopened(path) == ([1, 2], [])


def make_old(path: Path, version: int, *columns: str) -> None:
    """Make a history one of an earlier version, which lacked columns."""
    old = sqlite3.connect(path)
    for column in columns:
        old.execute(f"ALTER TABLE calls DROP COLUMN {column}")
    old.execute(f"PRAGMA user_version = {version}")
    old.commit()
    old.close()


def test_tables_of_something_else_are_set_aside(path: Path) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE calls (name TEXT)")
    other.execute("INSERT INTO calls VALUES ('mine')")
    other.commit()
    other.close()
    _, notices = reopened(path)
    assert "set aside" in notices[0].text
    (aside,) = (p for p in path.parent.iterdir() if "broken" in p.name)
    kept = sqlite3.connect(aside)
    assert kept.execute("SELECT name FROM calls").fetchall() == [("mine",)]
    kept.close()


def test_a_file_that_breaks_while_it_is_open(path: Path) -> None:
    history = History(path)
    for number in range(200):
        history.add(make_record(prompts=(f"{number} {os.urandom(500).hex()}",)))
    history.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096 * 4)
        file.write(os.urandom(size - 4096 * 5))
    history = History(path)
    history.summaries()
    history.add(make_record(prompts=("after",)))
    assert prompts_of(history)[-1] == "after"
    notices = history.take_notices()
    assert len(notices) == 1
    assert "set aside" in notices[0].text
    history.close()
    assert len(reopened(path)[0]) == 1


@pytest.mark.parametrize("damage", [b"", b"\0", b"x\x9c nothing"])
def test_one_damaged_record_breaks_no_other(path: Path, damage: bytes) -> None:
    history = History(path)
    for _ in range(3):
        history.add(make_record())
    with connection_of(history) as connection:
        connection.execute("UPDATE records SET record = ? WHERE call = 2", (damage,))
    assert len(history.summaries()) == 3
    assert history.record(1).call == 1
    assert history.record(3).call == 3
    with pytest.raises(PlaygroundError, match="The record of call 2 is damaged"):
        history.record(2)
    history.close()


@pytest.mark.parametrize("damage", ["'text'", "5"])
def test_a_record_of_another_type_is_damaged(path: Path, damage: str) -> None:
    history = History(path)
    history.add(make_record())
    with connection_of(history) as connection:
        connection.execute(f"UPDATE records SET record = {damage}")
    with pytest.raises(PlaygroundError, match="damaged"):
        history.record(1)
    history.close()


@pytest.mark.parametrize(
    "damage",
    [
        "run_ns = 'text'",
        "run_ns = 9223372036854775807",
        "trace_ns = -1",
        "started_at = 'text'",
        "started_at = 9e999",
        "status = 'unknown'",
        "model = x'00ff'",
        "new_tokens = 'text'",
        "ran_beside_build = 'text'",
        "ran_beside_build = 7",
        "first_token_ns = 'text'",
    ],
)
def test_a_row_that_cannot_be_drawn_is_left_out(path: Path, damage: str) -> None:
    history = History(path)
    for prompt in ("sound", "damaged", "new"):
        if prompt == "new":
            connection_of(history).execute(f"UPDATE calls SET {damage} WHERE call = 2")
        history.add(make_record(prompts=(prompt,)))
    assert prompts_of(history) == ["sound", "new"]
    (notice,) = history.take_notices()
    assert notice.text == "1 of 3 calls in the history are damaged: they are not shown."
    history.close()


def test_a_text_that_is_not_utf_8(path: Path) -> None:
    history = History(path)
    history.add(make_record())
    history.add(make_record())
    connection_of(history).execute("UPDATE calls SET model = CAST(x'61ff' AS TEXT) WHERE call = 1")
    assert [summary.model for summary in history.summaries()] == ["a\ufffd", "playground-gpt2"]
    assert history.take_notices() == []
    history.close()


def test_damage_that_shows_when_writing_loses_no_call(path: Path) -> None:
    history = History(path)
    history.add(make_record(prompts=("old",)))
    history.close()
    with sqlite3.connect(path) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'keys'").fetchone()[0]
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    raw.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(content)

    history = History(path)
    assert prompts_of(history) == ["old"]
    calls = [history.add(make_record(prompts=(text,)))[0].call for text in ("new", "newer")]
    assert calls == [2, 3]
    assert prompts_of(history) == ["old", "new", "newer"]
    (notice,) = history.take_notices()
    assert "is damaged" in notice.text
    history.close()

    again = History(path)
    assert prompts_of(again) == ["new", "newer"]
    assert [summary.call for summary in again.summaries()] == [2, 3]
    again.close()
    assert [file for file in path.parent.iterdir() if ".broken-" in file.name]


def test_a_damaged_key_is_no_key(path: Path) -> None:
    history = History(path)
    summary, _ = history.add(make_record())
    with connection_of(history) as connection:
        connection.execute("UPDATE keys SET key = '{}'")
    history.close()
    again = History(path)
    assert summary.key_id is not None
    assert again.key(summary.key_id) is None
    assert len(again.summaries()) == 1
    again.close()


# ---------------------------------------------------------------- disks that fail


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    history = History(tmp_path / "file" / "history.sqlite3")
    (notice,) = history.take_notices()
    assert "kept in memory only" in notice.text
    history.add(make_record())
    assert len(history.summaries()) == 1
    history.close()


def test_a_path_that_is_a_folder(path: Path) -> None:
    path.mkdir(parents=True)
    numbers, notices = reopened(path)
    assert numbers == []
    assert "kept in memory only" in notices[0].text
    assert path.is_dir()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder(path: Path) -> None:
    path.parent.mkdir()
    path.parent.chmod(0o500)
    _, notices = reopened(path)
    path.parent.chmod(0o700)
    assert "kept in memory only" in notices[0].text


def test_a_full_disk_loses_nothing(path: Path) -> None:
    history = History(path)
    history.add(make_record(prompts=("first",)))
    count = add_until_full(history)
    for number in range(3):
        history.add(make_record(prompts=(f"late {number}",), arm="graph", run_ns=number * MS))
    assert history.take_notices() == []  # it was said
    expected = [s.call for s in history.summaries()]
    assert expected == list(range(1, count + 5))
    assert prompts_of(history)[-3:] == ["late 0", "late 1", "late 2"]
    late = history.summaries()[-1].key_id
    assert late is not None
    assert history.key(late) == make_key(arm="graph")
    free_disk(history)
    history.add(make_record(prompts=("last",)))
    before = prompts_of(history)
    history.close()
    numbers, notices = reopened(path)
    assert (numbers, notices) == ([*expected, len(expected) + 1], [])
    again = History(path)
    assert prompts_of(again) == before
    late = again.summaries()[-2].key_id
    assert late is not None
    assert again.key(late) == make_key(arm="graph")
    again.close()


def test_what_is_unsaved_is_written_at_the_end(path: Path) -> None:
    history = History(path)
    count = add_until_full(history)
    free_disk(history)
    history.close()
    assert reopened(path) == (list(range(1, count + 1)), [])


def test_a_disk_that_stays_full_does_not_stop_the_end(path: Path) -> None:
    history = History(path)
    count = add_until_full(history)
    history.close()
    assert reopened(path) == (list(range(1, count)), [])


def test_keys_are_not_mixed_up_when_writing_fails(path: Path) -> None:
    history = History(path)
    connection_of(history).execute("PRAGMA query_only = ON")
    failed, _ = history.add(make_record(arm="graph"))
    connection_of(history).execute("PRAGMA query_only = OFF")
    written, _ = history.add(make_record(arm="xla"))
    assert failed.key_id is not None
    assert written.key_id is not None
    assert history.key(failed.key_id) == make_key(arm="graph")
    assert history.key(written.key_id) == make_key(arm="xla")
    history.close()


def test_an_up_to_date_file_opens_on_a_full_disk(path: Path) -> None:
    history = History(path)
    history.add(make_record())
    history.close()
    before = path.read_bytes()
    history = History(path)
    assert connection_of(history).total_changes == 0
    assert len(history.summaries()) == 1
    history.close()
    assert path.read_bytes() == before


# ---------------------------------------------------------------- two windows


def test_two_histories_on_one_file(path: Path) -> None:
    one, two = History(path), History(path)
    numbers = []
    for number in range(20):
        history = one if number % 2 else two
        arm = "graph" if number % 3 else "xla"
        summary, record = history.add(make_record(prompts=(str(number),), arm=arm))
        numbers.append(summary.call)
        assert history.record(summary.call) == record
    assert numbers == list(range(1, 21))
    assert one.summaries() == two.summaries()
    assert prompts_of(one) == [str(number) for number in range(20)]
    one.clear()
    summary, _ = two.add(make_record(arm="eager"))
    assert summary.key_id is not None
    assert one.key(summary.key_id) == make_key(arm="eager")
    assert one.take_notices() + two.take_notices() == []
    one.close()
    two.close()


def test_a_file_locked_by_another_program(path: Path) -> None:
    history = History(path)
    connection_of(history).execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    history.add(make_record(prompts=("waits",)))
    assert len(history.take_notices()) == 1
    assert prompts_of(history) == ["waits"]
    other.execute("COMMIT")
    other.close()
    history.add(make_record(prompts=("next",)))
    history.close()
    again = History(path)
    assert prompts_of(again) == ["waits", "next"]
    again.close()


def test_a_number_that_another_window_took_meanwhile(path: Path) -> None:
    one, two = History(path), History(path)
    connection_of(one).execute("PRAGMA query_only = ON")
    kept, _ = one.add(make_record(prompts=("kept",)))
    taken, _ = two.add(make_record(prompts=("taken",)))
    assert kept.call == taken.call == 1
    connection_of(one).execute("PRAGMA query_only = OFF")
    one.close()
    assert prompts_of(two) == ["taken", "kept"]
    two.close()
