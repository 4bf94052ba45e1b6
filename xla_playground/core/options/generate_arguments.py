"""The options as keyword arguments of upstream's ``generate``."""

from __future__ import annotations

from typing import Any

from ..errors import RequestError
from ..messages.pages import race as messages
from .options import GenerationOptions
from .table import Strategy

#: An end token that no text has: ``generate`` then never sees the end.
NO_EOS_ID = -1


def generate_arguments(options: GenerationOptions) -> dict[str, Any]:
    """Return the keyword arguments of ``generate`` that ``options`` mean, as Python constants.

    The documented recipe passes only options that the strategy reads, and none at ``generate``'s
    own default, since even an explicit default is part of TensorFlow's trace key.
    """
    strategy = options.strategy
    arguments: dict[str, Any] = {"max_new_tokens": options.new_tokens}
    if strategy.is_sampling:
        arguments["do_sample"] = True
        arguments["temperature"] = options.temperature
        arguments["top_k"] = options.top_k
        arguments["top_p"] = options.top_p
    if strategy is Strategy.SAMPLING:
        arguments["seed"] = options.seed
    if strategy.has_beams:
        arguments["num_beams"] = options.num_beams
        if options.length_penalty != 1.0:
            arguments["length_penalty"] = options.length_penalty
        if options.early_stopping:
            arguments["early_stopping"] = options.early_stopping
    if strategy is Strategy.CONTRASTIVE:
        arguments["penalty_alpha"] = options.penalty_alpha
        arguments["top_k"] = options.top_k
    if options.num_return_sequences != 1 and "num_return_sequences" in options.used():
        arguments["num_return_sequences"] = options.num_return_sequences
    if options.repetition_penalty != 1.0:
        arguments["repetition_penalty"] = options.repetition_penalty
    if options.ignore_eos:
        arguments["eos_token_id"] = NO_EOS_ID
    return arguments


def pytorch_arguments(options: GenerationOptions) -> dict[str, Any]:
    """Return the keyword arguments of PyTorch's ``generate`` that ``options`` mean.

    A seed is none of them: PyTorch's random numbers are others.

    Raises:
        RequestError: words or stop strings are asked for, which need the model's tokenizer.
    """
    used = options.used()
    for name in ("bad_words_ids", "stop_strings"):
        if used.get(name):
            raise RequestError(name, messages.LANE_TAKES_NO(name=name))
    arguments = generate_arguments(options)
    arguments.pop("seed", None)
    arguments.setdefault("do_sample", False)
    arguments.setdefault("num_beams", 1)
    return arguments | {name: used[name] for name in _PYTORCH_ONLY if used.get(name)}


#: Options that upstream's TensorFlow code does not read, and whose value is PyTorch's.
_PYTORCH_ONLY = ("min_new_tokens", "min_p", "typical_p", "no_repeat_ngram_size")
