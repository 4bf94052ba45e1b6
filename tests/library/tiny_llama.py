"""Tiny random Llama models, written as llama.cpp writes them, and computed as it computes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import gguf
import numpy as np

HIDDEN, INNER, LAYERS, HEADS, KV_HEADS = 64, 96, 2, 4, 2
EPSILON, THETA = 1e-5, 10_000.0
WORDS = ("t h", "th e", "i n", "Ġ th", "Ġth e", "Ġ Ġ", "1 2", "Ġ a", "n d", "Ġ in")
CONTROL, USER_DEFINED, NORMAL, UNKNOWN, BYTE = 3, 4, 1, 2, 6
CHAT_TEMPLATE = "{% for m in messages %}<|im_start|>{{ m['content'] }}<|im_end|>{% endfor %}"

Array = np.ndarray[Any, Any]


def byte_alphabet() -> list[str]:
    """The 256 characters that stand for bytes in byte-level BPE."""
    from tokenizers import pre_tokenizers

    return sorted(pre_tokenizers.ByteLevel.alphabet())


def bpe_tokens() -> list[str]:
    """A vocabulary: three special tokens, the bytes, and what the merges make."""
    merged = ["".join(pair.split(" ")) for pair in WORDS]
    return ["<|endoftext|>", "<|im_start|>", "<|im_end|>", *byte_alphabet(), *merged]


VOCABULARY = 3 + 256 + len(WORDS)


def random_weights(
    seed: int = 0,
    *,
    is_tied: bool = False,
    head: int = HIDDEN // HEADS,
    rows: int | None = None,
) -> dict[str, Array]:
    """Weights under GGUF's names and in its layout, float32."""
    generator = np.random.default_rng(seed)

    def matrix(rows: int, columns: int) -> Array:
        return generator.normal(0, 0.2, (rows, columns)).astype(np.float32)

    def norm() -> Array:
        return generator.normal(1, 0.1, HIDDEN).astype(np.float32)

    vocabulary = rows or VOCABULARY
    weights = {"token_embd": matrix(vocabulary, HIDDEN), "output_norm": norm()}
    if not is_tied:
        weights["output"] = matrix(vocabulary, HIDDEN)
    for layer in range(LAYERS):
        weights |= {
            f"blk.{layer}.attn_norm": norm(),
            f"blk.{layer}.attn_q": matrix(HEADS * head, HIDDEN),
            f"blk.{layer}.attn_k": matrix(KV_HEADS * head, HIDDEN),
            f"blk.{layer}.attn_v": matrix(KV_HEADS * head, HIDDEN),
            f"blk.{layer}.attn_output": matrix(HIDDEN, HEADS * head),
            f"blk.{layer}.ffn_norm": norm(),
            f"blk.{layer}.ffn_gate": matrix(INNER, HIDDEN),
            f"blk.{layer}.ffn_up": matrix(INNER, HIDDEN),
            f"blk.{layer}.ffn_down": matrix(HIDDEN, INNER),
        }
    return {f"{name}.weight": value for name, value in weights.items()}


def write_llama(
    path: Path,
    weights: dict[str, Array] | None = None,
    kind: str = "F32",
    change: Callable[[gguf.GGUFWriter], object] = lambda writer: None,
    *,
    architecture: str = "llama",
    layers: int = LAYERS,
    head: int = HIDDEN // HEADS,
    tokenizer: Callable[[gguf.GGUFWriter], object] | None = None,
) -> Path:
    """Write a GGUF file; matrices are quantized as ``kind``, ``change`` adds what it wants."""
    quantization = gguf.GGMLQuantizationType[kind]
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_block_count(layers)
    writer.add_context_length(128)
    writer.add_embedding_length(HIDDEN)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_freq_base(THETA)
    writer.add_rope_dimension_count(head)
    if head != HIDDEN // HEADS:
        writer.add_key_length(head)
        writer.add_value_length(head)
    writer.add_license("apache-2.0")
    (tokenizer or add_bpe)(writer)
    change(writer)
    for name, value in (weights or random_weights()).items():
        if value.ndim == 1 or kind == "F32":
            writer.add_tensor(name, value)
        else:
            writer.add_tensor(name, gguf.quantize(value, quantization), raw_dtype=quantization)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def add_bpe(writer: gguf.GGUFWriter, pre: str = "smollm") -> None:
    """Add a byte-level BPE tokenizer with a chat template."""
    tokens = bpe_tokens()
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(pre)
    writer.add_token_list(tokens)
    writer.add_token_types([CONTROL] * 3 + [NORMAL] * (len(tokens) - 3))
    writer.add_token_merges(list(WORDS))
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template(CHAT_TEMPLATE)


def stored_weights(path: Path) -> dict[str, Array]:
    """What a GGUF file holds, read and dequantized by the gguf package itself."""
    return {
        tensor.name: gguf.dequantize(tensor.data, tensor.tensor_type)
        for tensor in gguf.GGUFReader(path).tensors
    }


def llama_logits(weights: dict[str, Array], ids: list[int]) -> Array:
    """Logits of shape (tokens, vocabulary) as llama.cpp computes them: neighbours are rotated."""
    head, count = len(weights["blk.0.attn_q.weight"]) // HEADS, len(ids)

    def norm(x: Array, name: str) -> Array:
        scale: Array = x / np.sqrt((x**2).mean(-1, keepdims=True) + EPSILON)
        return scale * weights[f"{name}.weight"]

    angles = np.outer(np.arange(count), THETA ** (-np.arange(0, head, 2) / head))
    cosine, sine = np.cos(angles)[:, None], np.sin(angles)[:, None]

    def rotated(x: Array) -> Array:
        even, odd = x[..., 0::2], x[..., 1::2]
        pairs = np.stack([even * cosine - odd * sine, even * sine + odd * cosine], -1)
        return pairs.reshape(x.shape)

    x = weights["token_embd.weight"][ids].astype(np.float64)
    mask = np.triu(np.full((count, count), -np.inf), 1)
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        h = norm(x, f"{block}.attn_norm")
        q = rotated((h @ weights[f"{block}.attn_q.weight"].T).reshape(count, HEADS, head))
        k = rotated((h @ weights[f"{block}.attn_k.weight"].T).reshape(count, KV_HEADS, head))
        v = (h @ weights[f"{block}.attn_v.weight"].T).reshape(count, KV_HEADS, head)
        k, v = (np.repeat(each, HEADS // KV_HEADS, 1) for each in (k, v))
        scores = np.einsum("qhd,khd->hqk", q, k) / np.sqrt(head) + mask
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        mixed = np.einsum("hqk,khd->qhd", shares, v).reshape(count, HEADS * head)
        x = x + mixed @ weights[f"{block}.attn_output.weight"].T
        h = norm(x, f"{block}.ffn_norm")
        gate = h @ weights[f"{block}.ffn_gate.weight"].T
        up = h @ weights[f"{block}.ffn_up.weight"].T
        x = x + (gate / (1 + np.exp(-gate)) * up) @ weights[f"{block}.ffn_down.weight"].T
    output = weights.get("output.weight", weights["token_embd.weight"])
    logits: Array = norm(x, "output_norm") @ output.T
    return logits
