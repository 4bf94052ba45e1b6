"""The folder for executables: one process's own, empty between calls, elsewhere when it is full."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from xla_playground.engine.platform import executable_folder as module
from xla_playground.engine.platform.executable_folder import Staging, open_staging, user_flags

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX owners and modes")


@pytest.fixture
def disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two disks, and a process that has not imported TensorFlow."""
    found = tmp_path / "one", tmp_path / "two"
    for disk in found:
        disk.mkdir()
    monkeypatch.setattr(module, "_candidates", lambda: list(found))
    monkeypatch.setattr("atexit.register", lambda close: None)
    monkeypatch.delitem(sys.modules, "tensorflow", raising=False)
    monkeypatch.setenv("TF_XLA_FLAGS", "--tf_xla_clustering_debug")
    return found


def opened() -> Staging:
    staging = open_staging()
    assert staging is not None
    return staging


def test_tensorflow_is_told_once(disks: tuple[Path, Path]) -> None:
    staging = opened()
    assert staging.folder.parent == disks[0]
    assert stat.S_IMODE(staging.folder.stat().st_mode) == 0o700
    assert os.environ["TF_XLA_FLAGS"].endswith(f"directory={staging.folder}")
    assert user_flags() == "--tf_xla_clustering_debug"
    assert opened().folder == staging.folder


def test_a_users_own_folder_stands(
    disks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    flags = "--tf_xla_persistent_cache_directory=/somewhere"
    monkeypatch.setenv("TF_XLA_FLAGS", flags)
    assert open_staging() is None
    assert user_flags() == flags


def test_after_tensorflow_it_is_too_late(
    disks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tensorflow", sys)
    assert open_staging() is None


def test_what_is_put_is_all_there_is_and_is_taken(disks: tuple[Path, Path]) -> None:
    staging = opened()
    (staging.folder / "left.pb").write_bytes(b"of another call")
    staging.put({"a.pb": b"a", "../b.pb": b"b"})
    assert {path.name for path in staging.folder.iterdir()} == {"a.pb", "b.pb"}
    (staging.folder / "half.pb.tmp").write_bytes(b"h")
    assert staging.take() == {"a.pb": b"a", "b.pb": b"b"}
    assert list(staging.folder.iterdir()) == []


def test_a_full_disk_is_left_under_the_same_name(
    disks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    staging = opened()
    monkeypatch.setattr(module, "_has_room", lambda folder: disks[1] in (folder, *folder.parents))
    assert not staging.is_usable()
    assert staging.move()
    staging.put({"a.pb": b"a"})
    (target,) = disks[1].iterdir()
    assert [path.name for path in target.iterdir()] == ["a.pb"]
    staging.close()
    assert [list(disk.iterdir()) for disk in disks] == [[], []]


def test_with_no_room_anywhere_there_is_none(
    disks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    staging = opened()
    monkeypatch.setattr(module, "_has_room", lambda folder: False)
    assert not staging.move()
    monkeypatch.delenv("TF_XLA_FLAGS")
    assert open_staging() is None


def test_what_killed_processes_left_goes(disks: tuple[Path, Path]) -> None:
    user = os.geteuid()
    dead, alive = f"xla-playground-{user}-4194305-x", f"xla-playground-{user}-{os.getppid()}-x"
    for name in (dead, alive, "something-else"):
        (disks[0] / name).mkdir()
    opened()
    names = {path.name for path in disks[0].iterdir()}
    assert dead not in names
    assert {alive, "something-else"} < names
