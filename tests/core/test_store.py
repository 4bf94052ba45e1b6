"""The store: whole entries or misses, who may touch it, what makes room."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.examples import make_key
from xla_playground.core.errors import EnvironmentFault
from xla_playground.core.store.file import Manifest, read_manifest
from xla_playground.core.store.store import SpecializationStore

PARTS = {"graph": b"g" * 1000, "executable/a.pb": b"e" * 3000, "check.json": b"{}"}
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX owners and modes")


def manifest(digest: str) -> Manifest:
    return Manifest(digest=digest, key=make_key(), created_at=1.0, first_ns=5)


@pytest.fixture
def store(tmp_path: Path) -> SpecializationStore:
    return SpecializationStore(tmp_path / "cache" / "store")


def only_file(store: SpecializationStore) -> Path:
    (path,) = store.folder.iterdir()
    return path


def test_what_was_written_is_read(store: SpecializationStore) -> None:
    assert "a" not in store
    assert store.read("a") is None
    store.write(manifest("a"), PARTS)
    assert "a" in store
    entry = store.read("a")
    assert entry is not None
    assert entry.parts == PARTS
    assert entry.manifest.key == make_key()
    (listed,) = store.entries()
    assert listed.manifest.digest == "a"
    assert listed.size_bytes == store.size_bytes() == only_file(store).stat().st_size


@needs_posix
def test_only_the_user_can_read_it(store: SpecializationStore) -> None:
    store.write(manifest("a"), PARTS)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only_file(store).stat().st_mode) == 0o600


def _truncate(data: bytes) -> bytes:
    return data[:-1]


def _edit_executable(data: bytes) -> bytes:
    return data.replace(b"eee", b"exe", 1)


def _edit_manifest(data: bytes) -> bytes:
    return data.replace(b'"first_ns":5', b'"first_ns":6', 1)


def _empty(data: bytes) -> bytes:
    return b""


def _lengthen(data: bytes) -> bytes:
    return data + b"more"


def _other_version(data: bytes) -> bytes:
    return data.replace(b"specialization 1 ", b"specialization 2 ", 1)


@pytest.mark.parametrize(
    "damage", [_truncate, _edit_executable, _edit_manifest, _empty, _lengthen, _other_version]
)
def test_a_damaged_entry_is_a_miss_and_goes(
    store: SpecializationStore, damage: Callable[[bytes], bytes]
) -> None:
    store.write(manifest("a"), PARTS)
    path = only_file(store)
    before = path.read_bytes()
    path.write_bytes(damage(before))
    assert path.read_bytes() != before
    assert store.read("a") is None
    assert "a" not in store
    store.write(manifest("a"), PARTS)
    assert store.read("a") is not None


def test_an_entry_in_anothers_place_is_a_miss(store: SpecializationStore) -> None:
    store.write(manifest("a"), PARTS)
    path = only_file(store)
    path.rename(path.with_name(path.name.replace("a.", "b.", 1)))
    assert "b" in store
    assert store.read("b") is None


def test_a_damaged_file_is_not_listed_but_counts(store: SpecializationStore) -> None:
    store.write(manifest("a"), PARTS)
    only_file(store).write_bytes(b"rubbish")
    assert store.entries() == []
    assert store.size_bytes() == 7
    assert store.clear() == 1
    assert store.size_bytes() == 0


def test_a_list_reads_what_was_stored_or_used_since_the_last(
    store: SpecializationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(path: Path) -> Manifest:
        read.append(path.stem)
        return read_manifest(path)

    def listed() -> list[str]:
        read.clear()
        return [entry.manifest.digest for entry in store.entries()]

    monkeypatch.setattr("xla_playground.core.store.store.read_manifest", noted)
    store.write(manifest("a"), PARTS)
    store.write(manifest("b"), PARTS)
    assert (listed(), sorted(read)) == (["b", "a"], ["a", "b"])
    assert (listed(), read) == (["b", "a"], [])
    SpecializationStore(store.folder).write(manifest("c"), PARTS)
    assert (listed(), read) == (["c", "b", "a"], ["c"])
    assert store.read("a") is not None
    assert (listed(), read) == (["a", "c", "b"], ["a"])
    store.remove("c")
    assert (listed(), read) == (["a", "b"], [])
    store.clear()
    assert (listed(), read) == ([], [])


def test_the_least_recently_used_makes_room(tmp_path: Path) -> None:
    store = SpecializationStore(tmp_path, limit_bytes=10_000)
    for digest in ("a", "b"):
        store.write(manifest(digest), PARTS)
    assert store.read("a") is not None
    store.write(manifest("c"), PARTS)
    assert [entry.manifest.digest for entry in store.entries()] == ["c", "a"]


def test_a_clock_that_jumps_does_not_change_the_order(
    store: SpecializationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time_ns()
    for digest, jump in (("a", 0), ("b", 10**18), ("c", -(10**18)), ("d", 0)):
        monkeypatch.setattr("time.time_ns", lambda jump=jump: now + jump)
        store.write(manifest(digest), PARTS)
    assert [entry.manifest.digest for entry in store.entries()] == ["d", "c", "b", "a"]


def test_one_that_is_larger_than_the_store_is_refused(tmp_path: Path) -> None:
    store = SpecializationStore(tmp_path, limit_bytes=100)
    with pytest.raises(EnvironmentFault, match="not stored: it takes"):
        store.write(manifest("a"), PARTS)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_no_half_entry(
    store: SpecializationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(manifest("a"), PARTS)

    def fail(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(EnvironmentFault, match="No space left"):
        store.write(manifest("b"), PARTS)
    monkeypatch.undo()
    assert [entry.manifest.digest for entry in store.entries()] == ["a"]
    assert only_file(store).suffix == ".specialization"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = SpecializationStore(tmp_path / "file" / "store")
    with pytest.raises(EnvironmentFault, match="cannot be written"):
        store.write(manifest("a"), PARTS)
    assert store.read("a") is None
    assert store.entries() == []
    assert store.clear() == 0


@needs_posix
def test_a_folder_that_others_can_write_is_not_used(store: SpecializationStore) -> None:
    store.write(manifest("a"), PARTS)
    store.folder.chmod(0o777)
    assert "a" not in store
    assert store.read("a") is None
    with pytest.raises(EnvironmentFault, match="written by other users"):
        store.write(manifest("b"), PARTS)
    store.folder.chmod(0o755)  # others could only read: that is mended
    store.write(manifest("b"), PARTS)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


@needs_posix
def test_a_folder_of_somebody_else_is_not_used(
    store: SpecializationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(manifest("a"), PARTS)
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert store.read("a") is None
    with pytest.raises(EnvironmentFault, match="belongs to another user"):
        store.write(manifest("b"), PARTS)


def test_two_processes_share_a_store(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from tests.core.test_store import PARTS, manifest
from xla_playground.core.store.store import SpecializationStore
store = SpecializationStore(Path(sys.argv[1]), limit_bytes=20_000)
for number in range(150):
    digest = "abcdef"[number % 6]
    store.write(manifest(digest), PARTS)
    for other in "abcdef":
        entry = store.read(other)
        assert entry is None or entry.parts == PARTS
"""
    processes = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "store")]) for _ in range(2)
    ]
    assert [process.wait(60) for process in processes] == [0, 0]
    store = SpecializationStore(tmp_path / "store")
    assert all(store.read(entry.manifest.digest) for entry in store.entries())
    assert {path.suffix for path in store.folder.iterdir()} == {".specialization"}
