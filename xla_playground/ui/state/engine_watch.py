"""What the engine is doing and for how long, ten times a second."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ...bridge.engine_thread import EngineThread
from ...core.engine.call_end import CallEnd
from ...core.engine.engine import EngineInfo, EngineStatus, Phase
from .notices import Notices

TICK_MS = 100
_AT_REST = (Phase.READY, Phase.STOPPED)


class EngineWatch(QObject):
    """Watches the engine, and starts it again when asked to.

    *Attributes:*
        info: what it runs on, ``None`` before its first start.
        phase: what it does now.
        detail: what it does it with.
        memory_bytes: memory of its process, ``None`` while that is unknown.

    *Signals:*
        changed (): an attribute may have another value.
        ticked (): the phase changed or time passed.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(
        self, thread: EngineThread, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.info: EngineInfo | None = None
        self.phase = Phase.STARTING
        self.detail = ""
        self.memory_bytes: int | None = None
        self._thread, self._notices = thread, notices
        self._is_stopped = False
        self._began = time.monotonic()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        thread.status_changed.connect(self._on_status)
        thread.engine_ready.connect(self._on_ready)
        thread.engine_restarted.connect(self._on_restarted)
        thread.call_ended.connect(self._on_call_ended)

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

    @Slot()
    def restart(self) -> None:
        """Start a stopped engine again."""
        self._thread.restart()

    def stop(self) -> None:
        """Count no more time: the window closes."""
        self._is_stopped = True
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        self.ticked.emit()

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        is_up = status.phase is not Phase.STOPPED
        self.memory_bytes = (status.memory_bytes or self.memory_bytes) if is_up else None
        self._set_phase(status.phase, status.detail_text)
        self.changed.emit()

    @Slot(object)
    def _on_ready(self, info: EngineInfo) -> None:
        self.info = info
        self.memory_bytes = info.memory_bytes or self.memory_bytes
        self._set_phase(Phase.READY, "")
        self.changed.emit()
        self._notices.add_new(info.notices)

    @Slot(str)
    def _on_restarted(self, how_it_ended: str) -> None:
        sentence = self.tr("The worker ended ({0}): it was started again.")
        self._notices.add(sentence.format(how_it_ended))

    @Slot(object)
    def _on_call_ended(self, end: CallEnd) -> None:
        self.memory_bytes = end.record.memory_bytes or self.memory_bytes
        self.changed.emit()

    def _set_phase(self, phase: Phase, detail: str) -> None:
        if phase is not self.phase:
            self._began = time.monotonic()
        self.phase, self.detail = phase, detail
        if self.is_at_rest or self._is_stopped:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.ticked.emit()
