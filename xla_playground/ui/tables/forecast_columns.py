"""The columns of first calls beside their forecasts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...core.advice.calibration import ForecastCheck
from ...core.units import format_duration, format_range
from .rows_model import Column


def forecast_columns() -> tuple[Column[ForecastCheck], ...]:
    """Return the columns: the call, its forecast, what it took, and whether that lay within."""
    return (
        Column(_tr("Specialization"), lambda row: row.label, _tr("What was new")),
        Column(
            _tr("Call"),
            lambda row: f"{row.call:,}",
            _tr("Number of the call"),
            is_number=True,
            sort_key=lambda row: row.call,
        ),
        Column(
            _tr("From"),
            lambda row: row.forecast.cache.value,
            _tr("miss: it was traced and compiled; disk: it was loaded"),
        ),
        Column(
            _tr("Forecast"),
            lambda row: format_range(row.forecast.low_ns, row.forecast.high_ns),
            _tr("Said before the call; nine of ten calls should lie within"),
            is_number=True,
            sort_key=lambda row: row.forecast.expected_ns,
        ),
        Column(
            _tr("Took"),
            lambda row: format_duration(row.took_ns),
            _tr("The sum of the call's phases"),
            is_number=True,
            sort_key=lambda row: row.took_ns,
        ),
        Column(
            _tr("Within"),
            lambda row: "✓" if row.is_within else "✗",
            _tr("Whether the call took a time within its forecast"),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("forecast_columns", text)
