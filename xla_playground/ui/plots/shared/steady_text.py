"""A steady state in words."""

from __future__ import annotations

from ....core.history.latency import LatencySummary
from ....core.units import duration_range, format_duration
from ...text.translate import tr


def steady_text(summary: LatencySummary, calls: int) -> str:
    """Return median, spread and number of the calls of a steady state.

    The spread is the 95th percentile, of few calls the range. ``calls`` are all steady calls of the
    specialization, of which ``summary`` may count the latest.
    """
    spread = tr("p95 {0}").format(format_duration(summary.p95_ns))
    if not summary.has_p95:
        spread = duration_range(summary.fastest_ns, summary.slowest_ns).text
    count = f"{summary.count:,}"
    if summary.count < calls:
        count = tr("last {0} of {1}").format(count, f"{calls:,}")
    parts = [tr("median {0}").format(format_duration(summary.median_ns))]
    if summary.count > 1:
        parts.append(spread)
    return ", ".join([*parts, tr("n {0}").format(count)])
