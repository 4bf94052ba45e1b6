"""A real session whose calls are put in by the test instead of an engine."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeEngine, sequence_of
from xla_playground.bridge.engine_thread import EngineThread
from xla_playground.core.call.record import Cache, Record, Status
from xla_playground.core.call.request import Arm, Recipe, Request
from xla_playground.core.call.specialization import SpecializationKey, key_for
from xla_playground.core.engine.call_end import CallEnd
from xla_playground.core.history.call_summary import CallSummary
from xla_playground.core.history.history import History
from xla_playground.core.window.settings import Settings
from xla_playground.ui.plots.frame.history_plot import HistoryPlot
from xla_playground.ui.plots.shared.shown_calls import ShownCalls
from xla_playground.ui.session import Session

MS = 1_000_000


class SessionCalls:
    """Adds calls to a session as its engine thread would, without running one."""

    def __init__(self) -> None:
        self._thread = EngineThread(FakeEngine())
        self.session = Session(self._thread, History(None), Settings())
        self.log, self.notices = self.session.log, self.session.notices
        self.shown = ShownCalls(self.log, parent=self.session)

    def add(
        self,
        *,
        arm: Arm = Arm.XLA,
        padded_length: int = 8,
        cache: Cache = Cache.MEMORY,
        status: Status = Status.COMPLETED,
        options: dict[str, Any] | None = None,
        model: str = "playground-gpt2",
        **values: Any,
    ) -> CallSummary:
        """One more call; ``values`` are phases in ns, ``reason`` and ``error`` of its record."""
        request = Request.parse(
            {"model": model, "prompts": ["a b"], "arm": arm, "options": options or {}}
        )
        is_completed = status is Status.COMPLETED
        record = Record(
            request=request,
            status=status,
            cache=cache,
            key=key_for(request, padded_length) if is_completed else None,
            padded_length=padded_length,
            sequences=(sequence_of("a b", 0, padded_length, 4),) if is_completed else (),
            **values,
        )
        self._thread.call_ended.emit(CallEnd(record=record))
        return self.session.log.summaries[-1]

    def add_many(self, count: int, *, specializations: int = 1, run_ns: int = 19 * MS) -> None:
        """Steady calls, straight into the session: 100,000 in a second. Add no other after them.

        Every thousandth paid a compile of 2 s.
        """
        keys = [
            SpecializationKey(
                model="playground-gpt2",
                arm=Arm.XLA,
                recipe=Recipe.DOCUMENTED,
                precision=Request.model_fields["precision"].default,
                batch=1,
                padded_length=8 * (number + 1),
                options=(("strategy", "greedy"), ("max_new_tokens", 32)),
            )
            for number in range(specializations)
        ]
        session = self.session
        first = session.log.summaries[-1].call + 1 if session.log.summaries else 1
        now = time.time()
        for call in range(first, first + count):
            is_first = call % 1000 == 0
            summary = CallSummary(
                call=call,
                started_at=now,
                key_id=1,
                model="playground-gpt2",
                arm="xla",
                recipe="documented",
                strategy="greedy",
                status="completed",
                cache="miss" if is_first else "memory",
                trace_ns=None,
                compile_ns=2000 * MS if is_first else None,
                load_ns=None,
                run_ns=run_ns + call % 7 * MS,
                batch=1,
                padded_length=8,
                new_tokens=32,
            )
            session.log.summaries.append(summary)
            session.log.book.add(summary, keys[call % specializations])


def show(qtbot: QtBot, plot: HistoryPlot) -> None:
    """Show a plot as large as in its dock, and wait until it is drawn."""
    plot.resize(640, 320)
    with qtbot.waitSignal(plot._clock.redraw_due):
        plot.show()


def redraw(qtbot: QtBot, plot: HistoryPlot) -> None:
    """Wait until the plot caught up."""
    qtbot.waitUntil(lambda: not plot._clock.is_dirty)


def pixel_of(plot: HistoryPlot, call: float, log_ns: float) -> QPoint:
    """Where a point of the plot is in its viewport."""
    view = plot.plot.getViewBox()
    at: QPoint = plot._graphics.mapFromScene(view.mapViewToScene(QPointF(call, log_ns)))
    return at


def hover(qtbot: QtBot, plot: HistoryPlot, call: float, log_ns: float) -> str:
    """Move the mouse to a point and return the tooltip that comes up."""
    QToolTip.hideText()
    plot._mouse.forget()
    at = pixel_of(plot, call, log_ns)

    def is_told() -> bool:
        # moves within 10 ms of each other are dropped by pyqtgraph, so move until one counts
        move(plot, at)
        return plot._mouse.hovered_call is not None

    qtbot.waitUntil(is_told)
    return QToolTip.text()


def click(
    plot: HistoryPlot,
    call: float,
    log_ns: float,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    """Click a point."""
    at = pixel_of(plot, call, log_ns)
    QTest.mouseClick(plot._graphics.viewport(), button, Qt.KeyboardModifier.NoModifier, at)


def leave(widget: QWidget) -> None:
    """Move the mouse out of a widget."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def move(plot: HistoryPlot, at: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the mouse over a plot, perhaps with a button held.

    ``QTest.mouseMove`` moves the cursor of the platform, which offscreen is over any window.
    """
    viewport = plot._graphics.viewport()
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        at.toPointF(),
        viewport.mapToGlobal(at).toPointF(),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def press(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget, in its middle unless told."""
    QTest.mouseClick(
        widget,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        widget.rect().center() if at is None else at,
    )
