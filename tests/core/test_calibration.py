"""First calls beside their forecasts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.examples import MS, make_record
from xla_playground.core.advice.calibration import calibration, forecast_check
from xla_playground.core.call.record import Cache, ForecastCost, Record, Status


def first(low_ns: int, high_ns: int, **values: Any) -> Record:
    """A first call of 2.22 s with this forecast."""
    cost = ForecastCost(cache=Cache.MISS, low_ns=low_ns, expected_ns=low_ns, high_ns=high_ns)
    return make_record(**{"cache": Cache.MISS, "forecast": cost, **values})


@pytest.mark.parametrize(
    ("low", "high", "is_within"),
    [(2_000, 3_000, True), (2_220, 2_220, True), (2_221, 3_000, False), (1_000, 2_219, False)],
)
def test_a_first_call_lies_within_its_forecast_or_not(low: int, high: int, is_within: bool) -> None:
    check = forecast_check(first(low * MS, high * MS))
    assert check is not None
    assert check.took_ns == 2_220 * MS
    assert check.is_within is is_within


@pytest.mark.parametrize(
    "record",
    [
        make_record(),
        make_record(Cache.MISS),
        first(1, 2, status=Status.CANCELLED),
        first(1, 2, cache=Cache.DISK),  # it was forecast to be traced
        first(1, 2, key=None),
    ],
)
def test_other_calls_have_nothing_to_check(record: Record) -> None:
    assert forecast_check(record) is None


def test_how_many_lay_within() -> None:
    checks = [forecast_check(first(low * MS, 3_000 * MS)) for low in (1_000, 2_000, 2_900)]
    known = [check for check in checks if check]
    assert calibration(known).text.startswith("2 of the last 3 first calls took a time within")
    assert calibration(known[:1]).text.startswith("1 of 1 first call took")
    assert calibration([]).text == "No first call was forecast yet."
