"""What the references are computed of: a tiny base model of each family, and changes to it.

Of every field that a configuration class knows, ``changes`` has at least one other value; what
PyTorch answers then is in ``tests/data/references`` (written by ``make references``).
"""

from __future__ import annotations

from typing import Any

from tests.references.changes import CHANGES, COMMON_CHANGES, FURTHER_CHANGES
from tests.tiny_models import CONFIGURATIONS

VOCABULARY = 96
#: The prompt of a decoder-only model, the source of the others.
PROMPT = (5, 17, 42, 9, 33, 71, 8, 17, 28, 64)
NEW_TOKENS = 6
#: Steps whose scores are kept.
STEPS = (0, 3)
#: Tokens whose scores are kept.
TOKENS = (2, 13, 31, 50, 77, 95)
ACTIVATION_INPUTS = (-20.0, -3.0, -1.0, -0.3, 0.0, 0.2, 0.7, 1.0, 2.5, 12.0)
FEATURES_SEED = 7

_COMMON = {"vocab_size": VOCABULARY, "bos_token_id": 0, "eos_token_id": 1, "pad_token_id": 0}
_BART_LIKE = {
    "forced_eos_token_id": None,
    "forced_bos_token_id": None,
    "activation_function": "gelu",
}
_T5 = {"relative_attention_num_buckets": 8}
_XLM = {"n_langs": 3}
_OWN: dict[str, dict[str, Any]] = {
    "xlm": _XLM,
    "flaubert": _XLM,
    "t5": _T5,
    "mt5": _T5,
    "whisper": {
        "decoder_start_token_id": 3,
        "begin_suppress_tokens": None,
        "suppress_tokens": None,
        "max_length": 64,
        "activation_function": "gelu",
    },
    "blenderbot": {"encoder_no_repeat_ngram_size": 0},
    "llama": {"tie_word_embeddings": False},
    "mistral": {"tie_word_embeddings": False},
}


def base_config(family: str) -> dict[str, Any]:
    """Return the ``config.json`` of the base model of ``family``."""
    bart = _BART_LIKE if "forced_eos_token_id" in CONFIGURATIONS[family] else {}
    return {"model_type": family} | _COMMON | CONFIGURATIONS[family] | bart | _OWN.get(family, {})


#: Whose embeddings PyTorch draws at random if the output layer is not tied to them.
_UNDETERMINED = {"bart": "tie_word_embeddings", "mbart": "tie_word_embeddings"}


def changes_of(family: str) -> list[dict[str, Any]]:
    """Return the changes to the base configuration of ``family``, one after the other."""
    changes = []
    for field, value in (COMMON_CHANGES | CHANGES[family]).items():
        if field == _UNDETERMINED.get(family):
            continue
        is_several = isinstance(value, list) and field != "architectures"
        changes += [{field: each} for each in (value if is_several else [value])]
    return changes + FURTHER_CHANGES.get(family, [])
