"""Replacing a file: all or nothing, and what it was stays."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from xla_playground.core.files.replace_file import replace_file, replacing

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="has no such permissions")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@not_on_windows
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace_file(path, b"new")
    assert (path.read_bytes(), mode_of(path)) == (b"new", mode)


@not_on_windows
def test_a_new_file_has_the_usual_permissions_or_those_asked_for(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    replace_file(tmp_path / "usual", b"")
    with replacing(tmp_path / "private", mode=0o600):
        pass
    assert mode_of(tmp_path / "usual") == mode_of(plain)
    assert mode_of(tmp_path / "private") == 0o600


@not_on_windows
def test_nobody_reads_the_new_file_who_may_not_read_the_old(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    path.chmod(0o600)
    with replacing(path):
        (temporary,) = tmp_path.glob(".*.tmp")
        assert mode_of(temporary) == 0o600


@not_on_windows
def test_links_are_followed(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "playground.json"
    target.parent.mkdir()
    target.write_bytes(b"old")
    target.chmod(0o600)
    link = tmp_path / "settings.json"
    link.symlink_to(target)
    second = tmp_path / "second.json"
    second.symlink_to(Path("settings.json"))
    replace_file(second, b"new")
    assert link.is_symlink()
    assert second.is_symlink()
    assert (target.read_bytes(), mode_of(target)) == (b"new", 0o600)
    assert [p.name for p in target.parent.iterdir()] == ["playground.json"]


@not_on_windows
def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "settings.json"
    link.symlink_to(tmp_path / "later.json")
    replace_file(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "later.json").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
