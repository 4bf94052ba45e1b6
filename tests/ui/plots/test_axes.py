from __future__ import annotations

import math

import pytest

from xla_playground.ui.plots.frame.axes import linear_ticks, log_ticks, tick_text


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (1e3, "1 µs"),
        (1e6, "1 ms"),
        (1e7, "10 ms"),
        (5e7, "50 ms"),
        (1e8, "0.1 s"),
        (1e9, "1 s"),
        (1e10, "10 s"),
        (1.905e7, "19.05 ms"),
        (2e12, "2,000 s"),
        (0, "0"),
    ],
)
def test_ticks_are_written_in_the_unit_a_person_would_use(ns: float, text: str) -> None:
    assert tick_text(ns) == text


def test_wide_ranges_have_decades_with_2_and_5_between() -> None:
    (_, decades), (_, halves) = log_ticks(6.5, 9.1)
    assert decades == [7.0, 8.0, 9.0]
    assert [tick_text(10**value) for value in halves] == [
        "5 ms", "20 ms", "50 ms", "0.2 s", "0.5 s",
    ]  # fmt: skip


def test_narrow_ranges_have_even_steps() -> None:
    ((_, values),) = log_ticks(math.log10(18.2e6), math.log10(22.1e6))
    assert [tick_text(10**value) for value in values] == ["19 ms", "20 ms", "21 ms", "22 ms"]


def test_an_empty_range_has_no_ticks() -> None:
    assert log_ticks(7.0, 7.0) == []
    assert linear_ticks(0.0, 0.0) == []


def test_a_linear_axis_begins_at_0() -> None:
    ((step, values),) = linear_ticks(-1e9, 14e9)
    assert step == 5e9
    assert [tick_text(value) for value in values] == ["0", "5 s", "10 s"]
