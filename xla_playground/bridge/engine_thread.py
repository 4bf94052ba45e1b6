"""The one thread that calls the engine."""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from ..core.call.partial_text import TextListener, TextSoFar
from ..core.call.record import Record, Status
from ..core.call.request import Request
from ..core.engine.call_end import CallEnd
from ..core.engine.engine import Engine, EngineStatus, Phase
from ..core.errors import (
    CallCancelled,
    CheckpointError,
    PlaygroundError,
    RequestError,
    WorkerDied,
)
from ..core.inside.inspection import Inspection
from ..core.inside.profiling.profile import Profile
from ..core.messages.pages import profile as messages
from .engine_commands import (
    CallCommand,
    Command,
    InspectCommand,
    ListCommand,
    LoadCommand,
    LookCommand,
    PlanCommand,
    ProfileCommand,
    Refusal,
    RestartCommand,
    ScoreCommand,
    Scored,
    StartAfterCommand,
    StopCommand,
    as_failure,
    refusing,
)

logger = logging.getLogger(__name__)

#: A worker that dies this often within RESTART_WINDOW_S is left stopped until the user restarts it.
RESTART_LIMIT = 3
RESTART_WINDOW_S = 300.0


AnswerT = TypeVar("AnswerT")


class EngineThread(QThread):
    """Runs an engine's blocking calls one after the other, and says what came of them.

    The methods return at once and may be called from the GUI thread; every answer is a signal,
    carried as ``object`` because Qt's ``int`` has 32 bits and its ``dict`` loses entries. Connect
    them to ``@Slot`` methods of QObjects only: anything else would run on this thread.

    *Signals:*
        engine_ready (EngineInfo): the engine started.
        engine_restarted (str): it ended by itself, how it did, and was started again.
        status_changed (EngineStatus): a phase began, or a sign of life.
        model_loaded (ModelInfo), model_refused (Refusal[str]): what came of ``load``.
        specializations_listed (tuple[SpecializationInfo, ...]): the answer to ``list_all``.
        planned (Plan), plan_refused (Refusal[Request]): what came of ``plan``.
        inspected (SpecializationKey, Inspection), profiled (SpecializationKey, Profile),
            look_refused (Refusal[LookCommand]): what came of ``look``.
        scored (Scored), score_refused (Refusal[Record]): what came of ``score``.
        text_grew (PartialText): a call that runs in blocks has come to the end of one.
        call_ended (CallEnd): a call completed, failed or was cancelled, with its text so far.
        request_refused (Refusal[Request]): a call was not made.
    """

    engine_ready = Signal(object)
    engine_restarted = Signal(str)
    status_changed = Signal(object)
    model_loaded = Signal(object)
    model_refused = Signal(object)
    specializations_listed = Signal(object)
    planned = Signal(object)
    plan_refused = Signal(object)
    inspected = Signal(object, object)
    profiled = Signal(object, object)
    look_refused = Signal(object)
    scored = Signal(object)
    score_refused = Signal(object)
    text_grew = Signal(object)
    call_ended = Signal(object)
    request_refused = Signal(object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("EngineThread")
        self._engine = engine
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._newest_plan_id = self._newest_score_id = ""
        self._running: CallCommand | LookCommand | None = None
        self._cancelled: CallCommand | LookCommand | None = None
        self._is_stopping = False
        self._is_free = threading.Event()
        self._is_free.set()
        # of this thread alone:
        self._is_up = False
        self._deaths: deque[float] = deque(maxlen=RESTART_LIMIT)

    # ------------------------------------------------- called from the GUI thread

    def submit(self, request: Request) -> None:
        """Run a call; answered by ``call_ended`` or ``request_refused``."""
        self._commands.put(CallCommand(request))

    def plan(self, request: Request) -> None:
        """Plan a call; only the newest of several waiting requests is planned."""
        self._newest_plan_id = request.id
        self._commands.put(PlanCommand(request))

    def look(self, command: LookCommand) -> None:
        """Look into a specialization in memory: compile it once more, or profile a call of it."""
        if self._cancelled == command:  # an earlier one like it
            self._cancelled = None
        self._commands.put(command)

    def cancel_look(self, command: LookCommand) -> None:
        """Give up a look; answered by ``look_refused`` unless it just ended by itself."""
        self._cancelled = command
        self._cancel_running()

    def score(self, record: Record) -> None:
        """Find how likely the tokens of a call were; only the newest of several is answered."""
        self._newest_score_id = record.request.id
        self._commands.put(ScoreCommand(record))

    def list_all(self) -> None:
        """List the specializations; no signal is emitted if the engine does not run."""
        self._commands.put(ListCommand())

    def load(self, model: str) -> None:
        """Load a model; answered by ``model_loaded`` or ``model_refused``."""
        self._commands.put(LoadCommand(model))

    def cancel(self, request: Request) -> None:
        """Give up a call; its record comes back ``cancelled`` unless it just ended by itself."""
        if not self.withdraw(request):
            self._cancelled = CallCommand(request)
            self._cancel_running()

    def withdraw(self, request: Request) -> bool:
        """Take back a call that has not begun, as ``cancelled``; return whether there was one."""
        is_waiting = self._remove_waiting(request)
        if is_waiting:
            self.call_ended.emit(_cancelled(request))
        return is_waiting

    def _remove_waiting(self, request: Request) -> bool:
        """Take a call that has not begun out of the commands; whether there was one."""
        commands: list[Command] = []
        with contextlib.suppress(queue.Empty):
            while True:
                commands.append(self._commands.get_nowait())
        for command in commands:
            if command != CallCommand(request):
                self._commands.put(command)
        return CallCommand(request) in commands

    def _cancel_running(self) -> None:
        running = self._running
        if running is not None and running == self._cancelled:
            self._engine.cancel()

    @Slot(bool)
    def hold(self, is_held: bool) -> None:
        """Begin no command until this is called with ``False``; what runs goes on."""
        if is_held:
            self._is_free.clear()
        else:
            self._is_free.set()

    def restart(self) -> None:
        """Start a stopped engine again, the count of its deaths forgotten."""
        self._commands.put(RestartCommand())

    def stop(self, grace_ms: int = 3000) -> bool:
        """End the engine and the thread; return whether the thread ended within ``grace_ms``."""
        self._is_stopping = True
        self._is_free.set()
        self._commands.put(StopCommand())
        self._engine.close()
        return self.wait(grace_ms)

    # ------------------------------------------------- on this thread

    def run(self) -> None:
        """Start the engine, then serve commands until ``stop``."""
        self._start_engine()
        while not isinstance(command := self._next_command(), StopCommand):
            match command:
                case CallCommand(request):
                    self._run_call(request)
                case LoadCommand(model):
                    self._load(model)
                case PlanCommand(request):
                    self._plan(request)
                case InspectCommand():
                    self._inspect(command)
                case ProfileCommand():
                    self._profile(command)
                case ScoreCommand(record):
                    self._score(record)
                case ListCommand():
                    self._list()
                case RestartCommand():
                    self._deaths.clear()
                    self._start_if_down()
                case StartAfterCommand(status):
                    self._start_after(status)

    def _next_command(self) -> Command:
        command = self._commands.get()
        self._is_free.wait()
        return StopCommand() if self._is_stopping else command

    def _start_if_down(self) -> None:
        if not self._is_up:
            self._start_engine()

    def _start_engine(self) -> None:
        self._is_up = False
        if self._is_stopping:
            return
        try:
            with as_failure():
                info = self._engine.start(self._on_status)
        except WorkerDied:
            return  # told by its status
        except PlaygroundError as error:
            self._tell_stopped(EngineStatus(phase=Phase.STOPPED, message=error.message))
            return
        self._is_up = True
        self.engine_ready.emit(info)

    def _start_after(self, status: EngineStatus) -> None:
        """Start an engine that ended by itself, unless it does so again and again."""
        now = time.monotonic()
        too_often = len(self._deaths) == RESTART_LIMIT and (
            now - self._deaths[0] < RESTART_WINDOW_S
        )
        self._deaths.append(now)
        if too_often:
            self._is_up = False
            self._tell_stopped(status)
            return
        logger.warning("engine stopped (%s): starting it again", status.detail)
        self._start_engine()
        if self._is_up:
            self.engine_restarted.emit(status.detail_text)

    def _run_call(self, request: Request) -> None:
        self._start_if_down()
        text = TextSoFar(self.text_grew.emit)
        try:
            end = self._call(request, text)
        except (RequestError, CheckpointError) as error:
            self.request_refused.emit(Refusal(request, error))
        except CallCancelled:
            self.call_ended.emit(CallEnd(record=text.record(request, Status.CANCELLED)))
            self._start_engine()
        except PlaygroundError as error:
            self._is_up = self._is_up and not isinstance(error, WorkerDied)
            record = text.record(request, Status.FAILED, error.message)
            self.call_ended.emit(CallEnd(record=record))
        else:
            self.call_ended.emit(end)

    def _call(self, request: Request, on_text: TextListener) -> CallEnd:
        self._running = CallCommand(request)  # from here on a cancel reaches the engine
        try:
            if self._running == self._cancelled:  # before that: the engine need not end for it
                return _cancelled(request)
            with as_failure():
                return self._engine.call(request, on_text)
        finally:
            self._running = None

    def _load(self, model: str) -> None:
        loading = partial(self._engine.load, model)
        self._ask(loading, self.model_loaded.emit, refusing(self.model_refused.emit, model))

    def _plan(self, request: Request) -> None:
        if self._is_up and request.id == self._newest_plan_id:  # else a newer one follows
            planning = partial(self._engine.plan, request)
            self._ask(planning, self.planned.emit, refusing(self.plan_refused.emit, request))

    def _inspect(self, command: InspectCommand) -> None:
        def take(inspection: Inspection) -> None:
            self.inspected.emit(command.key, inspection)

        self._look(command, partial(self._engine.inspect, command.key), take)

    def _profile(self, command: ProfileCommand) -> None:
        def take(profile: Profile) -> None:
            self.profiled.emit(command.key, profile)

        self._look(command, partial(self._engine.profile, command.request), take)

    def _look(
        self,
        command: LookCommand,
        question: Callable[[], AnswerT],
        take: Callable[[AnswerT], None],
    ) -> None:
        refuse = refusing(self.look_refused.emit, command)

        def ask() -> AnswerT:
            cancelled = CallCancelled(messages.LOOK_CANCELLED())
            try:
                if command == self._cancelled:
                    raise cancelled
                return question()
            except CallCancelled:
                refuse(cancelled)
                raise

        self._start_if_down()
        self._running = command  # from here on a cancel reaches the engine
        try:
            self._ask(ask, take, refuse)
        finally:
            self._running = None

    def _score(self, record: Record) -> None:
        if self._is_up and record.request.id == self._newest_score_id:
            self._ask(
                partial(self._engine.probabilities, record),
                lambda sequences: self.scored.emit(Scored(record, sequences)),
                refusing(self.score_refused.emit, record),
            )

    def _list(self) -> None:
        def refuse(error: PlaygroundError) -> None:
            logger.warning("specializations not listed: %s", error.sentence)

        if self._is_up:
            self._ask(self._engine.specializations, self.specializations_listed.emit, refuse)

    def _ask(
        self,
        question: Callable[[], AnswerT],
        take: Callable[[AnswerT], object],
        refuse: Callable[[PlaygroundError], object],
    ) -> None:
        """Ask the engine; if it ends, whoever listens to ``engine_ready`` asks again."""
        try:
            with as_failure():
                answer = question()
        except CallCancelled:
            self._start_engine()
        except WorkerDied:
            self._is_up = False  # its status tells
        except PlaygroundError as error:
            refuse(error)
        else:
            take(answer)

    def _tell_stopped(self, status: EngineStatus) -> None:
        if not self._is_stopping:
            self.status_changed.emit(status)

    # ------------------------------------------------- from any thread of the engine

    def _on_status(self, status: EngineStatus) -> None:
        if status.phase is not Phase.STOPPED:
            self.status_changed.emit(status)
            self._cancel_running()  # a cancel in the moment in which the call began was too early
        elif not self._is_stopping:
            self._commands.put(StartAfterCommand(status))


def _cancelled(request: Request) -> CallEnd:
    return CallEnd(record=Record(request=request, status=Status.CANCELLED))
