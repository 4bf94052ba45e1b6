"""Warm-ups in the window, from the dialog to the notice at the end."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ...bridge.warm_up_run import WarmUpRun
from ...core.advice.warm_up import WarmUpPlan, WarmUpProgress, WarmUpResult
from ...core.errors import PlaygroundError
from ...core.model.info import ModelInput
from ..state.session import Session
from .warm_up_dialog import WarmUpDialog


class WarmUps(QObject):
    """Asks what to prepare, runs the warm-up, and passes its results to the session.

    *Attributes:*
        run: the runner of the warm-up.

    *Signals:*
        allowed_changed (): ``problem`` may have changed.
    """

    allowed_changed = Signal()

    def __init__(self, session: Session, run: WarmUpRun, parent: QWidget) -> None:
        super().__init__(parent)
        self.run = run
        self._session, self._window = session, parent
        self._is_storing = session.settings.store_limit_mb > 0  # as the worker was started
        self._results: Counter[WarmUpResult] = Counter()
        self._sentence = ""
        run.started.connect(self.allowed_changed)
        run.progress_changed.connect(self._on_progress_changed)
        run.ended.connect(self._on_ended)
        session.plan_changed.connect(self.allowed_changed)
        session.model_changed.connect(self.allowed_changed)
        session.closing.connect(run.stop)

    def problem(self) -> str:
        """Return why no warm-up can start now, or an empty string if one can."""
        info = self._session.model_info
        if not self._is_storing:
            return self.tr("The store is off: set a limit and start the program again.")
        if self.run.is_running:
            return self.tr("One runs already.")
        if info is None or self._session.plan is None:
            return self.tr("Nothing is planned yet: wait for the model, or mend the call.")
        if info.takes is ModelInput.SPEECH:
            return self.tr("A speech model has one shape: its first call prepares it.")
        return ""

    @Slot()
    def ask(self) -> None:
        """Open the dialog, and start the chosen warm-up."""
        info, plan = self._session.model_info, self._session.plan
        if problem := self.problem():
            self._session.notice.emit(problem)
            return
        assert info is not None
        assert plan is not None
        try:
            request = self._session.request()
        except PlaygroundError as error:
            self._session.notice.emit(error.sentence)
            return
        dialog = WarmUpDialog(self._session, info, request, plan, self._window)
        dialog.plan_accepted.connect(self._on_plan_accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_plan_accepted(self, plan: WarmUpPlan) -> None:
        self._results.clear()
        self._sentence = ""
        self.run.start(plan.requests())

    @Slot(object)
    def _on_progress_changed(self, progress: WarmUpProgress) -> None:
        if progress.result is None:
            return
        self._results[progress.result] += 1
        self._sentence = progress.sentence or self._sentence
        if progress.result is WarmUpResult.PREPARED:
            self._session.specializations.ask()
            self._session.plan_again()

    @Slot(str)
    def _on_ended(self, problem: str) -> None:
        words = {
            WarmUpResult.PREPARED: self.tr("{0:,} prepared"),
            WarmUpResult.WAS_STORED: self.tr("{0:,} stored already"),
            WarmUpResult.FAILED: self.tr("{0:,} not prepared"),
        }
        counts = [text.format(n) for result, text in words.items() if (n := self._results[result])]
        came = ", ".join(counts) or self.tr("nothing prepared")
        told = self.tr("Warm-up stopped: {0}.") if problem else self.tr("Warmed up: {0}.")
        why = "" if self.run.is_cancelled else problem
        self._session.notice.emit(" ".join(filter(None, (told.format(came), why, self._sentence))))
        self.allowed_changed.emit()
