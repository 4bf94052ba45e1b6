"""Tiny random checkpoints of every supported family, built where a test needs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

VOCABULARY = 300
_WORDS = (
    "the quick brown fox jumps over the lazy dog while TensorFlow is compiling a graph with XLA"
)

#: Sizes as small as the layouts allow.
CONFIGURATIONS: dict[str, dict[str, Any]] = {
    "gpt2": {"n_layer": 2, "n_embd": 32, "n_head": 2, "n_positions": 64},
    "opt": {
        "num_hidden_layers": 2,
        "hidden_size": 32,
        "ffn_dim": 64,
        "num_attention_heads": 2,
        "max_position_embeddings": 64,
        "word_embed_proj_dim": 32,
    },
    "t5": {
        "num_layers": 2,
        "num_decoder_layers": 2,
        "d_model": 32,
        "d_ff": 64,
        "d_kv": 16,
        "num_heads": 2,
        "decoder_start_token_id": 0,
    },
}


def make_tiny_model(folder: Path, family: str, seed: int = 0) -> Path:
    """Write a complete random model folder and return it."""
    import transformers
    import numpy as np
    import tensorflow as tf
    from safetensors.numpy import load_file, save_file

    tf.keras.utils.set_random_seed(seed)
    folder.mkdir(parents=True, exist_ok=True)
    _write_tokenizer(folder)
    config = transformers.AutoConfig.for_model(
        family,
        vocab_size=VOCABULARY,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=0,
        initializer_range=0.5,  # wide enough that argmax is not a near tie
        **CONFIGURATIONS[family],
    )
    auto = (
        transformers.TFAutoModelForSeq2SeqLM
        if config.is_encoder_decoder
        else transformers.TFAutoModelForCausalLM
    )
    model = auto.from_config(config)
    model.build_in_name_scope()
    model.save_pretrained(folder, safe_serialization=True)
    weights = load_file(folder / "model.safetensors")
    generator = np.random.default_rng(seed)
    for name, value in weights.items():
        if value.ndim == 2:
            weights[name] = generator.normal(0, 0.3, value.shape).astype(np.float32)
    save_file(weights, folder / "model.safetensors", metadata={"format": "tf"})
    return folder


def _write_tokenizer(folder: Path) -> None:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=["<pad>", "<end>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([_WORDS] * 10, trainer)
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(
        json.dumps(
            {
                "tokenizer_class": "PreTrainedTokenizerFast",
                "eos_token": "<end>",
                "pad_token": "<pad>",
                "clean_up_tokenization_spaces": False,
                "model_max_length": 64,
            }
        )
    )
