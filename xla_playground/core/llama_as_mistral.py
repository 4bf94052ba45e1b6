"""Llama configurations as Mistral configurations: the same mathematics, where that is so.

Transformers 4.54 has no Llama for TensorFlow, and its Mistral is Llama with an optional sliding
window: without that window both compute RMSNorm, rotary positions, grouped-query attention and a
gated SiLU, with the same tensor names.
"""

from __future__ import annotations

from typing import Any

from .attention_heads import with_heads
from .errors import CheckpointError, shown

#: Entries that say the same in both; the others are named below or do not reach the computation.
_SAME = (
    "vocab_size",
    "hidden_size",
    "intermediate_size",
    "num_hidden_layers",
    "num_attention_heads",
    "max_position_embeddings",
    "initializer_range",
    "use_cache",
    "pad_token_id",
    "bos_token_id",
    "eos_token_id",
)
_NEEDED = (
    "vocab_size",
    "hidden_size",
    "intermediate_size",
    "num_hidden_layers",
    "num_attention_heads",
)


def mistral_config(config: dict[str, Any]) -> dict[str, Any]:
    """The ``config.json`` of the Mistral model that computes what a Llama ``config.json`` says.

    Entries that are missing get Llama's defaults, which are not always Mistral's.

    Raises:
        CheckpointError: a Mistral model cannot express it; the sentence names the entry.
    """
    for entry in _NEEDED:
        value = config.get(entry)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise CheckpointError(
                f"config.json says {entry} = {shown(value)}, which cannot be: correct that entry."
            )
    _refuse_inexpressible(config)
    heads = with_heads(config)
    return {
        "architectures": ["MistralForCausalLM"],
        "model_type": "mistral",
        "max_position_embeddings": 2048,
        **{entry: config[entry] for entry in _SAME if entry in config},
        "num_key_value_heads": heads["num_key_value_heads"],
        "head_dim": heads["head_dim"],
        "hidden_act": "silu",
        "rms_norm_eps": config.get("rms_norm_eps", 1e-6),
        "rope_theta": float(config.get("rope_theta", 10_000.0)),
        "sliding_window": None,
        "tie_word_embeddings": bool(config.get("tie_word_embeddings", False)),
        "attention_dropout": 0.0,
    }


def _refuse_inexpressible(config: dict[str, Any]) -> None:
    scaling = config.get("rope_scaling")
    if scaling and not _is_default_scaling(scaling):
        raise CheckpointError(
            f"This Llama model uses rope scaling ({shown(scaling)}), which TensorFlow's Mistral "
            "cannot compute: choose a model without it."
        )
    for entry in ("attention_bias", "mlp_bias"):
        if config.get(entry):
            raise CheckpointError(
                f"This Llama model has biases ({entry}), which TensorFlow's Mistral does not have: "
                "choose a model without them."
            )
    activation = config.get("hidden_act", "silu")
    if activation not in ("silu", "swish"):
        raise CheckpointError(
            f"This Llama model computes {shown(activation)} (hidden_act), not silu: it cannot run "
            "as Mistral here."
        )
    theta = config.get("rope_theta", 10_000.0)
    if type(theta) not in (int, float) or not 1.0 < theta < 1e12:
        raise CheckpointError(
            f"config.json says rope_theta = {shown(theta)}, which cannot be: correct that entry."
        )


def _is_default_scaling(scaling: Any) -> bool:
    return isinstance(scaling, dict) and (
        scaling.get("rope_type", scaling.get("type")) == "default"
    )
