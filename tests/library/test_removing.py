from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from tests.core.examples import write_model
from tests.library.tiny_llama import write_llama
from xla_playground.core.checkpoint.catalog import known_models, pulled_folder
from xla_playground.core.errors import CheckpointError, EnvironmentFault
from xla_playground.core.paths import cache_dir
from xla_playground.library.importing import imported_folder
from xla_playground.library.removing import removable_model, remove_model


def names() -> set[str]:
    return {entry.name for entry in known_models() if entry.path}


@pytest.mark.parametrize("model", ["smollm2-135m-instruct", "owner/toy"])
def test_a_pulled_model(model: str) -> None:
    folder = write_model(pulled_folder(model))
    other = write_model(pulled_folder("owner/other"))
    found = removable_model(model)
    assert found.size_bytes == sum(file.stat().st_size for file in folder.iterdir())
    remove_model(found)
    assert model not in names()
    assert sorted(folder.parent.iterdir()) == [other]
    with pytest.raises(CheckpointError, match="neither pulled nor imported"):
        removable_model(model)


def test_an_imported_model_goes_and_its_file_stays(tmp_path: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf")
    for name in (str(path), str(imported_folder(path))):
        folder = imported_folder(path)
        remove_model(removable_model(name))
        assert not folder.exists()
        assert path.is_file()


@pytest.mark.parametrize("model", ["playground-gpt2", "folder", "/", "..", "", "x\0y", "o/n"])
def test_what_is_not_ours_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path / "folder")
    write_model(pulled_folder("owner/toy"))
    with pytest.raises(CheckpointError):
        removable_model(model)


def test_a_link_out_of_the_cache_stays(tmp_path: Path) -> None:
    elsewhere = write_model(tmp_path / "mine")
    folder = pulled_folder("owner/toy")
    folder.parent.mkdir(parents=True)
    folder.symlink_to(elsewhere)
    with pytest.raises(CheckpointError, match="remove it by hand"):
        removable_model("owner/toy")
    assert folder.is_symlink()


def test_a_model_that_is_being_pulled_stays() -> None:
    folder = write_model(pulled_folder("owner/toy"))
    found = removable_model("owner/toy")
    lock = cache_dir() / "downloads" / f"{folder.name}.lock"
    lock.parent.mkdir(parents=True)
    with FileLock(lock), pytest.raises(EnvironmentFault, match="being pulled"):
        remove_model(found)
    assert folder.is_dir()
