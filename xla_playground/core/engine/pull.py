"""The messages of the process that pulls a model, one a line, and the command that starts it.

Killing that process cancels the pull; starting it again resumes it.
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
    """The stage of a pull."""

    DOWNLOADING = "downloading"
    CHECKING = "checking"
    IMPORTING = "importing"


class PullProgress(Frozen):
    """The progress of a pull, sent several times a second.

    Attributes:
        model: the name or hub id of the model.
        done_bytes, total_bytes: of this stage; ``None`` if the total is not known.
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
    """The last message of a pull that succeeded; requests can name ``model``."""

    kind: Literal["done"] = "done"
    model: str
    path: str


class PullError(Frozen):
    """The last message of a pull that failed: the reason, and what to do.

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
