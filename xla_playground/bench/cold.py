"""``xla-playground bench cold``: the first call of a fresh process, ours against the guide's."""

from __future__ import annotations

import statistics
from typing import Any

from ..core.record import Cache
from .fresh_home import fresh_home
from .machine import MachineLoad, spread
from .sides import Guide, Ours, fast_request, text_model

OPTIONS: dict[str, object] = {"strategy": "beam", "num_beams": 2, "max_new_tokens": 32}


def measure_cold(model: str, runs: int) -> dict[str, Any]:
    """Seconds of the first call of fresh processes, the sides in turn; medians and spread.

    In each run: the guide's code; the fast recipe in an empty home; the same once more, which
    finds what that one stored. Importing TensorFlow and loading the model are left out.

    Raises:
        PlaygroundError: a side did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    step = fast_request(info, ["TensorFlow is"], OPTIONS)
    seconds: dict[str, list[float]] = {"documented": [], "fast": [], "stored": []}
    tokens = set()
    caches: list[Cache] = []
    for _ in range(runs):
        with Guide(info) as guide:
            result = guide.run(step)
        seconds["documented"].append(result.seconds)
        tokens.add(result.token_ids)
        with fresh_home():
            for name in ("fast", "stored"):
                with Ours(info) as ours:
                    result = ours.run(step)
                seconds[name].append(result.seconds)
                tokens.add(result.token_ids)
            caches += ours.caches
    documented, fast, stored = (statistics.median(values) for values in seconds.values())
    return {
        "model": model,
        "runs": runs,
        "documented_first_s": documented,
        "documented_spread_s": spread(seconds["documented"]),
        "fast_first_s": fast,
        "fast_spread_s": spread(seconds["fast"]),
        "stored_first_s": stored,
        "stored_spread_s": spread(seconds["stored"]),
        "stored_was_loaded": all(cache is Cache.DISK for cache in caches),
        "fast_ratio": documented / fast,
        "stored_ratio": documented / stored,
        "tokens_equal": len(tokens) == 1,
        **machine.figures(),
    }
