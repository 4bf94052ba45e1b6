"""``xla-playground bench forecast``: forecast and cost of each call of a script.

The script is played as a person would: plan, forecast, run, and the record goes to the history from
which the next call is forecast. Half way the worker is started anew, so that stored specializations
are loaded. Its first calls teach the machine; those after ``LEARNING_CALLS`` calls are scored.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...core.advice.forecast import Forecast, forecast
from ...core.call.record import Record
from ...core.call.request import Request
from ...core.history.call_summary import summary_of
from ...core.history.series import SeriesBook
from ...core.paths import resource_dir
from ...worker.client import EngineClient
from ..running.fresh_home import fresh_home
from ..running.machine import MachineLoad
from ..sides import text_model
from .session_script import read_script

#: Calls on a machine after which the range must hold.
LEARNING_CALLS = 10


def forecast_script() -> Path:
    """Return the path of the script of forty tweaks that ships with the program."""
    return resource_dir() / "sessions" / "forty-tweaks.json"


@dataclass(frozen=True)
class Scored:
    """A call with its forecast."""

    forecast: Forecast
    record: Record

    @property
    def is_class_right(self) -> bool:
        """Return whether the source of the specialization is the forecast one."""
        return self.forecast.cache is self.record.cache

    @property
    def is_in_range(self) -> bool:
        """Return whether the phases took as long as the range says."""
        estimate = self.forecast.estimate
        return estimate is not None and estimate.low_ns <= self.record.total_ns <= estimate.high_ns

    @property
    def error(self) -> float:
        """Return by what share the expected duration is off; infinite if none was forecast."""
        estimate = self.forecast.estimate
        if estimate is None:
            return float("inf")
        return abs(estimate.expected_ns / self.record.total_ns - 1.0)


def measure_forecast(model: str, script: Path) -> dict[str, Any]:
    """Score the forecasts of a script's calls, nothing stored before.

    Raises:
        PlaygroundError: the script is wrong, or a call did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    steps = read_script(script, info)
    half = len(steps) // 2
    book = SeriesBook()
    with fresh_home():
        scored = [
            each for part in (steps[:half], steps[half:]) for each in _played(part, info.path, book)
        ]
    first = [each for each in scored[LEARNING_CALLS:] if each.forecast.is_new]
    widths = [each.forecast.estimate.width for each in first if each.forecast.estimate]
    return {
        "model": model,
        "steps": len(steps),
        "class_right": sum(each.is_class_right for each in scored) / len(scored),
        "first_calls": len(first),
        "in_range": sum(each.is_in_range for each in first) / len(first) if first else None,
        "median_width": statistics.median(widths) if widths else None,
        "median_error": statistics.median(each.error for each in first) if first else None,
        "rows": [_row(number, each) for number, each in enumerate(scored, start=1)],
        **machine.figures(),
    }


def _played(steps: Sequence[Request], model: str, book: SeriesBook) -> list[Scored]:
    scored: list[Scored] = []
    engine = EngineClient()
    try:
        engine.start(lambda status: None)
        engine.load(model)
        for step in steps:
            forecast_before = forecast(engine.plan(step), book, step)
            record = engine.generate(step)
            book.add(summary_of(record, len(scored) + 1, None), record.key)
            scored.append(Scored(forecast_before, record))
    finally:
        engine.close()
    return scored


def _row(number: int, scored: Scored) -> dict[str, Any]:
    estimate = scored.forecast.estimate
    return {
        "call": number,
        "forecast": scored.forecast.cache.value,
        "cache": scored.record.cache.value,
        "low_s": None if estimate is None else estimate.low_ns / 1e9,
        "expected_s": None if estimate is None else estimate.expected_ns / 1e9,
        "high_s": None if estimate is None else estimate.high_ns / 1e9,
        "took_s": scored.record.total_ns / 1e9,
    }
