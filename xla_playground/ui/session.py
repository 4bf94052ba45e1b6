"""What the window is about, without a widget: the draft, the running call, the history."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ..bridge.engine_thread import EngineThread, ModelRefusal, Refusal
from ..core.draft import Draft
from ..core.engine import EngineInfo, EngineStatus, Phase
from ..core.errors import PlaygroundError, RequestError
from ..core.forecast import forecast
from ..core.history import CallSummary, History
from ..core.model_info import ModelInfo
from ..core.models import bundled_names
from ..core.plan import Plan
from ..core.record import Record, Status
from ..core.request import Request
from ..core.series import SeriesBook
from ..core.settings import Settings, save_settings

logger = logging.getLogger(__name__)

#: How long a knob must rest before the engine is asked for a plan.
PLAN_DELAY_MS = 150
MAX_KNOWN_MODELS = 12


class Session(QObject):
    """The one place where the window's state changes.

    Panels hand in raw values with ``update``; the session makes the request, asks the engine
    thread for a plan, forecasts its cost, runs it, and keeps the records.

    *Attributes:*
        settings: what is remembered; always valid, so it lags behind a draft with a problem.
        summaries: every call of the history, oldest first; rows are only ever appended, or all
            cleared.
        book: the same calls grouped by specialization.
        model_info: the loaded model, ``None`` until it is.
        selected_call: number of the call that is looked at, ``None`` where there is none.

    *Signals:*
        draft_changed (): a value was handed in.
        problem_found (RequestError): the draft cannot run; shown beside the control it names.
        problem_cleared (): the draft has no problem that is known.
        plan_changed (Plan): the draft was planned.
        forecast_changed (Forecast | None): what Run would cost; ``None`` while it is not known.
        model_changed (ModelInfo), model_refused (ModelRefusal): what came of choosing a model.
        busy_changed (bool): a call began or the last one ended.
        progress_changed (int, int): the number of the running call of this Run, and of how many.
        record_added (CallSummary, Record): a call ended.
        call_selected (Record): a call is looked at: the newest, or one that was chosen.
        history_cleared (): all calls were forgotten.
        status_changed (EngineStatus), engine_ready (EngineInfo): from the engine.
        notice (str): a sentence to show for a while.
    """

    draft_changed = Signal()
    problem_found = Signal(object)
    problem_cleared = Signal()
    plan_changed = Signal(object)
    forecast_changed = Signal(object)
    model_changed = Signal(object)
    model_refused = Signal(object)
    busy_changed = Signal(bool)
    progress_changed = Signal(int, int)
    record_added = Signal(object, object)
    call_selected = Signal(object)
    history_cleared = Signal()
    status_changed = Signal(object)
    engine_ready = Signal(object)
    notice = Signal(str)

    def __init__(
        self,
        engine_thread: EngineThread,
        history: History,
        settings: Settings,
        settings_path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.book = SeriesBook()
        self.model_info: ModelInfo | None = None
        self.selected_call: int | None = None
        self._thread = engine_thread
        self._history = history
        self._settings_path = settings_path
        self._draft = Draft(settings)
        self._running: Request | None = None
        self._calls_asked = 0
        self._calls_left = 0
        self._planned_id = ""
        self._is_engine_ready = False
        self._is_closed = False
        self._plan_timer = QTimer(self, singleShot=True, interval=PLAN_DELAY_MS)
        self._plan_timer.timeout.connect(self._ask_for_plan)
        self.summaries: list[CallSummary] = history.summaries()
        for summary in self.summaries:
            self._book_call(summary)
        engine_thread.engine_ready.connect(self._on_engine_ready)
        engine_thread.engine_restarted.connect(self._on_engine_restarted)
        engine_thread.status_changed.connect(self._on_status)
        engine_thread.model_loaded.connect(self._on_model_loaded)
        engine_thread.model_refused.connect(self._on_model_refused)
        engine_thread.planned.connect(self._on_planned)
        engine_thread.plan_refused.connect(self._on_plan_refused)
        engine_thread.record_ready.connect(self._on_record)
        engine_thread.request_refused.connect(self._on_request_refused)

    # ------------------------------------------------------------------ the draft

    def update(self, **values: Any) -> None:
        """Take up raw values of panels: ``model``, ``prompt_text``, ``options``, ``padding``,
        ``arm``, ``recipe``, ``repeat``."""
        before = self._draft.model
        self._draft.update(**values)
        if self._draft.model != before:
            self.model_info = None
            if self._is_engine_ready:
                self._thread.load(self._draft.model)
        self.draft_changed.emit()
        self.forecast_changed.emit(None)
        self._plan_timer.start()

    def request(self) -> Request:
        """The request that the draft means, see ``Draft.request``."""
        return self._draft.request()

    def _checked_request(self) -> Request | None:
        """The draft's request, remembered in the settings; a problem of it is told."""
        try:
            request = self.request()
        except RequestError as error:
            self.problem_found.emit(error)
            return None
        self.settings = self._draft.remembered_in(self.settings, request)
        return request

    @Slot()
    def _ask_for_plan(self) -> None:
        request = self._checked_request()
        if request is None or self.is_busy:
            return  # planned when the problem is mended, or when the call ends
        if self._is_engine_ready:
            self._planned_id = request.id
            self._thread.plan(request)
        else:
            self.problem_cleared.emit()

    @Slot(object)
    def _on_planned(self, plan: Plan) -> None:
        if plan.request_id == self._planned_id and not self._plan_timer.isActive():
            self.problem_cleared.emit()
            self.plan_changed.emit(plan)
            self.forecast_changed.emit(forecast(plan, self.book))

    @Slot(object)
    def _on_plan_refused(self, refusal: Refusal) -> None:
        if refusal.request.id == self._planned_id and not self._plan_timer.isActive():
            self._tell(refusal.error)

    # ------------------------------------------------------------------ running

    @property
    def is_busy(self) -> bool:
        """Whether a call runs or waits."""
        return self._running is not None

    @Slot()
    def run(self) -> None:
        """Make the calls that the draft asks for; does nothing while one runs."""
        request = None if self.is_busy else self._checked_request()
        if request is None:
            return
        self._calls_asked = self._calls_left = self._draft.repeat
        self._running = request
        self.problem_cleared.emit()
        self.busy_changed.emit(True)
        self._submit(request)

    @Slot()
    def cancel(self) -> None:
        """Give up the running call and those that would follow it."""
        if self._running is not None:
            self._calls_left = 0
            self._thread.cancel(self._running)

    def _submit(self, request: Request) -> None:
        self._running = request
        self._calls_left -= 1
        self._thread.submit(request)
        self.progress_changed.emit(self._calls_asked - self._calls_left, self._calls_asked)

    @Slot(object)
    def _on_record(self, record: Record) -> None:
        if self._is_closed:
            return
        summary, record = self._history.add(record)
        self.summaries.append(summary)
        self._book_call(summary)
        self.record_added.emit(summary, record)
        self._select(record)
        self._tell_history_notices()
        if record.error:
            self.notice.emit(record.error)
        if record.status is Status.COMPLETED and self._calls_left > 0:
            self._submit(record.request.again())
        else:
            self._finish()

    @Slot(object)
    def _on_request_refused(self, refusal: Refusal) -> None:
        self._finish()
        self._tell(refusal.error)

    def _finish(self) -> None:
        self._running = None
        self._calls_left = 0
        self.busy_changed.emit(False)
        self._plan_timer.start()

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
        self.engine_ready.emit(info)
        self._thread.load(self._draft.model)
        self._plan_timer.start()

    @Slot(str)
    def _on_engine_restarted(self, how_it_ended: str) -> None:
        sentence = self.tr("The worker ended ({0}): it was started again.")
        self.notice.emit(sentence.format(how_it_ended))

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.phase in (Phase.STARTING, Phase.STOPPED):
            self._is_engine_ready = False
        self.status_changed.emit(status)

    @Slot(object)
    def _on_model_loaded(self, info: ModelInfo) -> None:
        if info.name == self._draft.model:
            self.model_info = info
            self.model_changed.emit(info)

    @Slot(object)
    def _on_model_refused(self, refusal: ModelRefusal) -> None:
        if refusal.model == self._draft.model:
            self.model_refused.emit(refusal)
            self._tell(refusal.error)

    # ------------------------------------------------------------------ the history

    @Slot(int)
    def select_call(self, call: int) -> None:
        """Bring a call back: its record is read and told by ``call_selected``."""
        try:
            record = self._history.record(call)
        except PlaygroundError as error:
            self.notice.emit(error.sentence)
        else:
            self._select(record)

    def _select(self, record: Record) -> None:
        self.selected_call = record.call
        self.call_selected.emit(record)

    @Slot()
    def clear_history(self) -> None:
        """Forget every call."""
        self._history.clear()
        self.summaries.clear()
        self.book.clear()
        self.selected_call = None
        self.history_cleared.emit()
        self._tell_history_notices()
        self._plan_timer.start()

    def _book_call(self, summary: CallSummary) -> None:
        key = None if summary.key_id is None else self._history.key(summary.key_id)
        self.book.add(summary, key)

    def known_models(self) -> list[str]:
        """The bundled models, then folders that were used, the latest first."""
        models = dict.fromkeys([*bundled_names(), self.settings.model])
        for name in dict.fromkeys(summary.model for summary in reversed(self.summaries)):
            if len(models) >= MAX_KNOWN_MODELS:
                break
            models.setdefault(name)
        return list(models)

    def show_notices(self, notices: Iterable[str]) -> None:
        """Show sentences from before the window was there, and those of the history."""
        for sentence in notices:
            self.notice.emit(sentence)
        self._tell_history_notices()

    def _tell_history_notices(self) -> None:
        for sentence in self._history.take_notices():
            self.notice.emit(sentence)

    # ------------------------------------------------------------------ the end

    def close(self, **window_state: Any) -> None:
        """Save settings (``theme``, ``geometry``, ``dock_state``) and close the history, once."""
        if self._is_closed:
            return
        self._is_closed = True
        self._plan_timer.stop()
        self.settings = self.settings.model_copy(update=window_state)
        if self._settings_path is not None:
            try:
                save_settings(self.settings, self._settings_path)
            except (OSError, ValueError) as error:  # a ValueError: a text that is not Unicode
                logger.warning("settings not saved: %s", error)
        self._history.close()
