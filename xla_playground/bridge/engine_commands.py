"""What the engine's thread is asked for, and its answers that are more than one object."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..core.call.probabilities import ScoredSequence
from ..core.call.record import Record
from ..core.call.request import Request
from ..core.call.specialization import SpecializationKey
from ..core.engine.engine import EngineStatus
from ..core.errors import EngineFailure, PlaygroundError

logger = logging.getLogger(__name__)

SubjectT = TypeVar("SubjectT")


@dataclass(frozen=True)
class Refusal(Generic[SubjectT]):
    """What the engine did not do, and why.

    Attributes:
        subject: the request, model, specialization or record that it was asked for.
        error: names the field of a request if it is a RequestError.
    """

    subject: SubjectT
    error: PlaygroundError


@dataclass(frozen=True)
class Scored:
    """How likely the tokens of a call were."""

    record: Record
    sequences: tuple[ScoredSequence, ...]


@dataclass(frozen=True)
class CallCommand:
    """Run a call."""

    request: Request


@dataclass(frozen=True)
class LoadCommand:
    """Load a model."""

    model: str


@dataclass(frozen=True)
class PlanCommand:
    """Plan a call."""

    request: Request


@dataclass(frozen=True)
class InspectCommand:
    """Inspect a specialization in memory."""

    key: SpecializationKey


@dataclass(frozen=True)
class ProfileCommand:
    """Profile one more call of a specialization in memory."""

    key: SpecializationKey
    request: Request


#: Looks into a specialization in memory.
LookCommand = InspectCommand | ProfileCommand


@dataclass(frozen=True)
class ScoreCommand:
    """Score the tokens of a call."""

    record: Record


@dataclass(frozen=True)
class ListCommand:
    """List the specializations."""


@dataclass(frozen=True)
class RestartCommand:
    """Start the engine if it does not run, the count of its deaths forgotten."""


@dataclass(frozen=True)
class StartAfterCommand:
    """Start the engine, which ended by itself as its last status says."""

    status: EngineStatus


@dataclass(frozen=True)
class StopCommand:
    """End the thread."""


Command = (
    CallCommand
    | LoadCommand
    | PlanCommand
    | InspectCommand
    | ProfileCommand
    | ScoreCommand
    | ListCommand
    | RestartCommand
    | StartAfterCommand
    | StopCommand
)


@contextlib.contextmanager
def as_failure() -> Iterator[None]:
    """Raise an unforeseen exception as an EngineFailure, so that it does not end the thread."""
    try:
        yield
    except PlaygroundError:
        raise
    except Exception as error:
        logger.exception("a bug in the engine")
        raise EngineFailure.unforeseen(error) from error


def refusing(
    emit: Callable[[object], object], subject: object
) -> Callable[[PlaygroundError], object]:
    """Return a function that emits the refusal of ``subject`` with an error."""
    return lambda error: emit(Refusal(subject, error))
