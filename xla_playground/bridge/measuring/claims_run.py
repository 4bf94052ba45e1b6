"""The child process that repeats published claims, and its results."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

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
from .child import MeasuringChild

logger = logging.getLogger(__name__)


class ClaimsRun(MeasuringChild):
    """Repeats experiments, and keeps their results in a file, also if it is cancelled.

    *Attributes:*
        kept: the results so far.
        progress: how far it is; ``None`` before the first experiment begins.

    *Signals:*
        progress_changed (): ``progress`` is another one.
        measured (): ``kept`` has further results.
        ended (): every experiment was made.
    """

    progress_changed = Signal()
    measured = Signal()
    ended = Signal()

    def __init__(
        self,
        command: Callable[[], list[str]] = claims_command,
        path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Create it; ``path`` is the file of the results."""
        super().__init__("claims", command, parent)
        self.progress: ClaimsProgress | None = None
        self._path = path or claims_path()
        self.kept = self._saved = load_claims(self._path)
        self._is_done = False

    def start(self, experiments: Sequence[Experiment], torch_python: str = "") -> None:
        """Repeat experiments; does nothing if some are repeated."""
        if self.is_running or self.is_stopped:
            return
        self._is_done, self.progress = False, None
        self.give(
            ClaimsOrder(
                experiments=tuple(experiments),
                seconds=self.kept.seconds(),
                torch_python=torch_python,
            )
        )

    def show(self, name: str) -> None:
        """Remember the selected claim; saved with the next results, or at the end."""
        self.kept = self.kept.model_copy(update={"shown": name})

    @Slot()
    def stop(self) -> None:
        self.is_stopped = True
        if self.kept != self._saved:
            self._save()
        super().stop()

    def take_line(self, line: bytes) -> None:
        message = CLAIMS_MESSAGES.validate_json(line)
        if isinstance(message, ClaimsMeasured):
            self.kept = self.kept.with_results(message.results)
            self._save()
            if not self.is_stopped:
                self.measured.emit()
        elif isinstance(message, ClaimsDone):
            self._is_done = True
        elif not self.is_cancelled:
            self.progress = message
            self.progress_changed.emit()

    def start_problem(self, why: str) -> str:
        return self.tr("The claims could not be repeated ({0}).").format(why)

    def emit_outcome(self, exit_code: int) -> None:
        if self._is_done:
            self.ended.emit()
        elif self.is_cancelled:
            self.cancelled.emit()
        else:
            sentence = self.tr("The experiment ended without a word (exit code {0}): see the log.")
            self.failed.emit(sentence.format(exit_code))

    def _save(self) -> None:
        try:
            save_claims(self.kept, self._path)
            self._saved = self.kept
        except EnvironmentFault as error:
            logger.warning("claims: %s", error.message)
            if not self.is_stopped:
                self.failed.emit(error.message.text)
