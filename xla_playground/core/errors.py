"""Every failure a user can meet: a type, a message, and the exit code of the command line.

Code decides by the type; the message is for people and says what to do.
"""

from __future__ import annotations

import reprlib
from typing import ClassVar

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from .messages import engine, options
from .messages.message import Message


class PlaygroundError(Exception):
    """Base of the errors that are shown to a user.

    Attributes:
        message: what happened and what to do.
        exit_code: what the command line exits with (2 bad input, 3 environment, 4 engine failed).
    """

    exit_code: ClassVar[int] = 4

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """Return the message in English, one sentence."""
        return self.message.text


class RequestError(PlaygroundError):
    """A request that cannot run; ``field`` names the control or option that must change."""

    exit_code = 2

    def __init__(self, field: str, message: Message) -> None:
        super().__init__(message)
        self.field = field
        self.args = (field, message)  # from which a copy in another process is made

    @classmethod
    def from_validation(cls, error: ValidationError) -> RequestError:
        """Turn the first of pydantic's findings into a field and a message."""
        first = error.errors(include_url=False)[0]
        path = [part for part in first["loc"] if isinstance(part, str)]  # without list positions
        context = first.get("ctx", {})
        name = str(context.get("field") or (path[-1] if path else ""))
        if first["type"] == _REFUSED:
            return cls(name, context["message"])
        if first["type"] == "extra_forbidden":
            return cls(name, options.NO_OPTION(name=name))
        given = shown(first.get("input"))
        return cls(name, options.NOT_VALID(name=name, why=first["msg"], given=given))


class CheckpointError(PlaygroundError):
    """A model folder that is missing, damaged, unsupported or does not fit its configuration."""

    exit_code = 2


class InvalidArgument(PlaygroundError, ValueError):
    """An argument of the Python API that cannot be used."""

    exit_code = 2


class UnsupportedModel(PlaygroundError, ValueError):
    """A model object that ``fast_generate`` cannot run."""

    exit_code = 2


class EnvironmentFault(PlaygroundError):
    """Something outside the program is missing: a display, a package, space on the disk."""

    exit_code = 3


class EngineFailure(PlaygroundError):
    """The engine accepted a request and could not finish it."""

    @classmethod
    def unforeseen(cls, error: Exception) -> EngineFailure:
        """Return the failure for an unexpected exception, which is a bug."""
        return cls(engine.UNFORESEEN(kind=type(error).__name__, why=first_line(error)))


class WorkerDied(EngineFailure):
    """The worker process ended by itself."""


class CallCancelled(PlaygroundError):
    """The user cancelled the call; not a failure."""


def refuse(problem: Message | None, field: str = "") -> None:
    """Have pydantic refuse the value that a validator looks at, if there is a ``problem``.

    ``field`` names what must change, unless it is the field that the validator is for.
    """
    if problem is not None:
        raise PydanticCustomError(_REFUSED, "{message}", {"message": problem, "field": field})


def first_line(error: Exception) -> str:
    """Return the first line of a library's error message, at most 200 characters, for a
    sentence.
    """
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def shown(value: object) -> str:
    """Return an untrusted value in short and printable form, for a sentence."""
    try:
        return _SHORT.repr(value)
    except ValueError:  # an integer of more digits than Python prints
        return "a very large number"


_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 100

#: pydantic error type of the messages that this package makes itself
_REFUSED = "refused"
