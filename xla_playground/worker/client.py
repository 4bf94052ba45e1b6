"""The parent's side: an engine whose work happens in a child process."""

from __future__ import annotations

import contextlib
import sys
import threading
import uuid
from collections.abc import Sequence
from typing import TypeVar

from ..core.call.partial_text import TextListener
from ..core.call.plan import Plan
from ..core.call.probabilities import ScoredSequence
from ..core.call.record import Cache, Record
from ..core.call.request import Request
from ..core.call.specialization import SpecializationKey
from ..core.engine.call_end import CallEnd
from ..core.engine.engine import EngineInfo, EngineStatus, Phase, StatusListener
from ..core.engine.specialization_info import SpecializationInfo
from ..core.errors import CheckpointError, EnvironmentFault, WorkerDied, shown
from ..core.inside.inspection import Inspection
from ..core.inside.profiling.profile import Profile
from ..core.machine import default_memory_budget
from ..core.messages import engine as messages
from ..core.messages.message import Message
from ..core.messages.models import checkpoint
from ..core.model.info import ModelInfo
from ..core.store.store import DEFAULT_LIMIT_BYTES
from ..core.units import format_bytes
from .flags import flags_fault
from .mappings import count_mappings, most_mappings
from .messages import (
    AnsweredCommand,
    CallCommand,
    CallReply,
    InspectCommand,
    InspectionReply,
    LoadCommand,
    ModelReply,
    PlanCommand,
    PlanReply,
    ProbabilitiesCommand,
    ProbabilitiesReply,
    ProfileCommand,
    ProfileReply,
    SpecializationsCommand,
    SpecializationsReply,
)
from .process import WorkerProcess, ignore

#: The least share of a worker's memory that its specializations must hold for a new one to help.
_WORTH_SHARE = 4

AnswerT = TypeVar("AnswerT")


