"""The protocol: one JSON object a line, each a ``Message`` of one of these kinds.

Nothing in it assumes that both sides run on one machine: a command that speaks it over SSH is a
remote engine.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from ..core.call.partial_text import PartialText
from ..core.call.plan import Plan
from ..core.call.probabilities import ScoredSequence
from ..core.call.record import Record
from ..core.call.request import Request
from ..core.call.specialization import SpecializationKey
from ..core.engine.call_end import CallEnd
from ..core.engine.engine import EngineInfo, EngineStatus
from ..core.engine.specialization_info import SpecializationInfo
from ..core.errors import (
    CallCancelled,
    CheckpointError,
    EngineFailure,
    EnvironmentFault,
    PlaygroundError,
    RequestError,
)
from ..core.frozen import Frozen
from ..core.inside.inspection import Inspection
from ..core.inside.profiling.profile import Profile
from ..core.messages.message import Message
from ..core.model.info import ModelInfo

PROTOCOL_VERSION: Literal[1] = 1
#: A longer line is garbage: the largest record (64 sequences of 32,768 tokens) is below it.
MAX_LINE_BYTES = 256_000_000


class _Message(Frozen):
    """Attributes: ``version`` of the protocol; ``id`` of the command, also in its answer."""

    version: Literal[1] = PROTOCOL_VERSION
    id: str = ""


class LoadCommand(_Message):
    """Parent to worker: ``Engine.load``."""

    kind: Literal["load"] = "load"
    model: str


class PlanCommand(_Message):
    """Parent to worker: ``Engine.plan``."""

    kind: Literal["plan"] = "plan"
    request: Request


class CallCommand(_Message):
    """Parent to worker: ``Engine.call``; ``wants_text``: answered by ``TextReply``, too."""

    kind: Literal["call"] = "call"
    request: Request
    wants_text: bool = False


class CancelCommand(_Message):
    """Parent to worker, read while a call or a look runs: end the one with this id soon."""

    kind: Literal["cancel"] = "cancel"
    call_id: str


class SpecializationsCommand(_Message):
    """Parent to worker: ``Engine.specializations``."""

    kind: Literal["specializations"] = "specializations"


class ProbabilitiesCommand(_Message):
    """Parent to worker: ``Engine.probabilities``."""

    kind: Literal["probabilities"] = "probabilities"
    record: Record


class InspectCommand(_Message):
    """Parent to worker: ``Engine.inspect``."""

    kind: Literal["inspect"] = "inspect"
    key: SpecializationKey


class ProfileCommand(_Message):
    """Parent to worker: ``Engine.profile``."""

    kind: Literal["profile"] = "profile"
    request: Request


class ReadyReply(_Message):
    """Worker to parent, once: the engine is started."""

    kind: Literal["ready"] = "ready"
    info: EngineInfo


class StatusReply(_Message):
    """Worker to parent, unasked: a phase began."""

    kind: Literal["status"] = "status"
    status: EngineStatus


class HeartbeatReply(_Message):
    """Worker to parent, every second, also while it traces and compiles: a sign of life."""

    kind: Literal["heartbeat"] = "heartbeat"
    memory_bytes: int


class ModelReply(_Message):
    """Answers a ``LoadCommand``."""

    kind: Literal["model"] = "model"
    info: ModelInfo


class PlanReply(_Message):
    """Answers a ``PlanCommand``."""

    kind: Literal["plan_made"] = "plan_made"
    plan: Plan


class TextReply(_Message):
    """Worker to parent, before the answer to a ``CallCommand``: its text after a block."""

    kind: Literal["text"] = "text"
    partial: PartialText


class CallReply(_Message):
    """Answers a ``CallCommand``."""

    kind: Literal["call_ended"] = "call_ended"
    end: CallEnd


class SpecializationsReply(_Message):
    """Answers a ``SpecializationsCommand``."""

    kind: Literal["specializations_told"] = "specializations_told"
    specializations: tuple[SpecializationInfo, ...]


class ProbabilitiesReply(_Message):
    """Answers a ``ProbabilitiesCommand``."""

    kind: Literal["probabilities_found"] = "probabilities_found"
    sequences: tuple[ScoredSequence, ...]


class InspectionReply(_Message):
    """Answers an ``InspectCommand``."""

    kind: Literal["inspection"] = "inspection"
    inspection: Inspection


class ProfileReply(_Message):
    """Answers a ``ProfileCommand``."""

    kind: Literal["profiled"] = "profiled"
    profile: Profile


class ErrorReply(_Message):
    """Answers a command that failed; ``error`` is the type of the exception."""

    kind: Literal["error"] = "error"
    error: Literal[
        "RequestError", "CheckpointError", "EnvironmentFault", "CallCancelled", "EngineFailure"
    ]
    message: Message
    field: str = ""

    @classmethod
    def of(cls, command_id: str, error: PlaygroundError) -> ErrorReply:
        """Return the reply with ``error``."""
        name = type(error).__name__
        return cls.model_validate(
            {
                "id": command_id,
                "error": name if name in _ERRORS or name == "RequestError" else "EngineFailure",
                "message": error.message,
                "field": getattr(error, "field", ""),
            }
        )

    def exception(self) -> PlaygroundError:
        """Return the exception that the engine raised, rebuilt from the reply."""
        if self.error == "RequestError":
            return RequestError(self.field, self.message)
        return _ERRORS[self.error](self.message)


_ERRORS: dict[str, type[PlaygroundError]] = {
    "CheckpointError": CheckpointError,
    "EnvironmentFault": EnvironmentFault,
    "CallCancelled": CallCancelled,
    "EngineFailure": EngineFailure,
}

AnsweredCommand = (
    LoadCommand
    | PlanCommand
    | CallCommand
    | SpecializationsCommand
    | ProbabilitiesCommand
    | InspectCommand
    | ProfileCommand
)
Command = Annotated[
    AnsweredCommand | CancelCommand,
    Field(discriminator="kind"),
]
Answer = (
    ModelReply
    | PlanReply
    | CallReply
    | SpecializationsReply
    | ProbabilitiesReply
    | InspectionReply
    | ProfileReply
    | ErrorReply
)
Reply = Annotated[
    ReadyReply | StatusReply | HeartbeatReply | TextReply | Answer,
    Field(discriminator="kind"),
]

COMMANDS: TypeAdapter[Command] = TypeAdapter(Command)
REPLIES: TypeAdapter[Reply] = TypeAdapter(Reply)


def to_line(message: Frozen) -> bytes:
    """Return a message as one line of bytes, newline included."""
    return message.model_dump_json().encode() + b"\n"
