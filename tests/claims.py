"""Results of claims, and scripts that repeat them in tests."""

from __future__ import annotations

import sys

from xla_playground.core.claims.claim import Experiment
from xla_playground.core.claims.repeats import (
    ClaimResult,
    ClaimsDone,
    ClaimsMeasured,
    ClaimsMessage,
    ClaimsProgress,
)
from xla_playground.core.messages.message import untyped

PROGRESS = ClaimsProgress(experiment=Experiment.GUIDE, done=0, of=8, left_s=12.4)
FIRST = ClaimResult(
    name="guide-first",
    measured_ms=(5000.0, 10.0),
    model="toy",
    reason=untyped("Another machine."),
    took_s=3.0,
)
ABSENT = ClaimResult(
    name="greedy-t5-torch",
    measured_ms=(None, 10.0),
    model="toy",
    reason=untyped("Not measured. PyTorch is not here."),
)
MEASURED = ClaimsMeasured(results=(FIRST, ABSENT))
DONE = ClaimsDone()


def script(*messages: ClaimsMessage, first: str = "", then: str = "") -> list[str]:
    """The command of a child that reads its order and prints messages."""
    lines = [f"print({message.model_dump_json()!r}, flush=True)" for message in messages]
    code = "\n".join(
        ("import json, sys", "order = json.loads(sys.stdin.readline())", first, *lines, then)
    )
    return [sys.executable, "-c", code]


#: Measures one experiment, then the next one until it is cancelled.
UNTIL_CANCELLED = script(
    PROGRESS,
    MEASURED,
    PROGRESS.model_copy(update={"done": 1, "experiment": Experiment.LENGTHS}),
    then="sys.stdin.read()\nsys.exit(130)",
)
