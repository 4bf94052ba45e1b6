"""What the user set in the two plots of calls."""

from __future__ import annotations

from enum import StrEnum

from ..frozen import Frozen


class Scale(StrEnum):
    """How a plot draws durations: a log axis compares ratios, a linear one lengths and sums."""

    LOG = "log"
    LINEAR = "linear"


class PlotSettings(Frozen):
    """What comes back at the next start.

    Attributes:
        is_rolling: whether a steady state is that of the latest calls, or that of all.
        has_times: whether durations are printed in the plot of phases, where there is room.
    """

    phases_scale: Scale = Scale.LOG
    latency_scale: Scale = Scale.LOG
    is_rolling: bool = True
    has_times: bool = True
