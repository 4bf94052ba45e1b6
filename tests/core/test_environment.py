"""The tables of variables, the limits, and a current directory that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from xla_playground.core.checkpoint.catalog import check_model, model_path
from xla_playground.core.environment import (
    LIBRARY_OVERRIDES,
    PYTHON_OVERRIDES,
    Override,
    existing_directory,
    has_directory,
    kept,
    overridden,
    override,
    suspects,
)
from xla_playground.core.errors import CheckpointError


def test_variables_are_set_removed_or_left() -> None:
    environ = {"A": "user's", "B": "user's", "C": "user's"}
    overrides = (
        Override("A", "1", "a reason"),
        Override("B", None, "a reason"),
        Override("C", "1", "a reason", is_default=True),
        Override("D", "1", "a reason", is_default=True),
    )
    override(environ, overrides)
    assert environ == {"A": "1", "C": "user's", "D": "1"}


def test_what_is_overridden_has_its_reason_and_what_agrees_is_not_named() -> None:
    environ = {"USE_TF": "0", "USE_TORCH": "0", "TF_FORCE_GPU_ALLOW_GROWTH": "false", "X": "1"}
    assert list(overridden(environ)) == ["USE_TF"]
    assert "hides TensorFlow" in overridden(environ)["USE_TF"]


def test_each_variable_stands_once_in_the_tables() -> None:
    names = [item.name for item in (*PYTHON_OVERRIDES, *LIBRARY_OVERRIDES)]
    assert len(names) == len(set(names))
    assert all(item.reason for item in (*PYTHON_OVERRIDES, *LIBRARY_OVERRIDES))


def test_no_folder_is_trusted_to_unpickle() -> None:
    # Transformers' tokenizer of Transformer-XL, which any folder may name, asks this variable alone
    environ = {"TRUST_REMOTE_CODE": "True"}
    assert "runs code" in overridden(environ)["TRUST_REMOTE_CODE"]
    override(environ, LIBRARY_OVERRIDES)
    assert "TRUST_REMOTE_CODE" not in environ


def test_what_is_kept_is_shown() -> None:
    assert kept({"OMP_NUM_THREADS": "2", "XLA_FLAGS": "", "HOME": "/"}) == {"OMP_NUM_THREADS": "2"}


def test_suspects_are_flags_and_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xla_playground.core.environment.limits", lambda: ["ulimit -n (64)"])
    said = str(suspects({"XLA_FLAGS": "--a=1", "TF_XLA_FLAGS": ""}))
    assert said == "XLA_FLAGS=--a=1 is set, ulimit -n (64) is set"


def test_limits_are_named_as_they_are_set() -> None:
    resource = pytest.importorskip("resource")
    kind = resource.RLIMIT_NOFILE
    before = resource.getrlimit(kind)
    resource.setrlimit(kind, (200, before[1]))
    try:
        assert "ulimit -n (200) is set" in str(suspects({}))
    finally:
        resource.setrlimit(kind, before)
    if before[0] >= 256:
        assert "ulimit -n" not in str(suspects({}))


def test_in_a_deleted_directory_a_relative_path_leads_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert has_directory()
    assert existing_directory() is None
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert not has_directory()
    assert Path(existing_directory() or "").is_dir()
    with pytest.raises(CheckpointError, match="current directory was deleted"):
        model_path("a/model")
    with pytest.raises(CheckpointError, match="current directory was deleted"):
        check_model("a/model")
    assert model_path("playground-gpt2").is_dir()
