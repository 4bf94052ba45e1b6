"""Reports of races, and scripts that a race is in tests."""

from __future__ import annotations

import sys

from xla_playground.core.comparison.race_report import (
    RaceBreakEven,
    RaceDone,
    RaceProgress,
    RaceReport,
    RaceRow,
)
from xla_playground.core.frozen import Frozen
from xla_playground.core.messages.message import untyped

PROGRESS = RaceProgress(lane="xla-fast", calls=2, of=6, left_s=12.4)


def row(lane: str, **values: object) -> RaceRow:
    """A lane that was measured."""
    usual = {
        "first_call_s": 1.0,
        "p50_ms": 400.0,
        "low_ms": 390.0,
        "high_ms": 410.0,
        "tokens_per_s": 30.0,
        "speed_up": None,
        "tokens_equal": True,
        "first_difference": None,
        "by_fault": False,
        "error": None,
    }
    return RaceRow.model_validate({"lane": lane, **usual, **values})


def absent(lane: str, error: str) -> RaceRow:
    """A lane that cannot run."""
    names = ("first_call_s", "p50_ms", "low_ms", "high_ms", "tokens_per_s", "tokens_equal")
    return row(lane, error=error, problem=untyped(error), **dict.fromkeys(names))


REPORT = RaceReport(
    model="toy",
    runs=2,
    rows=(
        row("eager-fast"),
        row(
            "xla-documented",
            first_call_s=9.0,
            p50_ms=60.0,
            low_ms=55.0,
            high_ms=70.0,
            speed_up=6.7,
            tokens_equal=False,
            first_difference=2,
            by_fault=True,
        ),
        row("xla-fast", first_call_s=5.0, p50_ms=40.0, low_ms=39.0, high_ms=42.0, speed_up=10.0),
        absent("torch-eager", "PyTorch, eager is left out: install it."),
    ),
    break_even=(
        RaceBreakEven(
            lane="xla-documented",
            against="eager-fast",
            calls=25,
            sentence="xla-documented has paid for its first call after 25 calls.",
        ),
        RaceBreakEven(
            lane="xla-fast",
            against="eager-fast",
            calls=13,
            sentence="xla-fast has paid for its first call after 13 calls.",
        ),
    ),
    is_cancelled=False,
)
CANCELLED = REPORT.model_copy(update={"is_cancelled": True, "rows": REPORT.rows[:1]}).model_copy(
    update={"break_even": ()}
)


def script(*messages: Frozen, then: str = "") -> list[str]:
    """The command of a child that reads its order and prints messages."""
    lines = [f"print({message.model_dump_json()!r}, flush=True)" for message in messages]
    code = "\n".join(("import json, sys", "order = json.loads(sys.stdin.readline())", *lines, then))
    return [sys.executable, "-c", code]


#: A race that measures until it is cancelled.
UNTIL_CANCELLED = script(
    PROGRESS, then=f"sys.stdin.read()\nprint({RaceDone(report=CANCELLED).model_dump_json()!r})"
)
