"""Make one measurement of the window, inside its process.

Run by ``python -m xla_playground.bench.children.ui_probe NAME``.

Prints one JSON object. The window is the real one, with the real worker; settings and history are
in the folder that the environment names, so the caller sets a new one.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial

import numpy as np
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QWidget

from ...app import run_window
from ...core.call.record import Cache, Status
from ...core.call.request import Recipe
from ...core.engine.engine import Phase
from ...ui.session import Session
from ...ui.state.pacing.redraw_clock import RedrawClock
from ...ui.window.main_window import MainWindow
from .stalls import StallMeter, wait_until
from .workbench_probe import probe_workbench

STEADY_CALLS = 3
#: Steady calls with and without open pages: blocks, calls of each, and how long the window rests
#: before: after the first call programs are compiled behind the answer.
BLOCKS, CALLS_OF_BLOCK, SETTLE_MS, BACKGROUND_MS = 20, 20, 300, 5000
#: The docks that explain calls.
PAGES = ("calls", "specializations", "seconds", "compare", "race", "inside")


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


def probe_panels(window: MainWindow, session: Session) -> dict[str, object]:
    """Return the median run of steady calls with every page open, and with all of them closed."""
    runner, calls = session.runner, session.log.summaries
    wait_until(lambda: session.choice.info is not None)
    session.form.update(recipe=Recipe.FAST, repeat=CALLS_OF_BLOCK)
    _show_pages(window, is_open=True)  # their first layout is no part of it
    runner.run()
    wait_until(lambda: not runner.is_busy)
    QTest.qWait(BACKGROUND_MS)
    blocks: dict[bool, list[float]] = {True: [], False: []}
    for turn in range(BLOCKS):
        # open, closed, closed, open, …: neither always follows the other
        is_open = turn % 4 in (0, 3)
        _show_pages(window, is_open=is_open)
        before = len(calls)
        runner.run()
        wait_until(lambda: not runner.is_busy)
        runs = [summary.run_ns for summary in calls[before:]]
        caches = {summary.cache for summary in calls[before:]}
        if caches != {Cache.MEMORY}:
            raise RuntimeError(f"not all calls of a block were steady: {caches}")
        blocks[is_open].append(float(np.median([ns for ns in runs if ns is not None])))
    opened, closed = (float(np.median(blocks[is_open])) / 1e6 for is_open in (True, False))
    return {
        "panels_open_ms": opened,
        "panels_closed_ms": closed,
        "panels_more_ms": opened - closed,
        "panels_blocks": BLOCKS,
    }


def _show_pages(window: MainWindow, *, is_open: bool) -> None:
    """Open all pages below the text, each as a window of its own, with probabilities; or none."""
    for dock in window.findChildren(QDockWidget):
        if dock.objectName().removesuffix("_dock") in PAGES:
            dock.setFloating(is_open)
            dock.setVisible(is_open)
    switch = window.findChild(QAbstractButton, "probabilities_box")
    if switch is None:
        raise RuntimeError("the switch of the probabilities is gone")
    switch.setChecked(is_open)
    QTest.qWait(SETTLE_MS)


PROBES = {
    "window": probe_window,
    "stall": probe_stall,
    "panels": probe_panels,
    "workbench": probe_workbench,
}


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
