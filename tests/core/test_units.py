from __future__ import annotations

import pytest

from xla_playground.core.units import format_bytes, format_duration, short_duration


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (None, "–"),
        (0, "0 ns"),
        (999, "999 ns"),
        (1_000, "1.00 µs"),
        (12_345, "12.3 µs"),
        (79_000_000, "79.0 ms"),
        (9_996_000, "10.0 ms"),
        (99_960_000, "100 ms"),
        (999_999_999, "1.00 s"),
        (3_406_000_000, "3.41 s"),
        (30_819_600_000, "30.8 s"),
        (4_242_000_000_000, "4,242 s"),
    ],
)
def test_durations(ns: float | None, text: str) -> None:
    assert format_duration(ns) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (None, "–"),
        (0, "0 bytes"),
        (999, "999 bytes"),
        (11_702_272, "11.7 MB"),
        (999_999, "1.00 MB"),
        (1_024_000_000, "1.02 GB"),
        (2_500_000_000_000, "2,500 GB"),
    ],
)
def test_sizes(size: float | None, text: str) -> None:
    assert format_bytes(size) == text


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (999, "999 ns"),
        (3_410_000, "3.4 ms"),
        (9_960_000, "10 ms"),
        (79_000_000, "79 ms"),
        (999_600_000, "1.0 s"),
        (13_540_000_000, "13.5 s"),
    ],
)
def test_short_durations(ns: float, text: str) -> None:
    assert short_duration(ns) == text
