"""Medians and percentiles of steady-state latency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class LatencySummary:
    """Steady-state latency of one specialization, in ns.

    Attributes:
        count: how many steady calls there were.
    """

    count: int
    median_ns: float
    p95_ns: float


def summarize(run_ns: Sequence[int]) -> LatencySummary | None:
    """Return median and 95th percentile of durations, interpolated as by ``numpy.percentile``.

    ``None`` if there are none. ``numpy.percentile`` itself imports ``numpy.ma`` when it is first
    called, which would hold up the window for 30 ms.
    """
    if not run_ns:
        return None
    last = len(run_ns) - 1
    ordered = np.sort(np.asarray(run_ns, dtype=np.float64))
    median, p95 = np.interp((0.5 * last, 0.95 * last), np.arange(len(run_ns)), ordered)
    return LatencySummary(len(run_ns), float(median), float(p95))
