from __future__ import annotations

from typing import Any

import pytest

from xla_playground.core.configuration.llama_as_mistral import mistral_config
from xla_playground.core.errors import CheckpointError

LLAMA: dict[str, Any] = {
    "model_type": "llama",
    "vocab_size": 100,
    "hidden_size": 64,
    "intermediate_size": 96,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
}


def test_what_is_missing_gets_llamas_defaults() -> None:
    config = mistral_config(LLAMA)
    assert config["model_type"] == "mistral"
    assert config["num_key_value_heads"] == 4  # Mistral's own default is 8
    assert config["max_position_embeddings"] == 2048
    assert (config["rms_norm_eps"], config["rope_theta"]) == (1e-6, 10_000.0)
    assert config["sliding_window"] is None
    assert config["tie_word_embeddings"] is False


def test_what_is_said_is_kept() -> None:
    said = {
        "num_key_value_heads": 2,
        "rope_theta": 500_000,
        "rms_norm_eps": 1e-5,
        "tie_word_embeddings": True,
        "eos_token_id": [1, 2],
        "head_dim": 32,
        "rope_scaling": {"rope_type": "default"},
        "attention_bias": False,
        "pretraining_tp": 2,
    }
    config = mistral_config(LLAMA | said)
    for entry in (
        "num_key_value_heads",
        "head_dim",
        "rms_norm_eps",
        "tie_word_embeddings",
        "eos_token_id",
    ):
        assert config[entry] == said[entry]
    assert config["rope_theta"] == 500_000.0


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("rope_scaling", {"rope_type": "llama3", "factor": 8.0}),
        ("rope_scaling", {"type": "linear", "factor": 2.0}),
        ("rope_scaling", "yes"),
        ("attention_bias", True),
        ("mlp_bias", True),
        ("hidden_act", "xielu"),
        ("head_dim", 15),
        ("num_key_value_heads", 3),
        ("num_key_value_heads", True),
        ("num_attention_heads", 5),
        ("rope_theta", "x"),
        ("rope_theta", float("nan")),
        ("vocab_size", 0),
        ("vocab_size", None),
        ("hidden_size", 64.0),
    ],
)
def test_what_cannot_be_expressed_is_named(entry: str, value: Any) -> None:
    with pytest.raises(CheckpointError) as caught:
        mistral_config(LLAMA | {entry: value})
    assert entry in caught.value.sentence
