from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.library.tiny_ct2 import write_ct2
from tests.library.tiny_llama import random_weights, write_llama
from xla_playground.core.checkpoint.catalog import (
    ModelSource,
    imports_dir,
    known_models,
    model_path,
)
from xla_playground.core.errors import CheckpointError, EnvironmentFault
from xla_playground.library.files.file_digest import remembered_sha256, sha256_of
from xla_playground.library.importing import imported_folder


def left_overs() -> list[str]:
    """What is in the folder of imports besides finished ones."""
    folder = imports_dir()
    found = folder.iterdir() if folder.is_dir() else ()
    return [path.name for path in found if path.name.startswith(".making")]


def test_a_file_is_imported_once_wherever_it_lies(tmp_path: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf", kind="Q8_0")
    told: list[tuple[int, int]] = []
    folder = imported_folder(path, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0
    assert folder.name.startswith(sha256_of(path))
    weights = (folder / "model.safetensors").stat()
    moved = shutil.move(path, tmp_path / "moved")
    assert imported_folder(Path(moved)) == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == weights.st_mtime_ns
    assert left_overs() == []


def test_an_import_is_listed(tmp_path: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf")
    folder = imported_folder(model_path(str(path)))
    entries = [e for e in known_models() if e.source is ModelSource.IMPORTED]
    assert [(e.name, e.path) for e in entries] == [(str(path), str(folder))]
    path.unlink()
    (entry,) = (e for e in known_models() if e.source is ModelSource.IMPORTED)
    assert entry.name == entry.path == str(folder)


def test_folders_that_stand_for_what_they_hold(tmp_path: Path) -> None:
    folder = tmp_path / "gguf"
    folder.mkdir()
    path = write_llama(folder / "toy.gguf")
    assert imported_folder(folder) == imported_folder(path)
    whisper = write_ct2(tmp_path / "whisper")
    assert imported_folder(whisper) == imported_folder(whisper / "model.bin")
    plain = tmp_path / "plain"
    plain.mkdir()
    assert imported_folder(plain) == plain


def test_a_changed_tokenizer_makes_another_import(tmp_path: Path) -> None:
    folder = write_ct2(tmp_path / "whisper")
    first = imported_folder(folder)
    text = (folder / "tokenizer.json").read_text()
    (folder / "tokenizer.json").write_text(text + "\n")
    assert imported_folder(folder) != first


def test_two_at_once(tmp_path: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf")
    folders: list[Path] = []
    threads = [
        threading.Thread(target=lambda: folders.append(imported_folder(path))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(folders) == 4
    assert len(set(folders)) == 1
    assert left_overs() == []


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    weights = random_weights()
    weights["output_norm.weight"][0] = float("nan")
    path = write_llama(tmp_path / "toy.gguf", weights)
    with pytest.raises(CheckpointError, match="not finite"):
        imported_folder(path)
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(CheckpointError, match="truncated"):
        imported_folder(path)
    assert left_overs() == []
    assert not [e for e in known_models() if e.source is ModelSource.IMPORTED]


def test_what_its_header_refuses_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digested: list[Path] = []
    monkeypatch.setattr("xla_playground.library.files.file_digest.sha256_of", digested.append)
    path = write_llama(tmp_path / "toy.gguf")
    with path.open("ab") as file:
        file.truncate(10**12)  # sparse
    with pytest.raises(CheckpointError, match="goes on after its weights"):
        imported_folder(path)
    folder = write_ct2(tmp_path / "ct2")
    with (folder / "model.bin").open("ab") as file:
        file.truncate(10**12)
    with pytest.raises(CheckpointError):
        imported_folder(folder)
    assert digested == []


def test_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=100_000))
    with pytest.raises(EnvironmentFault, match="are free: make room"):
        imported_folder(write_llama(tmp_path / "toy.gguf"))
    assert left_overs() == []


def test_a_killed_import_is_tidied_up(tmp_path: Path) -> None:
    code = (
        "import sys, os, pathlib; from xla_playground.library.files.new_folder import new_folder\n"
        "with new_folder(pathlib.Path(sys.argv[1])) as folder:\n"
        "    (folder / 'half').write_text('x'); os._exit(9)"
    )
    target = imports_dir() / "killed"
    subprocess.run([sys.executable, "-c", code, str(target)], check=False, env=dict(os.environ))
    assert len(left_overs()) == 1
    imported_folder(write_llama(tmp_path / "toy.gguf"))
    assert left_overs() == []
    assert not target.exists()


def test_a_digest_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    file, memory = tmp_path / "file", tmp_path / "memory"
    file.write_text("one")
    first = remembered_sha256(file, memory)
    assert first == remembered_sha256(file, memory) == sha256_of(file)
    assert len(list(memory.iterdir())) == 1
    file.write_text("two")
    assert remembered_sha256(file, memory) == sha256_of(file) != first
