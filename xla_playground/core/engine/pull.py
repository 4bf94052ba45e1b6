"""What the process that pulls a model says, one message a line, and how it is started.

Killing that process cancels; starting it again goes on where it was.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, model_validator

from ..errors import PlaygroundError
from ..frozen import Frozen
from ..messages.message import Message, with_texts


class PullStage(StrEnum):
    """What a pull is at."""

    DOWNLOADING = "downloading"
    CHECKING = "checking"
    IMPORTING = "importing"


class PullProgress(Frozen):
    """How far it is, several times a second.

    Attributes:
        model: the name or hub id that is pulled.
        done_bytes, total_bytes: of this stage; ``None`` where the total is not known.
        bytes_per_s, left_s: speed and time left of this stage, ``None`` while unknown.
    """

    kind: Literal["progress"] = "progress"
    model: str
    stage: PullStage
    done_bytes: int = 0
    total_bytes: int | None = None
    bytes_per_s: float | None = None
    left_s: float | None = None


class PullDone(Frozen):
    """The last message: ``model`` can be named in a request; ``path`` is its folder."""

    kind: Literal["done"] = "done"
    model: str
    path: str


class PullError(Frozen):
    """The last message: why it stopped, and what to do.

    Attributes:
        sentence, message: the same in English alone, and as data.
        exit_code: what the command line exits with, see ``PlaygroundError``.
    """

    kind: Literal["error"] = "error"
    sentence: str = ""
    message: Message
    exit_code: int = 3

    @model_validator(mode="before")
    @classmethod
    def _with_texts(cls, values: Any) -> Any:
        return with_texts(values, sentence="message")

    @classmethod
    def of(cls, error: PlaygroundError) -> PullError:
        """Return the message with which ``error`` ends a pull."""
        return cls(message=error.message, exit_code=error.exit_code)


PullMessage = Annotated[PullProgress | PullDone | PullError, Field(discriminator="kind")]
PULL_MESSAGES: TypeAdapter[PullMessage] = TypeAdapter(PullMessage)


def pull_command(model: str) -> list[str]:
    """Return the command of a process that pulls ``model`` and prints ``PullMessage`` lines on
    stdout.
    """
    # -P: the folder that the program happens to run in must not shadow its modules
    return [sys.executable, "-P", "-m", "xla_playground.library.pull.process", model]
