"""What the next call would cost: its plan and its forecast, before Run."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ...bridge.engine_commands import Refusal
from ...bridge.engine_thread import EngineThread
from ...core.advice.forecast import forecast
from ...core.call.plan import Plan
from ...core.call.record import ForecastCost
from ...core.call.request import Request
from ...core.errors import RequestError
from .call_log import CallLog
from .form import Form
from .model_choice import ModelChoice
from .specializations.specialization_list import SpecializationList

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
        log: CallLog,
        specializations: SpecializationList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self._thread, self._form, self._choice = thread, form, choice
        self._log = log
        self._is_busy = False
        self._planned: Request | None = None
        self._timer = QTimer(self, singleShot=True, interval=PLAN_DELAY_MS)
        self._timer.timeout.connect(self._ask)
        form.changed.connect(self._on_form_changed)
        choice.chosen.connect(self._on_model_chosen)
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

    def begin_run(self) -> None:
        """Plan nothing until ``end_run``: the engine is busy."""
        self._is_busy = True

    def end_run(self, request: Request | None = None, plan: Plan | None = None) -> None:
        """Plan again; the engine is not asked if ``plan`` came with the end of ``request``, and
        Run would make this very call again.
        """
        self._is_busy = False
        if request is None or plan is None or not self._would_run(request):
            self._plan_soon()
            return
        self._timer.stop()
        self._planned = request
        self._on_planned(plan)

    def expected_cost(self, request: Request, plan: Plan | None = None) -> ForecastCost | None:
        """Return what ``request`` is expected to cost by ``plan``, by default by the last one.

        ``None`` if that was of another request, or nothing comparable ran yet.
        """
        if plan is None and self._planned is not None and _is_same(self._planned, request):
            plan = self.plan
        return None if plan is None else forecast(plan, self._log.own.book, request).cost

    def announce(self) -> None:
        """Have the call planned again, which also finds what is wrong with it."""
        self._plan_soon()

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

    @Slot()
    def _ask(self) -> None:
        try:
            request = self._form.runnable_request()
        except RequestError as error:
            self._form.show_problem(error)
            return  # planned when the problem is mended
        if self._choice.is_ready and not self._is_busy:
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
            self.forecast_changed.emit(forecast(plan, self._log.own.book, self._planned))

    @Slot(object)
    def _on_plan_refused(self, refusal: Refusal[Request]) -> None:
        if self._is_awaited(refusal.subject.id):
            self._form.show_problem(refusal.error)

    def _would_run(self, request: Request) -> bool:
        """Return whether Run would make this very call again."""
        try:
            wanted = self._form.runnable_request()
        except RequestError:
            return False
        return self._choice.is_ready and _is_same(wanted, request)

    def _is_awaited(self, request_id: str) -> bool:
        """Return whether an answer is that to the values of now."""
        is_planned = self._planned is not None and self._planned.id == request_id
        return is_planned and not self._timer.isActive()


def _is_same(one: Request, other: Request) -> bool:
    """Return whether two requests ask for the same call."""
    return one.model_copy(update={"id": other.id}) == other
