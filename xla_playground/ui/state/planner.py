"""What the next call would cost: its plan and its forecast, before Run."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ...bridge.engine_thread import EngineThread, Refusal
from ...core.advice.forecast import forecast
from ...core.call.plan import Plan
from ...core.call.request import Request
from ...core.errors import RequestError
from .call_log import CallLog
from .form import Form
from .model_choice import ModelChoice
from .runner import Runner
from .specialization_list import SpecializationList

#: How long a knob must rest before the engine is asked for a plan.
PLAN_DELAY_MS = 150


class Planner(QObject):
    """Has the call of the form planned whenever the panels rest, and forecasts its cost.

    *Attributes:*
        plan: the last of the chosen model, ``None`` before there is one.

    *Signals:*
        plan_changed (Plan): the call was planned.
        forecast_changed (Forecast | None): what Run would cost; ``None`` while it is not known.
    """

    plan_changed = Signal(object)
    forecast_changed = Signal(object)

    def __init__(
        self,
        thread: EngineThread,
        form: Form,
        choice: ModelChoice,
        runner: Runner,
        log: CallLog,
        specializations: SpecializationList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self._thread, self._form, self._choice = thread, form, choice
        self._runner, self._log = runner, log
        self._planned: Request | None = None
        self._timer = QTimer(self, singleShot=True, interval=PLAN_DELAY_MS)
        self._timer.timeout.connect(self._ask)
        form.changed.connect(self._on_form_changed)
        choice.chosen.connect(self._on_model_chosen)
        runner.busy_changed.connect(self._on_busy_changed)
        thread.planned.connect(self._on_planned)
        thread.plan_refused.connect(self._on_plan_refused)
        for may_be_another in (
            thread.engine_ready,
            choice.changed,
            choice.cleared,
            log.history_cleared,
            specializations.store_changed,
        ):
            may_be_another.connect(self._plan_soon)

    def stop(self) -> None:
        """Plan no more: the window closes."""
        self._timer.stop()

    @Slot()
    def _plan_soon(self) -> None:
        self._timer.start()

    @Slot()
    def _on_form_changed(self) -> None:
        self.forecast_changed.emit(None)
        self._plan_soon()

    @Slot()
    def _on_model_chosen(self) -> None:
        self.plan = None

    @Slot(bool)
    def _on_busy_changed(self, is_busy: bool) -> None:
        if not is_busy:
            self._plan_soon()

    @Slot()
    def _ask(self) -> None:
        try:
            request = self._form.runnable_request()
        except RequestError as error:
            self._form.show_problem(error)
            return  # planned when the problem is mended
        if self._choice.is_ready and not self._runner.is_busy:
            self._planned = request
            self._thread.plan(request)
        else:  # planned when the engine is ready, or when the call ends
            self._form.clear_problem()

    @Slot(object)
    def _on_planned(self, plan: Plan) -> None:
        if self._is_awaited(plan.request_id):
            self.plan = plan
            self._form.clear_problem()
            self.plan_changed.emit(plan)
            self.forecast_changed.emit(forecast(plan, self._log.book, self._planned))

    @Slot(object)
    def _on_plan_refused(self, refusal: Refusal) -> None:
        if self._is_awaited(refusal.request.id):
            self._form.show_problem(refusal.error)

    def _is_awaited(self, request_id: str) -> bool:
        """Return whether an answer is that to the values of now."""
        is_planned = self._planned is not None and self._planned.id == request_id
        return is_planned and not self._timer.isActive()
