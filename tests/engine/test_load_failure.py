"""Whose fault it is that a model cannot be loaded."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL
from xla_playground.core.errors import (
    CheckpointError,
    EngineFailure,
    EnvironmentFault,
    PlaygroundError,
)
from xla_playground.core.model.info import ModelInfo
from xla_playground.engine import XlaEngine
from xla_playground.engine.model import loading
from xla_playground.engine.model.loading import load_model
from xla_playground.engine.model.tokenizer_loading import load_tokenizer

TinyModels = Callable[[str], Path]


@pytest.fixture
def raise_at_load(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Let the tokenizer of every model raise."""

    def arrange(error: Exception) -> None:
        def fail(*arguments: Any) -> None:
            raise error

        monkeypatch.setattr("xla_playground.engine.model.loading.load_tokenizer", fail)

    return arrange


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (MemoryError(), EngineFailure, "does not fit into memory"),
        (ModuleNotFoundError("No module named 'x'"), EnvironmentFault, "install that package"),
        (OSError(errno.EMFILE, os.strerror(errno.EMFILE)), EnvironmentFault, "Too many open files"),
        (AttributeError("a bug"), EnvironmentFault, "no other model can .AttributeError: a bug"),
    ],
)
def test_what_is_not_the_files_fault(
    engine: XlaEngine,
    tiny_models: TinyModels,
    raise_at_load: Callable[[Exception], None],
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    kind: type[PlaygroundError],
    says: str,
) -> None:
    folder = str(tiny_models("gpt2"))
    raise_at_load(error)
    for name in (folder, DEFAULT_MODEL):
        with pytest.raises(kind, match=says) as caught:
            load_model(name)
        assert "files" not in caught.value.sentence.replace("open files", "")
    assert "Traceback" in caplog.text


def test_what_only_these_files_raise_is_their_fault(
    engine: XlaEngine, tiny_models: TinyModels, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny_models("gpt2")
    read = load_tokenizer

    def fail_there(info: ModelInfo, transformers: Any) -> Any:
        if Path(info.path) == folder:
            raise TypeError("an entry of no use")
        return read(info, transformers)

    monkeypatch.setattr(loading, "load_tokenizer", fail_there)
    with pytest.raises(CheckpointError, match=r"use.*, while other models can: its files are"):
        load_model(str(folder))


def test_flags_and_limits_are_named(
    engine: XlaEngine,
    raise_at_load: Callable[[Exception], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("xla_playground.core.environment.limits", lambda: ["ulimit -v (2.00 GB)"])
    raise_at_load(MemoryError())
    with pytest.raises(EngineFailure, match=r"memory \(note that ulimit -v \(2.00 GB\) is set\)"):
        load_model(DEFAULT_MODEL)
