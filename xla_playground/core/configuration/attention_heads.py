"""The sizes of the heads of Llama's and Mistral's attention, which their configurations imply."""

from __future__ import annotations

from typing import Any, TypeGuard

from ..errors import CheckpointError, shown

#: Transformers' defaults; of Llama, as many as heads.
_MISTRALS_KEY_HEADS = 8


def with_heads(config: dict[str, Any]) -> dict[str, Any]:
    """Return a configuration with ``head_dim`` and ``num_key_value_heads`` filled in.

    Raises:
        CheckpointError: they, the hidden size and the heads contradict each other.
    """
    heads, hidden = config.get("num_attention_heads"), config.get("hidden_size")
    if not _is_size(heads) or not _is_size(hidden):
        raise CheckpointError(
            f"config.json says num_attention_heads = {shown(heads)} and hidden_size = "
            f"{shown(hidden)}, which cannot be: correct these entries."
        )
    size = config.get("head_dim")
    if size is None:
        if hidden % heads:
            raise CheckpointError(
                f"config.json says hidden_size = {hidden} and num_attention_heads = {heads}, which "
                "does not divide it, and no head_dim: correct these entries."
            )
        size = hidden // heads
    if not _is_size(size) or size % 2:
        raise CheckpointError(
            f"config.json says heads of {shown(size)} (head_dim), and rotary positions need an "
            "even number: correct these entries."
        )
    key_heads = config.get("num_key_value_heads")
    if key_heads is None:
        key_heads = heads if config.get("model_type") != "mistral" else _MISTRALS_KEY_HEADS
    if not _is_size(key_heads) or heads % key_heads:
        raise CheckpointError(
            f"config.json says num_key_value_heads = {shown(key_heads)}, which cannot be with "
            f"{heads} heads: correct these entries."
        )
    return config | {"head_dim": size, "num_key_value_heads": key_heads}


def _is_size(value: Any) -> TypeGuard[int]:
    return type(value) is int and 0 < value < 2**31
