"""The child process that repeats published claims, and what it measured."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import ValidationError
from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from ...core.claims.claim import Experiment
from ...core.claims.repeats import (
    CLAIMS_MESSAGES,
    ClaimsDone,
    ClaimsMeasured,
    ClaimsOrder,
    ClaimsProgress,
    claims_command,
    load_claims,
    save_claims,
)
from ...core.errors import EnvironmentFault
from ...core.paths import claims_path

logger = logging.getLogger(__name__)

#: What a cancelled experiment has to end its own processes.
CANCEL_GRACE_MS = 3000
_STOP_WAIT_MS = 1500


class ClaimsRun(QObject):
    """Repeats experiments, and keeps what they measured in a file.

    *Attributes:*
        is_running: from ``start`` until it ended, whatever the end.
        kept: the results so far.
        progress: how far it is; ``None`` before the first experiment begins.

    *Signals:*
        running_changed (bool): it began or ended.
        progress_changed (): ``progress`` is another one.
        measured (): ``kept`` has further results.
        ended (): every experiment was made.
        cancelled (): it was cancelled; results so far are kept.
        failed (str): a sentence on why it ended early, or why results are not saved.
    """

    running_changed = Signal(bool)
    progress_changed = Signal()
    measured = Signal()
    ended = Signal()
    cancelled = Signal()
    failed = Signal(str)

    def __init__(
        self,
        command: Callable[[], list[str]] = claims_command,
        path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Create it; ``path`` is the file of the results."""
        super().__init__(parent)
        self.is_running = False
        self.progress: ClaimsProgress | None = None
        self._path = path or claims_path()
        self.kept = load_claims(self._path)
        self._command = command
        self._is_cancelled = self._is_stopped = self._is_done = False
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._kill = QTimer(self, singleShot=True, interval=CANCEL_GRACE_MS)
        self._kill.timeout.connect(self._process.kill)

    def start(self, experiments: Sequence[Experiment], torch_python: str = "") -> None:
        """Repeat experiments; does nothing if some are repeated."""
        if self.is_running or self._is_stopped:
            return
        self._is_cancelled = self._is_done = False
        self.progress = None
        self.is_running = True
        self.running_changed.emit(True)
        program, *arguments = self._command()
        self._process.start(program, arguments)
        order = ClaimsOrder(
            experiments=tuple(experiments),
            seconds=self.kept.seconds(),
            torch_python=torch_python,
        )
        self._process.write(f"{order.model_dump_json()}\n".encode())

    def show(self, name: str) -> None:
        """Remember which claim is looked at; saved with the next results, or at the end."""
        self.kept = self.kept.model_copy(update={"shown": name})

    @Slot()
    def cancel(self) -> None:
        """End the running experiment: its process ends its own, or is killed."""
        if self.is_running and not self._is_cancelled:
            self._is_cancelled = True
            self._process.closeWriteChannel()
            self._kill.start()

    @Slot()
    def stop(self) -> None:
        """End what runs, for good: the window closes."""
        self._is_stopped = True
        if self.kept != load_claims(self._path):
            self._save()
        if not self.is_running:
            return
        self._process.closeWriteChannel()  # it removes its files; killed, it could not
        if not self._process.waitForFinished(_STOP_WAIT_MS):
            self._process.kill()
            self._process.waitForFinished(_STOP_WAIT_MS)

    def _save(self) -> None:
        try:
            save_claims(self.kept, self._path)
        except EnvironmentFault as error:
            logger.warning("claims: %s", error.message)
            if not self._is_stopped:
                self.failed.emit(error.message.text)

    @Slot()
    def _on_output(self) -> None:
        while self._process.canReadLine():
            self._take_line(bytes(self._process.readLine().data()))

    def _take_line(self, line: bytes) -> None:
        try:
            message = CLAIMS_MESSAGES.validate_json(line)
        except ValidationError:
            logger.warning("claims: not a message: %r", line[:200])
            return
        if isinstance(message, ClaimsMeasured):
            self.kept = self.kept.with_results(message.results)
            self._save()
            if not self._is_stopped:
                self.measured.emit()
        elif isinstance(message, ClaimsDone):
            self._is_done = True
        elif not self._is_cancelled:
            self.progress = message
            self.progress_changed.emit()

    @Slot()
    def _on_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        logger.info("claims: %s", text.rstrip())

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all others ``finished`` tells
            self._end()
            why = self._process.errorString()
            self.failed.emit(self.tr("The claims could not be repeated ({0}).").format(why))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._end()
        if self._is_stopped:
            return
        if self._is_done:
            self.ended.emit()
        elif self._is_cancelled:
            self.cancelled.emit()
        else:
            sentence = self.tr("The experiment ended without a word (exit code {0}): see the log.")
            self.failed.emit(sentence.format(exit_code))

    def _end(self) -> None:
        self._kill.stop()
        self.is_running = False
        if not self._is_stopped:
            self.running_changed.emit(False)
