"""What runs: the calls of one press of Run."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from ...bridge.engine_commands import Refusal
from ...bridge.engine_thread import EngineThread
from ...bridge.gentle_cancel import GentleCancel
from ...core.call.partial_text import PartialText, TextSoFar
from ...core.call.plan import Plan
from ...core.call.record import ForecastCost, Record, Status
from ...core.call.request import Request
from ...core.engine.call_end import CallEnd
from ...core.errors import PlaygroundError, RequestError
from .call_log import CallLog
from .form import Form
from .model_choice import ModelChoice
from .notices import Notices
from .planner import Planner


@dataclass(frozen=True)
class GrowingText:
    """The running call so far.

    Attributes:
        record: what its record would be, as far as there is text.
        new_tokens: tokens so far, those of the longest prompt.
    """

    record: Record
    new_tokens: int


class Runner(QObject):
    """Makes the calls that the form asks for, one after the other, and hands them to the log.

    *Signals:*
        busy_changed (bool): a call began or the last one ended.
        progress_changed (int, int): the number of the running call of this Run, and of how many.
        text_grew (GrowingText): the running call streams, and a block of it is there.
        run_ended (CallEnd | None): the last call of this Run ended; ``None`` if it was refused.
        refused (): Run was pressed, and ``Form.problem`` is why nothing runs.
    """

    busy_changed = Signal(bool)
    progress_changed = Signal(int, int)
    text_grew = Signal(object)
    run_ended = Signal(object)
    refused = Signal()

    def __init__(
        self,
        thread: EngineThread,
        form: Form,
        choice: ModelChoice,
        planner: Planner,
        log: CallLog,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._thread, self._form, self._choice = thread, form, choice
        self._planner, self._log, self._notices = planner, log, notices
        self._canceller = GentleCancel(thread, self)
        self._running: Request | None = None
        self._expected: ForecastCost | None = None
        self._text = TextSoFar()
        self._calls_asked = self._calls_left = 0
        self._is_run_asked = False
        self._is_stopped = False
        choice.chosen.connect(self._on_model_not_cleared)
        choice.asked.connect(self._on_model_not_cleared)
        choice.absent.connect(self._on_model_not_cleared)
        choice.cleared.connect(self._on_model_cleared)
        thread.text_grew.connect(self._on_text)
        thread.call_ended.connect(self._on_call_ended)
        thread.request_refused.connect(self._on_request_refused)

    @property
    def is_busy(self) -> bool:
        """Return whether a call is running or waiting."""
        return self._running is not None

    @Slot()
    def run(self) -> None:
        """Make the calls that the form asks for; does nothing while one runs."""
        if self.is_busy:
            return
        try:
            request = self._form.runnable_request()
        except RequestError as error:
            self._refuse(error)
            return
        self._is_run_asked = not self._choice.is_cleared
        if self._is_run_asked:
            return  # its files are being looked at: a moment later
        self._log.follow_next()
        self._calls_asked = self._calls_left = self._form.repeat
        self._running = request
        self._form.clear_problem()
        self.busy_changed.emit(True)
        self._planner.begin_run()
        self._submit(request)

    @Slot()
    def cancel(self) -> None:
        """Give up the calls that would follow, and the running one unless it is about to end."""
        if self._running is None:
            return
        is_first = self._calls_left == self._calls_asked - 1
        self._calls_left = 0
        summaries = self._log.own.summaries
        before = None if is_first or not summaries else summaries[-1]
        self._canceller.cancel(self._running, before)

    def announce(self) -> None:
        """Emit again how far the running calls are, if any run."""
        if self._running is not None:
            self.busy_changed.emit(True)
            self.progress_changed.emit(self._calls_asked - self._calls_left, self._calls_asked)
            if self._text.sequences:
                self.text_grew.emit(self._growing(self._running))

    def stop(self) -> None:
        """Take up nothing more: the window closes."""
        self._is_stopped = True
        self._canceller.stop()

    def _submit(self, request: Request, plan: Plan | None = None) -> None:
        self._running, self._text = request, TextSoFar()
        self._expected = self._planner.expected_cost(request, plan)
        self._calls_left -= 1
        self._thread.submit(request)
        self.progress_changed.emit(self._calls_asked - self._calls_left, self._calls_asked)

    @Slot(object)
    def _on_text(self, partial: PartialText) -> None:
        if self._running is None or partial.request_id != self._running.id or self._is_stopped:
            return
        self._text(partial)
        self.text_grew.emit(self._growing(self._running))

    def _growing(self, request: Request) -> GrowingText:
        record = Record(request=request, sequences=self._text.sequences)
        return GrowingText(record, self._text.new_tokens)

    @Slot(object)
    def _on_call_ended(self, end: CallEnd) -> None:
        if self._is_stopped:
            return
        record = end.record.model_copy(update={"forecast": self._expected})
        is_followed = record.status is Status.COMPLETED and self._calls_left > 0
        self._log.add(record, is_followed_by_next=is_followed)
        if record.error_text:
            self._notices.add(record.error_text)
        self._notices.add_new(record.notices)
        if is_followed:
            self._submit(record.request.again(), end.plan)
        else:
            self._finish(end)

    @Slot(object)
    def _on_request_refused(self, refusal: Refusal[Request]) -> None:
        self._finish()
        self._refuse(refusal.error)

    def _finish(self, end: CallEnd | None = None) -> None:
        """End this Run; the engine is asked for nothing that came with its last call."""
        self._canceller.stop()
        ran, self._running = self._running, None
        self._calls_left = 0
        self.busy_changed.emit(False)
        self.run_ended.emit(end)
        self._planner.end_run(ran, None if end is None else end.plan)

    def _refuse(self, error: PlaygroundError) -> None:
        self._form.show_problem(error)
        self.refused.emit()

    # ------------------------------------------------------------------ the model

    @Slot()
    def _on_model_not_cleared(self) -> None:
        self._is_run_asked = False

    @Slot()
    def _on_model_cleared(self) -> None:
        if self._is_run_asked:
            self.run()
