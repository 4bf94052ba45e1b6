"""Provide an empty home folder, so that nothing stored earlier helps a measurement."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...core.paths import HOME_VARIABLE


@contextmanager
def fresh_home() -> Iterator[Path]:
    """Set a new folder as the home of settings, history, models and store while the block runs.

    Temporary files of processes that are started go there, too: one that is killed removes none.
    Pulled models are not found then: name models by their paths.
    """
    with tempfile.TemporaryDirectory(prefix="xla-playground-bench-") as folder:
        temporary = Path(folder, "tmp")
        temporary.mkdir()
        with home_at(folder), _variable("TMPDIR", str(temporary)):
            yield Path(folder)


@contextmanager
def home_at(folder: str | Path) -> Iterator[None]:
    """Set ``folder`` as the home of settings, history, models and store while the block runs."""
    with _variable(HOME_VARIABLE, str(folder)):
        yield


@contextmanager
def _variable(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
