from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xla_playground.core.history.latency import summarize


def test_nothing_has_no_summary() -> None:
    assert summarize([]) is None


def test_figures() -> None:
    summary = summarize(list(range(1, 101)))
    assert summary is not None
    assert (summary.count, summary.median_ns) == (100, 50.5)
    assert summary.p95_ns == pytest.approx(95.05)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=50))
def test_within_the_data(run_ns: list[int]) -> None:
    summary = summarize(run_ns)
    assert summary is not None
    assert min(run_ns) <= summary.median_ns <= summary.p95_ns <= max(run_ns)
