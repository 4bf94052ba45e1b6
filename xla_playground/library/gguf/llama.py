"""Map a GGUF file of the Llama family to a Mistral model: its configuration and weights' places.

Sources: llama.cpp's ``convert_hf_to_gguf.py`` (names; query and key rows are permuted there, so
that the two halves of a rotary pair are neighbours) and its ``llama-model.cpp`` (the meaning of the
metadata).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from gguf.constants import GGMLQuantizationType
from gguf.quants import dequantize

from ...core.configuration.llama_as_mistral import mistral_config
from ...core.errors import CheckpointError, shown
from ...core.messages.message import named
from ...core.messages.models import configuration, weights
from ...core.messages.models import library as messages
from ..files.safetensors_writer import Array, PlannedTensor
from .header import GgufHeader, GgufTensor

_MAX_LAYERS = 1_000
_PIECE_VALUES = 2_000_000  # dequantizing takes about 30 bytes a value for a moment

#: The allowed ``llama.*`` metadata; a value that is not ``None`` is the only one allowed.
_KNOWN_METADATA: dict[str, Any] = {
    "block_count": None,
    "context_length": None,
    "embedding_length": None,
    "feed_forward_length": None,
    "vocab_size": None,
    "attention.head_count": None,
    "attention.head_count_kv": None,
    "attention.layer_norm_rms_epsilon": None,
    "attention.key_length": None,
    "attention.value_length": None,
    "rope.dimension_count": None,
    "rope.freq_base": None,
    "rope.scaling.type": "none",
    "attention.causal": True,
    "expert_count": 0,
    "expert_used_count": 0,
}
#: Metadata with a better description than "an entry that is not known".
_REASONS = {
    "rope.scaling": messages.ROPE_SCALING(),
    "rope.scale_linear": messages.ROPE_SCALING(),
    "expert": messages.MIXTURE_OF_EXPERTS(),
    "attention.sliding_window": messages.A_SLIDING_WINDOW(),
}
#: Quantizations that ``gguf`` dequantizes, each value to the number that llama.cpp computes with.
_TYPES = frozenset(
    (
        GGMLQuantizationType.F32,
        GGMLQuantizationType.F16,
        GGMLQuantizationType.BF16,
        GGMLQuantizationType.Q4_0,
        GGMLQuantizationType.Q4_1,
        GGMLQuantizationType.Q5_0,
        GGMLQuantizationType.Q5_1,
        GGMLQuantizationType.Q8_0,
        GGMLQuantizationType.Q2_K,
        GGMLQuantizationType.Q3_K,
        GGMLQuantizationType.Q4_K,
        GGMLQuantizationType.Q5_K,
        GGMLQuantizationType.Q6_K,
        GGMLQuantizationType.IQ1_S,
        GGMLQuantizationType.IQ1_M,
        GGMLQuantizationType.IQ2_XXS,
        GGMLQuantizationType.IQ2_XS,
        GGMLQuantizationType.IQ2_S,
        GGMLQuantizationType.IQ3_XXS,
        GGMLQuantizationType.IQ3_S,
        GGMLQuantizationType.IQ4_NL,
        GGMLQuantizationType.IQ4_XS,
        GGMLQuantizationType.TQ1_0,
        GGMLQuantizationType.TQ2_0,
    )
)


@dataclass(frozen=True)
class GgufLlama:
    """A GGUF file that can run as a Mistral model.

    Attributes:
        config: its ``config.json``.
        tensors: its weights by their names in PyTorch's layout, each with the number of heads
            whose rows are permuted (0: they are not).
    """

    header: GgufHeader
    config: dict[str, Any]
    tensors: dict[str, tuple[GgufTensor, int]]

    def planned(self) -> list[PlannedTensor]:
        """Return the weights to write; see ``stored_dtype`` for their format."""
        return [
            PlannedTensor(name, stored_dtype(t.type), t.shape, _Values(self.header.file, t, heads))
            for name, (t, heads) in self.tensors.items()
        ]


def stored_dtype(kind: GGMLQuantizationType) -> str:
    """Return the smallest safetensors format that holds every value of a quantization exactly.

    A 4-bit number times a float16 scale plus a float16 minimum has more than float16's 11
    significant bits, so everything quantized becomes float32. NumPy has no bfloat16.
    """
    return "F16" if kind is GGMLQuantizationType.F16 else "F32"


def llama_of(header: GgufHeader) -> GgufLlama:
    """Return the model in a GGUF file as a Mistral model.

    Raises:
        CheckpointError: it is no Llama, is one that Mistral cannot express, or contradicts itself.
    """
    name = header.file.name
    _refuse_part(name, header.metadata)
    architecture = header.metadata.get("general.architecture")
    if header.metadata.get("general.type") == "adapter":
        raise CheckpointError(messages.GGUF_ADAPTER(file=name))
    if architecture != "llama":
        problem = messages.GGUF_ARCHITECTURE(file=name, architecture=shown(architecture))
        raise CheckpointError(problem)
    config = mistral_config(_llama_config(header))
    _check_tensor_names(header, config["num_hidden_layers"])
    is_tied = "output.weight" not in header.tensors
    config |= {"tie_word_embeddings": is_tied}
    return GgufLlama(header, config, _placed(header, config, is_tied))


def _refuse_part(name: str, metadata: dict[str, Any]) -> None:
    parts, number = metadata.get("split.count"), metadata.get("split.no")
    if type(parts) is not int or parts < 2:
        return
    which = messages.ONE_OF_PARTS(parts=parts)
    if type(number) is int:
        which = messages.PART_OF(number=number + 1, parts=parts)
    raise CheckpointError(messages.GGUF_PART(file=name, which=which))


def _llama_config(header: GgufHeader) -> dict[str, Any]:
    """Convert the metadata to Transformers' Llama configuration."""
    name, metadata = header.file.name, header.metadata
    _refuse_unknown_metadata(name, metadata)

    def whole(entry: str, default: int | None = None) -> int:
        value = metadata.get(f"llama.{entry}", default)
        if type(value) is not int or not 0 < value < 2**31:
            said = f"llama.{entry}"
            raise CheckpointError(messages.GGUF_ENTRY(file=name, entry=said, value=shown(value)))
        return value

    heads, hidden = whole("attention.head_count"), whole("embedding_length")
    layers = whole("block_count")
    if layers > _MAX_LAYERS:
        problem = configuration.TOO_MANY_LAYERS(model=name, layers=layers, most=_MAX_LAYERS)
        raise CheckpointError(problem)
    head_dim = whole("attention.key_length", hidden // heads)
    if head_dim % 2:
        raise CheckpointError(messages.GGUF_HEADS(file=name, size=head_dim))
    for entry, default in (
        ("attention.value_length", hidden // heads),
        ("rope.dimension_count", head_dim),
    ):
        if whole(entry, default) != head_dim:
            raise CheckpointError(
                messages.GGUF_HEAD_SIZES(
                    file=name,
                    entry=f"llama.{entry}",
                    value=whole(entry, default),
                    size=head_dim,
                )
            )
    epsilon = metadata.get("llama.attention.layer_norm_rms_epsilon")
    if not isinstance(epsilon, float) or not 0 < epsilon < 1:
        entry = "llama.attention.layer_norm_rms_epsilon"
        raise CheckpointError(messages.GGUF_ENTRY(file=name, entry=entry, value=shown(epsilon)))
    return {
        "vocab_size": _vocab_size(header),
        "hidden_size": hidden,
        "intermediate_size": whole("feed_forward_length"),
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "num_key_value_heads": whole("attention.head_count_kv", heads),
        "head_dim": head_dim,
        "max_position_embeddings": whole("context_length"),
        # the file has it in float32, where 1e-5 is 9.999999747378752e-06
        "rms_norm_eps": float(np.format_float_positional(np.float32(epsilon))),
        "rope_theta": metadata.get("llama.rope.freq_base", 10_000.0),
    }


def _refuse_unknown_metadata(name: str, metadata: dict[str, Any]) -> None:
    for key, value in metadata.items():
        entry = key.removeprefix("llama.")
        if entry == key or (entry in _KNOWN_METADATA and _KNOWN_METADATA[entry] in (None, value)):
            continue
        known = (reason for prefix, reason in _REASONS.items() if entry.startswith(prefix))
        reason = next(known, messages.UNKNOWN_HERE())
        raise CheckpointError(
            messages.GGUF_USES(file=name, reason=reason, entry=shown(key), value=shown(value))
        )


def _vocab_size(header: GgufHeader) -> int:
    name = header.file.name
    embeddings = header.tensors.get("token_embd.weight")
    if embeddings is None or len(embeddings.shape) != 2:
        raise CheckpointError(messages.GGUF_LACKS(file=name, tensors="token_embd.weight"))
    rows = embeddings.shape[0]
    tokens = header.metadata.get("tokenizer.ggml.tokens")
    claims = [header.metadata.get("llama.vocab_size", rows)]
    claims += [len(tokens)] if isinstance(tokens, list) else []
    for claim in claims:
        if claim != rows:
            problem = messages.GGUF_VOCABULARY(file=name, claim=shown(claim), size=rows)
            raise CheckpointError(problem)
    return rows


def _names(layers: int) -> dict[str, str]:
    """Return every tensor's name in PyTorch's layout, by its name in GGUF."""
    names = {"token_embd": "model.embed_tokens", "output_norm": "model.norm", "output": "lm_head"}
    parts = {
        "attn_norm": "input_layernorm",
        "attn_q": "self_attn.q_proj",
        "attn_k": "self_attn.k_proj",
        "attn_v": "self_attn.v_proj",
        "attn_output": "self_attn.o_proj",
        "ffn_norm": "post_attention_layernorm",
        "ffn_gate": "mlp.gate_proj",
        "ffn_up": "mlp.up_proj",
        "ffn_down": "mlp.down_proj",
    }
    for layer in range(layers):
        for theirs, ours in parts.items():
            names[f"blk.{layer}.{theirs}"] = f"model.layers.{layer}.{ours}"
    return {f"{theirs}.weight": f"{ours}.weight" for theirs, ours in names.items()}


def _check_tensor_names(header: GgufHeader, layers: int) -> None:
    name, known = header.file.name, _names(layers)
    for tensor in header.tensors:
        if tensor in known:
            continue
        reason = messages.FOREIGN_WEIGHT()
        if tensor.startswith("rope_freqs"):
            reason = messages.ROPE_SCALING()
        elif tensor.endswith(".bias"):
            reason = messages.BIASES()
        elif "_exps" in tensor or "ffn_gate_inp" in tensor:
            reason = messages.MIXTURE_OF_EXPERTS()
        raise CheckpointError(messages.GGUF_HAS(file=name, reason=reason, tensor=shown(tensor)))
    missing = [t for t in known if t not in header.tensors and t != "output.weight"]
    if missing:
        raise CheckpointError(messages.GGUF_LACKS(file=name, tensors=named(missing)))


def _placed(
    header: GgufHeader, config: dict[str, Any], is_tied: bool
) -> dict[str, tuple[GgufTensor, int]]:
    name, hidden, vocab = header.file.name, config["hidden_size"], config["vocab_size"]
    heads, kv_heads = config["num_attention_heads"], config["num_key_value_heads"]
    width, kv_width = heads * config["head_dim"], kv_heads * config["head_dim"]
    inner = config["intermediate_size"]
    shapes = {
        "token_embd": (vocab, hidden),
        "output": (vocab, hidden),
        "attn_q": (width, hidden),
        "attn_k": (kv_width, hidden),
        "attn_v": (kv_width, hidden),
        "attn_output": (hidden, width),
        "ffn_gate": (inner, hidden),
        "ffn_up": (inner, hidden),
        "ffn_down": (hidden, inner),
    }
    placed = {}
    for theirs, ours in _names(config["num_hidden_layers"]).items():
        if is_tied and theirs == "output.weight":
            continue
        tensor, part = header.tensors[theirs], theirs.split(".")[-2]
        if tensor.shape != shapes.get(part, (hidden,)):
            raise CheckpointError(
                messages.GGUF_TENSOR_SHAPE(
                    file=name,
                    tensor=theirs,
                    shape=shown(tensor.shape),
                    needed=str(shapes.get(part, (hidden,))),
                )
            )
        if tensor.type not in _TYPES:
            raise CheckpointError(messages.GGUF_QUANTIZATION(file=name, kind=tensor.type.name))
        placed[ours] = (tensor, {"attn_q": heads, "attn_k": kv_heads}.get(part, 0))
    return placed


@dataclass(frozen=True)
class _Values:
    """Yields the values of a tensor in pieces of whole rows."""

    file: Path
    tensor: GgufTensor
    heads: int

    def __call__(self) -> Iterator[Array]:
        tensor = self.tensor
        rows = math.prod(tensor.shape[:-1])
        step = max(1, _PIECE_VALUES // tensor.shape[-1])
        with self.file.open("rb") as file:
            if self.heads:
                raw = self._read(file, 0, rows)
                # [..., pair, half] back to [..., half, pair]
                raw = raw.reshape(self.heads, -1, 2, raw.shape[-1]).swapaxes(1, 2)
                raw = raw.reshape(rows, -1)
                for row in range(0, rows, step):
                    yield self._dequantized(raw[row : row + step])
            else:
                for row in range(0, rows, step):
                    yield self._dequantized(self._read(file, row, min(step, rows - row)))

    def _read(self, file: Any, row: int, rows: int) -> Array:
        size = self.tensor.bytes_per_row
        file.seek(self.tensor.start + row * size)
        raw = np.fromfile(file, np.uint8, rows * size)
        if raw.size < rows * size:
            raise CheckpointError(weights.FILE_CHANGED(file=self.file.name))
        return raw.reshape(rows, size)

    def _dequantized(self, raw: Array) -> Array:
        if self.tensor.type is GGMLQuantizationType.F16:
            return np.ascontiguousarray(raw).view(np.float16)
        with np.errstate(all="ignore"):  # the writer refuses values that are not finite
            return dequantize(np.ascontiguousarray(raw), self.tensor.type)
