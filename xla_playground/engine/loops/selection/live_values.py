"""The live values: options that a program reads as inputs, so that a change retraces nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ....core.options.options import GenerationOptions, switched_on
from ....core.options.values import BadWords, room_for_bad_words
from ...protocols.tensors import Array

#: ``early_stopping`` of beam search as a number.
EARLY_STOPPING: dict[bool | str, int] = {False: 0, True: 1, "never": 2}


def live_values(options: GenerationOptions) -> dict[str, Array | np.generic]:
    """Return the live options by name, as NumPy scalars; bad words are two arrays.

    Options of ``SWITCHED_OPTIONS`` are included only if they are switched on.
    """
    return {
        "max_new_tokens": np.int32(options.new_tokens),
        "min_new_tokens": np.int32(options.min_new_tokens),
        "repetition_penalty": np.float32(options.repetition_penalty),
        "ignore_eos": np.bool_(options.ignore_eos),
        "temperature": np.float32(options.temperature),
        "top_k": np.int32(options.top_k),
        "top_p": np.float32(options.top_p),
        "min_p": np.float32(options.min_p),
        "length_penalty": np.float32(options.length_penalty),
        "early_stopping": np.int32(EARLY_STOPPING[options.early_stopping]),
        "penalty_alpha": np.float32(options.penalty_alpha),
        **_switched(options),
    }


def _switched(options: GenerationOptions) -> dict[str, Array | np.generic]:
    switched = switched_on(options)
    values: dict[str, Array | np.generic] = {}
    if "no_repeat_ngram_size" in switched:
        values["no_repeat_ngram_size"] = np.int32(options.no_repeat_ngram_size)
    if "typical_p" in switched:
        values["typical_p"] = np.float32(options.typical_p)
    if "bad_words_ids" in switched:
        before, last = bad_word_arrays(options.bad_words_ids)
        values |= {"bad_words_before": before, "bad_words_last": last}
    return values


def bad_word_arrays(words: BadWords) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the token ids of bad words in arrays with room for more, see ``room_for_bad_words``.

    Returns:
        int32 of shape (words, tokens - 1): the tokens before the last one, the latest first; and
        int32 of shape (words,): the last ones. -1 is no token, and no word.
    """
    count, length = room_for_bad_words(words)
    before = np.full((count, length - 1), -1, np.int32)
    last = np.full(count, -1, np.int32)
    for row, word in enumerate(words):
        ids = np.array(word, np.int32)
        before[row, : len(ids) - 1] = ids[-2::-1] if len(ids) > 1 else []
        last[row] = ids[-1]
    return before, last
