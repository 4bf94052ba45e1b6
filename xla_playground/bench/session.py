"""``xla-playground bench session``: what a person waits for in thirty tweaks, both ways."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..core.request import Request
from ..core.upstream_faults import may_differ
from .fresh_home import fresh_home
from .machine import MachineLoad, spread
from .session_script import read_script
from .sides import Guide, Ours, Side, StepResult, text_model


def measure_session(model: str, script: Path, runs: int) -> dict[str, Any]:
    """Measure the seconds waited over a script, each side in a fresh process, nothing stored.

    Steps whose tokens differ where upstream has a known fault are counted apart.

    Raises:
        PlaygroundError: the script is wrong, or a side did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    steps = read_script(script, info)
    waits: dict[str, list[float]] = {"documented": [], "fast": []}
    unequal: set[int] = set()
    differing: set[int] = set()
    for _ in range(runs):
        with Guide(info) as guide:
            theirs = _played(guide, steps)
        with fresh_home(), Ours(info) as ours:
            own = _played(ours, steps)
        waits["documented"].append(sum(result.seconds for result in theirs))
        waits["fast"].append(sum(result.seconds for result in own))
        for number, (step, a, b) in enumerate(zip(steps, theirs, own, strict=True), start=1):
            if a.token_ids != b.token_ids:
                (differing if may_differ(step) else unequal).add(number)
    documented, fast = (statistics.median(values) for values in waits.values())
    return {
        "model": model,
        "runs": runs,
        "steps": len(steps),
        "documented_wait_s": documented,
        "documented_spread_s": spread(waits["documented"]),
        "fast_wait_s": fast,
        "fast_spread_s": spread(waits["fast"]),
        "ratio": documented / fast,
        "documented_traces": guide.traces,
        "fast_traces": ours.traces,
        "tokens_equal": not unequal,
        "unequal_steps": sorted(unequal),
        "steps_differing_by_fault": sorted(differing),
        **machine.figures(),
    }


def _played(side: Side, steps: Sequence[Request]) -> list[StepResult]:
    return [side.run(step) for step in steps]
