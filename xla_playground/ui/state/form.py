"""The values of all panels, gathered: the next call as the user describes it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ...bridge.engine_commands import Refusal
from ...core.call.request import Request
from ...core.errors import PlaygroundError, RequestError
from ...core.model.info import ModelInfo
from ...core.window.draft import Draft
from ...core.window.settings import Settings
from .model_choice import ModelChoice


class Form(QObject):
    """Takes the raw values of the panels and makes requests of them.

    *Attributes:*
        problem: what is known against a call with these values, ``None`` if nothing is.

    *Signals:*
        changed (): a value was handed in.
        problem_found (RequestError): the call cannot run; shown beside the control it names.
        problem_cleared (): nothing is known against the call.
    """

    changed = Signal()
    problem_found = Signal(object)
    problem_cleared = Signal()

    def __init__(
        self, settings: Settings, choice: ModelChoice, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.problem: RequestError | None = None
        self._draft = Draft(settings)
        self._choice = choice
        choice.changed.connect(self._on_model_changed)
        choice.refused.connect(self._on_model_refused)
        choice.asked.connect(self._on_model_held_back)
        choice.absent.connect(self._on_model_held_back)
        choice.cleared.connect(self.clear_problem)

    def update(self, **values: Any) -> None:
        """Take up raw values of panels, see ``Draft.update``."""
        self._draft.update(**values)
        self._choice.choose(self._draft.model)
        self.changed.emit()

    def remembered_in(self, settings: Settings) -> Settings:
        """Return ``settings`` with the values, see ``Draft.remembered_in``."""
        return self._draft.remembered_in(settings)

    # ------------------------------------------------------------------ the call

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

    @property
    def repeat(self) -> int:
        """See ``Draft.repeat``."""
        return self._draft.repeat

    def request(self) -> Request:
        """Return the request that the values describe, see ``Draft.request``."""
        return self._draft.request()

    def runnable_request(self) -> Request:
        """Return the request for the engine.

        Raises:
            RequestError: the values make no request, or the engine cannot have the model now.
        """
        if self._choice.problem is not None:
            raise self._choice.problem
        return self.request()

    # ------------------------------------------------------------------ the problem

    def show_problem(self, error: PlaygroundError) -> None:
        """Show an error beside the control it names, a checkpoint's beside the model."""
        if not isinstance(error, RequestError):
            error = RequestError("model", error.message)
        self.problem = error
        self.problem_found.emit(error)

    @Slot()
    def clear_problem(self) -> None:
        """Take the problem away: the call is about to run, or can be planned."""
        self.problem = None
        self.problem_cleared.emit()

    # ------------------------------------------------------------------ the model

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._draft.take_info(info)

    @Slot(object)
    def _on_model_refused(self, refusal: Refusal[str]) -> None:
        self._draft.info = None
        self.show_problem(refusal.error)

    @Slot()
    def _on_model_held_back(self) -> None:
        if self._choice.problem is not None:
            self.show_problem(self._choice.problem)
