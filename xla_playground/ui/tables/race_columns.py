"""The columns of the table of a race."""

from __future__ import annotations

import math

from ...core.comparison.race_report import RaceRow
from ...core.units import duration_range, format_duration
from ..text.translate import tr
from .rows_model import Column, number_column


def race_columns() -> tuple[Column[RaceRow], ...]:
    """Return the columns of a lane; texts are translated at this call."""
    return (
        Column(tr("Lane"), lambda row: row.lane, tr("The first is the baseline")),
        number_column(
            tr("First call"),
            lambda row: _scaled(row.first_call_s, 1e9),
            format_duration,
            tr("Everything included that must be prepared"),
            missing=math.inf,
            yields=3,
        ),
        number_column(
            tr("Steady"),
            lambda row: _scaled(row.p50_ms, 1e6),
            format_duration,
            tr("Median of the calls that count"),
            missing=math.inf,
        ),
        Column(
            tr("95 %"),
            _interval,
            tr("95 % interval of the median, by the bootstrap"),
            is_number=True,
            sort_key=lambda row: row.low_ms or math.inf,
            yields=4,
        ),
        number_column(
            tr("Tokens/s"),
            lambda row: row.tokens_per_s,
            lambda rate: "–" if rate is None else f"{rate:,.0f}",
            tr("New tokens of all prompts, in a steady call"),
            yields=2,
        ),
        number_column(
            tr("Speed-up"),
            lambda row: row.speed_up,
            lambda ratio: "–" if ratio is None else f"{ratio:,.1f} ×",
            tr("Against the baseline"),
            yields=1,
        ),
        Column(
            tr("Tokens"),
            tokens_text,
            tr("Whether they are the baseline's, or which is the first that differs"),
        ),
    )


def tokens_text(row: RaceRow) -> str:
    """Return ``same``, which token is the first that differs, or that the lane cannot run."""
    if row.error is not None:
        return tr("cannot run")
    if row.tokens_equal is None:
        return "–"
    if row.tokens_equal:
        return tr("same")
    text = tr("token {0:,} differs")
    if row.by_fault:
        text = tr("token {0:,}: guide's known fault")
    return text.format((row.first_difference or 0) + 1)


def _scaled(value: float | None, scale: float) -> float | None:
    return None if value is None else value * scale


def _interval(row: RaceRow) -> str:
    if row.low_ms is None or row.high_ms is None:
        return "–"
    return duration_range(1e6 * row.low_ms, 1e6 * row.high_ms).text
