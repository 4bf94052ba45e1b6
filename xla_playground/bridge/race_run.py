"""The child process that races a request on several lanes."""

from __future__ import annotations

import logging
from collections.abc import Callable

from pydantic import ValidationError
from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from ..core.comparison.race_report import (
    RACE_MESSAGES,
    RaceDone,
    RaceError,
    RaceOrder,
    RaceProgress,
    race_command,
)

logger = logging.getLogger(__name__)

#: What a cancelled race has to print what it measured.
CANCEL_GRACE_MS = 3000
_STOP_WAIT_MS = 1500


class RaceRun(QObject):
    """Runs one race at a time.

    *Attributes:*
        is_running: from ``start`` until it finished, failed or was cancelled.

    *Signals:*
        running_changed (bool): one began or ended.
        progress_changed (RaceProgress): how far it is.
        finished (RaceReport): it ended, or was cancelled after the first call.
        cancelled (): it was cancelled before anything was measured.
        failed (str): a sentence on why there is no report.
    """

    running_changed = Signal(bool)
    progress_changed = Signal(object)
    finished = Signal(object)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(
        self, command: Callable[[], list[str]] = race_command, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.is_running = False
        self._command = command
        self._is_cancelled = self._is_stopped = False
        self._last: RaceDone | RaceError | None = None
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._kill = QTimer(self, singleShot=True, interval=CANCEL_GRACE_MS)
        self._kill.timeout.connect(self._process.kill)

    def start(self, order: RaceOrder) -> None:
        """Run the race; does nothing if one is running."""
        if self.is_running or self._is_stopped:
            return
        self._is_cancelled, self._last = False, None
        self.is_running = True
        self.running_changed.emit(True)
        program, *arguments = self._command()
        self._process.start(program, arguments)
        self._process.write(f"{order.model_dump_json()}\n".encode())

    @Slot()
    def cancel(self) -> None:
        """End the race: its process prints what it measured, or is killed."""
        if self.is_running and not self._is_cancelled:
            self._is_cancelled = True
            self._process.closeWriteChannel()
            self._kill.start()

    @Slot()
    def stop(self) -> None:
        """End what runs, for good: the window closes."""
        self._is_stopped = True
        if not self.is_running:
            return
        self._process.closeWriteChannel()  # it removes its files; killed, it could not
        if not self._process.waitForFinished(_STOP_WAIT_MS):
            self._process.kill()
            self._process.waitForFinished(_STOP_WAIT_MS)

    @Slot()
    def _on_output(self) -> None:
        while self._process.canReadLine():
            self._take_line(bytes(self._process.readLine().data()))

    def _take_line(self, line: bytes) -> None:
        try:
            message = RACE_MESSAGES.validate_json(line)
        except ValidationError:
            logger.warning("race: not a message: %r", line[:200])
            return
        if not isinstance(message, RaceProgress):
            self._last = message
        elif not self._is_cancelled:
            self.progress_changed.emit(message)

    @Slot()
    def _on_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        logger.info("race: %s", text.rstrip())

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all others ``finished`` tells
            self._end()
            why = self._process.errorString()
            self.failed.emit(self.tr("The race could not be started ({0}).").format(why))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._end()
        if self._is_stopped:
            return
        if isinstance(self._last, RaceDone):
            self.finished.emit(self._last.report)
        elif self._is_cancelled:
            self.cancelled.emit()
        elif self._last is not None:
            self.failed.emit(self._last.message.text)
        else:
            sentence = self.tr("The race ended without a word (exit code {0}): see the log.")
            self.failed.emit(sentence.format(exit_code))

    def _end(self) -> None:
        self._kill.stop()
        self.is_running = False
        if not self._is_stopped:
            self.running_changed.emit(False)
