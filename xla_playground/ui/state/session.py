"""What the window is about, without a widget: the draft, the running call, the engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ...bridge.engine_thread import EngineThread, ModelRefusal, Refusal
from ...core.advice.forecast import forecast
from ...core.call.partial_text import PartialText, TextSoFar
from ...core.call.plan import Plan
from ...core.call.record import Record, Status
from ...core.call.request import Request
from ...core.engine.call_end import CallEnd
from ...core.engine.engine import EngineInfo, EngineStatus, Phase
from ...core.errors import PlaygroundError, RequestError
from ...core.history.history import History
from ...core.model.info import ModelInfo
from ...core.notice import Notice
from ...core.window.draft import Draft
from ...core.window.settings import Settings
from .call_log import CallLog
from .gentle_cancel import GentleCancel
from .model_choice import ModelChoice
from .settings_saver import SettingsSaver
from .specialization_list import SpecializationList
from .table_layouts import TableLayouts
from .unsaved import save_everything

#: How long a knob must rest before the engine is asked for a plan.
PLAN_DELAY_MS = 150
MAX_RECENT_MODELS = 12


@dataclass(frozen=True)
class GrowingText:
    """The running call so far.

    Attributes:
        record: what its record would be, as far as there is text.
        new_tokens: tokens so far, those of the longest prompt.
    """

    record: Record
    new_tokens: int


class Session(QObject):
    """The owner of the window's state: all changes go through it.

    Panels hand in raw values with ``update``; the session makes the request, asks the engine
    thread for a plan, forecasts its cost, runs it, and has its record kept.

    *Attributes:*
        saver: what is remembered of the draft and the window, and when it is saved.
        summaries: every call of the history, oldest first; rows are only ever appended, or all
            cleared.
        book: the same calls grouped by specialization.
        notes: why calls were new or failed, as far as that was told.
        choice: the model of the draft, on its way into the engine.
        specializations: what the engine need not trace again.
        log: the calls, and which one is looked at.
        table_layouts: how the user arranged the tables.
        plan: the last of the draft's model, ``None`` before there is one.
        model_info: what is known of that model, ``None`` while nothing is.

    *Signals:*
        draft_changed (): a value was handed in.
        problem_found (RequestError): the draft cannot run; shown beside the control it names.
        problem_cleared (): the draft has no problem that is known.
        plan_changed (Plan): the draft was planned.
        forecast_changed (Forecast | None): what Run would cost; ``None`` while it is not known.
        model_changed (ModelInfo), model_refused (ModelRefusal): what came of choosing a model.
        memory_asked (MemoryQuestion), model_absent (str): it takes more memory than is free, or
            must be downloaded first, see ``ModelChoice``.
        busy_changed (bool): a call began or the last one ended.
        progress_changed (int, int): the number of the running call of this Run, and of how many.
        text_grew (GrowingText): the running call streams, and a block of it is there.
        record_added (CallSummary, Record): a call ended.
        call_selected (Record): a call is looked at: the newest, or one that was chosen.
        history_cleared (): all calls were forgotten.
        history_renumbered (): the latest calls have other numbers, in the same order.
        status_changed (EngineStatus), engine_ready (EngineInfo): from the engine.
        notice (str): a sentence to show for a while.
        closing (): the window closes; whoever runs something stops it.
    """

    draft_changed = Signal()
    problem_found = Signal(object)
    problem_cleared = Signal()
    plan_changed = Signal(object)
    forecast_changed = Signal(object)
    model_changed = Signal(object)
    model_refused = Signal(object)
    memory_asked = Signal(object)
    model_absent = Signal(str)
    busy_changed = Signal(bool)
    progress_changed = Signal(int, int)
    text_grew = Signal(object)
    record_added = Signal(object, object)
    call_selected = Signal(object)
    history_cleared = Signal()
    history_renumbered = Signal()
    status_changed = Signal(object)
    engine_ready = Signal(object)
    notice = Signal(str)
    closing = Signal()

    def __init__(
        self,
        engine_thread: EngineThread,
        history: History,
        settings: Settings,
        settings_path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._thread = engine_thread
        self.log = CallLog(history, self)
        self.summaries = self.log.summaries
        self.book, self.notes = self.log.book, self.log.notes
        self._draft = Draft(settings)
        self.saver = SettingsSaver(self._draft, settings, settings_path, self)
        self.choice = ModelChoice(engine_thread, self._draft, self)
        self.specializations = SpecializationList(engine_thread, self)
        self.table_layouts = TableLayouts(settings.tables, self)
        self.plan: Plan | None = None
        self._running: Request | None = None
        self._text = TextSoFar()
        self._calls_asked = 0
        self._calls_left = 0
        self._shown_notices: set[Notice] = set()
        self._planned: Request | None = None
        self._is_engine_ready = False
        self._is_run_asked = False
        self._is_closed = False
        self._plan_timer = QTimer(self, singleShot=True, interval=PLAN_DELAY_MS)
        self._plan_timer.timeout.connect(self._ask_for_plan)
        self._canceller = GentleCancel(engine_thread, self)
        self.saver.notice.connect(self.notice)
        self.log.record_added.connect(self.record_added)
        self.log.call_selected.connect(self.call_selected)
        self.log.history_cleared.connect(self.history_cleared)
        self.log.history_renumbered.connect(self.history_renumbered)
        self.log.notice.connect(self.notice)
        engine_thread.engine_ready.connect(self._on_engine_ready)
        engine_thread.engine_restarted.connect(self._on_engine_restarted)
        engine_thread.status_changed.connect(self._on_status)
        self.choice.changed.connect(self._on_model_changed)
        self.choice.refused.connect(self._on_model_refused)
        self.choice.asked.connect(self.memory_asked)
        self.choice.asked.connect(self._on_choice_stopped)
        self.choice.absent.connect(self.model_absent)
        self.choice.absent.connect(self._on_choice_stopped)
        self.choice.cleared.connect(self._on_model_cleared)
        engine_thread.planned.connect(self._on_planned)
        engine_thread.plan_refused.connect(self._on_plan_refused)
        engine_thread.text_grew.connect(self._on_text)
        engine_thread.call_ended.connect(self._on_call_ended)
        engine_thread.request_refused.connect(self._on_request_refused)

    # ------------------------------------------------------------------ the draft

    def update(self, **values: Any) -> None:
        """Take up raw values of panels, see ``Draft.update``."""
        before = self._draft.model
        self._draft.update(**values)
        if self._draft.model != before:
            self.plan = None
            self._is_run_asked = False
            self.choice.begin()
        self.draft_changed.emit()
        self.forecast_changed.emit(None)
        self._plan_timer.start()
        self.saver.save_soon()

    @property
    def settings(self) -> Settings:
        """See ``SettingsSaver``."""
        return self.saver.settings

    @property
    def model_info(self) -> ModelInfo | None:
        """See the attributes of the class."""
        return self._draft.info

    @property
    def is_fast(self) -> bool:
        """See ``Draft.is_fast``."""
        return self._draft.is_fast

    @property
    def reads_padding_policy(self) -> bool:
        """See ``Draft.reads_padding_policy``."""
        return self._draft.reads_padding_policy

    @property
    def has_capacity(self) -> bool:
        """See ``Draft.has_capacity``."""
        return self._draft.has_capacity

    def request(self) -> Request:
        """Return the request that the draft describes, see ``Draft.request``."""
        return self._draft.request()

    def plan_again(self) -> None:
        """Schedule a new plan of the draft, because the store's contents have changed."""
        self._plan_timer.start()

    # ------------------------------------------------------------------ planning

    def _checked_request(self) -> Request | None:
        """Return the draft's request; emit ``problem_found`` and return None if it is invalid."""
        try:
            if self.choice.problem is not None:
                raise self.choice.problem
            request = self.request()
        except RequestError as error:
            self.problem_found.emit(error)
            return None
        return request

    @Slot()
    def _ask_for_plan(self) -> None:
        request = self._checked_request()
        if request is None:
            return  # planned when the problem is mended
        if self._is_engine_ready and self.choice.is_cleared and not self.is_busy:
            self._planned = request
            self._thread.plan(request)
        else:  # planned when the engine is ready, or when the call ends
            self.problem_cleared.emit()

    @Slot(object)
    def _on_planned(self, plan: Plan) -> None:
        if self._is_awaited(plan.request_id):
            self.plan = plan
            self.problem_cleared.emit()
            self.plan_changed.emit(plan)
            self.forecast_changed.emit(forecast(plan, self.book, self._planned))

    def _is_awaited(self, request_id: str) -> bool:
        """Return whether an answer is that to the draft of now."""
        is_planned = self._planned is not None and self._planned.id == request_id
        return is_planned and not self._plan_timer.isActive()

    @Slot(object)
    def _on_plan_refused(self, refusal: Refusal) -> None:
        if self._is_awaited(refusal.request.id):
            self._tell(refusal.error)

    # ------------------------------------------------------------------ running

    @property
    def is_busy(self) -> bool:
        """Return whether a call is running or waiting."""
        return self._running is not None

    @Slot()
    def run(self) -> None:
        """Make the calls that the draft asks for; does nothing while one runs."""
        self.saver.save()
        request = None if self.is_busy else self._checked_request()
        if request is None:
            return
        self._is_run_asked = not self.choice.is_cleared
        if self._is_run_asked:
            return  # its files are being looked at: a moment later
        self.log.follow_next()
        self._calls_asked = self._calls_left = self._draft.repeat
        self._running = request
        self.problem_cleared.emit()
        self.busy_changed.emit(True)
        self._submit(request)

    @Slot()
    def cancel(self) -> None:
        """Give up the calls that would follow, and the running one unless it is about to end."""
        if self._running is None:
            return
        is_first = self._calls_left == self._calls_asked - 1
        self._calls_left = 0
        before = None if is_first or not self.summaries else self.summaries[-1]
        self._canceller.cancel(self._running, before)

    def _submit(self, request: Request) -> None:
        self._running, self._text = request, TextSoFar()
        self._calls_left -= 1
        self._thread.submit(request)
        self.progress_changed.emit(self._calls_asked - self._calls_left, self._calls_asked)

    @Slot(object)
    def _on_text(self, partial: PartialText) -> None:
        if self._running is None or partial.request_id != self._running.id or self._is_closed:
            return
        self._text(partial)
        growing = Record(request=self._running, sequences=self._text.sequences)
        self.text_grew.emit(GrowingText(growing, self._text.new_tokens))

    @Slot(object)
    def _on_call_ended(self, end: CallEnd) -> None:
        if self._is_closed:
            return
        record = end.record
        self.log.add(record)
        if record.error:
            self.notice.emit(record.error)
        self._show_once(record.notices)
        if record.status is Status.COMPLETED and self._calls_left > 0:
            self._submit(record.request.again())
        else:
            self._finish(end)

    @Slot(object)
    def _on_request_refused(self, refusal: Refusal) -> None:
        self._finish()
        self._tell(refusal.error)

    def _show_once(self, notices: Iterable[Notice]) -> None:
        """Show notices that were not shown yet: each call and each start brings the same again."""
        for notice in notices:
            if notice not in self._shown_notices:
                self._shown_notices.add(notice)
                self.notice.emit(notice.text)

    def _finish(self, end: CallEnd | None = None) -> None:
        """End this Run; ask the engine for nothing that came with the end of its last call."""
        self._canceller.stop()
        ran, self._running = self._running, None
        self._calls_left = 0
        self.busy_changed.emit(False)
        self.specializations.take_from(end)
        if end is None or end.plan is None or not self._would_run(ran):
            self._plan_timer.start()
        else:
            self._planned = ran
            self._on_planned(end.plan)

    def _would_run(self, request: Request | None) -> bool:
        """Return whether Run would make this very call again."""
        try:
            drafted = self.request()
        except RequestError:
            return False
        if request is None or not self.choice.is_cleared:
            return False
        return drafted.model_copy(update={"id": request.id}) == request

    def _tell(self, error: PlaygroundError) -> None:
        """Show an error beside the control it names, a checkpoint's beside the model."""
        if not isinstance(error, RequestError):
            error = RequestError("model", error.sentence)
        self.forecast_changed.emit(None)
        self.problem_found.emit(error)

    # ------------------------------------------------------------------ the engine

    @Slot()
    def restart_engine(self) -> None:
        """Start a stopped engine again."""
        self._thread.restart()

    @Slot(object)
    def _on_engine_ready(self, info: EngineInfo) -> None:
        self._is_engine_ready = True
        self._show_once(info.notices)
        self.engine_ready.emit(info)
        self.choice.set_engine_ready(True)
        self._plan_timer.start()

    @Slot(str)
    def _on_engine_restarted(self, how_it_ended: str) -> None:
        sentence = self.tr("The worker ended ({0}): it was started again.")
        self.notice.emit(sentence.format(how_it_ended))

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.phase in (Phase.STARTING, Phase.STOPPED):
            self._is_engine_ready = False
            self.choice.set_engine_ready(False)
        self.status_changed.emit(status)

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self.model_changed.emit(info)
        self._show_once(info.notices)
        self._plan_timer.start()  # what the draft asks of it may be another thing now

    @Slot(object)
    def _on_model_refused(self, refusal: ModelRefusal) -> None:
        self.model_refused.emit(refusal)
        self._tell(refusal.error)

    @Slot()
    def _on_choice_stopped(self) -> None:
        self._is_run_asked = False
        if self.choice.problem is not None:
            self._tell(self.choice.problem)

    @Slot()
    def _on_model_cleared(self) -> None:
        self.problem_cleared.emit()
        self._plan_timer.start()
        if self._is_run_asked:
            self.run()

    # ------------------------------------------------------------------ the history

    @property
    def selected_call(self) -> int | None:
        """Return the number of the selected call, ``None`` if there is none."""
        return self.log.selected_call

    @Slot(int)
    def select_call(self, call: int) -> None:
        """Select a call: its record is read and emitted with ``call_selected``."""
        self.log.select(call)

    def record(self, call: int) -> Record:
        """See ``CallLog.record``."""
        return self.log.record(call)

    @Slot()
    def clear_history(self) -> None:
        """Forget every call."""
        self.log.clear()
        self._plan_timer.start()

    def recent_models(self) -> list[str]:
        """Return the model of the settings, then those of the latest calls, newest first."""
        return self.log.recent_models(self.settings.model, MAX_RECENT_MODELS)

    def show_notices(self, notices: Iterable[str]) -> None:
        """Show sentences from before the window was there, and those of the history."""
        for sentence in notices:
            self.notice.emit(sentence)
        self.log.tell_notices()

    # ------------------------------------------------------------------ the end

    def unsaved(self) -> str:
        """See ``save_everything``."""
        return "" if self._is_closed else save_everything(self.saver, self.log)

    def close(self) -> None:
        """Save the settings, stop what is running, and write and close the history; only once."""
        if self._is_closed:
            return
        self.saver.close()
        self._is_closed = True
        self._plan_timer.stop()
        self._canceller.stop()
        self.specializations.stop()
        self.closing.emit()
        self.choice.stop()
        self.log.close()
