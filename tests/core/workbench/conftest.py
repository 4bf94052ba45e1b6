"""A history with a workbench, and a clock that tests set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.core.examples import make_record
from xla_playground.core.call.record import Sequence
from xla_playground.core.history.history import History
from xla_playground.core.workbench.workbench import Workbench


@dataclass
class Clock:
    """Seconds since the epoch."""

    now: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    opened = History(path)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workbench(history: History, clock: Clock) -> Workbench:
    return Workbench(history, clock)


def add(history: History, text: str = "a text", **values: Any) -> int:
    """Add a call with one sequence of a text; return its number."""
    sequences = (Sequence(prompt_index=0, text=text, tokens=()),)
    return history.add(make_record(**values, sequences=sequences))[0].call
