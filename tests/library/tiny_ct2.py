"""Tiny Whisper folders as CTranslate2 writes them, made of a tiny Transformers model's weights."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np

WIDTH, INNER, HEADS, MELS, SOURCE, TARGET, LAYERS = 32, 48, 2, 80, 50, 24, 2
TOKENS = ["a", "b", "c", "<|endoftext|>", "<|startoftranscript|>", "<|notimestamps|>"]
VOCABULARY = 12
_TYPE_IDS = {"float32": 0, "int8": 1, "int16": 2, "float16": 4}

Array = np.ndarray[Any, Any]


def whisper_weights(seed: int = 0) -> dict[str, Array]:
    """Random weights under Transformers' names."""
    generator = np.random.default_rng(seed)

    def random(*shape: int) -> Array:
        return generator.normal(0, 0.3, shape).astype(np.float32)

    weights = {
        "model.decoder.embed_tokens.weight": random(VOCABULARY, WIDTH),
        "model.encoder.embed_positions.weight": random(SOURCE, WIDTH),
        "model.decoder.embed_positions.weight": random(TARGET, WIDTH),
        "model.encoder.conv1.weight": random(WIDTH, MELS, 3),
        "model.encoder.conv1.bias": random(WIDTH),
        "model.encoder.conv2.weight": random(WIDTH, WIDTH, 3),
        "model.encoder.conv2.bias": random(WIDTH),
    }

    def norm(name: str) -> None:
        weights[f"{name}.weight"], weights[f"{name}.bias"] = 1 + random(WIDTH), random(WIDTH)

    for side in ("encoder", "decoder"):
        norm(f"model.{side}.layer_norm")
        for layer in range(LAYERS):
            prefix = f"model.{side}.layers.{layer}"
            for kind in ("self_attn", "encoder_attn")[: 1 if side == "encoder" else 2]:
                norm(f"{prefix}.{kind}_layer_norm")
                for part in ("q_proj", "k_proj", "v_proj", "out_proj"):
                    weights[f"{prefix}.{kind}.{part}.weight"] = random(WIDTH, WIDTH)
                    if part != "k_proj":
                        weights[f"{prefix}.{kind}.{part}.bias"] = random(WIDTH)
            norm(f"{prefix}.final_layer_norm")
            weights[f"{prefix}.fc1.weight"] = random(INNER, WIDTH)
            weights[f"{prefix}.fc1.bias"] = random(INNER)
            weights[f"{prefix}.fc2.weight"] = random(WIDTH, INNER)
            weights[f"{prefix}.fc2.bias"] = random(WIDTH)
    return weights


def ct2_variables(weights: dict[str, Array]) -> dict[str, Array]:
    """The same under CTranslate2's names: query, key and value fused, a key's bias zeros."""
    found: dict[str, Array] = {
        "decoder/embeddings/weight": weights["model.decoder.embed_tokens.weight"],
        "decoder/activation": np.array(3, np.int8),
        "decoder/alignment_layer": np.array(-1, np.int16),
        "decoder/pre_norm": np.array(1, np.int8),
        "decoder/alibi": np.array(0, np.int8),
    }

    def norm(theirs: str, ours: str) -> None:
        found[f"{theirs}/gamma"] = weights[f"{ours}.weight"]
        found[f"{theirs}/beta"] = weights[f"{ours}.bias"]

    def fused(theirs: str, ours: str, parts: tuple[str, ...]) -> None:
        for kind in ("weight", "bias"):
            zeros = np.zeros(WIDTH, np.float32)
            found[f"{theirs}/{kind}"] = np.concatenate(
                [weights.get(f"{ours}{part}.{kind}", zeros) for part in parts]
            )

    for number in (1, 2):
        fused(f"encoder/conv{number}", "model.encoder.", (f"conv{number}",))
    for side in ("encoder", "decoder"):
        positions = weights[f"model.{side}.embed_positions.weight"]
        found[f"{side}/position_encodings/encodings"] = positions
        found[f"{side}/num_heads"] = np.array(HEADS, np.int16)
        norm(f"{side}/layer_norm", f"model.{side}.layer_norm")
        for layer in range(LAYERS):
            theirs, ours = f"{side}/layer_{layer}", f"model.{side}.layers.{layer}"
            attention = f"{theirs}/self_attention"
            norm(f"{attention}/layer_norm", f"{ours}.self_attn_layer_norm")
            fused(f"{attention}/linear_0", f"{ours}.self_attn.", ("q_proj", "k_proj", "v_proj"))
            fused(f"{attention}/linear_1", f"{ours}.self_attn.", ("out_proj",))
            if side == "decoder":
                attention = f"{theirs}/attention"
                norm(f"{attention}/layer_norm", f"{ours}.encoder_attn_layer_norm")
                fused(f"{attention}/linear_0", f"{ours}.encoder_attn.", ("q_proj",))
                fused(f"{attention}/linear_1", f"{ours}.encoder_attn.", ("k_proj", "v_proj"))
                fused(f"{attention}/linear_2", f"{ours}.encoder_attn.", ("out_proj",))
            norm(f"{theirs}/ffn/layer_norm", f"{ours}.final_layer_norm")
            fused(f"{theirs}/ffn/linear_0", f"{ours}.", ("fc1",))
            fused(f"{theirs}/ffn/linear_1", f"{ours}.", ("fc2",))
    return found


def quantized(variables: dict[str, Array]) -> dict[str, Array]:
    """Matrices as int8 with a scale a row, as CTranslate2 quantizes."""
    found = dict(variables)
    for name, value in variables.items():
        if name.endswith("/weight"):
            largest = np.abs(value).max(1)
            scale = (127 / largest).astype(np.float32)
            found[name] = np.rint(value * np.expand_dims(scale, 1)).astype(np.int8)
            found[f"{name}_scale"] = scale
    return found


def model_bin(variables: dict[str, Array], specification: str = "WhisperSpec") -> bytes:
    """A ``model.bin`` of binary version 6."""

    def text(value: str) -> bytes:
        return struct.pack("<H", len(value.encode()) + 1) + value.encode() + b"\0"

    parts = [struct.pack("<I", 6), text(specification), struct.pack("<II", 3, len(variables))]
    for name, value in sorted(variables.items()):
        value = np.asarray(value)
        parts += [text(name), struct.pack(f"<B{value.ndim}I", value.ndim, *value.shape)]
        parts += [struct.pack("<BI", _TYPE_IDS[value.dtype.name], value.nbytes), value.tobytes()]
    alias = text("decoder/projection/weight") + text("decoder/embeddings/weight")
    return b"".join([*parts, struct.pack("<I", 1), alias])


def write_ct2(folder: Path, variables: dict[str, Array] | None = None) -> Path:
    """Write a whole CTranslate2 Whisper folder and return it."""
    from tokenizers import AddedToken, Tokenizer, models

    folder.mkdir(parents=True, exist_ok=True)
    found = ct2_variables(whisper_weights()) if variables is None else variables
    (folder / "model.bin").write_bytes(model_bin(found))
    tokenizer = Tokenizer(models.BPE({t: n for n, t in enumerate(TOKENS[:4])}, []))
    tokenizer.add_special_tokens([AddedToken(token) for token in TOKENS[3:]])
    tokenizer.save(str(folder / "tokenizer.json"))
    told = {"suppress_ids": [1, 2], "suppress_ids_begin": [0], "lang_ids": []}
    (folder / "config.json").write_text(json.dumps(told))
    return folder
