"""A home of our own that is empty, so that nothing stored before helps a measurement."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.paths import HOME_VARIABLE


@contextmanager
def fresh_home() -> Iterator[Path]:
    """Settings, history, models and store of what is started meanwhile are below a new folder.

    Models that were pulled are then out of sight: name models by their paths.
    """
    before = os.environ.get(HOME_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="xla-playground-bench-") as home:
        os.environ[HOME_VARIABLE] = home
        try:
            yield Path(home)
        finally:
            if before is None:
                del os.environ[HOME_VARIABLE]
            else:
                os.environ[HOME_VARIABLE] = before