class EngineClient:
    """An engine in a child process; see ``core.Engine`` for the contract.

    Cancelling kills the child, in tens of milliseconds, unless its call runs in blocks and can end
    between two of them; ``start`` makes a new one. A child that
    ends by itself is told to the listener as ``Phase.STOPPED``, with how it ended, and raises
    ``WorkerDied`` in the call that waited for it.

    TensorFlow never gives back what a specialization took. So a child that after a call holds more
    memory than its budget, or nearly all mappings that the system allows, makes room for a new one
    before the next command; what it had specialized comes back from the store as it is asked for.
    """

    def __init__(
        self,
        *,
        max_specializations: int = 16,
        store_limit_bytes: int = DEFAULT_LIMIT_BYTES,
        memory_budget_bytes: int | None = None,
        is_background: bool = False,
        command: Sequence[str] | None = None,
    ) -> None:
        """Create the client; no worker is started yet.

        Args:
            store_limit_bytes: what the store may take on disk; 0: nothing is stored or loaded.
            memory_budget_bytes: what the child may hold; ``None``: a quarter of the machine's.
            is_background: run where nothing else wants to run, and answer a call only once what is
                built behind it is stored: the worker may end after any answer.
            command: what starts the worker, in place of this Python with
                ``xla_playground.worker``.
        """
        self._command = (
            list(command)
            if command
            else _worker_command(max_specializations, store_limit_bytes, is_background)
        )
        self._budget_bytes = memory_budget_bytes or default_memory_budget()
        self._worker: WorkerProcess | None = None
        self._lock = threading.Lock()  # a worker made while ``close`` runs would be left over
        self._is_closed = False
        self._is_over_budget = False
        self._model = ""
        self._on_status: StatusListener = ignore

    def start(self, on_status: StatusListener) -> EngineInfo:
        """Start a worker unless one runs; see ``core.Engine.start``.

        Raises:
            WorkerDied: it ended before it was ready.
            EnvironmentFault: it cannot be started at all, or not with the user's flags for XLA.
        """
        if self._worker is not None and self._worker.info is not None and self._worker.is_alive:
            return self._worker.info
        if self._worker is not None:
            self._worker.close()
        on_status(EngineStatus(phase=Phase.STARTING, detail="TensorFlow"))
        worker = self._new_worker(on_status)
        self._on_status, self._is_over_budget = on_status, False
        try:
            return worker.wait_until_ready()
        except WorkerDied:
            how = worker.how_it_ended()
            worker.close()
            fault = flags_fault(self._starts_without, worker.last_lines)
            if fault is not None:
                raise fault from None
            on_status(EngineStatus(phase=Phase.STOPPED, message=how))
            raise

    def _new_worker(
        self, on_status: StatusListener, *, without: Sequence[str] = ()
    ) -> WorkerProcess:
        with self._lock:
            if self._is_closed:
                raise WorkerDied(messages.WORKER_CLOSED())
            self._worker = WorkerProcess(self._command, on_status, without=without)
            return self._worker

    def _starts_without(self, variables: Sequence[str]) -> bool:
        """Return whether a worker starts if these variables are not set; it is ended again."""
        worker = self._new_worker(ignore, without=variables)
        try:
            worker.wait_until_ready()
        except (WorkerDied, EnvironmentFault):
            return False
        finally:
            worker.close()
        return True

    def load(self, model: str) -> ModelInfo:
        """See ``core.Engine.load``."""
        try:
            model.encode("utf-8")
        except UnicodeEncodeError:  # no message can hold it
            raise CheckpointError(checkpoint.NAME_NOT_UTF8(path=shown(model))) from None
        info = self._ask(LoadCommand(id=_new_id(), model=model), ModelReply).info
        self._model = model
        return info

    def plan(self, request: Request) -> Plan:
        """See ``core.Engine.plan``."""
        return self._ask(PlanCommand(id=_new_id(), request=request), PlanReply).plan

    def call(self, request: Request, on_text: TextListener | None = None) -> CallEnd:
        """See ``core.Engine.call``."""
        wants_text = on_text is not None
        command = CallCommand(id=_new_id(), request=request, wants_text=wants_text)
        end = self._ask(command, CallReply, on_text).end
        self._model = request.model
        return self._within_budget(end)

    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        """See ``core.Engine.generate``."""
        return self.call(request, on_text).record

    def specializations(self) -> tuple[SpecializationInfo, ...]:
        """See ``core.Engine.specializations``."""
        command = SpecializationsCommand(id=_new_id())
        return self._ask(command, SpecializationsReply).specializations

    def probabilities(self, record: Record) -> tuple[ScoredSequence, ...]:
        """See ``core.Engine.probabilities``."""
        command = ProbabilitiesCommand(id=_new_id(), record=record)
        return self._ask(command, ProbabilitiesReply).sequences

    def inspect(self, key: SpecializationKey) -> Inspection:
        """See ``core.Engine.inspect``."""
        command = InspectCommand(id=_new_id(), key=key)
        # a fresh worker would not have it in memory
        return self._ask(command, InspectionReply, renews=False).inspection

    def profile(self, request: Request) -> Profile:
        """See ``core.Engine.profile``."""
        command = ProfileCommand(id=_new_id(), request=request)
        return self._ask(command, ProfileReply, renews=False).profile

    def cancel(self) -> None:
        """Kill the worker if it is busy; the running command raises ``CallCancelled``.

        A call that runs in blocks has a second to end between two of them, and a look to end by
        itself.
        """
        if self._worker is not None:
            self._worker.cancel()

    def close(self) -> None:
        """End the worker for good; a running command raises ``CallCancelled``."""
        with self._lock:
            self._is_closed = True
            worker = self._worker
        if worker is not None:
            worker.close()
        self._on_status = ignore

    @property
    def pid(self) -> int | None:
        """Return the worker's process id, ``None`` if no worker was started."""
        return self._worker.pid if self._worker else None

    def _ask(
        self,
        command: AnsweredCommand,
        kind: type[AnswerT],
        on_text: TextListener | None = None,
        *,
        renews: bool = True,
    ) -> AnswerT:
        answer = self._running(renews=renews).ask(command, on_text)
        assert isinstance(answer, kind)
        return answer

    def _running(self, *, renews: bool = True) -> WorkerProcess:
        """Return the worker, a fresh one if it is over its budget and ``renews``."""
        if self._worker is None or not self._worker.is_alive:
            raise WorkerDied(messages.WORKER_NOT_RUNNING())
        if self._is_over_budget and renews:
            self._renew(self._worker)
        return self._worker

    # ------------------------------------------------------------------ memory

    def _within_budget(self, end: CallEnd) -> CallEnd:
        """Return ``end``, or its record alone with a notice if the worker is over its budget and
        is to be restarted.
        """
        record = end.record
        is_first = record.cache in (Cache.MISS, Cache.DISK) or any(
            use.in_background for use in record.programs
        )
        notice = self._excess(end) if is_first else None
        if notice is None:
            return end
        self._is_over_budget = True
        notices = (*record.notices, notice)
        return CallEnd(record=record.model_copy(update={"notices": notices}))

    def _excess(self, end: CallEnd) -> Message | None:
        """Return what the worker has more of than it may have, None if there is nothing."""
        held, budget = end.record.memory_bytes or 0, self._budget_bytes
        if held > budget and _would_free(end):
            return messages.WORKER_RESTARTS(held=format_bytes(held), budget=format_bytes(budget))
        most = most_mappings()
        count = 0 if most is None or self._worker is None else count_mappings(self._worker.pid)
        if most is not None and count > most:
            return messages.WORKER_MAPS_TOO_MUCH(count=count, most=most)
        return None

    def _renew(self, worker: WorkerProcess) -> None:
        worker.close()
        self.start(self._on_status)
        if self._model:
            with contextlib.suppress(CheckpointError):  # gone meanwhile: who asks for it is told
                self.load(self._model)


def _would_free(end: CallEnd) -> bool:
    """Return whether specializations, not the models alone, hold a good part of a worker's
    memory.
    """
    made = sum(info.memory_bytes or 0 for info in end.specializations or ())
    return made * _WORTH_SHARE >= (end.record.memory_bytes or 0)


def _worker_command(
    max_specializations: int, store_limit_bytes: int, is_background: bool
) -> list[str]:
    # -P: the folder that the program happens to run in must not shadow its modules
    return [
        sys.executable,
        "-P",
        "-m",
        "xla_playground.worker",
        "--max-specializations",
        str(max_specializations),
        "--store-limit-bytes",
        str(store_limit_bytes),
        *(["--background"] if is_background else []),
    ]


def _new_id() -> str:
    return uuid.uuid4().hex
