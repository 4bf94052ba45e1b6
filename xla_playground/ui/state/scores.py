"""How likely the tokens of the call that is looked at were, if the user wants to know."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ...bridge.engine_commands import Refusal, Scored
from ...bridge.engine_thread import EngineThread
from ...core.call.probabilities import ScoredSequence
from ...core.call.record import Record
from ...core.engine.engine import Phase
from .call_log import CallLog
from .engine_watch import EngineWatch
from .model_choice import ModelChoice
from .runner import Runner

#: How long the engine rests before it scores: the next call is planned before.
_REST_MS = 400
#: Calls whose scores are kept.
_KEPT = 20


class Scores(QObject):
    """Has the engine score the call that is looked at, between two Runs and only while wanted.

    A call of another model than the chosen one is not scored, since its model would be loaded.

    *Signals:*
        changed (): what is known of a call may be something else.
    """

    changed = Signal()

    def __init__(
        self,
        thread: EngineThread,
        engine: EngineWatch,
        choice: ModelChoice,
        runner: Runner,
        log: CallLog,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._thread, self._engine, self._choice, self._runner = thread, engine, choice, runner
        self._is_wanted = False
        self._record: Record | None = None
        self._known: dict[str, tuple[ScoredSequence, ...]] = {}
        self._refusals: dict[str, str] = {}
        self._asked: set[str] = set()  # each once: a worker that ends by it shall not do so again
        self._unanswered = ""
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._ask)
        log.call_selected.connect(self._on_call_selected)
        log.history_cleared.connect(self._on_history_cleared)
        runner.busy_changed.connect(self._ask_soon)
        engine.changed.connect(self._on_engine_changed)
        choice.changed.connect(self._ask_soon)
        thread.scored.connect(self._on_scored)
        thread.score_refused.connect(self._on_refused)

    def want(self, is_wanted: bool) -> None:
        """Begin to score calls that are looked at, or end it."""
        self._is_wanted = is_wanted
        self._asked.clear()
        self._refusals.clear()
        self._ask_soon()
        self.changed.emit()

    def of(self, record: Record) -> tuple[ScoredSequence, ...] | None:
        """Return the scores of a call, ``None`` while they are not known."""
        return self._known.get(record.request.id)

    def state(self, record: Record) -> str:
        """Return why the scores of a call are not known, empty if they are."""
        if record.request.id in self._known:
            return ""
        if record.request.id in self._refusals:
            return self._refusals[record.request.id]
        if not record.sequences:
            return self.tr("This call has no tokens.")
        if record.request.model != self._choice.model:
            return self.tr("This call is of another model: choose it to see probabilities.")
        return self.tr("Computed when the engine is at rest.")

    def stop(self) -> None:
        """Ask for nothing more: the window closes."""
        self._is_wanted = False
        self._timer.stop()

    @Slot(object)
    def _on_call_selected(self, record: Record) -> None:
        self._record = record
        self._ask_soon()

    @Slot()
    def _on_history_cleared(self) -> None:
        self._record = None

    @Slot()
    def _on_engine_changed(self) -> None:
        if self._engine.phase in (Phase.STARTING, Phase.STOPPED):
            self._unanswered = ""  # it may have ended by it
        self._ask_soon()

    @Slot()
    def _ask_soon(self) -> None:
        if self._is_wanted:
            self._timer.start()

    @Slot()
    def _ask(self) -> None:
        record = self._record
        if record is None or not record.sequences or not self._is_wanted:
            return
        is_idle = self._engine.phase is Phase.READY and not self._runner.is_busy
        is_loaded = self._choice.is_ready and record.request.model == self._choice.model
        number = record.request.id
        if is_idle and is_loaded and number not in self._known and number not in self._asked:
            self._asked.discard(self._unanswered)  # only the newest is answered
            self._unanswered = number
            self._asked.add(number)
            self._thread.score(record)

    @Slot(object)
    def _on_scored(self, scored: Scored) -> None:
        self._known[scored.record.request.id] = scored.sequences
        self._on_answered(scored.record)
        for oldest in list(self._known)[:-_KEPT]:
            del self._known[oldest]
            self._asked.discard(oldest)
        self.changed.emit()

    @Slot(object)
    def _on_refused(self, refusal: Refusal[Record]) -> None:
        self._refusals[refusal.subject.request.id] = refusal.error.sentence
        self._on_answered(refusal.subject)
        self.changed.emit()

    def _on_answered(self, record: Record) -> None:
        if record.request.id == self._unanswered:
            self._unanswered = ""
