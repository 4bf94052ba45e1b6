"""The options as keyword arguments of ``fast_generate``."""

from __future__ import annotations

from typing import Any

from .options import GenerationOptions
from .table import SPEC_OF, Strategy

#: Passed even where they are defaults: what ``fast_generate`` takes without them is another value.
_ALWAYS = ("max_new_tokens", "num_beams", "penalty_alpha", "seed")


def fast_arguments(options: GenerationOptions) -> dict[str, Any]:
    """Return the arguments of ``fast_generate`` that ``options`` mean, without what needs a
    tokenizer.

    ``bad_words_ids`` has words as they are; ``stop_strings`` also needs ``tokenizer``.
    """
    arguments: dict[str, Any] = {}
    if options.strategy.is_sampling:
        arguments["do_sample"] = True
    for name, value in options.used().items():
        is_passed = name in _ALWAYS or (name in SPEC_OF and value != SPEC_OF[name].default)
        if is_passed and name != "ignore_eos":
            arguments[name] = value
    if options.strategy is Strategy.CONTRASTIVE:
        arguments["top_k"] = options.top_k
    if options.ignore_eos:
        arguments["eos_token_id"] = None
    return arguments
