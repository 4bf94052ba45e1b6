"""Which calls the plots show, and how."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ....core.history.latency import ROLLING_CALLS
from ....core.window.plot_settings import PlotSettings, Scale
from ...state.call_log import CallLog

#: How many of the latest calls are in view until the mouse zooms.
FOLLOWED_CALLS = 60
#: An axis with fewer calls keeps room for this many, so that a first bar is no wall.
LEAST_CALLS = 8
#: Room at both ends of an axis, in calls, and in parts of those that are shown.
_MARGIN_CALLS, _MARGIN_SHARE = 0.6, 0.025


class ViewMode(Enum):
    """Who decides which calls are in view: the latest ones, all of them, or the mouse."""

    FOLLOW = auto()
    FIT = auto()
    FREE = auto()


class ShownCalls(QObject):
    """What the two plots share, so that a call stands at the same place in both.

    *Attributes:*
        mode: who decides which calls are in view.
        settings: axes and steady states, as the user set them.

    *Signals:*
        moved (): other calls are to be shown, perhaps the same again.
        changed (): the settings are others.
    """

    moved = Signal()
    changed = Signal()

    def __init__(
        self, log: CallLog, settings: PlotSettings | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._log = log
        self.settings = settings or PlotSettings()
        self.mode = ViewMode.FOLLOW
        self._free = 0.0, 1.0
        log.history_cleared.connect(self._on_history_cleared)

    def x_range(self) -> tuple[float, float]:
        """Return the range of call numbers to draw."""
        calls = self._log.summaries
        if self.mode is ViewMode.FREE and calls:
            return self._free
        first, last = (calls[0].call, calls[-1].call) if calls else (1, 1)
        if self.mode is not ViewMode.FIT:
            first = max(first, last - FOLLOWED_CALLS + 1)
        last = max(last, first + LEAST_CALLS - 1)
        margin = _MARGIN_CALLS + _MARGIN_SHARE * (last - first)
        return first - margin, last + margin

    def set_mode(self, mode: ViewMode) -> None:
        """Show the latest calls and follow them, or all calls."""
        self.mode = mode
        self.moved.emit()

    def set_range(self, low: float, high: float) -> None:
        """Show the calls from ``low`` to ``high``, as the mouse chose them in one plot."""
        self.mode = ViewMode.FREE
        self._free = low, high
        self.moved.emit()

    def scale_of(self, plot: str) -> Scale:
        """Return the axis of a plot: ``phases`` or ``latency``."""
        return Scale(getattr(self.settings, f"{plot}_scale"))

    def set_scale(self, plot: str, scale: Scale) -> None:
        """Draw the durations of a plot on another axis."""
        self.change(**{f"{plot}_scale": scale})

    def change(self, **values: Any) -> None:
        """Take up fields of the settings."""
        settings = self.settings.model_copy(update=values)
        if settings != self.settings:
            self.settings = settings
            self.changed.emit()

    @property
    def steady_calls(self) -> int:
        """Return how many of the latest steady calls count for a steady state; 0: all."""
        return ROLLING_CALLS if self.settings.is_rolling else 0

    @Slot()
    def _on_history_cleared(self) -> None:
        self.set_mode(ViewMode.FOLLOW)
