"""The child process that measures this machine."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from ...core.inside.machine import measure_command

logger = logging.getLogger(__name__)

#: What a cancelled measurement has to end its own child.
_CANCEL_GRACE_MS = 2000
_KILL_WAIT_MS = 1000


class MachineRun(QObject):
    """Measures one time: ``bench machine`` in a process of its own, which writes the result's file.

    *Attributes:*
        is_running: from ``start`` until it ended.

    *Signals:*
        running_changed (bool): it began or ended.
        finished (): the file has new limits.
        cancelled (): it was cancelled; the file is as it was.
        failed (str): a sentence on why nothing was measured.
    """

    running_changed = Signal(bool)
    finished = Signal()
    cancelled = Signal()
    failed = Signal(str)

    def __init__(
        self, command: Callable[[], list[str]] = measure_command, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.is_running = False
        self._command = command
        self._is_cancelled = self._is_stopped = False
        self._last_words = ""
        self._process = QProcess(self)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._kill = QTimer(self, singleShot=True, interval=_CANCEL_GRACE_MS)
        self._kill.timeout.connect(self._process.kill)

    @Slot()
    def start(self) -> None:
        """Measure; does nothing if it is at it."""
        if self.is_running or self._is_stopped:
            return
        self._is_cancelled, self._last_words = False, ""
        self.is_running = True
        self.running_changed.emit(True)
        program, *arguments = self._command()
        self._process.start(program, arguments)

    @Slot()
    def cancel(self) -> None:
        """End the measurement."""
        if self.is_running and not self._is_cancelled:
            self._is_cancelled = True
            self._interrupt()
            self._kill.start()

    @Slot()
    def stop(self) -> None:
        """End what runs, for good: the window closes."""
        self._is_stopped = True
        if self.is_running:
            self._interrupt()
            if not self._process.waitForFinished(_KILL_WAIT_MS):
                self._process.kill()
                self._process.waitForFinished(_KILL_WAIT_MS)

    def _interrupt(self) -> None:
        """Interrupt it as Ctrl+C does: it ends its own child, which a kill would leave."""
        pid = self._process.processId()
        if pid:
            os.kill(pid, signal.SIGINT)

    @Slot()
    def _on_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        logger.info("measuring: %s", text)
        self._last_words = (text.splitlines() or [self._last_words])[-1]

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all others ``finished`` tells
            self._end()
            why = self._process.errorString()
            self.failed.emit(self.tr("Measuring could not be started ({0}).").format(why))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        self._end()
        if self._is_stopped:
            return
        if exit_code == 0:
            self.finished.emit()
        elif self._is_cancelled:
            self.cancelled.emit()
        else:
            sentence = self.tr("Nothing was measured (exit code {0}): {1}")
            self.failed.emit(sentence.format(exit_code, self._last_words[:200] or "–"))

    def _end(self) -> None:
        self._kill.stop()
        self.is_running = False
        if not self._is_stopped:
            self.running_changed.emit(False)
