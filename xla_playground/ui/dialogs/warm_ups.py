"""Warm-ups in the window, from the dialog to the notice at the end."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ...bridge.warm_up_run import WarmUpRun
from ...core.advice.warm_up import WarmUpPlan, WarmUpProgress, WarmUpResult
from ...core.errors import PlaygroundError
from ...core.model.info import ModelInput
from ..session import Session
from .warm_up_dialog import WarmUpDialog


class WarmUps(QObject):
    """Asks what to prepare, runs the warm-up, and says what came of it.

    *Attributes:*
        run: the runner of the warm-up.

    *Signals:*
        allowed_changed (): ``problem`` returns another sentence.
    """

    allowed_changed = Signal()

    def __init__(self, session: Session, run: WarmUpRun, parent: QWidget) -> None:
        super().__init__(parent)
        self.run = run
        self._session, self._window = session, parent
        self._is_storing = session.saver.settings.store_limit_mb > 0  # as the worker was told
        self._results: Counter[WarmUpResult] = Counter()
        self._sentence = ""
        run.started.connect(self._look_again)
        run.progress_changed.connect(self._on_progress_changed)
        run.ended.connect(self._on_ended)
        session.measurements.running_changed.connect(run.pause)
        session.measurements.running_changed.connect(self._look_again)
        session.planner.plan_changed.connect(self._look_again)
        for model_changed in (session.choice.chosen, session.choice.changed):
            model_changed.connect(self._look_again)
        self._problem = self.problem()

    def problem(self) -> str:
        """Return why no warm-up can start now, or an empty string if one can."""
        info = self._session.choice.info
        if not self._is_storing:
            return self.tr("The store is off: set a limit and start the program again.")
        if self.run.is_running:
            return self.tr("One runs already.")
        if measuring := self._session.measurements.problem():
            return measuring
        if info is None or self._session.planner.plan is None:
            return self.tr("Nothing is planned yet: wait for the model, or mend the call.")
        if info.takes is ModelInput.SPEECH:
            return self.tr("A speech model has one shape: its first call prepares it.")
        return ""

    @Slot()
    def ask(self) -> None:
        """Ask what to prepare."""
        session = self._session
        info, plan = session.choice.info, session.planner.plan
        if problem := self.problem():
            session.notices.add(problem)
            return
        assert info is not None
        assert plan is not None
        try:
            request = session.form.request()
        except PlaygroundError as error:
            session.notices.add(error.sentence)
            return
        dialog = WarmUpDialog(
            info, request, plan, session.log.own.book, session.specializations, self._window
        )
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
        self._sentence = progress.text or self._sentence
        if progress.result is WarmUpResult.PREPARED:
            self._session.specializations.ask_of_store()

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
        self._session.notices.add(" ".join(filter(None, (told.format(came), why, self._sentence))))
        self._look_again()

    @Slot()
    def _look_again(self) -> None:
        problem = self.problem()
        if problem != self._problem:
            self._problem = problem
            self.allowed_changed.emit()
