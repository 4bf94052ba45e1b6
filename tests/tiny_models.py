"""Tiny random checkpoints of every supported family, built where a test needs them."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

VOCABULARY = 300
_WORDS = (
    "the quick brown fox jumps over the lazy dog while TensorFlow is compiling a graph with XLA"
)

_GPT = {"n_layer": 2, "n_embd": 32, "n_head": 2, "n_positions": 64}
_T5 = {
    "num_layers": 3,
    "num_decoder_layers": 3,
    "d_model": 32,
    "d_ff": 64,
    "d_kv": 16,
    "num_heads": 2,
    "decoder_start_token_id": 0,
}
_BART_LAYERS = {
    "encoder_layers": 2,
    "decoder_layers": 2,
    "d_model": 32,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "decoder_start_token_id": 0,
    "forced_eos_token_id": None,
}
_BART = _BART_LAYERS | {"max_position_embeddings": 64}
_MISTRAL = {
    "num_hidden_layers": 2,
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 64,
    "sliding_window": None,
}
_XLM = {"n_layers": 2, "emb_dim": 32, "n_heads": 2, "max_position_embeddings": 64}

#: Sizes as small as the layouts allow.
CONFIGURATIONS: dict[str, dict[str, Any]] = {
    "gpt2": _GPT,
    "opt": {
        "num_hidden_layers": 2,
        "hidden_size": 32,
        "ffn_dim": 64,
        "num_attention_heads": 2,
        "max_position_embeddings": 64,
        "word_embed_proj_dim": 32,
    },
    "t5": _T5,
    "mt5": _T5,
    "whisper": _BART_LAYERS
    | {
        "num_mel_bins": 80,
        "max_source_positions": 50,
        "max_target_positions": 64,
        "begin_suppress_tokens": None,
    },
    "bart": _BART,
    "mbart": _BART,
    "marian": _BART,
    "pegasus": _BART,
    "blenderbot": _BART,
    "blenderbot-small": _BART,
    "gptj": _GPT | {"rotary_dim": 8},
    "xglm": {
        "num_layers": 2,
        "d_model": 32,
        "ffn_dim": 64,
        "attention_heads": 2,
        "max_position_embeddings": 64,
    },
    "ctrl": _GPT | {"dff": 64},
    "mistral": _MISTRAL,
    "llama": _MISTRAL | {"hidden_act": "silu", "tie_word_embeddings": True},
    "led": _BART_LAYERS
    | {
        "max_encoder_position_embeddings": 64,
        "max_decoder_position_embeddings": 64,
        "attention_window": 4,
    },
    "openai-gpt": _GPT,
    "xlnet": {"n_layer": 2, "d_model": 32, "n_head": 2, "d_inner": 64},
    "xlm": _XLM,
    "flaubert": _XLM,
}
#: One of each layout; what is tested at length is tested with these.
MAIN_FAMILIES = ("gpt2", "opt", "t5")


def make_tiny_model(
    folder: Path, family: str, seed: int = 0, *, chat_template: str | None = None, **sizes: Any
) -> Path:
    """Write a complete random model folder, weights in TensorFlow's format, and return it.

    ``sizes`` are entries of its configuration in the place of those of ``CONFIGURATIONS``.
    """
    import transformers
    import numpy as np
    import tensorflow as tf
    from safetensors.numpy import load_file, save_file

    from xla_playground.core.configuration.families import FAMILIES

    tf.keras.utils.set_random_seed(seed)
    folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(folder, chat_template)
    config = transformers.AutoConfig.for_model(
        "mistral" if family == "llama" else family,
        vocab_size=VOCABULARY,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=0,
        initializer_range=0.5,  # wide enough that argmax is not a near tie
        **CONFIGURATIONS[family] | sizes,
    )
    model = getattr(transformers, FAMILIES[family].model_class)(config)
    if getattr(config, "n_langs", 2) == 1:
        config.lang_id = None  # or it cannot be built
    with warnings.catch_warnings():  # that two weights begin alike: they are overwritten below
        warnings.filterwarnings("ignore", message="The initializer .* is unseeded")
        model.build_in_name_scope()
    model.save_pretrained(folder, safe_serialization=True)
    weights = load_file(folder / "model.safetensors")
    generator = np.random.default_rng(seed)
    for name, value in weights.items():
        if value.ndim == 2:
            weights[name] = generator.normal(0, 0.3, value.shape).astype(np.float32)
    if family == "llama":
        weights = {name: value for name, value in weights.items() if "lm_head" not in name}
        change_json(folder / "config.json", model_type="llama")
    if family in ("bart", "mbart"):  # as their published ones; of mBART it is the language
        forced = {"forced_bos_token_id": 5, "forced_eos_token_id": 1}
        change_json(folder / "generation_config.json", **forced)
    save_file(weights, folder / "model.safetensors", metadata={"format": "tf"})
    return folder


def change_json(path: Path, **entries: Any) -> None:
    """Set some entries of a JSON file."""
    path.write_text(json.dumps(json.loads(path.read_text()) | entries))


def as_pytorch(model: Any) -> dict[str, Any]:
    """The weights of ``model`` as PyTorch would name and store them, arrays by name."""
    from transformers import modeling_tf_pytorch_utils

    name_of: Any = modeling_tf_pytorch_utils.convert_tf_weight_name_to_pt_weight_name
    weights = {}
    for weight in model.weights:
        name, transpose = name_of(weight.name, tf_weight_shape=weight.shape)
        array = weight.numpy()
        # of a convolution: taps, inputs, outputs here
        is_turned = transpose.value in ("simple", "conv1d")
        weights[name] = array.T.copy() if is_turned else array
    return weights


def write_tokenizer(folder: Path, chat_template: str | None = None) -> None:
    """Write a byte-level tokenizer of ``VOCABULARY`` tokens, 0 padding and 1 the end."""
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
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": "<end>",
        "pad_token": "<pad>",
        "clean_up_tokenization_spaces": False,
        # as the families' own tokenizers say it; the default has token types as well
        "model_input_names": ["input_ids", "attention_mask"],
        "model_max_length": 64,
    }
    if chat_template is not None:
        settings["chat_template"] = chat_template
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
