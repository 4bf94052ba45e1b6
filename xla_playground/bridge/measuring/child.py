"""A child process that measures: one order goes in, lines with messages come out."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from ...core.frozen import Frozen

logger = logging.getLogger(__name__)

#: How long a cancelled child may take to print its results and to end its own processes.
CANCEL_GRACE_MS = 3000
_STOP_WAIT_MS = 1500


class MeasuringChild(QObject):
    """Runs one order at a time. A subclass reads the messages and emits the outcome.

    *Attributes:*
        is_running: from the order until the process ended, or could not be started.

    *Signals:*
        running_changed (bool): it began or ended.
        cancelled (): it ended early, as ``cancel`` asked.
        failed (str): a sentence on why it failed.
    """

    running_changed = Signal(bool)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(
        self, name: str, command: Callable[[], list[str]], parent: QObject | None = None
    ) -> None:
        """Create it; ``name`` is that of the log's lines."""
        super().__init__(parent)
        self.is_running = False
        self.is_cancelled = self.is_stopped = False
        self._name, self._command = name, command
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._kill = QTimer(self, singleShot=True, interval=CANCEL_GRACE_MS)
        self._kill.timeout.connect(self._process.kill)

    def give(self, order: Frozen) -> None:
        """Start the process and give it its order."""
        self.is_cancelled = False
        self.is_running = True
        self.running_changed.emit(True)
        program, *arguments = self._command()
        self._process.start(program, arguments)
        self._process.write(f"{order.model_dump_json()}\n".encode())

    @Slot()
    def cancel(self) -> None:
        """End the process: it prints its results so far, or is killed."""
        if self.is_running and not self.is_cancelled:
            self.is_cancelled = True
            self._process.closeWriteChannel()
            self._kill.start()

    @Slot()
    def stop(self) -> None:
        """End the process for good: the window closes."""
        self.is_stopped = True
        if not self.is_running:
            return
        self._process.closeWriteChannel()  # it removes its files; killed, it could not
        if not self._process.waitForFinished(_STOP_WAIT_MS):
            self._process.kill()
            self._process.waitForFinished(_STOP_WAIT_MS)

    # ------------------------------------------------------------------ of a subclass

    def take_line(self, line: bytes) -> None:
        """Take a line of the process.

        Raises:
            ValueError: it is no message.
        """
        raise NotImplementedError

    def start_problem(self, why: str) -> str:
        """Return a sentence on why the process could not be started."""
        raise NotImplementedError

    def emit_outcome(self, exit_code: int) -> None:
        """Emit the outcome of the order once the process ended."""
        raise NotImplementedError

    # ------------------------------------------------------------------ the process

    @Slot()
    def _on_output(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                self.take_line(line)
            except ValueError:
                logger.warning("%s: not a message: %r", self._name, line[:200])

    @Slot()
    def _on_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        logger.info("%s: %s", self._name, text.rstrip())

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # ``finished`` follows all others
            self._end()
            self.failed.emit(self.start_problem(self._process.errorString()))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._end()
        if not self.is_stopped:
            self.emit_outcome(exit_code)

    def _end(self) -> None:
        self._kill.stop()
        self.is_running = False
        if not self.is_stopped:
            self.running_changed.emit(False)
