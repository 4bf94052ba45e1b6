"""``xla-playground bench steady``: what a call costs once everything is compiled."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from ..core.errors import EngineFailure
from ..core.model_info import ModelInfo
from ..core.request import Request
from ..core.upstream_faults import may_differ
from .fresh_home import fresh_home
from .machine import MachineLoad, memory_bandwidth, spread
from .sides import Guide, Ours, Side, StepResult, fast_request, text_model, warm_up
from .turns import against_itself, in_turn

SideT = TypeVar("SideT", bound=Side)

PROMPT = "TensorFlow is"

#: Their texts go on past an end token, so that every call has the same number of tokens.
STRATEGIES: dict[str, dict[str, object]] = {
    "greedy": {"strategy": "greedy"},
    "beam": {"strategy": "beam", "num_beams": 2},
    "top_p": {"strategy": "sampling", "top_k": 0, "top_p": 0.9, "seed": 1},
}


@dataclass(frozen=True)
class SteadyPlan:
    """How much is measured.

    Attributes:
        runs: blocks of each side.
        block_calls: calls of a block that are counted, after one that is not.
        new_tokens: tokens of every call.
    """

    runs: int
    block_calls: int
    new_tokens: int


def measure_steady(model: str, plan: SteadyPlan) -> dict[str, Any]:
    """Steady calls: ours against the bare function, the guide's, and the memory's limit.

    The sides take turns block by block, each first in every second round, and while one runs the
    other is suspended. A block's figure is the median of its calls; medians and spreads are those
    of the blocks. Time per token is that of the compiled function on both sides, its tokens copied
    to the host, divided by the new tokens. The limit is one reading of the weights that a token
    needs, in float32, at the bandwidth that was measured between the greedy blocks while both sides
    were suspended.

    Raises:
        PlaygroundError: a side did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    readings: list[float] = []
    with fresh_home():
        bare = _probe(info, plan.runs, plan.new_tokens)
        rows = _against_the_guide(info, plan, readings)
    greedy = rows["greedy"]
    bare_ms, call_ms = (statistics.median(bare[name]) for name in ("bare_ms", "call_ms"))
    bytes_per_s = statistics.median(readings)
    limit_ms = 1e3 * bare["weight_bytes"] / bytes_per_s
    return {
        "model": model,
        "runs": plan.runs,
        "block_calls": plan.block_calls,
        "new_tokens": plan.new_tokens,
        "bare_ms": bare_ms,
        "bare_spread_ms": spread(bare["bare_ms"]),
        "call_ms": call_ms,
        "call_spread_ms": spread(bare["call_ms"]),
        "overhead_ms": call_ms - bare_ms,
        "documented_ms_per_token": greedy["documented_ms_per_token"],
        "fast_ms_per_token": greedy["fast_ms_per_token"],
        "ratio": greedy["ratio"],
        "limit_ms_per_token": limit_ms,
        "limit_ratio": greedy["fast_ms_per_token"] / limit_ms,
        "gigabytes_per_s": bytes_per_s / 1e9,
        "gigabytes_per_s_spread": [reading / 1e9 for reading in spread(readings)],
        "tokens_equal": bare["tokens_equal"]
        and all(row["tokens_equal"] or row["may_differ_by_fault"] for row in rows.values()),
        "steps_differing_by_fault": [
            name
            for name, row in rows.items()
            if row["may_differ_by_fault"] and not row["tokens_equal"]
        ],
        "strategies": rows,
        **machine.figures(),
    }


def check_steady(model: str, plan: SteadyPlan) -> dict[str, Any]:
    """Measure the fast recipe's greedy calls against themselves, in two processes.

    Raises:
        PlaygroundError: a side did not come through.
    """
    info = text_model(model)
    step = _step(info, "greedy", plan)
    with _compiled(info, step) as one, _compiled(info, step) as other:
        blocks = partial(_block_s, one, step, plan), partial(_block_s, other, step, plan)
        return {"model": model, "block_calls": plan.block_calls} | against_itself(blocks, plan.runs)


def _against_the_guide(
    info: ModelInfo, plan: SteadyPlan, readings: list[float]
) -> dict[str, dict[str, Any]]:
    """Return the strategies' rows; add to ``readings`` the bandwidth between the greedy blocks.

    Bandwidths are in bytes a second.
    """
    rows: dict[str, dict[str, Any]] = {}
    with _asleep(Guide(info)) as guide, _asleep(Ours(info)) as ours:
        for name in STRATEGIES:
            step = _step(info, name, plan)
            first = _first(guide, step), _first(ours, step)
            sides: list[Callable[[], float]] = [
                partial(_block_s, side, step, plan) for side in (guide, ours)
            ]
            if name == "greedy":
                sides.append(memory_bandwidth)
            documented, fast, *read = in_turn(sides, plan.runs)
            readings += [reading for values in read for reading in values]
            rows[name] = _row(documented, fast, plan.new_tokens) | {
                "tokens_equal": first[0].token_ids == first[1].token_ids,
                "may_differ_by_fault": may_differ(step, has_ended=first[0].has_ended),
            }
    return rows


def _row(documented: list[float], fast: list[float], new_tokens: int) -> dict[str, Any]:
    """Return the figures of blocks, whose calls took so many seconds."""
    theirs, own = ([1e3 * s / new_tokens for s in seconds] for seconds in (documented, fast))
    return {
        "documented_ms_per_token": statistics.median(theirs),
        "documented_spread_ms": spread(theirs),
        "fast_ms_per_token": statistics.median(own),
        "fast_spread_ms": spread(own),
        "ratio": statistics.median(own) / statistics.median(theirs),
        "ratio_spread": spread([b / a for a, b in zip(theirs, own, strict=True)]),
    }


def _step(info: ModelInfo, strategy: str, plan: SteadyPlan) -> Request:
    options = {**STRATEGIES[strategy], "max_new_tokens": plan.new_tokens, "ignore_eos": True}
    return fast_request(info, [PROMPT], options)


@contextmanager
def _asleep(side: SideT) -> Iterator[SideT]:
    """Suspend a side that was just started; end it at the end."""
    with side:
        side.settle()
        side.suspend()
        yield side


@contextmanager
def _compiled(info: ModelInfo, step: Request) -> Iterator[Ours]:
    """Start our side with nothing stored, make its first call and suspend it."""
    with fresh_home(), _asleep(Ours(info)) as ours:
        _first(ours, step)
        yield ours


def _first(side: Side, step: Request) -> StepResult:
    with side.awake():
        return warm_up(side, step)


def _block_s(side: Side, step: Request, plan: SteadyPlan) -> float:
    """Return the median seconds of a block of calls; before them one call wakes everything up."""
    with side.awake():
        side.run(step)
        return statistics.median(side.run(step).run_s for _ in range(plan.block_calls))


def _probe(info: ModelInfo, runs: int, new_tokens: int) -> dict[str, Any]:
    step = fast_request(
        info, [PROMPT], {"strategy": "greedy", "max_new_tokens": new_tokens, "ignore_eos": True}
    )
    done = subprocess.run(
        [sys.executable, "-m", f"{__package__}.steady_probe", str(runs)],
        input=step.model_dump_json(),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    if done.returncode != 0 or not lines:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise EngineFailure(f"The probe of steady calls ended with code {done.returncode}: {last}")
    told: dict[str, Any] = json.loads(lines[-1])
    return told
