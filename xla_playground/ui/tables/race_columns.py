"""The columns of the table of a race."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from ...core.comparison.race_report import RaceRow
from ...core.units import format_duration, format_range
from .rows_model import Column


def race_columns() -> tuple[Column[RaceRow], ...]:
    """Return the columns of a lane; texts are translated at this call."""
    return (
        Column(_tr("Lane"), lambda row: row.lane, _tr("The first is the baseline")),
        Column(
            _tr("First call"),
            lambda row: _duration(row.first_call_s, 1e9),
            _tr("Everything included that must be prepared"),
            is_number=True,
            sort_key=lambda row: row.first_call_s or math.inf,
            yields=3,
        ),
        Column(
            _tr("Steady"),
            lambda row: _duration(row.p50_ms, 1e6),
            _tr("Median of the calls that count"),
            is_number=True,
            sort_key=lambda row: row.p50_ms or math.inf,
        ),
        Column(
            _tr("95 %"),
            _interval,
            _tr("95 % interval of the median, by the bootstrap"),
            is_number=True,
            sort_key=lambda row: row.low_ms or math.inf,
            yields=4,
        ),
        Column(
            _tr("Tokens/s"),
            lambda row: "–" if row.tokens_per_s is None else f"{row.tokens_per_s:,.0f}",
            _tr("New tokens of all prompts, in a steady call"),
            is_number=True,
            sort_key=lambda row: row.tokens_per_s or 0.0,
            yields=2,
        ),
        Column(
            _tr("Speed-up"),
            lambda row: "–" if row.speed_up is None else f"{row.speed_up:,.1f} ×",
            _tr("Against the baseline"),
            is_number=True,
            sort_key=lambda row: row.speed_up or 0.0,
        ),
        Column(
            _tr("Tokens"),
            tokens_text,
            _tr("Whether they are the baseline's, or which is the first that differs"),
            yields=1,
        ),
    )


def tokens_text(row: RaceRow) -> str:
    """Return ``same``, which token is the first that differs, or that the lane cannot run."""
    if row.error is not None:
        return _tr("cannot run")
    if row.tokens_equal is None:
        return "–"
    if row.tokens_equal:
        return _tr("same")
    text = _tr("token {0:,} differs")
    if row.by_fault:
        text = _tr("token {0:,} differs: a known fault of the guide's code")
    return text.format((row.first_difference or 0) + 1)


def _duration(value: float | None, scale: float) -> str:
    return format_duration(None if value is None else value * scale)


def _interval(row: RaceRow) -> str:
    if row.low_ms is None or row.high_ms is None:
        return "–"
    return format_range(1e6 * row.low_ms, 1e6 * row.high_ms)


def _tr(text: str) -> str:
    return QCoreApplication.translate("race_columns", text)
