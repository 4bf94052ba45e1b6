"""``xla-playground bench session``: the waiting in thirty tweaks, on both sides."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ...core.call.request import Request
from ...core.call.upstream_faults import may_differ
from ...core.model.info import ModelInfo
from ..running.fresh_home import fresh_home
from ..running.machine import MachineLoad, spread
from ..running.turns import against_itself, in_turn
from ..sides import Guide, Ours, Side, StepResult, compared_tokens, text_model
from .session_script import read_script


def measure_session(model: str, script: Path, runs: int) -> dict[str, Any]:
    """Measure the seconds waited over a script, each side in a fresh process, nothing stored.

    One process at a time; each side is first in every second run. Steps whose tokens differ by a
    known fault of upstream are counted apart.

    Raises:
        PlaygroundError: the script is wrong, or a side did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    steps = read_script(script, info)
    documented, fast = in_turn(
        (partial(_documented, info, steps), partial(_fast, info, steps)), runs
    )
    unequal: set[int] = set()
    differing: set[int] = set()
    for theirs, own in zip(documented, fast, strict=True):
        for number, (step, a, b) in enumerate(
            zip(steps, theirs.results, own.results, strict=True), start=1
        ):
            if a.token_ids != b.token_ids:
                is_by_fault = may_differ(step, has_ended=a.has_ended)
                (differing if is_by_fault else unequal).add(number)
    documented_s, fast_s = ([played.wait_s for played in side] for side in (documented, fast))
    return {
        "model": model,
        "runs": runs,
        "steps": len(steps),
        "documented_wait_s": statistics.median(documented_s),
        "documented_spread_s": spread(documented_s),
        "fast_wait_s": statistics.median(fast_s),
        "fast_spread_s": spread(fast_s),
        "ratio": statistics.median(documented_s) / statistics.median(fast_s),
        "documented_traces": documented[-1].traces,
        "fast_traces": fast[-1].traces,
        **compared_tokens(are_equal=not unequal, random_weights=documented[-1].random_weights),
        "unequal_steps": sorted(unequal),
        "steps_differing_by_fault": sorted(differing),
        **machine.figures(),
    }


def check_session(model: str, script: Path, rounds: int) -> dict[str, Any]:
    """Measure the waiting over a script by the fast recipe against itself.

    Raises:
        PlaygroundError: the script is wrong, or a side did not come through.
    """
    info = text_model(model)
    steps = read_script(script, info)

    def wait_s() -> float:
        return _fast(info, steps).wait_s

    return {"model": model, "steps": len(steps)} | against_itself((wait_s, wait_s), rounds)


@dataclass(frozen=True)
class _Played:
    """A script that one side played: the result of each step, and the number of traces.

    Attributes:
        random_weights: see ``Guide``.
    """

    results: list[StepResult]
    traces: int
    random_weights: tuple[str, ...] = ()

    @property
    def wait_s(self) -> float:
        return sum(result.seconds for result in self.results)


def _documented(info: ModelInfo, steps: Sequence[Request]) -> _Played:
    with Guide(info) as guide:
        return replace(_played(guide, steps), random_weights=guide.random_weights)


def _fast(info: ModelInfo, steps: Sequence[Request]) -> _Played:
    with fresh_home(), Ours(info) as ours:
        played = _played(ours, steps)
        ours.settle()
        ours.run(steps[-1])  # its record has the traces behind the last answer
        return replace(played, traces=ours.traces)


def _played(side: Side, steps: Sequence[Request]) -> _Played:
    results = [side.run(step) for step in steps]
    return _Played(results, side.traces)
