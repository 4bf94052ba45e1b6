"""The protocol: one JSON object a line, each a ``Message`` of one of these kinds.

Nothing in it assumes that both sides run on one machine: a command that speaks it over SSH is a
remote engine.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from ..core.call.partial_text import PartialText
from ..core.call.plan import Plan
from ..core.call.request import Request
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
from ..core.model.info import ModelInfo

PROTOCOL_VERSION: Literal[1] = 1
#: A longer line is garbage: the largest record (64 sequences of 32,768 tokens) is below it.
MAX_LINE_BYTES = 256_000_000


class _Message(Frozen):
    """Attributes: ``version`` of the protocol, ``id`` of the command this is or answers."""

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
    """Parent to worker, read while a call runs: end the one with this id after its block."""

    kind: Literal["cancel"] = "cancel"
    call_id: str


class SpecializationsCommand(_Message):
    """Parent to worker: ``Engine.specializations``."""

    kind: Literal["specializations"] = "specializations"


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


class ErrorReply(_Message):
    """Answers any command that could not be done; ``error`` is the type of the exception."""

    kind: Literal["error"] = "error"
    error: Literal[
        "RequestError", "CheckpointError", "EnvironmentFault", "CallCancelled", "EngineFailure"
    ]
    sentence: str
    field: str = ""

    @classmethod
    def of(cls, command_id: str, error: PlaygroundError) -> ErrorReply:
        """Return the reply with ``error``."""
        name = type(error).__name__
        return cls.model_validate(
            {
                "id": command_id,
                "error": name if name in _ERRORS or name == "RequestError" else "EngineFailure",
                "sentence": error.sentence,
                "field": getattr(error, "field", ""),
            }
        )

    def exception(self) -> PlaygroundError:
        """Return the exception that the engine raised, made from the reply."""
        if self.error == "RequestError":
            return RequestError(self.field, self.sentence)
        return _ERRORS[self.error](self.sentence)


_ERRORS: dict[str, type[PlaygroundError]] = {
    "CheckpointError": CheckpointError,
    "EnvironmentFault": EnvironmentFault,
    "CallCancelled": CallCancelled,
    "EngineFailure": EngineFailure,
}

AnsweredCommand = LoadCommand | PlanCommand | CallCommand | SpecializationsCommand
Command = Annotated[
    AnsweredCommand | CancelCommand,
    Field(discriminator="kind"),
]
Answer = ModelReply | PlanReply | CallReply | SpecializationsReply | ErrorReply
Reply = Annotated[
    ReadyReply | StatusReply | HeartbeatReply | TextReply | Answer,
    Field(discriminator="kind"),
]

COMMANDS: TypeAdapter[Command] = TypeAdapter(Command)
REPLIES: TypeAdapter[Reply] = TypeAdapter(Reply)


def to_line(message: Frozen) -> bytes:
    """Return a message as one line of bytes, newline included."""
    return message.model_dump_json().encode() + b"\n"
