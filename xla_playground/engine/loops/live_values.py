"""Live values: the options that a program reads as inputs, so that no change of one retraces."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.options import GenerationOptions

#: ``early_stopping`` of beam search as a number.
EARLY_STOPPING: dict[bool | str, int] = {False: 0, True: 1, "never": 2}


def live_values(options: GenerationOptions) -> dict[str, Any]:
    """Return the live options by name, NumPy scalars."""
    return {
        "min_new_tokens": np.int32(getattr(options, "min_new_tokens", 0)),
        "repetition_penalty": np.float32(options.repetition_penalty),
        "ignore_eos": np.bool_(options.ignore_eos),
        "temperature": np.float32(options.temperature),
        "top_k": np.int32(options.top_k),
        "top_p": np.float32(options.top_p),
        "min_p": np.float32(options.min_p),
        "length_penalty": np.float32(options.length_penalty),
        "early_stopping": np.int32(EARLY_STOPPING[getattr(options, "early_stopping", False)]),
        "penalty_alpha": np.float32(options.penalty_alpha),
    }
