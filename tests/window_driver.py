"""Drives the real window as a user would, and prints what it sees as one JSON object.

Run by ``test_window_end_to_end.py`` in a process of its own, under Xvfb or offscreen.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableView, QWidget

from xla_playground.app import run_window
from xla_playground.ui.plots.phases.phases_plot import PhasesPlot
from xla_playground.ui.session import Session
from xla_playground.ui.state.pacing.redraw_clock import RedrawClock
from xla_playground.ui.window.main_window import MainWindow

PATIENCE_S = 240.0
T = TypeVar("T", bound=QWidget)


def drive(window: MainWindow, session: Session) -> None:
    try:
        sys.stdout.write(json.dumps(_what_is_seen(window, session)) + "\n")
        sys.stdout.flush()
    finally:
        window.close()


def _what_is_seen(window: MainWindow, session: Session) -> dict[str, object]:
    window.resize(QSize(1280, 800))
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window), "shortcuts reach an active window only"
    editor = _child(window, QPlainTextEdit, "prompt_edit")
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "XLA is")
    forecast = _child(window, QLabel, "forecast_text")
    _wait(lambda: forecast.text().startswith("new"))
    before_run = forecast.text()
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _wait(lambda: session.runner.is_busy)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # twice
    _wait(lambda: not session.runner.is_busy)
    _wait(lambda: forecast.text().startswith("cached"))
    table = _child(window, QTableView, "calls_view")
    bars = _bars(window)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _wait(lambda: table.model().rowCount() == 2)
    _wait(lambda: not session.runner.is_busy)
    record = session.log.record(2)
    window.parts.output.view.copy_text()
    shown_text = QGuiApplication.clipboard().text()
    return {
        "platform": QGuiApplication.platformName(),
        "forecast_before": before_run,
        "forecast_after": forecast.text(),
        "rows": table.model().rowCount(),
        "text": record.sequences[0].text,
        "output": _child(window, QLabel, "output_title").text(),
        "shown_text": shown_text,
        "bars_after_one": bars,
        "bars_after_two": _bars(window),
        "caches": [summary.cache for summary in session.log.summaries],
        "imports_tensorflow": "tensorflow" in sys.modules,
    }


def _bars(window: MainWindow) -> int:
    """How many calls are drawn in the plot of phases."""
    plot = _child(window, PhasesPlot, "phases_plot")
    clock = plot.findChild(RedrawClock)
    assert clock is not None
    clock.redraw_due.emit()
    return len(plot.drawn.positions)


def _child(window: QWidget, kind: type[T], name: str) -> T:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to the state that was waited for")
        QTest.qWait(20)


if __name__ == "__main__":
    run_window(
        on_made=lambda window, session: window.opened.connect(lambda: drive(window, session))
    )
