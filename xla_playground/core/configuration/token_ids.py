"""Check that the special tokens of a model are tokens of its vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import CheckpointError, shown
from ..messages.message import Message
from ..messages.models import configuration as messages

#: Entries in which -1 means no token, as in early conversions of Llama.
_MAY_BE_NONE = ("bos_token_id", "eos_token_id", "pad_token_id")
#: Entries that name one token.
SINGLE_TOKENS = (
    "bos_token_id",
    "pad_token_id",
    "decoder_start_token_id",
    "forced_bos_token_id",
    "forced_eos_token_id",
)
#: Entries that may name several.
SEVERAL_TOKENS = ("eos_token_id",)
#: Entries that list tokens, and may be empty.
TOKEN_LISTS = ("suppress_tokens", "begin_suppress_tokens")


def check_token_ids(model: str, vocabulary: int, entries: Mapping[str, Any]) -> None:
    """Check all entries that name special tokens of a configuration.

    Raises:
        CheckpointError: one of them is no token of the vocabulary.
    """
    for name in (*SINGLE_TOKENS, *SEVERAL_TOKENS, *TOKEN_LISTS):
        check_token_id(model, vocabulary, name, entries.get(name))


def check_token_id(
    model: str | Message, vocabulary: int, name: str, value: Any, *, may_be_list: bool = False
) -> None:
    """Check that an entry of a configuration names tokens that can be computed with.

    An id past the vocabulary may begin or end a text, but not be within one: small copies of a
    family keep its defaults, which never occur.

    Raises:
        CheckpointError: it names others.
    """
    if value is None:
        return
    if name == "forced_eos_token_id" and isinstance(value, list) and len(value) > 1:
        problem = messages.SEVERAL_FORCED_TOKENS(model=model, name=name, value=shown(value))
        raise CheckpointError(problem)
    may_be_list = may_be_list or name in SEVERAL_TOKENS or name in TOKEN_LISTS
    values = value if may_be_list and isinstance(value, list) else [value]
    limit = 2**31 if name in ("bos_token_id", "eos_token_id") else vocabulary
    lowest = -1 if name in _MAY_BE_NONE else 0
    is_token = all(type(token) is int and lowest <= token < limit for token in values)
    if not is_token or (not values and name not in TOKEN_LISTS):
        raise not_a_token(model, vocabulary, name, value)


def not_a_token(model: str | Message, vocabulary: int, name: str, value: Any) -> CheckpointError:
    """Return the error that an entry names no token of the vocabulary."""
    return CheckpointError(
        messages.NOT_A_TOKEN(model=model, name=name, value=shown(value), size=vocabulary)
    )
