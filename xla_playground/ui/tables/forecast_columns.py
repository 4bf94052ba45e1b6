"""The columns of first calls beside their forecasts."""

from __future__ import annotations

from ...core.advice.calibration import ForecastCheck
from ...core.units import duration_range, format_duration
from ..text.translate import tr
from .rows_model import Column


def forecast_columns() -> tuple[Column[ForecastCheck], ...]:
    """Return the columns: the call, its forecast, what it took, and whether that lay within."""
    return (
        Column(tr("Specialization"), lambda row: row.label, tr("What was new")),
        Column(
            tr("Call"),
            lambda row: f"{row.call:,}",
            tr("Number of the call"),
            is_number=True,
            sort_key=lambda row: row.call,
        ),
        Column(
            tr("From"),
            lambda row: row.forecast.cache.value,
            tr("miss: it was traced and compiled; disk: it was loaded"),
        ),
        Column(
            tr("Forecast"),
            lambda row: duration_range(row.forecast.low_ns, row.forecast.high_ns).text,
            tr("Said before the call; nine of ten calls should lie within"),
            is_number=True,
            sort_key=lambda row: row.forecast.expected_ns,
        ),
        Column(
            tr("Took"),
            lambda row: format_duration(row.took_ns),
            tr("The sum of the call's phases"),
            is_number=True,
            sort_key=lambda row: row.took_ns,
        ),
        Column(
            tr("Within"),
            lambda row: "✓" if row.is_within else "✗",
            tr("Whether the call took a time within its forecast"),
        ),
    )
