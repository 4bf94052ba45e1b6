"""What another value of an option would do to the next call, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ....core.advice.option_change import change_of, retrace_cost
from ....core.call.plan import Plan
from ....core.call.request import Recipe
from ....core.call.specialization import SpecializationKey
from ....core.messages.message import Message
from ...state.call_log import CallLog
from ...state.form import Form
from ...state.planner import Planner


class OptionChanges(QObject):
    """Follows the plans of the next call.

    *Signals:*
        changed (): the texts are others.
    """

    changed = Signal()

    def __init__(self, form: Form, planner: Planner, log: CallLog, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._log = form, log
        self._planned: tuple[SpecializationKey, Message] | None = None  # with a new one's cost
        planner.plan_changed.connect(self._on_plan_changed)

    def text(self, option: str, strategy: str) -> str:
        """Return what another value would do; empty unless the last plan was of the form's recipe
        and of ``strategy``.
        """
        if self._planned is None:
            return ""
        key, cost = self._planned
        is_of_now = dict(key.options)["strategy"] == strategy
        if not is_of_now or (key.recipe is Recipe.FAST) is not self._form.is_fast:
            return ""
        return change_of(option, key, cost).text

    @Slot(object)
    def _on_plan_changed(self, plan: Plan) -> None:
        self._planned = plan.key, retrace_cost(plan, self._log.own.book)
        self.changed.emit()
