from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from xla_playground.core.checkpoint.digest import model_digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "model"
    made.mkdir()
    (made / "config.json").write_text("{}")
    (made / "model.safetensors").write_bytes(b"weights")
    (made / "README.md").write_text("a card")
    return made


def test_it_tells_models_by_what_they_compute(folder: Path, tmp_path: Path) -> None:
    known = tmp_path / "known" / "models.json"
    first = model_digest(folder, known)
    (folder / "README.md").write_text("another card")
    assert model_digest(folder, known) == first
    (folder / "model.safetensors").write_bytes(b"WEIGHTS")
    os.utime(folder / "model.safetensors", ns=(1, 1))
    assert model_digest(folder, known) != first
    moved = folder.rename(tmp_path / "moved")
    (moved / "model.safetensors").write_bytes(b"weights")
    assert model_digest(moved, known) == first


def test_a_file_is_read_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = tmp_path / "models.json"
    first = model_digest(folder, known)

    def refuse(*arguments: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(hashlib, "file_digest", refuse)
    assert model_digest(folder, known) == first


@pytest.mark.parametrize("damage", ["", "[]", '{"x": 3', "\ud800"])
def test_a_damaged_memory_is_no_hindrance(folder: Path, tmp_path: Path, damage: str) -> None:
    known = tmp_path / "models.json"
    first = model_digest(folder, known)
    known.write_bytes(damage.encode("utf-8", errors="surrogatepass"))
    assert model_digest(folder, known) == first


def test_a_memory_that_cannot_be_kept_is_no_hindrance(folder: Path) -> None:
    assert model_digest(folder, folder / "config.json" / "models.json")
