"""The child process that runs lab files."""

from __future__ import annotations

import logging
from collections.abc import Callable

from pydantic import ValidationError
from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from ...core.lab.forecast import LabForecasts
from ...core.lab.report import (
    LAB_MESSAGES,
    LabCancel,
    LabOrder,
    LabProgress,
    LabReport,
    lab_command,
)

logger = logging.getLogger(__name__)

#: The process keeps TensorFlow's import, 400 MB, for this long after a run.
_IDLE_MS = 120_000
_KILL_WAIT_MS = 1000


class LabRun(QObject):
    """Runs one file at a time, in a process that stays for the next.

    *Attributes:*
        is_running: from ``start`` until ``finished`` or ``failed``.
        order: what runs, or ran last; ``None`` before the first.
        progress: what runs now; ``None`` before the process says so.
        report: what came of that, ``None`` before its end.
        forecasts: what the runs taught.

    *Signals:*
        running_changed (bool): a run began or ended.
        progress_changed (LabProgress): what runs now.
        finished (LabReport): it ended, by itself or by a cancel.
        failed (str): a sentence on why there is no report.
    """

    running_changed = Signal(bool)
    progress_changed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(
        self, command: Callable[[], list[str]] = lab_command, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.is_running = False
        self._command = command
        self.order: LabOrder | None = None
        self.progress: LabProgress | None = None
        self.report: LabReport | None = None
        self.forecasts = LabForecasts()
        self._is_cancelled = self._is_stopped = self._is_ready = False
        self._last_words = ""
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._kill)

    def start(self, order: LabOrder) -> None:
        """Run a file; does nothing if one is running."""
        if self.is_running or self._is_stopped:
            return
        self._idle.stop()
        self.order, self.progress, self.report = order, None, None
        self._is_cancelled = False
        self.is_running = True
        self.running_changed.emit(True)
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._is_ready, self._last_words = False, ""
            program, *arguments = self._command()
            self._process.start(program, arguments)
        self._process.write(f"{order.model_dump_json()}\n".encode())

    @Slot()
    def cancel(self) -> None:
        """End what runs; a process that still imports TensorFlow is ended as a whole."""
        if not self.is_running or self._is_cancelled:
            return
        self._is_cancelled = True
        if self._is_ready:
            self._process.write(f"{LabCancel().model_dump_json()}\n".encode())
        else:
            self._process.kill()

    @Slot()
    def stop(self) -> None:
        """Kill the process, for good: the window closes."""
        self._is_stopped = True
        self._idle.stop()
        self._kill()

    @Slot()
    def _kill(self) -> None:
        """Kill the process and wait for its end, so that no order goes to one that is ending."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_KILL_WAIT_MS)

    @Slot()
    def _on_output(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                message = LAB_MESSAGES.validate_json(line)
            except ValidationError:
                logger.warning("lab: not a message: %r", line[:200])
                continue
            if isinstance(message, LabReport):
                self._end(message)
            else:
                self._is_ready = self._is_ready or message.what != "TensorFlow"
                if not self._is_cancelled:
                    self.progress = message
                    self.progress_changed.emit(message)

    @Slot()
    def _on_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        self._last_words = (text.splitlines() or [self._last_words])[-1]
        logger.info("lab: %s", text)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all others ``finished`` tells
            why = self._process.errorString()
            self._fail(self.tr("The lab could not be started ({0}).").format(why))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output()
        if not self.is_running:
            return
        if self._is_cancelled and self.order is not None:
            self._end(LabReport(file=self.order.name, is_cancelled=True))
        else:
            sentence = self.tr("The lab ended ({0}): run it again, and look into the log.")
            self._fail(sentence.format(self._last_words or exit_code))

    def _end(self, report: LabReport) -> None:
        if not self.is_running:
            return
        self.is_running = False
        if not self._is_stopped:
            assert self.order is not None  # it ran
            self.report = report
            self.forecasts.learn(self.order.text, report)
            self._idle.start()
            self.running_changed.emit(False)
            self.finished.emit(report)

    def _fail(self, sentence: str) -> None:
        self.is_running = False
        if not self._is_stopped:
            self.running_changed.emit(False)
            self.failed.emit(sentence)
