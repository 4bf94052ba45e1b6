"""Make one measurement of the window, inside its process.

Run by ``python -m xla_playground.bench.children.ui_probe NAME``.

Prints one JSON object. The window is the real one, with the real worker; settings and history are
in the folder that the environment names, so the caller sets a new one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ...app import run_window
from ...core.call.record import Cache, Status
from ...core.call.request import Recipe
from ...core.engine.engine import Phase
from ...ui.plots.shared.redraw_clock import RedrawClock
from ...ui.state.session import Session
from ...ui.window.main_window import MainWindow

_TICK_MS = 10
_PATIENCE_S = 300.0
_POLL_MS = 5
STEADY_CALLS = 3


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
    """Run the event loop until ``condition`` holds; return ``time.monotonic_ns`` then."""
    end = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to the state that was waited for")
        QTest.qWait(_POLL_MS)
    return time.monotonic_ns()


def probe_window(window: MainWindow, _session: Session) -> dict[str, object]:
    """Return the longest redraw of the plots in ms, first redraws apart."""
    plots = [window.findChild(QWidget, name) for name in ("phases_plot", "latency_plot")]
    redraws_ms = [_redraw_ms(plot) for _ in range(6) for plot in plots if plot is not None]
    return {
        "redraw_ms": max(redraws_ms[len(plots) :]),
        "first_redraw_ms": max(redraws_ms[: len(plots)]),
        "imports_tensorflow": "tensorflow" in sys.modules,
    }


def _redraw_ms(plot: QWidget) -> float:
    start = time.perf_counter_ns()
    clock = plot.findChild(RedrawClock)
    assert clock is not None
    clock.redraw_due.emit()
    plot.grab()
    return (time.perf_counter_ns() - start) / 1e6


def probe_stall(window: MainWindow, session: Session) -> dict[str, object]:
    """Return the stalls through import, load, trace, compile and steady calls, then the times of a
    cancel.
    """
    meter, runner, calls = StallMeter(window), session.runner, session.log.summaries
    before = len(calls)
    wait_until(lambda: session.choice.info is not None)
    for _ in range(1 + STEADY_CALLS):
        runner.run()
        wait_until(lambda: not runner.is_busy)
    figures: dict[str, object] = {**meter.figures()}
    caches = [summary.cache for summary in calls[before:]]
    if caches != [Cache.MISS] + [Cache.MEMORY] * STEADY_CALLS:
        raise RuntimeError(f"not the calls that were to be measured: {caches}")

    options = session.saver.settings.options.model_dump()
    longer = options | {"max_new_tokens": options["max_new_tokens"] + 1}
    session.form.update(recipe=Recipe.DOCUMENTED, options=longer)
    runner.run()
    wait_until(lambda: session.engine.phase is Phase.COMPILING)
    cancelled_ns = time.monotonic_ns()
    runner.cancel()
    idle_ns = wait_until(lambda: not runner.is_busy)
    ready_ns = wait_until(lambda: session.engine.phase is Phase.READY)
    if calls[-1].status != Status.CANCELLED:
        raise RuntimeError("the call was over before it was cancelled")
    runner.run()
    wait_until(lambda: not runner.is_busy)
    return figures | {
        "cancel_ms": (idle_ns - cancelled_ns) / 1e6,
        "ready_again_s": (ready_ns - cancelled_ns) / 1e9,
        "next_call": calls[-1].status,
    }


PROBES = {"window": probe_window, "stall": probe_stall}


def main(name: str) -> None:
    """Open the window, measure, print, close it.

    ``painted_ns`` and ``opened_ns`` are the times at which the window and its plots were on the
    screen, on the monotonic clock, which all processes of a machine share.
    """
    times: dict[str, int] = {}

    def measure(window: MainWindow, session: Session) -> None:
        times["opened_ns"] = time.monotonic_ns()
        try:
            sys.stdout.write(json.dumps(PROBES[name](window, session) | times) + "\n")
            sys.stdout.flush()
        finally:
            window.close()

    def connect(window: MainWindow, session: Session) -> None:
        session.parity.hold("bench", True)
        window.painted.connect(lambda: times.update(painted_ns=time.monotonic_ns()))
        window.opened.connect(partial(measure, window, session))

    run_window(on_made=connect)


if __name__ == "__main__":
    main(sys.argv[1])
