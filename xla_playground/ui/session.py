"""What the window is about, without a widget: made here, and closed here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from ..bridge.engine_thread import EngineThread
from ..bridge.lab.lab_run import LabRun
from ..bridge.measuring.claims_run import ClaimsRun
from ..bridge.measuring.machine_run import MachineRun
from ..bridge.measuring.race_run import RaceRun
from ..bridge.parity.parity_run import ParityRun
from ..core.engine.engine import Engine
from ..core.history.history import History
from ..core.window.settings import Settings
from .state.call_desk import CallDesk
from .state.call_log import CallLog
from .state.call_notes import CallNotes
from .state.engine_watch import EngineWatch
from .state.form import Form
from .state.lessons.lesson_player import LessonPlayer
from .state.measuring.measurements import Measurements
from .state.model_choice import ModelChoice
from .state.notices import Notices
from .state.opened.session_choice import SessionChoice
from .state.planner import Planner
from .state.runner import Runner
from .state.scores import Scores
from .state.settings_saver import SettingsSaver
from .state.specializations.inspections import Inspections
from .state.specializations.memory_watch import MemoryWatch
from .state.specializations.parity_guard import ParityGuard
from .state.specializations.specialization_list import SpecializationList
from .state.table_layouts import TableLayouts


class Session(QObject):
    """Makes the objects that the views share, each from those above it, and closes them.

    A view is given the objects that it shows or changes; only what connects views to each other
    has them all. What the user does goes down by methods: panels to ``form``, ``form`` to
    ``choice``, ``runner`` and ``planner`` to the engine thread. What comes of it goes up by
    signals, each emitted by its owner alone.

    *Attributes:*
        notices: sentences for the user.
        engine: what the engine is doing.
        sessions: which session file is open.
        log: the calls, and which one is looked at.
        desk: what can be done with calls of the history.
        notes: what the user wrote on calls.
        choice: the chosen model, on its way into the engine.
        form: the values of the panels.
        runner: the calls of one press of Run.
        specializations: what the engine need not trace again.
        inspections: what XLA made of specializations.
        memory: the memory of the worker over time.
        planner: the plan and the forecast of the next call.
        scores: how likely the tokens of a call were.
        race: runs the request on several lanes; the engine begins nothing meanwhile.
        lab: runs the user's own functions, in a process of its own.
        claims: repeats published claims; the engine begins nothing meanwhile.
        measurements: which of race, lab, claims and the measurement of the machine runs.
        lessons: the lesson that is read, and how far the reader has come.
        parity: which specializations write eager's tokens.
        saver: what is remembered of form and window, and when it is saved.
        table_layouts: how the user arranged the tables.
        is_closed: whether ``close`` was called.
    """

    def __init__(
        self,
        thread: EngineThread,
        history: History,
        settings: Settings,
        settings_path: Path | None = None,
        parent: QObject | None = None,
        *,
        make_checker: Callable[[], Engine] | None = None,
    ) -> None:
        """Create the session.

        ``make_checker`` returns an engine in a process of its own, which checks specializations
        against eager; without it none is checked.
        """
        super().__init__(parent)
        self.is_closed = self._is_begun = False
        self.notices = Notices(self)
        self.engine = EngineWatch(thread, self.notices, self)
        self.sessions = SessionChoice(self)
        self.log = CallLog(history, self.sessions, self.notices, self)
        self.desk = CallDesk(self.log, self.sessions, self.notices, self)
        self.notes = CallNotes(self.log, self.notices, self)
        self.choice = ModelChoice(thread, settings.model, self.notices, self)
        self.form = Form(settings, self.choice, self)
        self.specializations = SpecializationList(thread, self)
        self.inspections = Inspections(thread, self)
        self.memory = MemoryWatch(thread, self.specializations, self)
        self.planner = Planner(thread, self.form, self.choice, self.log, self.specializations, self)
        self.runner = Runner(
            thread, self.form, self.choice, self.planner, self.log, self.notices, self
        )
        self.runner.run_ended.connect(self.specializations.take_from)
        self.scores = Scores(thread, self.engine, self.choice, self.runner, self.log, self)
        self.race = RaceRun(parent=self)
        self.lab = LabRun(parent=self)
        self.claims = ClaimsRun(parent=self)
        self.machine = MachineRun(parent=self)
        self.measurements = Measurements(self.race, self.lab, self.claims, self.machine, self)
        self.measurements.running_changed.connect(thread.hold)
        self.saver = SettingsSaver(self.form, settings, settings_path, self.notices, self)
        self.parity = ParityGuard(
            None if make_checker is None else ParityRun(make_checker, self),
            thread,
            self.specializations,
            self,
            is_on=settings.checks_parity,
        )
        self.runner.busy_changed.connect(self.parity.hold_for_call)
        self.measurements.running_changed.connect(partial(self.parity.hold, "measurement"))
        self.log.records_added.connect(self.parity.take)
        self.parity.difference_found.connect(self.notices.add)
        self.lessons = LessonPlayer(
            self.form, self.runner, self.log, self.inspections, self.lab, self.notices, self
        )
        self.table_layouts = TableLayouts(settings.tables, self)

    @Slot()
    def begin(self) -> None:
        """Look at the chosen model: the first window is painted."""
        if not self._is_begun:
            self._is_begun = True
            self.choice.begin()

    def announce(self) -> None:
        """Emit again what a window must know that was made while the session was running."""
        self.choice.announce()
        self.runner.announce()
        self.planner.announce()
        self.specializations.announce()

    def unsaved(self) -> str:
        """Save settings and calls now; return one sentence on what could not be saved, or none."""
        if self.is_closed:
            return ""
        why = self.saver.save_and_wait()
        calls = self.log.keeper.save_unsaved()
        parts = [self.tr("the settings")] if why else []
        if calls:
            parts.append(self.tr("1 call") if calls == 1 else self.tr("{0:,} calls").format(calls))
        if not parts:
            return ""
        what = self.tr(" and ").join(parts)
        return self.tr("Not saved: {0} ({1}).").format(what, why or self.log.keeper.unsaved_reason)

    def close(self) -> None:
        """Save the settings, stop what is running, and write and close the history; only once."""
        if self.is_closed:
            return
        self.is_closed = True
        self.saver.close()
        stopped = (
            self.sessions,
            self.race,
            self.lab,
            self.claims,
            self.machine,
            self.parity,
            self.scores,
            self.runner,
            self.planner,
            self.specializations,
            self.engine,
        )
        for each in (*stopped, self.choice):
            each.stop()
        self.log.keeper.close()
        if self.sessions.opened is not None:  # nothing reads it any more
            self.sessions.opened.calls.history.close()
