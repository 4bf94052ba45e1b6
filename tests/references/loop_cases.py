"""What the loops are held against: searches of tiny models, each prompt alone in PyTorch.

The models are the base models of ``cases``; what PyTorch answers is in
``tests/data/references/loops`` (written by ``make references``).
"""

from __future__ import annotations

from typing import Any

FAMILIES = (
    *("gpt2", "opt", "gptj", "xglm", "ctrl", "mistral", "llama"),
    *("t5", "mt5", "bart", "mbart", "marian", "pegasus", "blenderbot", "blenderbot-small"),
)
#: Of different lengths, so that a batch has some of which the reading goes on.
PROMPTS = ((5, 9, 17, 40), (30, 31, 32, 33, 34, 35, 36, 37, 38, 70, 71), (90, 7, 8))
NEW_TOKENS = 12
#: End tokens that come now and then.
_ENDS = [1, 20, 40, 60]
_MANY_ENDS = list(range(1, 90, 7))

#: Arguments of ``generate`` beside ``max_new_tokens``.
CASES: tuple[dict[str, Any], ...] = (
    {},
    {"repetition_penalty": 1.7},
    {"min_new_tokens": 7, "eos_token_id": _MANY_ENDS},
    {"no_repeat_ngram_size": 2},
    {"no_repeat_ngram_size": 1},
    {"bad_words_ids": [[12], [5, 9], [50, 51, 52]]},
    {"max_new_tokens": 1},
    *(
        {"num_beams": beams, "length_penalty": penalty, "num_return_sequences": beams} | ends
        for beams, ends in ((2, {}), (3, {"eos_token_id": _ENDS}), (4, {"eos_token_id": _ENDS}))
        for penalty in (1.0, 0.0, -1.0, 2.0)
    ),
    *(
        {"num_beams": 3, "early_stopping": early, "num_return_sequences": 2}
        | {"eos_token_id": _MANY_ENDS}
        for early in (True, "never")
    ),
    {"num_beams": 3, "repetition_penalty": 1.5},
    {"num_beams": 2, "no_repeat_ngram_size": 2, "num_return_sequences": 2},
    {"penalty_alpha": 0.6, "top_k": 4},
    {"penalty_alpha": 0.3, "top_k": 3, "repetition_penalty": 1.3},
)
