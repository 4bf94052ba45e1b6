"""The child process that pulls a model to this machine, and its messages."""

from __future__ import annotations

import logging
from collections.abc import Callable

from pydantic import ValidationError
from PySide6.QtCore import QObject, QProcess, Signal, Slot

from ...core.engine.pull import PULL_MESSAGES, PullDone, PullError, PullProgress, pull_command

logger = logging.getLogger(__name__)

_KILL_WAIT_MS = 1000
#: A line longer than this is no message.
_MAX_LINE_BYTES = 100_000


class PullProcess(QObject):
    """Pulls one model at a time. Killing the child cancels.

    Fetched files are kept for the next pull.

    *Attributes:*
        model: what is pulled now, or was last.

    *Signals:*
        progress_changed (PullProgress): how far it is.
        finished (PullDone): the model can be named.
        failed (str): a sentence on why it stopped and what to do.
        cancelled (): ``cancel`` ended it.
    """

    progress_changed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        command: Callable[[str], list[str]] = pull_command,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = ""
        self._command = command
        self._is_cancelled = False
        self._last: PullDone | PullError | None = None
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)

    @property
    def is_running(self) -> bool:
        """Return whether a model is being pulled."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self, model: str) -> None:
        """Pull ``model``, resuming an earlier download; does nothing if a pull is running."""
        if self.is_running:
            return
        self.model, self._is_cancelled, self._last = model, False, None
        program, *arguments = self._command(model)
        self._process.start(program, arguments)
        self._process.closeWriteChannel()

    @Slot()
    def cancel(self) -> None:
        """Kill the child; answered by ``cancelled``."""
        if self.is_running:
            self._is_cancelled = True
            self._process.kill()

    @Slot()
    def stop(self) -> None:
        """End the download: the window closes."""
        self.cancel()
        self._process.waitForFinished(_KILL_WAIT_MS)

    @Slot()
    def _on_output(self) -> None:
        while self._process.canReadLine():
            self._take_line(bytes(self._process.readLine().data()))

    def _take_line(self, line: bytes) -> None:
        try:
            message = PULL_MESSAGES.validate_json(line[:_MAX_LINE_BYTES])
        except ValidationError:
            logger.warning("pull: not a message: %r", line[:200])
            return
        if isinstance(message, PullProgress):
            self.progress_changed.emit(message)
        else:
            self._last = message

    @Slot()
    def _on_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        logger.info("pull of %s: %s", self.model, text.rstrip())

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all others ``finished`` tells
            why = self._process.errorString()
            self.failed.emit(self.tr("The download could not be started ({0}).").format(why))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output()
        if isinstance(self._last, PullDone):
            self.finished.emit(self._last)
        elif self._is_cancelled:
            self.cancelled.emit()
        elif self._last is not None:
            self.failed.emit(self._last.message.text)
        else:
            sentence = self.tr(
                "The download ended without a word (exit code {0}): resume it, it goes on where it "
                "was."
            )
            self.failed.emit(sentence.format(exit_code))
