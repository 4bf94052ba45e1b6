"""``xla-playground bench cold``: the first call of a fresh process, ours against the guide's."""

from __future__ import annotations

import os
import statistics
from typing import Any

from .sides import guide_request, run_guide, run_ours


def measure_cold(model: str, runs: int) -> dict[str, Any]:
    """Seconds of the first call of fresh processes, the sides in turn; medians and spread.

    Importing TensorFlow and loading the model are left out on both sides.

    Raises:
        PlaygroundError: a side did not come through.
    """
    load = os.getloadavg()[0]
    options: dict[str, object] = {"strategy": "beam", "num_beams": 2, "max_new_tokens": 32}
    step = [guide_request(model, ["TensorFlow is"], options)]
    guide, ours = [], []
    for _ in range(runs):
        guide.append(run_guide(step))
        ours.append(run_ours(step))
    guide_s = [result.seconds[0] for result in guide]
    ours_s = [result.seconds[0] for result in ours]
    documented, fast = statistics.median(guide_s), statistics.median(ours_s)
    return {
        "model": model,
        "runs": runs,
        "documented_first_s": documented,
        "documented_spread_s": [min(guide_s), max(guide_s)],
        "fast_first_s": fast,
        "fast_spread_s": [min(ours_s), max(ours_s)],
        "fast_ratio": documented / fast,
        "tokens_equal": len({result.token_ids for result in guide + ours}) == 1,
        "load_before": load,
    }
