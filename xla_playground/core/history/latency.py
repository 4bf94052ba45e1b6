"""Medians, ranges and percentiles of steady-state latency."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..call.record import Cache, Record, Status

#: The 95th percentile of fewer calls says little more than the slowest one does.
LEAST_FOR_P95 = 20
#: The latest steady calls that a rolling steady state is taken over.
ROLLING_CALLS = 50


@dataclass(frozen=True)
class LatencySummary:
    """Steady-state latency of one specialization, in ns.

    Attributes:
        count: how many steady calls it is taken over.
        p95_ns: to be shown only if ``has_p95``; the range of fewer calls says more.
    """

    count: int
    median_ns: float
    p95_ns: float
    fastest_ns: float
    slowest_ns: float

    @property
    def has_p95(self) -> bool:
        """Return whether there are enough calls for a 95th percentile."""
        return self.count >= LEAST_FOR_P95


def summarize(run_ns: Sequence[int]) -> LatencySummary | None:
    """Return median, range and 95th percentile, interpolated as by ``numpy.percentile``.

    ``None`` if there are none. ``numpy.percentile`` itself imports ``numpy.ma`` when it is first
    called, which would hold up the window for 30 ms.
    """
    if not run_ns:
        return None
    last = len(run_ns) - 1
    ordered = np.sort(np.asarray(run_ns, dtype=np.float64))
    median, p95 = np.interp((0.5 * last, 0.95 * last), np.arange(len(run_ns)), ordered)
    return LatencySummary(
        len(run_ns), float(median), float(p95), float(ordered[0]), float(ordered[-1])
    )


def ns_per_token(records: Iterable[Record]) -> float | None:
    """Return the time in which a steady call adds a token to each sequence, in ns, the median.

    ``None`` if no call of ``records`` is a steady one that made tokens.
    """
    times = [
        record.run_ns / record.steps
        for record in records
        if record.status is Status.COMPLETED and record.cache is Cache.MEMORY
        if record.run_ns is not None and record.steps and not record.ran_beside_build
    ]
    return statistics.median(times) if times else None
