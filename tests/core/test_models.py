from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.examples import write_model
from xla_playground.core.checkpoint import catalog as models
from xla_playground.core.errors import CheckpointError


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "resources"
    write_model(folder / "models" / "toy")
    (folder / "models" / "empty").mkdir()
    monkeypatch.setattr(models, "resource_dir", lambda: folder)
    return folder


def test_bundled_names(resources: Path) -> None:
    assert models.bundled_names() == ("toy",)
    assert models.model_path("toy") == resources / "models" / "toy"
    assert models.check_model("toy").name == "toy"


def test_no_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "resource_dir", lambda: tmp_path / "none")
    assert models.bundled_names() == ()
    with pytest.raises(CheckpointError, match=r"bundled name \(none\)"):
        models.model_path("toy")


def test_a_folder(resources: Path, tmp_path: Path) -> None:
    folder = write_model(tmp_path / "моя модель 🦊")
    info = models.check_model(str(folder))
    assert info.name == str(folder)
    assert info.path == str(folder)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "no/such",
        "a\0b",
        "\ud800",
        "x" * 5000,
        "~no-such-user/model",
        "models/toy",
        "../models/toy",
    ],
)
def test_names_that_are_none(resources: Path, name: str) -> None:
    with pytest.raises(CheckpointError, match="There is no model") as caught:
        models.check_model(name)
    caught.value.sentence.encode("utf-8")


def test_the_default_model_is_bundled_and_sound() -> None:
    info = models.check_model(models.DEFAULT_MODEL)
    assert info.family == "gpt2"
    assert info.size_bytes <= 12_000_000
    assert info.stored_dtype == "F16"
    assert info.licence == "apache-2.0"
    assert info.positions


def test_names_that_can_be_pulled_say_how(resources: Path) -> None:
    for name in models.PULLABLE:
        with pytest.raises(CheckpointError, match=f"run `xla-playground models pull {name}`"):
            models.model_path(name)
    with pytest.raises(CheckpointError, match="models pull owner/name"):
        models.model_path("owner/name")


def test_pulled_models_have_their_names(resources: Path) -> None:
    for name in ("whisper-tiny.en", "owner/name"):
        folder = write_model(models.pulled_folder(name))
        assert models.model_path(name) == folder
    found = {entry.name: entry for entry in models.known_models()}
    assert list(found) == ["toy", *models.PULLABLE, "owner/name"]
    assert found["toy"].source is models.ModelSource.BUNDLED
    assert found["whisper-tiny.en"].source is models.ModelSource.PULLED
    assert found["whisper-tiny.en"].download_bytes == 0
    assert found["smollm2-135m-instruct"].source is models.ModelSource.PULLABLE
    assert found["smollm2-135m-instruct"].path == ""
    assert found["smollm2-135m-instruct"].download_bytes > 0
    assert found["owner/name"].source is models.ModelSource.HUB


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"source": 1, "format": 2}', "[" * 100_000])
def test_damaged_notes_of_imports_are_passed_over(resources: Path, note: str) -> None:
    folder = write_model(models.imports_dir() / "0123")
    (folder / models.IMPORT_NOTE).write_text(note)
    assert models.ModelSource.IMPORTED not in {e.source for e in models.known_models()}


@pytest.mark.parametrize(
    ("name", "is_id"),
    [
        ("owner/name", True),
        ("HuggingFaceTB/SmolLM2-135M-Instruct", True),
        ("name", False),
        ("a/b/c", False),
        ("../name", False),
        ("owner/..", False),
        ("owner/a--b", False),
        ("owner/name\n", False),
        ("o/" + "x" * 97, False),
    ],
)
def test_hub_ids(name: str, is_id: bool) -> None:
    assert models.is_hub_id(name) is is_id
