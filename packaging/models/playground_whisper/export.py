"""Writing a trained network as a folder that Transformers reads."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from common.folder import write_folder
from features import FFT, FRAMES, HOP, MELS, SAMPLING_RATE, SECONDS, WINDOW
from network import Shape
from vocabulary import END, NO_TIMESTAMPS, SPECIAL, START

if TYPE_CHECKING:
    from pathlib import Path

    from network import Network
    from tokenizers import Tokenizer

# That `generate` makes unless told otherwise. TensorFlow's loader does not read
# generation_config.json beside PyTorch's safetensors, so this is also the library's own default.
MOST_TOKENS = 20


def tokenizer_files(tokenizer: Tokenizer) -> dict[str, Any]:
    """What goes with `tokenizer.json`: Transformers' settings, and the slow tokenizer's tables."""
    special = {f"{role}_token": END for role in ("bos", "eos", "pad", "unk")}
    added = {
        str(tokenizer.token_to_id(token)): {
            "content": token,
            **dict.fromkeys(("lstrip", "normalized", "rstrip", "single_word"), False),
            "special": True,
        }
        for token in SPECIAL
    }
    settings = {
        "tokenizer_class": "WhisperTokenizer",
        "processor_class": "WhisperProcessor",
        **special,
        "additional_special_tokens": list(SPECIAL),
        "added_tokens_decoder": added,
        "add_bos_token": False,
        "add_prefix_space": False,
        "clean_up_tokenization_spaces": False,
        "errors": "replace",
        "model_max_length": Shape.max_target_positions,
    }
    vocabulary = tokenizer.get_vocab(with_added_tokens=False)
    return {
        "tokenizer_config.json": settings,
        "special_tokens_map.json": {**special, "additional_special_tokens": list(SPECIAL)},
        "vocab.json": dict(sorted(vocabulary.items(), key=lambda pair: pair[1])),
        "normalizer.json": {},  # spellings that are alike: the digits and commands have none
    }


def configurations(shape: Shape, tokenizer: Tokenizer) -> dict[str, Any]:
    """The model's configuration, and those of generation and of the feature extractor."""
    end, start = tokenizer.token_to_id(END), tokenizer.token_to_id(START)
    ids = {f"{role}_token_id": end for role in ("bos", "eos", "pad")}
    ids["decoder_start_token_id"] = start
    model = {
        "architectures": ["WhisperForConditionalGeneration"],
        "model_type": "whisper",
        **asdict(shape),
        "dropout": 0.0,
        **dict.fromkeys(("attention_dropout", "activation_dropout"), 0.0),
        **dict.fromkeys(("encoder_layerdrop", "decoder_layerdrop"), 0.0),
        "num_hidden_layers": shape.encoder_layers,
        "activation_function": "gelu",
        "init_std": 0.02,
        "scale_embedding": False,
        "is_encoder_decoder": True,
        "tie_word_embeddings": True,
        "use_cache": True,
        **ids,
        # null, because the defaults are tokens of the real Whisper's vocabulary
        **dict.fromkeys(("suppress_tokens", "begin_suppress_tokens"), None),
        "forced_decoder_ids": None,
        "torch_dtype": "float16",
    }
    generation = {
        **ids,
        "is_multilingual": False,
        "max_length": MOST_TOKENS,
        "no_timestamps_token_id": tokenizer.token_to_id(NO_TIMESTAMPS),
        "prev_sot_token_id": tokenizer.token_to_id("<|startofprev|>"),
        "return_timestamps": False,
        "suppress_tokens": [],
        "begin_suppress_tokens": [],
    }
    features = {
        "feature_extractor_type": "WhisperFeatureExtractor",
        "processor_class": "WhisperProcessor",
        "chunk_length": SECONDS,
        "dither": 0.0,
        "feature_size": MELS,
        "hop_length": HOP,
        "n_fft": FFT,
        "n_samples": WINDOW,
        "nb_max_frames": FRAMES,
        "padding_side": "right",
        "padding_value": 0.0,
        "return_attention_mask": False,
        "sampling_rate": SAMPLING_RATE,
    }
    return {
        "config.json": model,
        "generation_config.json": generation,
        "preprocessor_config.json": features,
    }


def write(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Write weights, configurations and tokenizer; the model card is written by hand.

    The output embedding is the input embedding and is not written twice.
    """
    tensors = {f"model.{name}": tensor for name, tensor in network.checkpoint().items()}
    descriptions = configurations(network.shape, tokenizer) | tokenizer_files(tokenizer)
    write_folder(folder, tensors, tokenizer, descriptions)
    merges = json.loads(tokenizer.to_str())["model"]["merges"]
    lines = ["#version: 0.2", *(" ".join(merge) for merge in merges), ""]
    (folder / "merges.txt").write_text("\n".join(lines), encoding="utf-8")
