"""What the engine is doing and for how long, ten times a second."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ...core.engine.engine import EngineStatus, Phase
from .session import Session

TICK_MS = 100
_AT_REST = (Phase.READY, Phase.STOPPED)


class PhaseClock(QObject):
    """Watches the phases of the engine.

    *Attributes:*
        phase: what it does now.
        detail: what it does it with.

    *Signals:*
        ticked (): the phase changed or time passed.
    """

    ticked = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phase = Phase.STARTING
        self.detail = ""
        self._began = time.monotonic()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()
        session.status_changed.connect(self._on_status)
        session.engine_ready.connect(self._on_ready)

    @property
    def is_at_rest(self) -> bool:
        """Return whether the engine is ready or stopped."""
        return self.phase in _AT_REST

    def elapsed_s(self) -> float:
        """Return the seconds since the phase began."""
        return time.monotonic() - self._began

    def sentence(self) -> str:
        """Return the phase in words, with its time unless it is at rest: ``compiling … 3.2 s``."""
        words = {
            Phase.STARTING: self.tr("starting the worker"),
            Phase.READY: self.tr("ready"),
            Phase.LOADING: self.tr("loading"),
            Phase.TRACING: self.tr("tracing"),
            Phase.COMPILING: self.tr("compiling"),
            Phase.RUNNING: self.tr("running"),
            Phase.STOPPED: self.tr("stopped"),
        }
        if self.is_at_rest:
            return words[self.phase]
        return self.tr("{0} … {1:.1f} s").format(words[self.phase], self.elapsed_s())

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        self._set_phase(status.phase, status.detail)

    @Slot()
    def _on_ready(self) -> None:
        self._set_phase(Phase.READY, "")

    def _set_phase(self, phase: Phase, detail: str) -> None:
        if phase is not self.phase:
            self._began = time.monotonic()
        self.phase, self.detail = phase, detail
        if self.is_at_rest:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.ticked.emit()
