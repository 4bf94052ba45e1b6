"""``xla-playground bench steady``: what a call costs once everything is compiled."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from typing import Any

from ..core.errors import EngineFailure
from ..core.model_info import ModelInfo
from ..core.upstream_faults import may_differ
from .fresh_home import fresh_home
from .machine import MachineLoad, memory_bandwidth, spread
from .sides import Guide, Ours, fast_request, text_model

PROMPT = "TensorFlow is"

#: Their texts go on past an end token, so that every call has the same number of tokens.
STRATEGIES: dict[str, dict[str, object]] = {
    "greedy": {"strategy": "greedy"},
    "beam": {"strategy": "beam", "num_beams": 2},
    "top_p": {"strategy": "sampling", "top_k": 0, "top_p": 0.9, "seed": 1},
}


def measure_steady(model: str, runs: int, new_tokens: int) -> dict[str, Any]:
    """Steady calls: ours against the bare function, the guide's, and the memory's limit.

    The sides take turns call by call; medians and spread. Time per token is that of the compiled
    function on both sides, its tokens copied to the host, divided by the new tokens. The limit is
    one reading of the weights that a token needs, in float32, at the bandwidth that was measured
    between the greedy calls.

    Raises:
        PlaygroundError: a side did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    with fresh_home():
        bare = _probe(info, runs, new_tokens)
        rows, readings = _against_the_guide(info, runs, new_tokens)
    greedy = rows["greedy"]
    bare_ms, call_ms = (statistics.median(bare[name]) for name in ("bare_ms", "call_ms"))
    bytes_per_s = statistics.median(readings)
    limit_ms = 1e3 * bare["weight_bytes"] / bytes_per_s
    return {
        "model": model,
        "runs": runs,
        "new_tokens": new_tokens,
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
        "strategies": rows,
        **machine.figures(),
    }


def _against_the_guide(
    info: ModelInfo, runs: int, new_tokens: int
) -> tuple[dict[str, dict[str, Any]], list[float]]:
    """The strategies' rows, and the bandwidth between the greedy calls, in bytes a second."""
    rows: dict[str, dict[str, Any]] = {}
    readings: list[float] = []
    with Guide(info) as guide, Ours(info) as ours:
        for name, strategy in STRATEGIES.items():
            options = {**strategy, "max_new_tokens": new_tokens, "ignore_eos": True}
            step = fast_request(info, [PROMPT], options)
            first = guide.run(step), ours.run(step)  # traced and compiled
            documented, fast = [], []
            for _ in range(runs):
                documented.append(1e3 * guide.run(step).run_s / new_tokens)
                fast.append(1e3 * ours.run(step).run_s / new_tokens)
                if name == "greedy":
                    readings.append(memory_bandwidth())
            theirs, own = statistics.median(documented), statistics.median(fast)
            rows[name] = {
                "documented_ms_per_token": theirs,
                "documented_spread_ms": spread(documented),
                "fast_ms_per_token": own,
                "fast_spread_ms": spread(fast),
                "ratio": own / theirs,
                "tokens_equal": first[0].token_ids == first[1].token_ids,
                "may_differ_by_fault": may_differ(step),
            }
    return rows, readings


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
