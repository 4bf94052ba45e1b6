"""Live values: the options that a program reads as inputs, so that no change of one retraces."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.options import GenerationOptions, Strategy

#: ``early_stopping`` of beam search as a number.
EARLY_STOPPING: dict[bool | str, int] = {False: 0, True: 1, "never": 2}

#: Options at which the processors of sampling change no score.
_SAMPLING_OFF = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0}


def live_values(options: GenerationOptions) -> dict[str, Any]:
    """Return the live options by name, NumPy scalars.

    ``draws`` is false for greedy search, whose likeliest token no option of sampling moves.
    ``min_new_tokens`` and ``early_stopping`` are ``generate``'s defaults: no panel offers them yet.
    """
    if options.strategy is Strategy.GREEDY:
        options = options.model_copy(update=_SAMPLING_OFF)
    return {
        "draws": np.bool_(options.strategy.is_sampling),
        "max_new_tokens": np.int32(options.new_tokens),
        "min_new_tokens": np.int32(0),
        "repetition_penalty": np.float32(options.repetition_penalty),
        "ignore_eos": np.bool_(options.ignore_eos),
        "temperature": np.float32(options.temperature),
        "top_k": np.int32(options.top_k),
        "top_p": np.float32(options.top_p),
        "min_p": np.float32(options.min_p),
        "length_penalty": np.float32(options.length_penalty),
        "early_stopping": np.int32(EARLY_STOPPING[False]),
        "penalty_alpha": np.float32(options.penalty_alpha),
    }
