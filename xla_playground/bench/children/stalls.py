"""Stalls of the GUI thread, and waiting in it."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer, Slot

_TICK_MS = 10
_PATIENCE_S = 300.0
_POLL_MS = 5


class StallMeter(QObject):
    """Measures the delay of a 10 ms timer of the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stalls_ms: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._clock.start()
        self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        self.stalls_ms.append(max(0.0, self._clock.nsecsElapsed() / 1e6 - _TICK_MS))
        self._clock.start()

    def figures(self) -> dict[str, float]:
        """Return the median, the 99th percentile and the worst stall in ms, and the number of
        ticks.
        """
        p50, p99 = np.percentile(self.stalls_ms, (50, 99))
        worst = max(self.stalls_ms)
        return {"p50_ms": p50, "p99_ms": p99, "worst_ms": worst, "ticks": len(self.stalls_ms)}


def wait_until(condition: Callable[[], bool]) -> int:
    """Run the event loop until ``condition`` holds; return ``time.monotonic_ns`` then.

    ``QTest.qWait`` would keep Python's lock, for which the other threads of the window wait.
    """
    end = time.monotonic() + _PATIENCE_S
    loop, timer = QEventLoop(), QTimer(interval=_POLL_MS)

    def look() -> None:
        if condition() or time.monotonic() > end:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to the state that was waited for")
        loop.exec()
    timer.stop()
    return time.monotonic_ns()
