from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xla_playground.core.history.latency import LEAST_FOR_P95, summarize


def test_nothing_has_no_summary() -> None:
    assert summarize([]) is None


def test_figures() -> None:
    summary = summarize(list(range(1, 101)))
    assert summary is not None
    assert (summary.count, summary.median_ns) == (100, 50.5)
    assert summary.p95_ns == pytest.approx(95.05)
    assert (summary.fastest_ns, summary.slowest_ns) == (1, 100)


def test_few_calls_have_a_range_and_no_percentile() -> None:
    for count, has_p95 in ((1, False), (LEAST_FOR_P95 - 1, False), (LEAST_FOR_P95, True)):
        summary = summarize(list(range(count)))
        assert summary is not None
        assert summary.has_p95 is has_p95


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=50))
def test_within_the_data(run_ns: list[int]) -> None:
    summary = summarize(run_ns)
    assert summary is not None
    assert summary.fastest_ns == min(run_ns) <= summary.median_ns
    assert summary.median_ns <= summary.p95_ns <= max(run_ns) == summary.slowest_ns
