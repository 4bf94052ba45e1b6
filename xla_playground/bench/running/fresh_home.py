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

    Pulled models are not found then: name models by their paths.
    """
    with tempfile.TemporaryDirectory(prefix="xla-playground-bench-") as folder, home_at(folder):
        yield Path(folder)


@contextmanager
def home_at(folder: str | Path) -> Iterator[None]:
    """Set ``folder`` as the home of settings, history, models and store while the block runs."""
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[HOME_VARIABLE]
        else:
            os.environ[HOME_VARIABLE] = before
