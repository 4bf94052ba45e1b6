"""Every failure a user can meet: a type, one sentence, and the exit code of the command line.

Code decides by the type; the sentence is for people and says what to do.
"""

from __future__ import annotations

import reprlib
from typing import ClassVar

from pydantic import ValidationError
from pydantic_core import PydanticCustomError


class PlaygroundError(Exception):
    """Base of the errors that are shown to a user.

    Attributes:
        sentence: what happened and what to do, one sentence.
        exit_code: what the command line exits with (2 bad input, 3 environment, 4 engine failed).
    """

    exit_code: ClassVar[int] = 4

    def __init__(self, sentence: str) -> None:
        self.sentence = _printable(sentence)
        super().__init__(self.sentence)


class RequestError(PlaygroundError):
    """A request that cannot run; ``field`` names the control or option that must change."""

    exit_code = 2

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field

    @classmethod
    def from_validation(cls, error: ValidationError) -> RequestError:
        """Turn the first of pydantic's findings into a field and a sentence."""
        first = error.errors(include_url=False)[0]
        path = [part for part in first["loc"] if isinstance(part, str)]  # without list positions
        name = str(first.get("ctx", {}).get("field") or (path[-1] if path else ""))
        if first["type"] == SENTENCE:
            return cls(name, first["msg"])
        if first["type"] == "extra_forbidden":
            return cls(name, f"{name} is not an option here.")
        return cls(name, f"{name}: {first['msg']}, got {shown(first.get('input'))}.")


class CheckpointError(PlaygroundError):
    """A model folder that is missing, damaged, unsupported or does not fit its configuration."""

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
        """Return a one-sentence failure for an unexpected exception, which is a bug."""
        return cls(f"The engine failed on this ({type(error).__name__}: {first_line(error)}).")


class WorkerDied(EngineFailure):
    """The worker process ended by itself."""


class CallCancelled(PlaygroundError):
    """The user cancelled the call; not a failure."""


def refuse(problem: str | None) -> None:
    """Make pydantic refuse the value of a validator if there is a ``problem``."""
    if problem:
        raise PydanticCustomError(SENTENCE, "{text}", {"text": problem})


def first_line(error: Exception) -> str:
    """Return the first line of a library's error message, at most 200 characters, for a
    sentence.
    """
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _printable(sentence: str) -> str:
    """Escape unprintable characters, which file names may hold, so that a sentence stays
    one line.
    """
    if sentence.isprintable():
        return sentence
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in sentence)


def shown(value: object) -> str:
    """Return an untrusted value in short and printable form, for a sentence."""
    try:
        return _SHORT.repr(value)
    except ValueError:  # an integer of more digits than Python prints
        return "a very large number"


_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 100

#: pydantic error type of the sentences that this package writes itself
SENTENCE = "sentence"
