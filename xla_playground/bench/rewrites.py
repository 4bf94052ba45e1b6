"""``xla-playground bench rewrites``: what each rewrite gains, switched off alone."""

from __future__ import annotations

import statistics
from functools import partial
from typing import Any

from ..core.call.request import Request
from ..core.messages.pages import race as messages
from ..engine.rewrites.table import TABLE
from .running.machine import MachineLoad, spread
from .running.probe import probe
from .running.turns import in_turn
from .sides import fast_request, text_model
from .steady import PROMPT, STRATEGIES

#: Steady calls of a process; their median is its figure.
CALLS = 15


def measure_rewrites(model: str, strategy: str, runs: int, new_tokens: int) -> dict[str, Any]:
    """Measure calls of the fast recipe under XLA with all rewrites, and with one of them off.

    A process at a time, nothing stored. The sides take turns; every second round goes through
    them backwards. A row without ``off`` has all rewrites. A rewrite that no model of this type
    uses has no row. A first call is without the load of the model.

    Args:
        strategy: one of ``STRATEGIES`` of ``bench steady``.

    Raises:
        PlaygroundError: a call was not made.
    """
    machine = MachineLoad()
    info = text_model(model)
    options = {**STRATEGIES[strategy], "max_new_tokens": new_tokens, "ignore_eos": True}
    step = fast_request(info, [PROMPT], options)
    offs = ((), *((name,) for name in used_by(info.family)))
    sides = in_turn([partial(_probe, step, *off) for off in offs], runs)
    tokens = sides[0][0]["token_ids"]
    rows = [_row(off, side, tokens, new_tokens) for off, side in zip(offs, sides, strict=True)]
    return {
        "model": model,
        "strategy": strategy,
        "runs": runs,
        "calls": CALLS,
        "new_tokens": new_tokens,
        "tokens_equal": all(row["tokens_equal"] for row in rows),
        "rows": rows,
        **machine.figures(),
    }


def used_by(family: str) -> list[str]:
    """Return the names of the rewrites for models of one type."""
    traced_as = "mistral" if family == "llama" else family
    return [each.name for each in TABLE if not each.families or traced_as in each.families]


def _row(
    off: tuple[str, ...], side: list[dict[str, Any]], tokens: list[list[int]], new_tokens: int
) -> dict[str, Any]:
    """Return the figures of one side."""
    first = [process["first_s"] for process in side]
    steady = [1e3 * statistics.median(process["steady_s"]) / new_tokens for process in side]
    return {
        "off": off[0] if off else None,
        "first_s": statistics.median(first),
        "first_spread_s": spread(first),
        "ms_per_token": statistics.median(steady),
        "ms_per_token_spread": spread(steady),
        "tokens_equal": all(process["token_ids"] == tokens for process in side),
    }


def _probe(step: Request, *off: str) -> dict[str, Any]:
    given = step.model_dump_json()
    return probe(messages.REWRITE_PROBE(), "rewrite_probe", str(CALLS), *off, given=given)
