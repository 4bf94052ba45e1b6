"""How good the forecasts of first calls were: each beside what the call took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..call.record import Cache, ForecastCost, Record, Status
from ..messages import request as messages
from ..messages.message import Message


@dataclass(frozen=True)
class ForecastCheck:
    """A first call that was forecast as one.

    Attributes:
        took_ns: the sum of its phases.
    """

    call: int
    label: str
    forecast: ForecastCost
    took_ns: int

    @property
    def is_within(self) -> bool:
        """Return whether the call took a time within the forecast's range."""
        return self.forecast.low_ns <= self.took_ns <= self.forecast.high_ns


def forecast_check(record: Record) -> ForecastCheck | None:
    """Return a first call beside its forecast; ``None`` for other calls, and for those whose
    specialization came from elsewhere than was forecast.
    """
    expected = record.forecast
    is_first = record.cache in (Cache.MISS, Cache.DISK) and record.status is Status.COMPLETED
    if not is_first or expected is None or record.key is None:
        return None
    if expected.cache is not record.cache:
        return None
    return ForecastCheck(record.call, record.key.label(), expected, record.total_ns)


def calibration(checks: Iterable[ForecastCheck]) -> Message:
    """Return how many first calls lay within their ranges: ``9 of the last 10 first calls …``."""
    within = [check.is_within for check in checks]
    if not within:
        return messages.NO_FORECASTS_YET()
    return messages.WITHIN_FORECASTS(within=sum(within), count=len(within))
