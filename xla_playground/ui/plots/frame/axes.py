"""Axes with readable ticks: durations with units, calls as whole numbers.

A log axis holds log10 of nanoseconds, a linear one nanoseconds. pyqtgraph's own log mode is not
used: it turns 0 into NaN with a warning and labels with bare powers of ten.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from ....core.window.plot_settings import Scale
from ..shared.pyqtgraph_ import pg

#: A tick with the room beside it.
_WIDE_TICK = "  500 ms  "
_UNITS = (("s", 1e9, 1e8), ("ms", 1e6, 1e5), ("µs", 1e3, 1e2), ("ns", 1.0, 0.0))


def tick_text(ns: float) -> str:
    """Return a tick's duration in a readable unit: ``10 ms``, ``0.1 s``, ``20 µs``, ``0``."""
    if ns == 0:
        return "0"
    for unit, scale, smallest in _UNITS:
        if ns >= smallest * 0.999:
            return f"{round(ns / scale, 6):,g} {unit}"
    return ""


def log_ticks(low: float, high: float) -> list[tuple[float, list[float]]]:
    """Return ticks between two log10(ns), as levels of (spacing, values), coarse to fine.

    Decades, then their 2 and 5 (labelled if there is room); over less than a decade, round numbers
    at even steps.
    """
    if not high > low:
        return []
    if high - low < 0.9:
        return [(0.1, [math.log10(ns) for ns in _round_numbers(10**low, 10**high) if ns > 0])]
    decades = range(math.ceil(low), math.floor(high) + 1)
    halves = [
        value
        for decade in range(math.floor(low), math.floor(high) + 1)
        for value in (decade + math.log10(2), decade + math.log10(5))
        if low <= value <= high
    ]
    return [(1.0, [float(d) for d in decades]), (0.3, halves)]


def linear_ticks(low: float, high: float) -> list[tuple[float, list[float]]]:
    """Return ticks between two ns, none below 0, as ``log_ticks`` does."""
    if not high > max(low, 0.0):
        return []
    values = _round_numbers(max(low, 0.0), high)
    return [(values[1] - values[0] if len(values) > 1 else 1.0, values)]


def _round_numbers(low: float, high: float) -> list[float]:
    """Return about five round numbers from ``low`` to ``high``."""
    rough = (high - low) / 5
    scale: float = 10 ** math.floor(math.log10(rough))
    step = next(scale * m for m in (1, 2, 5, 10) if scale * m >= rough)
    return [i * step for i in range(math.ceil(low / step), math.floor(high / step) + 1)]


class DurationAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis over durations, as ``on_axis`` has them; at the left unless ``side`` says else."""

    def __init__(self, side: str = "left") -> None:
        super().__init__(side)
        self.enableAutoSIPrefix(False)
        self._durations = Scale.LOG

    def set_durations(self, scale: Scale) -> None:
        """Take values of another scale."""
        self._durations = scale
        self.picture = None
        self.update()

    def boundingRect(self) -> QRectF:
        # labels outside of it are left out; the lowest and the highest are beside the corners
        rect: QRectF = super().boundingRect()
        return rect.adjusted(0, -10, 0, 10)

    def tickValues(
        self, minVal: float, maxVal: float, size: float
    ) -> list[tuple[float, list[float]]]:
        ticks = log_ticks if self._durations is Scale.LOG else linear_ticks
        levels = ticks(*sorted((minVal, maxVal)))
        text = QFontMetricsF(self.style["tickFont"] or QFont())
        is_upright = self.orientation in ("left", "right")
        room = text.height() if is_upright else text.horizontalAdvance(_WIDE_TICK)
        most = max(1, int(size / room))
        return [
            (spacing, values[:: -(-len(values) // most)]) for spacing, values in levels if values
        ]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        is_log = self._durations is Scale.LOG
        return [tick_text(10**value if is_log else value) for value in values]


class CallAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A horizontal axis over call numbers."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.enableAutoSIPrefix(False)

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, float]]:
        levels = super().tickSpacing(minVal, maxVal, size)
        return [(spacing, offset) for spacing, offset in levels if spacing >= 1] or [(1.0, 0.0)]

    def tickValues(
        self, minVal: float, maxVal: float, size: float
    ) -> list[tuple[float, list[float]]]:
        return super().tickValues(max(minVal, 1.0), max(maxVal, 1.0), size)  # type: ignore[no-any-return]  # pyqtgraph has no types

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{value:,.0f}" for value in values]
