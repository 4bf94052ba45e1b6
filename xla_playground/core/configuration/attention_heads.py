"""The sizes of the heads of Llama's and Mistral's attention, which their configurations imply."""

from __future__ import annotations

from typing import Any, TypeGuard

from ..errors import CheckpointError, shown
from ..messages.models import configuration as messages

#: Transformers' defaults; of Llama, as many as heads.
_MISTRALS_KEY_HEADS = 8


def with_heads(config: dict[str, Any]) -> dict[str, Any]:
    """Return a configuration with ``head_dim`` and ``num_key_value_heads`` filled in.

    Raises:
        CheckpointError: they, the hidden size and the heads contradict each other.
    """
    heads, hidden = config.get("num_attention_heads"), config.get("hidden_size")
    if not _is_size(heads) or not _is_size(hidden):
        problem = messages.HEADS_CANNOT_BE(heads=shown(heads), hidden=shown(hidden))
        raise CheckpointError(problem)
    size = config.get("head_dim")
    if size is None:
        if hidden % heads:
            raise CheckpointError(messages.HEADS_DO_NOT_DIVIDE(hidden=hidden, heads=heads))
        size = hidden // heads
    if not _is_size(size) or size % 2:
        raise CheckpointError(messages.HEADS_NOT_EVEN(size=shown(size)))
    key_heads = config.get("num_key_value_heads")
    if key_heads is None:
        key_heads = heads if config.get("model_type") != "mistral" else _MISTRALS_KEY_HEADS
    if not _is_size(key_heads) or heads % key_heads:
        problem = messages.KEY_HEADS_CANNOT_BE(key_heads=shown(key_heads), heads=heads)
        raise CheckpointError(problem)
    return config | {"head_dim": size, "num_key_value_heads": key_heads}


def _is_size(value: Any) -> TypeGuard[int]:
    return type(value) is int and 0 < value < 2**31
