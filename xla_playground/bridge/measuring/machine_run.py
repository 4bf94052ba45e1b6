"""The child process that measures this machine."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ...core.inside.machine import (
    MACHINE_MESSAGES,
    MachineDone,
    MachineError,
    MachineOrder,
    machine_command,
)
from .child import MeasuringChild


class MachineRun(MeasuringChild):
    """Measures one time; the process writes the file of the limits.

    *Signals:*
        finished (): the file has new limits.
    """

    finished = Signal()

    def __init__(
        self, command: Callable[[], list[str]] = machine_command, parent: QObject | None = None
    ) -> None:
        super().__init__("machine", command, parent)
        self._last: MachineDone | MachineError | None = None

    @Slot()
    def start(self) -> None:
        """Measure; does nothing if a measurement is running."""
        if self.is_running or self.is_stopped:
            return
        self._last = None
        self.give(MachineOrder())

    def take_line(self, line: bytes) -> None:
        self._last = MACHINE_MESSAGES.validate_json(line)

    def start_problem(self, why: str) -> str:
        return self.tr("Measuring could not be started ({0}).").format(why)

    def emit_outcome(self, exit_code: int) -> None:
        if isinstance(self._last, MachineDone):
            self.finished.emit()
        elif self.is_cancelled:
            self.cancelled.emit()
        elif self._last is not None:
            sentence = self.tr("Nothing was measured: {0}")
            self.failed.emit(sentence.format(self._last.message.text))
        else:
            sentence = self.tr("The measurement ended without a word (exit code {0}): see the log.")
            self.failed.emit(sentence.format(exit_code))
