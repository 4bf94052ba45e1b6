"""The child process that races a request on several lanes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ...core.comparison.race_report import (
    RACE_MESSAGES,
    RaceDone,
    RaceError,
    RaceOrder,
    RaceProgress,
    RaceReport,
    race_command,
)
from .child import MeasuringChild


class RaceRun(MeasuringChild):
    """Runs one race at a time; ``cancelled`` before anything was measured.

    *Attributes:*
        report: of the latest race that measured something, ``None`` before the first.
        progress: how far the race is; ``None`` before its first call.

    *Signals:*
        progress_changed (RaceProgress): how far it is.
        finished (RaceReport): it ended, or was cancelled after the first call.
    """

    progress_changed = Signal(object)
    finished = Signal(object)

    def __init__(
        self, command: Callable[[], list[str]] = race_command, parent: QObject | None = None
    ) -> None:
        super().__init__("race", command, parent)
        self.report: RaceReport | None = None
        self.progress: RaceProgress | None = None
        self._last: RaceDone | RaceError | None = None

    def start(self, order: RaceOrder) -> None:
        """Run the race; does nothing if one is running."""
        if self.is_running or self.is_stopped:
            return
        self._last = self.progress = None
        self.give(order)

    def take_line(self, line: bytes) -> None:
        message = RACE_MESSAGES.validate_json(line)
        if not isinstance(message, RaceProgress):
            self._last = message
        elif not self.is_cancelled:
            self.progress = message
            self.progress_changed.emit(message)

    def start_problem(self, why: str) -> str:
        return self.tr("The race could not be started ({0}).").format(why)

    def emit_outcome(self, exit_code: int) -> None:
        if isinstance(self._last, RaceDone) and self._last.report.has_calls:
            self.report = self._last.report
            self.finished.emit(self.report)
        elif self.is_cancelled:
            self.cancelled.emit()
        elif isinstance(self._last, RaceError):
            self.failed.emit(self._last.message.text)
        else:
            sentence = self.tr("The race ended without a word (exit code {0}): see the log.")
            self.failed.emit(sentence.format(exit_code))
