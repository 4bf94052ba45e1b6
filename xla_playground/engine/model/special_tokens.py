"""Read the special tokens of a model from its ``generation_config.json``.

Other entries (num_beams 4, no_repeat_ngram_size 3 …) would change calls without a sign in the
panels, so only the honoured entries of ``core.configuration.generation_entries`` are kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...core.configuration.generation_entries import USES, Use
from ...core.configuration.token_ids import check_token_id
from ...core.model.info import ModelInfo
from ..protocols.models import GenerationConfig, Model

_ENTRIES = tuple(
    name for name, use in USES.items() if use is Use.HONOURED and name != "bad_words_ids"
)
#: Early conversions of Llama write -1 for no token.
_MAY_BE_NONE = ("bos_token_id", "pad_token_id")


def special_tokens(info: ModelInfo, model: Model) -> dict[str, Any]:
    """Return the ``GenerationConfig`` arguments that name the special tokens of ``model``.

    Raises:
        CheckpointError: one of them is no token of its vocabulary.
    """
    given = model.generation_config
    kept = {name: getattr(given, name, None) for name in _ENTRIES}
    for name in _MAY_BE_NONE:
        if kept[name] == -1:
            kept[name] = None
    for name, value in kept.items():
        _check_token(info, name, value)
    kept["suppress_tokens"] = _suppressed(info, given, kept["suppress_tokens"] or [])
    if not kept["begin_suppress_tokens"]:
        kept["begin_suppress_tokens"] = None
    return kept


def _suppressed(info: ModelInfo, given: GenerationConfig, tokens: list[int]) -> list[int] | None:
    """Return the suppressed tokens and the bad words of one token, which mean the same.

    Marian marks its padding as a bad word, since it would generate it otherwise; XLA cannot convert
    the processor of bad words.
    """
    words = getattr(given, "bad_words_ids", None) or []
    if not isinstance(words, list) or not all(isinstance(word, list) for word in words):
        words = [[words]]
    single = [word[0] for word in words if len(word) == 1]
    _check_token(info, "bad_words_ids", single or None, may_be_list=True)
    return sorted({*tokens, *single}) or None


def _check_token(info: ModelInfo, name: str, value: object, *, may_be_list: bool = False) -> None:
    check_token_id(Path(info.path).name, info.vocab_size, name, value, may_be_list=may_be_list)
