"""The engine, as everything else sees it.

Two implementations: ``engine.XlaEngine`` runs TensorFlow right where it is called, and
``worker.EngineClient`` runs the same engine in a child process. No other code knows which of them
it uses.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol

from pydantic import Field, model_validator

from ..call.partial_text import TextListener
from ..call.plan import Plan
from ..call.probabilities import ScoredSequence
from ..call.record import Record
from ..call.request import Request
from ..call.specialization import SpecializationKey
from ..frozen import Frozen
from ..inside.inspection import Inspection
from ..inside.profiling.profile import Profile
from ..messages.message import Message, read, with_texts
from ..model.info import ModelInfo
from .call_end import CallEnd
from .specialization_info import SpecializationInfo


class Phase(StrEnum):
    """The current work of the engine; shown in the status bar with the time since it began."""

    STARTING = "starting"
    READY = "ready"
    LOADING = "loading"
    TRACING = "tracing"
    COMPILING = "compiling"
    RUNNING = "running"
    STOPPED = "stopped"


class EngineStatus(Frozen):
    """A change of phase or a sign of life.

    Attributes:
        phase: what the engine does now.
        detail: what it does it with: a model's name, a key's label, why it stopped.
        message: the detail if it is said in words; names and labels have none.
        memory_bytes: resident memory of the engine's process, where it was measured.
    """

    phase: Phase
    detail: str = ""
    message: Message | None = None
    memory_bytes: int | None = None

    @model_validator(mode="before")
    @classmethod
    def _with_texts(cls, values: Any) -> Any:
        return with_texts(values, detail="message")

    @property
    def detail_text(self) -> str:
        """Return ``detail`` in the language in which messages are read."""
        return read(self.message, self.detail) or ""


class EngineInfo(Frozen):
    """What the engine runs on, sent once when it is ready.

    Attributes:
        xla_flags, tf_xla_flags: the flags in effect, without those that the engine adds itself.
        notices: notices on the machine, such as a GPU that is not used.
        made_with: the parts that a stored specialization depends on besides its key, its model and
            its rewrites, see ``core.store.parts``.
    """

    pid: int
    python: str
    tensorflow: str
    transformers: str
    devices: tuple[str, ...]
    xla_flags: str = ""
    tf_xla_flags: str = ""
    memory_bytes: int = 0
    notices: tuple[Message, ...] = ()
    made_with: dict[str, str] = Field(default_factory=dict)


StatusListener = Callable[[EngineStatus], None]


class Engine(Protocol):
    """Runs requests one at a time.

    ``cancel`` and ``close`` may be called from any thread; everything else from one thread only.
    Calls block until they are done, and raise a ``PlaygroundError`` if they fail.
    """

    def start(self, on_status: StatusListener) -> EngineInfo:
        """Import TensorFlow and get ready; also starts again after a stop.

        ``on_status`` is called from any thread of the engine, also with ``Phase.STOPPED`` if the
        engine ends by itself.

        Raises:
            WorkerDied: it ended by itself; ``on_status`` was called with ``Phase.STOPPED``, too.
            EnvironmentFault: it cannot be started at all.
        """
        ...

    def load(self, model: str) -> ModelInfo:
        """Validate and load a model, so that the next call with it need not.

        Raises:
            CheckpointError: it is missing, damaged or unsupported.
        """
        ...

    def plan(self, request: Request) -> Plan:
        """Tokenize and look up, without tracing: what ``call`` would do.

        Raises:
            RequestError: the request does not fit the model.
            CheckpointError: the model cannot be read.
        """
        ...

    def call(self, request: Request, on_text: TextListener | None = None) -> CallEnd:
        """Run one call.

        ``on_text`` is called after each block of ``request.block_tokens`` new tokens, in the
        thread of this call. Cancelled between two blocks, a call returns a ``cancelled`` record
        with its text so far.

        Raises:
            RequestError, CheckpointError: as ``plan``.
            CallCancelled: ``cancel`` was called during the call.
            WorkerDied: the process that ran it ended.
            EngineFailure: TensorFlow raised.
        """
        ...

    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        """Run one call as ``call`` does, and return its record alone."""
        ...

    def specializations(self) -> tuple[SpecializationInfo, ...]:
        """Return the specializations that need no trace: in memory, least recently used first, then
        on disk.

        Those on disk are the ones that this machine, these versions and the loaded models can use;
        other entries are in the store only.
        """
        ...

    def probabilities(self, record: Record) -> tuple[ScoredSequence, ...]:
        """Return how likely each token of a call's sequences was, by one compiled pass over each.

        The pass is a specialization of its own, and no part of a call's time.

        Raises:
            RequestError: the model cannot score, or did not write these sequences.
            CheckpointError, CallCancelled, WorkerDied, EngineFailure: as ``generate``.
        """
        ...

    def inspect(self, key: SpecializationKey) -> Inspection:
        """Return what XLA made of a specialization in memory.

        XLA compiles it anew for that: calls keep their own executable.

        Raises:
            RequestError: it is no longer in memory, or XLA does not compile it.
            CallCancelled, WorkerDied, EngineFailure: as ``generate``.
        """
        ...

    def profile(self, request: Request) -> Profile:
        """Return where the time of a steady call goes, by one more such call under a profiler.

        It is no call of the user's: it makes no record, and builds nothing.

        Raises:
            RequestError: its specialization is not in memory, or XLA does not compile it.
            CheckpointError, CallCancelled, WorkerDied, EngineFailure: as ``generate``.
        """
        ...

    def cancel(self) -> None:
        """Cancel the running call or look, as fast as the implementation can."""
        ...

    def close(self) -> None:
        """Stop for good and free everything; no status follows, and its listener is let go."""
        ...
