"""Session files: what another machine reads, and what is none."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.core.workbench.conftest import add
from xla_playground.core.call.record import Cache
from xla_playground.core.errors import EnvironmentFault, RequestError
from xla_playground.core.history.history import History
from xla_playground.core.machine import this_machine
from xla_playground.core.workbench import session_file
from xla_playground.core.workbench.call_filter import CallFilter, parse_filter
from xla_playground.core.workbench.session_file import open_session, save_session
from xla_playground.core.workbench.workbench import Workbench

ALL = CallFilter()


@pytest.fixture
def saved(history: History, workbench: Workbench, tmp_path: Path) -> Path:
    """A session of three calls, of which the second has a note and tags."""
    add(history, "first", cache=Cache.MISS, reason="seed 1 → 2")
    add(history, "second", arm="eager")
    add(history, "third 🦊")
    workbench.note(2, "a note")
    workbench.tag(CallFilter(calls=((2, 2),)), ["b", "a"])
    workbench.index()
    path = tmp_path / "three.session"
    assert save_session(workbench, ALL, path).saved == 3
    return path


def rewritten(path: Path, change: Any) -> Path:
    """The same file with other lines."""
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(gzip.compress(b"".join(change(lines))))
    return path


def test_what_was_saved_is_opened_with_everything(
    history: History, workbench: Workbench, saved: Path
) -> None:
    session = open_session(saved)
    there = Workbench(session.history)
    assert list(there.listed(ALL)) == list(workbench.listed(ALL))
    for call in (1, 2, 3):
        assert session.history.record(call) == history.record(call)
    assert there.find(parse_filter(["🦊"])) == there.find(parse_filter(["third"])) == [3]
    assert there.seconds_by_cause(ALL) == workbench.seconds_by_cause(ALL)
    assert session.machine.versions == this_machine().versions
    key_ids = [summary.key_id for summary in session.history.summaries()]
    assert all(number and session.history.key(number) for number in key_ids)
    session.history.close()


def test_only_what_the_filter_lets_through_is_saved(workbench: Workbench, saved: Path) -> None:
    assert save_session(workbench, parse_filter(["arm=eager"]), saved).saved == 1
    session = open_session(saved)
    assert Workbench(session.history).find(ALL) == [2]
    session.history.close()
    with pytest.raises(RequestError, match="nothing to save"):
        save_session(workbench, parse_filter(["arm=graph"]), saved)
    open_session(saved).history.close()


def test_a_damaged_record_is_left_out_and_named(
    history: History, workbench: Workbench, saved: Path
) -> None:
    with history.file.connection as connection:
        connection.execute("UPDATE records SET record = x'00' WHERE call = 2")
    result = save_session(workbench, ALL, saved)
    assert (result.saved, result.damaged) == (2, (2,))
    session = open_session(saved)
    assert Workbench(session.history).find(ALL) == [1, 3]
    session.history.close()


def test_a_file_cut_off_at_any_place_is_one_sentence(saved: Path) -> None:
    whole = saved.read_bytes()
    for size in (*range(1, len(whole), 97), len(whole) - 1):
        saved.write_bytes(whole[:size])
        with pytest.raises(RequestError) as caught:
            open_session(saved)
        assert "is cut off" in caught.value.sentence or "no session file" in caught.value.sentence


def test_lines_that_are_missing_are_noticed(saved: Path) -> None:
    whole = saved.read_bytes()
    for change in (
        lambda lines: lines[:-1],
        lambda lines: [*lines[:2], *lines[3:]],
        lambda lines: [*lines[:-2], lines[-2][:-1]],
        lambda lines: lines[:1],
        lambda lines: [*lines, lines[1]],
    ):
        saved.write_bytes(whole)
        with pytest.raises(RequestError, match="is cut off"):
            open_session(rewritten(saved, change))


def test_a_newer_version_is_one_sentence(saved: Path) -> None:
    def newer(lines: list[bytes]) -> list[bytes]:
        header = json.loads(lines[0]) | {"version": 2, "unknown": {}}
        return [json.dumps(header).encode() + b"\n", *lines[1:]]

    with pytest.raises(RequestError, match="by a newer version of XLA Playground: update"):
        open_session(rewritten(saved, newer))


def test_two_gigabytes_are_one_sentence(saved: Path) -> None:
    os.truncate(saved, 2_000_000_000)
    with pytest.raises(RequestError, match=r"has 2\.00 GB, more than the 1\.00 GB"):
        open_session(saved)


def test_what_unpacks_to_more_is_one_sentence(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(gzip.decompress(saved.read_bytes()))
    monkeypatch.setattr(session_file, "MAX_BYTES", size - 1)
    with pytest.raises(RequestError, match="unpacks to more than"):
        open_session(saved)
    monkeypatch.setattr(session_file, "MAX_BYTES", size)
    monkeypatch.setattr(session_file, "_MAX_LINE_BYTES", 100)
    with pytest.raises(RequestError, match="unpacks to more than"):
        open_session(saved)


def test_what_is_too_large_is_not_saved_and_the_old_file_stays(
    workbench: Workbench, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()
    monkeypatch.setattr(session_file, "MAX_BYTES", 1000)
    with pytest.raises(RequestError, match="save fewer"):
        save_session(workbench, ALL, saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir() if path.is_file()] == [saved.name]


@pytest.mark.parametrize(
    "content",
    [b"", b"no gzip at all", *(gzip.compress(data, mtime=0) for data in (b"", b"text\n", b"[]\n"))],
    ids=["nothing", "no gzip", "gzip of nothing", "gzip of text", "gzip of a list"],
)
def test_what_is_no_session_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(RequestError, match=r"is no session file|is cut off"):
        open_session(path)


def test_lines_that_are_no_calls(saved: Path) -> None:
    whole = saved.read_bytes()
    for line in (b"{}\n", b'{"record": {}}\n', b"[" * 100_000 + b"\n", b"\xff\n"):
        saved.write_bytes(whole)
        with pytest.raises(RequestError, match="no call of this version in line 2"):
            open_session(rewritten(saved, lambda lines, line=line: [lines[0], line, *lines[1:]]))
    saved.write_bytes(whole)
    with pytest.raises(RequestError, match="no call of this version in line 3"):
        open_session(rewritten(saved, lambda lines: [lines[0], lines[1], lines[1], *lines[2:]]))


def test_files_that_cannot_be_read_or_written(
    workbench: Workbench, saved: Path, tmp_path: Path
) -> None:
    with pytest.raises(RequestError, match="cannot be read"):
        open_session(tmp_path / "missing")
    with pytest.raises(RequestError, match="cannot be read"):
        open_session(tmp_path)
    with pytest.raises(EnvironmentFault, match="cannot be written"):
        save_session(workbench, ALL, tmp_path / "no" / "such" / "folder")


def test_opening_adds_nothing_to_the_history(history: History, saved: Path) -> None:
    before = history.summaries()
    open_session(saved).history.close()
    assert history.summaries() == before
