from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.examples import write_model
from xla_playground.core import models
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
