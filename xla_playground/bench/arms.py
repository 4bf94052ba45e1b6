"""``xla-playground bench arms``: eager, graph and XLA, by both recipes, steady calls."""

from __future__ import annotations

import statistics
from functools import partial
from typing import Any

from ..core.call.record import Cache
from ..core.call.request import Arm, Recipe, Request
from ..core.history.latency import summarize
from .running.fresh_home import fresh_home
from .running.machine import MachineLoad
from .running.turns import against_itself, in_turn
from .sides import Ours, StepResult, Tokens, fast_request, text_model, warm_up
from .steady import PROMPT, STRATEGIES

#: Eager execution has one recipe: there is nothing to trace.
COMBINATIONS = (
    (Arm.EAGER, Recipe.DOCUMENTED),
    (Arm.GRAPH, Recipe.DOCUMENTED),
    (Arm.GRAPH, Recipe.FAST),
    (Arm.XLA, Recipe.DOCUMENTED),
    (Arm.XLA, Recipe.FAST),
)


def measure_arms(model: str, runs: int, new_tokens: int) -> dict[str, Any]:
    """Measure steady calls of every arm, recipe and strategy in one process, the arms in turn.

    Every second round goes through the arms backwards. A call that is not counted precedes each
    counted one, so that the previous arm has no influence; an eager call takes seconds and needs
    none. Tokens are compared with eager's. Drawn tokens are compared with the same recipe's under
    XLA: upstream's differ from arm to arm (tensorflow #121243) and from ours, which are equal.

    Raises:
        PlaygroundError: a call did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    rows, ratios = [], {}
    with fresh_home(), Ours(info) as engine:
        for name, strategy in STRATEGIES.items():
            options = {**strategy, "max_new_tokens": new_tokens, "ignore_eos": True}
            step = fast_request(info, [PROMPT], options)
            measured = _measure(engine, step, runs)
            rows += [_row(name, step, combination, measured) for combination in COMBINATIONS]
            ratios[name] = _ratios(measured)
    return {
        "model": model,
        "runs": runs,
        "new_tokens": new_tokens,
        "rows": rows,
        "ratios": ratios,
        "tokens_equal": all(row["tokens_equal"] for row in rows),
        **machine.figures(),
    }


def check_arms(model: str, rounds: int, new_tokens: int) -> dict[str, Any]:
    """Measure greedy calls of the fast recipe under XLA against themselves, in one process.

    Raises:
        PlaygroundError: a call did not come through.
    """
    info = text_model(model)
    options = {**STRATEGIES["greedy"], "max_new_tokens": new_tokens, "ignore_eos": True}
    step = fast_request(info, [PROMPT], options)
    with fresh_home(), Ours(info) as engine:
        warm_up(engine, step)
        call = partial(_steady_s, engine, step)
        return {"model": model} | against_itself((call, call), rounds)


_Combination = tuple[Arm, Recipe]
_Measured = dict[_Combination, tuple[list[float], Tokens]]


def _measure(engine: Ours, step: Request, runs: int) -> _Measured:
    steps = [step.model_copy(update={"arm": arm, "recipe": recipe}) for arm, recipe in COMBINATIONS]
    tokens = [_first(engine, each).token_ids for each in steps]
    seconds = in_turn([partial(_steady_s, engine, each) for each in steps], runs)
    return dict(zip(COMBINATIONS, zip(seconds, tokens, strict=True), strict=True))


def _first(engine: Ours, step: Request) -> StepResult:
    return engine.run(step) if step.arm is Arm.EAGER else warm_up(engine, step)


def _steady_s(engine: Ours, step: Request) -> float:
    if step.arm is not Arm.EAGER:
        engine.run(step)
    result = engine.run(step)
    assert engine.caches[-1] in (Cache.MEMORY, Cache.NONE)
    return result.run_s


def _row(name: str, step: Request, of: _Combination, measured: _Measured) -> dict[str, Any]:
    seconds, tokens = measured[of]
    reference = (Arm.EAGER, Recipe.DOCUMENTED)
    if step.options.strategy.is_sampling and (of[1] is Recipe.FAST or of[0] is Arm.XLA):
        reference = (Arm.XLA, of[1])
    latency = summarize([round(1e9 * s) for s in seconds])
    assert latency is not None
    return {
        "arm": of[0].value,
        "recipe": of[1].value,
        "strategy": name,
        "p50_ms": latency.median_ns / 1e6,
        "p95_ms": latency.p95_ns / 1e6,
        "tokens_equal": tokens == measured[reference][1],
    }


def _ratios(measured: _Measured) -> dict[str, dict[str, float]]:
    """Return the times of eager and graph as multiples of XLA's, by recipe.

    Below 1, XLA is slower.
    """
    seconds = {combination: statistics.median(s) for combination, (s, _) in measured.items()}
    eager = seconds[Arm.EAGER, Recipe.DOCUMENTED]
    return {
        recipe.value: {
            "eager_xla": eager / seconds[Arm.XLA, recipe],
            "graph_xla": seconds[Arm.GRAPH, recipe] / seconds[Arm.XLA, recipe],
        }
        for recipe in Recipe
    }
