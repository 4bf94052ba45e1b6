"""What came of a race, and the messages of the process that runs one.

The process reads one ``RaceOrder`` from stdin and prints ``RaceMessage`` lines on stdout. It ends,
with what was measured so far, as soon as its stdin ends.
"""

from __future__ import annotations

import math
import sys
from typing import Annotated, Any, Literal, Self

from pydantic import Field, TypeAdapter

from ..call.request import Request
from ..errors import PlaygroundError
from ..frozen import Frozen
from ..messages.message import Message
from ..messages.pages import race as messages
from .race import break_even_message


class RaceRow(Frozen):
    """The figures of a lane, each ``None`` as long as nothing was measured.

    Attributes:
        calls: how many steady calls were made.
        low_ms, high_ms: 95 % interval of the median ``p50_ms``; ``None`` of a single call.
        speed_up: the baseline's median over this one's; ``None`` of the baseline.
        tokens_equal: whether its tokens are the baseline's; ``None`` if they are drawn.
        first_difference: position of the first token that differs, from 0.
        by_fault: whether a known fault of upstream's code may be why they differ.
        problem: why the lane cannot run.
        error: the same in English.
    """

    lane: str
    first_call_s: float | None
    calls: int = 0
    p50_ms: float | None
    low_ms: float | None
    high_ms: float | None
    tokens_per_s: float | None
    speed_up: float | None
    tokens_equal: bool | None
    first_difference: int | None
    by_fault: bool
    problem: Message | None = None
    error: str | None

    def total_ns(self, calls: float) -> float | None:
        """Return what this many calls take in all, in ns; ``None`` if that is not known."""
        if self.first_call_s is None or self.p50_ms is None:
            return None
        return 1e9 * self.first_call_s + 1e6 * self.p50_ms * (calls - 1)


class RaceBreakEven(Frozen):
    """When one of two lanes has paid for its first call; see ``race.BreakEven``."""

    lane: str
    against: str
    calls: int | None
    sentence: str
    is_close: bool = False

    @property
    def message(self) -> Message:
        """Return the sentence as a message."""
        if self.is_close:
            return messages.TOO_CLOSE(lane=self.lane, other=self.against)
        return break_even_message(self.lane, self.calls)


class RaceReport(Frozen):
    """What came of a race: a row for each lane, in the order asked for."""

    model: str
    runs: int
    rows: tuple[RaceRow, ...]
    break_even: tuple[RaceBreakEven, ...]
    is_cancelled: bool

    @property
    def has_calls(self) -> bool:
        """Return whether a call was made, or it is known why one cannot be."""
        return any(row.first_call_s is not None or row.problem is not None for row in self.rows)

    @classmethod
    def of(cls, figures: dict[str, Any]) -> Self:
        """Return the report with the figures that ``race --json`` prints."""
        return cls.model_validate({name: figures[name] for name in cls.model_fields})

    def shown_calls(self) -> int:
        """Return up to which call a plot of totals shows every break-even: a power of ten."""
        known = [even.calls for even in self.break_even if even.calls is not None]
        most = max(known, default=1)
        return int(10 ** max(1, math.ceil(math.log10(2 * most))))


class RaceOrder(Frozen):
    """What to race.

    Attributes:
        torch_python: the interpreter of PyTorch's lanes; empty: this one, if it has PyTorch.
    """

    request: Request
    lanes: tuple[str, ...]
    runs: int
    torch_python: str = ""


class RaceProgress(Frozen):
    """How far a race is; see ``bench.racing.race.Progress``."""

    kind: Literal["progress"] = "progress"
    lane: str
    calls: int
    of: int
    left_s: float | None = None


class RaceDone(Frozen):
    """The last message of a race that ended or was cancelled."""

    kind: Literal["done"] = "done"
    report: RaceReport


class RaceError(Frozen):
    """The last message of a race that could not be run."""

    kind: Literal["error"] = "error"
    message: Message

    @classmethod
    def of(cls, error: PlaygroundError) -> Self:
        """Return the message with which ``error`` ends a race."""
        return cls(message=error.message)


RaceMessage = Annotated[RaceProgress | RaceDone | RaceError, Field(discriminator="kind")]
RACE_MESSAGES: TypeAdapter[RaceMessage] = TypeAdapter(RaceMessage)


def race_command() -> list[str]:
    """Return the command of a process that runs one race."""
    # -P: the folder that the program happens to run in must not shadow its modules
    return [sys.executable, "-P", "-m", "xla_playground.bench.children.race_process"]
