"""Convert Llama configurations to Mistral configurations if both compute the same.

Transformers 4.54 has no Llama for TensorFlow, and its Mistral is Llama with an optional sliding
window: without that window both compute RMSNorm, rotary positions, grouped-query attention and a
gated SiLU, with the same tensor names.
"""

from __future__ import annotations

from typing import Any

from .attention_heads import with_heads
from .check import check_configuration
from .sizes import whole_number

_NEEDED = (
    "vocab_size",
    "hidden_size",
    "intermediate_size",
    "num_hidden_layers",
    "num_attention_heads",
)


def mistral_config(config: dict[str, Any]) -> dict[str, Any]:
    """Return the Mistral ``config.json`` that computes the same as a Llama ``config.json``.

    Entries that are missing get Llama's defaults, which are not always Mistral's.

    Raises:
        CheckpointError: a Mistral model cannot express it; the sentence names the entry.
    """
    for entry in _NEEDED:
        whole_number(config, entry)
    entries = check_configuration(config | {"model_type": "llama"}).entries
    heads = with_heads(config)
    return {
        "max_position_embeddings": 2048,
        "hidden_act": "silu",
        "rms_norm_eps": 1e-6,
        "tie_word_embeddings": False,
        **entries,
        "architectures": ["MistralForCausalLM"],
        "model_type": "mistral",
        "num_key_value_heads": heads["num_key_value_heads"],
        "head_dim": heads["head_dim"],
        "sliding_window": None,
        "attention_dropout": 0.0,
    }
