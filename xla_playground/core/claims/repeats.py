"""What came of repeating claims, the file that keeps it, and the messages of its process.

The process reads one ``ClaimsOrder`` from stdin and prints ``ClaimsMessage`` lines on stdout. It
ends as soon as its stdin ends; what it printed before stays valid.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from ..files.kept_model import load_kept, save_kept
from ..frozen import Frozen
from ..messages.message import Message
from ..messages.pages import claims as messages
from .claim import CLAIMS, Claim, Experiment


class ClaimResult(Frozen):
    """What was measured for a claim.

    Attributes:
        measured_ms: its two durations, each ``None`` if it could not be measured.
        model: the model that ran; empty if none did.
        reason: why the ratio differs or is missing; ``None`` if it is close to the claimed one.
        took_s: how long its experiment took.
    """

    name: str
    measured_ms: tuple[float | None, float | None]
    model: str
    reason: Message | None
    took_s: float = 0.0

    @property
    def ratio(self) -> float | None:
        """Return the measured ratio, ``None`` if one of the durations is missing."""
        one, other = self.measured_ms
        return one / other if one is not None and other else None


class KeptClaims(Frozen):
    """The results of all claims, by name.

    Attributes:
        shown: the claim that is looked at; empty before the first.
    """

    shown: str = ""
    results: dict[str, ClaimResult] = Field(default_factory=dict)

    def with_results(self, results: Iterable[ClaimResult]) -> KeptClaims:
        """Return these with newer results."""
        newer = {result.name: result for result in results}
        return self.model_copy(update={"results": self.results | newer})

    def seconds(self) -> dict[Experiment, float]:
        """Return how long each experiment took that was made."""
        made = ((claim, self.results.get(claim.name)) for claim in CLAIMS)
        return {claim.experiment: result.took_s for claim, result in made if result is not None}


class ClaimsOrder(Frozen):
    """What to repeat.

    Attributes:
        experiments: in the order in which they are made.
        seconds: how long they took the last time, as far as that is known.
        torch_python: the interpreter of PyTorch's lanes; empty: this one, if it has PyTorch.
    """

    experiments: tuple[Experiment, ...]
    seconds: dict[Experiment, float] = Field(default_factory=dict)
    torch_python: str = ""


class ClaimsProgress(Frozen):
    """An experiment begins: the one after ``done`` of ``of``; ``left_s`` is ``None`` if unknown."""

    kind: Literal["progress"] = "progress"
    experiment: Experiment
    done: int
    of: int
    left_s: float | None = None


class ClaimsMeasured(Frozen):
    """An experiment ended: the results of all claims that it has the figures of."""

    kind: Literal["measured"] = "measured"
    results: tuple[ClaimResult, ...]


class ClaimsDone(Frozen):
    """The last message: every experiment was made, or could not be."""

    kind: Literal["done"] = "done"


ClaimsMessage = Annotated[ClaimsProgress | ClaimsMeasured | ClaimsDone, Field(discriminator="kind")]
CLAIMS_MESSAGES: TypeAdapter[ClaimsMessage] = TypeAdapter(ClaimsMessage)


def claims_of(experiment: Experiment) -> tuple[Claim, ...]:
    """Return the claims that an experiment has the figures of."""
    return tuple(claim for claim in CLAIMS if claim.experiment is experiment)


def claims_command() -> list[str]:
    """Return the command of a process that repeats claims."""
    # -P: the folder that the program happens to run in must not shadow its modules
    return [sys.executable, "-P", "-m", "xla_playground.bench.children.claims_process"]


def load_claims(path: Path) -> KeptClaims:
    """Return the results in a file; a missing or damaged one means that nothing was measured."""
    return load_kept(path, KeptClaims())


def save_claims(kept: KeptClaims, path: Path) -> None:
    """Write the results.

    Raises:
        EnvironmentFault: they cannot be written; the old file is untouched.
    """
    save_kept(kept, path, messages.CLAIMS_NOT_SAVED)
