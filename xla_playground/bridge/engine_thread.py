"""The one thread that calls the engine."""

from __future__ import annotations

import contextlib
import logging
import queue
import time
from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal

from ..core.engine import Engine, EngineStatus, Phase
from ..core.errors import (
    CallCancelled,
    CheckpointError,
    PlaygroundError,
    RequestError,
    WorkerDied,
)
from ..core.record import Record, Status
from ..core.request import Request

logger = logging.getLogger(__name__)

#: A worker that dies this often within RESTART_WINDOW_S is left stopped until the user restarts it.
RESTART_LIMIT = 3
RESTART_WINDOW_S = 300.0


@dataclass(frozen=True)
class Refusal:
    """A request that was not run; ``error`` names the field where it is a RequestError."""

    request: Request
    error: PlaygroundError


@dataclass(frozen=True)
class ModelRefusal:
    """A model that was not loaded."""

    model: str
    error: PlaygroundError


@dataclass(frozen=True)
class _Generate:
    request: Request


@dataclass(frozen=True)
class _Load:
    model: str


@dataclass(frozen=True)
class _Plan:
    """Plan whatever request is the newest by now."""


@dataclass(frozen=True)
class _Start:
    """Start the engine if it does not run."""


@dataclass(frozen=True)
class _Stop:
    """End the thread."""


_Job = _Generate | _Load | _Plan | _Start | _Stop


class EngineThread(QThread):
    """Runs an engine's blocking calls one after the other, and says what came of them.

    The methods return at once and may be called from the GUI thread; every answer is a signal,
    carried as ``object`` because Qt's ``int`` has 32 bits and its ``dict`` loses entries. Connect
    them to ``@Slot`` methods of QObjects only: anything else would run on this thread.

    *Signals:*
        engine_ready (EngineInfo): the engine started.
        status_changed (EngineStatus): a phase began, or a sign of life.
        model_loaded (ModelInfo), model_refused (ModelRefusal): what came of ``load``.
        planned (Plan), plan_refused (Refusal): what came of ``plan``.
        record_ready (Record): a call completed, failed or was cancelled.
        request_refused (Refusal): a call was not made.
    """

    engine_ready = Signal(object)
    status_changed = Signal(object)
    model_loaded = Signal(object)
    model_refused = Signal(object)
    planned = Signal(object)
    plan_refused = Signal(object)
    record_ready = Signal(object)
    request_refused = Signal(object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("EngineThread")
        self._engine = engine
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._plan_request: Request | None = None
        self._cancelled_id = ""
        self._is_up = False
        self._is_stopping = False
        self._deaths: deque[float] = deque(maxlen=RESTART_LIMIT)

    # ------------------------------------------------- called from the GUI thread

    def submit(self, request: Request) -> None:
        """Run a call; answered by ``record_ready`` or ``request_refused``."""
        self._jobs.put(_Generate(request))

    def plan(self, request: Request) -> None:
        """Plan a call; of several asked for meanwhile only the newest is answered."""
        self._plan_request = request
        self._jobs.put(_Plan())

    def load(self, model: str) -> None:
        """Load a model; answered by ``model_loaded`` or ``model_refused``."""
        self._jobs.put(_Load(model))

    def cancel(self, request: Request) -> None:
        """Give up a call, running or waiting; its record comes back ``cancelled``."""
        if self._remove_waiting(request):
            self.record_ready.emit(_cancelled(request))
        else:
            self._cancelled_id = request.id
            self._engine.cancel()

    def _remove_waiting(self, request: Request) -> bool:
        """Take a call that has not begun out of the jobs; whether there was one."""
        jobs: list[_Job] = []
        with contextlib.suppress(queue.Empty):
            while True:
                jobs.append(self._jobs.get_nowait())
        for job in jobs:
            if job != _Generate(request):
                self._jobs.put(job)
        return _Generate(request) in jobs

    def restart(self) -> None:
        """Start a stopped engine again, the count of its deaths forgotten."""
        self._deaths.clear()
        self._jobs.put(_Start())

    def stop(self, grace_ms: int = 3000) -> bool:
        """End the engine and the thread; ``False`` where it did not end in time."""
        self._is_stopping = True
        self._jobs.put(_Stop())
        self._engine.close()
        return self.wait(grace_ms)

    # ------------------------------------------------- on this thread

    def run(self) -> None:
        """Start the engine, then serve jobs until ``stop``."""
        self._start_engine()
        while not isinstance(job := self._jobs.get(), _Stop):
            if not self._is_up and isinstance(job, _Start | _Generate):
                self._start_engine()
            match job:
                case _Generate(request):
                    self._generate(request)
                case _Load(model):
                    self._load(model)
                case _Plan():
                    self._plan()
                case _Start():
                    pass

    def _start_engine(self) -> None:
        try:
            info = self._engine.start(self._on_status)
        except WorkerDied as error:
            self._on_status(EngineStatus(phase=Phase.STOPPED, detail=error.sentence))
            return
        except PlaygroundError as error:
            if not self._is_stopping:
                self._tell_stopped(error.sentence)
            return
        self._is_up = True
        self.engine_ready.emit(info)

    def _generate(self, request: Request) -> None:
        try:
            if request.id == self._cancelled_id:  # while its engine started
                raise CallCancelled("Cancelled.")
            record = self._engine.generate(request)
        except (RequestError, CheckpointError) as error:
            self.request_refused.emit(Refusal(request, error))
        except CallCancelled:
            self.record_ready.emit(_cancelled(request))
            self._start_engine()
        except PlaygroundError as error:
            self.record_ready.emit(
                Record(request=request, status=Status.FAILED, error=error.sentence)
            )
        else:
            self.record_ready.emit(record)

    def _load(self, model: str) -> None:
        try:
            info = self._engine.load(model)
        except CallCancelled:
            self._start_engine()
        except WorkerDied:
            return  # told by its status; the engine's next start will ask again
        except PlaygroundError as error:
            self.model_refused.emit(ModelRefusal(model, error))
        else:
            self.model_loaded.emit(info)

    def _plan(self) -> None:
        request, self._plan_request = self._plan_request, None
        if request is None or not self._is_up:
            return  # a newer one was answered, or the engine's next start will ask again
        try:
            plan = self._engine.plan(request)
        except CallCancelled:
            self._start_engine()
        except WorkerDied:
            return  # as in _load
        except PlaygroundError as error:
            self.plan_refused.emit(Refusal(request, error))
        else:
            self.planned.emit(plan)

    # ------------------------------------------------- from any thread of the engine

    def _on_status(self, status: EngineStatus) -> None:
        if status.phase is not Phase.STOPPED:
            self.status_changed.emit(status)
            return
        self._is_up = False
        if self._is_stopping:
            return
        if self._may_restart():
            logger.warning("engine stopped (%s): starting it again", status.detail)
            self._jobs.put(_Start())
        else:
            self._tell_stopped(status.detail)

    def _may_restart(self) -> bool:
        now = time.monotonic()
        too_often = len(self._deaths) == RESTART_LIMIT and (
            now - self._deaths[0] < RESTART_WINDOW_S
        )
        self._deaths.append(now)
        return not too_often

    def _tell_stopped(self, detail: str) -> None:
        self.status_changed.emit(EngineStatus(phase=Phase.STOPPED, detail=detail))


def _cancelled(request: Request) -> Record:
    return Record(request=request, status=Status.CANCELLED)
