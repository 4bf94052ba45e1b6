"""``xla-playground bench steady``: the time of a call once everything is compiled."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ..core.call.request import Request
from ..core.call.upstream_faults import may_differ
from ..core.messages import commands as messages
from ..core.model.info import ModelInfo
from .running.fresh_home import fresh_home
from .running.machine import MachineLoad, memory_bandwidth, spread
from .running.probe import probe
from .running.turns import against_itself, in_turn
from .sides import (
    Guide,
    Ours,
    Side,
    StepResult,
    compared_tokens,
    fast_request,
    text_model,
    warm_up,
)

PROMPT = "TensorFlow is"

#: Texts continue past an end token, so that every call has the same number of tokens.
STRATEGIES: dict[str, dict[str, object]] = {
    "greedy": {"strategy": "greedy"},
    "beam": {"strategy": "beam", "num_beams": 2},
    "top_p": {"strategy": "sampling", "top_k": 0, "top_p": 0.9, "seed": 1},
}


@dataclass(frozen=True)
class SteadyPlan:
    """The size of a measurement.

    Attributes:
        runs: processes of each side, and so blocks of each strategy.
        block_calls: calls of a block; their median is the block's figure.
        new_tokens: tokens of every call.
    """

    runs: int
    block_calls: int
    new_tokens: int


def measure_steady(model: str, plan: SteadyPlan) -> dict[str, Any]:
    """Measure steady calls of the fast recipe against the bare function, the guide and the memory
    limit.

    One process at a time, the sides in turn, each first in every second round. A process makes the
    first calls of a strategy, then a block of steady ones, strategy by strategy; our side loads its
    programs from its store, which a process before all others filled. Medians and spreads are those
    of the blocks: the place of its memory makes a process some percent faster or slower than the
    next one. Time per token is that of the compiled function on both sides, its tokens copied to
    the host, divided by the new tokens. The limit is one reading of the weights that a token needs,
    in float32, at the bandwidth that was measured between the processes; on a GPU, at that of its
    memory.

    Raises:
        PlaygroundError: a side did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    random_weights: tuple[str, ...] = ()

    def guide(model: ModelInfo) -> Guide:
        nonlocal random_weights
        started = Guide(model)
        random_weights = started.random_weights
        return started

    with _filled_store(info, STRATEGIES, plan):
        bare = _probe(info, plan.runs, plan.new_tokens)
        documented, fast, readings = _in_rounds(info, plan, guide)
    rows = {name: _row(info, name, documented, fast, plan) for name in STRATEGIES}
    greedy = rows["greedy"]
    bare_ms, call_ms = (statistics.median(bare[name]) for name in ("bare_ms", "call_ms"))
    if bare["gpu_bytes_per_s"] is not None:
        readings = [bare["gpu_bytes_per_s"]]
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
        **compared_tokens(
            are_equal=all(
                row["tokens_equal"] or row["may_differ_by_fault"] for row in rows.values()
            ),
            random_weights=random_weights,
        ),
        **({} if bare["tokens_equal"] else {"tokens_equal": False}),
        "steps_differing_by_fault": [
            name
            for name, row in rows.items()
            if row["may_differ_by_fault"] and not row["tokens_equal"]
        ],
        "strategies": rows,
        **machine.figures(),
    }


def check_steady(model: str, plan: SteadyPlan) -> dict[str, Any]:
    """Measure the fast recipe's greedy calls against themselves.

    Raises:
        PlaygroundError: a side did not come through.
    """
    info = text_model(model)

    def steady_s() -> float:
        return _blocks(Ours, info, ["greedy"], plan)["greedy"].seconds

    with _filled_store(info, ["greedy"], plan):
        figures = against_itself((steady_s, steady_s), plan.runs)
    return {"model": model, "block_calls": plan.block_calls} | figures


@dataclass(frozen=True)
class _Block:
    """Steady calls of one process: the median of their seconds; and its first call."""

    seconds: float
    first: StepResult


_Blocks = dict[str, _Block]  # by strategy


def _in_rounds(
    info: ModelInfo, plan: SteadyPlan, start_guide: Callable[[ModelInfo], Side]
) -> tuple[list[_Blocks], list[_Blocks], list[float]]:
    """Return the blocks of the guide's processes and of ours, and bandwidths in bytes a second."""
    readings: list[float] = []

    def guide() -> _Blocks:
        return _blocks(start_guide, info, STRATEGIES, plan)

    def ours() -> _Blocks:
        readings.append(memory_bandwidth())
        return _blocks(Ours, info, STRATEGIES, plan)

    documented, fast = in_turn([guide, ours], plan.runs)
    return documented, fast, readings


@contextmanager
def _filled_store(info: ModelInfo, strategies: Iterable[str], plan: SteadyPlan) -> Iterator[None]:
    """Provide a fresh home, its store filled for ``strategies``, while the block runs."""
    with fresh_home():
        with Ours(info) as ours:
            for name in strategies:
                warm_up(ours, _step(info, name, plan))
        yield


def _blocks(
    start: Callable[[ModelInfo], Side], info: ModelInfo, strategies: Iterable[str], plan: SteadyPlan
) -> _Blocks:
    """Return a block of each strategy, by a process that is started for them."""
    blocks = {}
    with start(info) as side:
        for name in strategies:
            step = _step(info, name, plan)
            first = warm_up(side, step)
            seconds = [side.run(step).run_s for _ in range(plan.block_calls)]
            blocks[name] = _Block(statistics.median(seconds), first)
    return blocks


def _row(
    info: ModelInfo, name: str, documented: list[_Blocks], fast: list[_Blocks], plan: SteadyPlan
) -> dict[str, Any]:
    """Return the figures of a strategy."""
    theirs, own = (
        [1e3 * blocks[name].seconds / plan.new_tokens for blocks in side]
        for side in (documented, fast)
    )
    first = documented[0][name].first
    return {
        "documented_ms_per_token": statistics.median(theirs),
        "documented_spread_ms": spread(theirs),
        "fast_ms_per_token": statistics.median(own),
        "fast_spread_ms": spread(own),
        "ratio": statistics.median(own) / statistics.median(theirs),
        "ratio_spread": spread([b / a for a, b in zip(theirs, own, strict=True)]),
        "tokens_equal": {blocks[name].first.token_ids for blocks in (*documented, *fast)}
        == {first.token_ids},
        "may_differ_by_fault": may_differ(_step(info, name, plan), has_ended=first.has_ended),
    }


def _step(info: ModelInfo, strategy: str, plan: SteadyPlan) -> Request:
    options = {**STRATEGIES[strategy], "max_new_tokens": plan.new_tokens, "ignore_eos": True}
    return fast_request(info, [PROMPT], options)


def _probe(info: ModelInfo, runs: int, new_tokens: int) -> dict[str, Any]:
    step = fast_request(
        info, [PROMPT], {"strategy": "greedy", "max_new_tokens": new_tokens, "ignore_eos": True}
    )
    given = step.model_dump_json()
    return probe(messages.STEADY_PROBE(), "steady_probe", str(runs), given=given)
