"""``xla-playground bench arms``: eager, graph and XLA, by both recipes, steady calls."""

from __future__ import annotations

from typing import Any

from ...core.call.request import Request
from ...core.model.info import ModelInfo
from ..running.fresh_home import fresh_home
from ..running.machine import MachineLoad
from ..running.turns import against_itself
from ..sides import Ours, fast_request, text_model, warm_up
from ..steady import PROMPT, STRATEGIES
from .against_script import ScriptPlan, race_against_scripts
from .race import race

#: Lanes of a strategy; eager is the baseline, by one recipe: there is nothing to trace.
LANES = (
    "eager-documented",
    "graph-documented",
    "graph-fast",
    "xla-documented",
    "xla-fast",
)


def measure_arms(model: str, runs: int, new_tokens: int) -> dict[str, Any]:
    """Race every arm and recipe for each strategy, see ``race``.

    Raises:
        PlaygroundError: the engine could not be started.
    """
    machine = MachineLoad()
    info = text_model(model)
    rows: list[dict[str, Any]] = []
    ratios = {}
    for name in STRATEGIES:
        figures = race(_step(info, name, new_tokens), info, LANES, runs)
        rows += [{"strategy": name, **row} for row in figures["rows"]]
        ratios[name] = _ratios({row["lane"]: row["p50_ms"] for row in figures["rows"]})
    return {
        "model": model,
        "runs": runs,
        "new_tokens": new_tokens,
        "rows": rows,
        "ratios": ratios,
        "tokens_equal": all(row["tokens_equal"] is not False or row["by_fault"] for row in rows),
        **machine.figures(),
    }


def arms_against_scripts(
    model: str, runs: int, block_calls: int, new_tokens: int
) -> dict[str, Any]:
    """Measure greedy calls of each lane against its copied script, see ``race_against_scripts``.

    Raises:
        PlaygroundError: a process could not be started, or a call was not made.
    """
    info = text_model(model)
    plan = ScriptPlan(runs, block_calls)
    return race_against_scripts(_step(info, "greedy", new_tokens), info, LANES, plan)


def check_arms(model: str, rounds: int, new_tokens: int) -> dict[str, Any]:
    """Measure greedy calls of the fast recipe under XLA against themselves, in one process.

    Raises:
        PlaygroundError: a call did not come through.
    """
    info = text_model(model)
    step = _step(info, "greedy", new_tokens)
    with fresh_home(), Ours(info) as engine:
        warm_up(engine, step)

        def steady_s() -> float:
            engine.run(step)
            return engine.run(step).run_s

        return {"model": model} | against_itself((steady_s, steady_s), rounds)


def _step(info: ModelInfo, strategy: str, new_tokens: int) -> Request:
    options = {**STRATEGIES[strategy], "max_new_tokens": new_tokens, "ignore_eos": True}
    return fast_request(info, [PROMPT], options)


def _ratios(medians_ms: dict[str, float | None]) -> dict[str, dict[str, float | None]]:
    """Return the times of eager and graph as multiples of XLA's, by recipe.

    Below 1, XLA is slower.
    """
    eager = medians_ms["eager-documented"]
    return {
        recipe: {
            "eager_xla": _ratio(eager, medians_ms[f"xla-{recipe}"]),
            "graph_xla": _ratio(medians_ms[f"graph-{recipe}"], medians_ms[f"xla-{recipe}"]),
        }
        for recipe in ("documented", "fast")
    }


def _ratio(one: float | None, other: float | None) -> float | None:
    return None if one is None or not other else one / other
