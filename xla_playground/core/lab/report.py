"""What came of a run of the lab, and the messages of its process.

The process reads ``LabCommand`` lines from stdin and prints ``LabMessage`` lines on stdout. It runs
one order after the other, each in a child of its own, and ends when its stdin ends.
"""

from __future__ import annotations

import sys
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from ..call.record import Cache
from ..comparison.race import Lane, race_results
from ..comparison.race_report import RaceBreakEven, RaceReport, RaceRow
from ..frozen import Frozen
from ..inside.inspection import Inspection, Key
from ..messages.message import Message
from ..messages.pages import lab as messages
from .limits import LabLimits

#: The ways in which a function is run; the first is the baseline.
EAGER, GRAPH, XLA = LAB_ARMS = ("eager", "graph", "xla")
#: Bytes of the user's output that are kept.
KEPT_OUTPUT = 1_000_000
DEFAULT_RUNS = 20
_DEFAULTS = LabLimits()


class LabProblem(Frozen):
    """Why something did not run, and the line of the file, from 1, if there is one."""

    line: int | None
    message: Message

    @property
    def sentence(self) -> Message:
        """Return the message with its line."""
        if self.line is None:
            return self.message
        return messages.AT_LINE(line=self.line, what=self.message)


class LabOrder(Frozen):
    """What to run.

    Attributes:
        name: of the file, for tracebacks.
        folder: the file's, whose modules it may import; "" if it was never saved.
        text: the file's, which may have changed or gone meanwhile.
        is_inspected: whether XLA's program is looked into.
    """

    kind: Literal["run"] = "run"
    name: str
    folder: str = ""
    text: str
    runs: int = DEFAULT_RUNS
    time_s: float = _DEFAULTS.time_s
    memory_bytes: int = _DEFAULTS.memory_bytes
    is_inspected: bool = False


class LabCancel(Frozen):
    """Ends what runs."""

    kind: Literal["cancel"] = "cancel"


LabCommand = Annotated[LabOrder | LabCancel, Field(discriminator="kind")]
LAB_COMMANDS: TypeAdapter[LabCommand] = TypeAdapter(LabCommand)


class LabCall(Frozen):
    """One call of a sequence; durations in ns.

    Attributes:
        key: the shape and dtype of each tensor, the value of each Python value.
        cache: ``miss`` if it was traced, ``memory`` if not, ``none`` in the eager arm.
        reason: why it was traced.
        trace_ns, compile_ns: ``None`` if that did not happen.
    """

    key: Key
    cache: Cache
    reason: Message | None = None
    trace_ns: int | None = None
    compile_ns: int | None = None
    run_ns: int = 0

    @property
    def total_ns(self) -> int:
        """Return the sum of the phases."""
        return (self.trace_ns or 0) + (self.compile_ns or 0) + self.run_ns


class LabResult(Frozen):
    """A tensor that a function gave: its first elements."""

    shape: tuple[int, ...]
    dtype: str
    first: tuple[float, ...]


class LabArm(Frozen):
    """What an arm measured.

    Attributes:
        calls: the first one, and those of a sequence after it.
        samples_ns: steady calls with the first inputs.
        retraces: traces after those of the first call.
        max_abs_difference: of its first results from the first arm's; ``None`` if there are none
            to compare.
        results: of the first call.
        problem: why it could not run, or not be compared.
    """

    kind: Literal["arm"] = "arm"
    arm: str
    calls: tuple[LabCall, ...] = ()
    samples_ns: tuple[int, ...] = ()
    retraces: int | None = None
    max_abs_difference: float | None = None
    results: tuple[LabResult, ...] = ()
    problem: LabProblem | None = None

    def lane(self) -> Lane | None:
        """Return the samples as those of a race; ``None`` if there are none."""
        if not self.calls or not self.samples_ns:
            return None
        samples = tuple(map(float, self.samples_ns))
        return Lane((("arm", self.arm),), float(self.calls[0].total_ns), samples)


class LabFit(Frozen):
    """Steps of ``fit`` or ``predict``; durations in ns.

    Attributes:
        first_ns: the first step, which traces and compiles.
        steps_ns: each of the others.
        losses: of each step of ``fit``.
    """

    kind: Literal["fit"] = "fit"
    method: str
    is_compiled: bool
    first_ns: int | None = None
    steps_ns: tuple[int, ...] = ()
    losses: tuple[float, ...] = ()
    problem: LabProblem | None = None


class LabLook(Frozen):
    """What XLA made of the function."""

    kind: Literal["look"] = "look"
    inspection: Inspection


class LabProgress(Frozen):
    """What runs now: an arm, a method, or the import of TensorFlow; ``done`` calls of ``of``."""

    kind: Literal["progress"] = "progress"
    what: str
    done: int = 0
    of: int = 0


class LabEnd(Frozen):
    """The child's last word."""

    kind: Literal["end"] = "end"
    problem: LabProblem | None = None


class LabReport(Frozen):
    """What came of a run: everything that was measured before it ended.

    Attributes:
        problem: why it ended before its end.
        output: the end of what the code wrote.
        dropped_bytes: of its output before that.
    """

    kind: Literal["report"] = "report"
    file: str
    arms: tuple[LabArm, ...] = ()
    fits: tuple[LabFit, ...] = ()
    inspection: Inspection | None = None
    problem: LabProblem | None = None
    output: str = ""
    dropped_bytes: int = 0
    is_cancelled: bool = False

    def race(self) -> RaceReport:
        """Return the arms as a race, whose plots and break-even they have."""
        lanes = [lane for lane in (arm.lane() for arm in self.arms) if lane is not None]
        results = {result.lane.label: result for result in race_results(lanes)}
        rows = []
        for arm in self.arms:
            result = results.get(arm.arm)
            low, high = (result and result.interval_ns) or (None, None)
            median = result.median_ns if result else None
            rows.append(
                RaceRow(
                    lane=arm.arm,
                    first_call_s=arm.calls[0].total_ns / 1e9 if arm.calls else None,
                    p50_ms=None if median is None else median / 1e6,
                    low_ms=None if low is None else low / 1e6,
                    high_ms=None if high is None else high / 1e6,
                    tokens_per_s=None,
                    speed_up=result.speed_up if result else None,
                    tokens_equal=None,
                    first_difference=None,
                    by_fault=False,
                    problem=arm.problem.sentence if arm.problem else None,
                    error=arm.problem.sentence.english if arm.problem else None,
                )
            )
        return RaceReport(
            model=self.file,
            runs=max((len(lane.samples_ns) for lane in lanes), default=0),
            rows=tuple(rows),
            break_even=tuple(
                RaceBreakEven(
                    lane=result.lane.label,
                    against=lanes[0].label,
                    calls=result.break_even.calls,
                    sentence=result.break_even.message.english,
                    is_close=result.break_even.is_close,
                )
                for result in results.values()
                if result.break_even is not None
            ),
            is_cancelled=self.is_cancelled,
        )


ChildMessage = Annotated[
    LabProgress | LabArm | LabFit | LabLook | LabEnd, Field(discriminator="kind")
]
CHILD_MESSAGES: TypeAdapter[ChildMessage] = TypeAdapter(ChildMessage)
LabMessage = Annotated[LabProgress | LabReport, Field(discriminator="kind")]
LAB_MESSAGES: TypeAdapter[LabMessage] = TypeAdapter(LabMessage)


def lab_command() -> list[str]:
    """Return the command of the lab's process."""
    # -P: the folder that the program happens to run in must not shadow its modules
    return [sys.executable, "-P", "-m", "xla_playground.worker.lab"]
