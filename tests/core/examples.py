"""Requests, records and model folders that the tests of ``core`` are about."""

from __future__ import annotations

import json
import struct
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from xla_playground.core.call.record import Cache, Record, Sequence, Token, TokenRole
from xla_playground.core.call.request import Arm, Request
from xla_playground.core.call.specialization import SpecializationKey, key_for
from xla_playground.core.checkpoint.weight_names import weight_names
from xla_playground.core.options.options import GenerationOptions

MS = 1_000_000


def make_request(**values: Any) -> Request:
    """A valid request; ``options`` may be a dict."""
    return Request.parse({"model": "playground-gpt2", "prompts": ("TensorFlow is",)} | values)


def make_key(padded_length: int = 8, **values: Any) -> SpecializationKey:
    """The key of ``make_request(**values)``."""
    return key_for(make_request(**values), padded_length)


def make_record(cache: Cache = Cache.MEMORY, run_ns: int | None = 20 * MS, **values: Any) -> Record:
    """A record with one sequence; what is no field of a record goes into its request."""
    own = {name: values.pop(name) for name in list(values) if name in Record.model_fields}
    request = make_request(**values)
    is_first = cache is Cache.MISS
    tokens = (
        Token(id=0, text="<pad>", role=TokenRole.PADDING),
        Token(id=17, text="Tensor", role=TokenRole.PROMPT),
        Token(id=18, text="Flow", role=TokenRole.PROMPT),
        Token(id=19, text=" 是 🦊", role=TokenRole.NEW),
        Token(id=1, text="<end>", role=TokenRole.END),
        Token(id=0, text="<pad>", role=TokenRole.PADDING),
    )
    record = Record(
        request=request,
        started_at=datetime(2025, 3, 1, 12, 30, 15, 250_000, tzinfo=UTC),
        cache=Cache.NONE if request.arm is Arm.EAGER else cache,
        reason="nothing is specialized yet in this process" if is_first else None,
        key=key_for(request, 8),
        trace_ns=700 * MS if is_first else None,
        compile_ns=1500 * MS if is_first else None,
        run_ns=run_ns,
        wall_ns=None if run_ns is None else run_ns + MS,
        prompt_tokens=(2,),
        padded_length=8,
        sequences=(Sequence(prompt_index=0, text="TensorFlow 是 🦊", tokens=tokens),),
        memory_bytes=10**9,
    )
    return record.model_copy(update=own)


def option_values(**values: Any) -> dict[str, Any]:
    """All options as plain values, some of them changed."""
    return GenerationOptions().model_dump(mode="json") | values


# ---------------------------------------------------------------- model folders

GPT2_CONFIG: dict[str, Any] = {
    "model_type": "gpt2",
    "n_layer": 2,
    "n_embd": 4,
    "n_head": 2,
    "n_positions": 16,
    "vocab_size": 11,
    "n_inner": None,
}


def gpt2_shapes(layers: int = 2) -> dict[str, tuple[int, ...]]:
    """The weights of ``GPT2_CONFIG``, by name."""
    shapes: dict[str, tuple[int, ...]] = {"wte.weight": (11, 4), "wpe.weight": (16, 4)}
    for layer in range(layers):
        shapes |= {
            f"h.{layer}.ln_1.weight": (4,),
            f"h.{layer}.ln_1.bias": (4,),
            f"h.{layer}.attn.c_attn.weight": (4, 12),
            f"h.{layer}.attn.c_attn.bias": (12,),
            f"h.{layer}.attn.c_proj.weight": (4, 4),
            f"h.{layer}.attn.c_proj.bias": (4,),
            f"h.{layer}.ln_2.weight": (4,),
            f"h.{layer}.ln_2.bias": (4,),
            f"h.{layer}.mlp.c_fc.weight": (4, 16),
            f"h.{layer}.mlp.c_fc.bias": (16,),
            f"h.{layer}.mlp.c_proj.weight": (16, 4),
            f"h.{layer}.mlp.c_proj.bias": (4,),
        }
    return shapes | {"ln_f.bias": (4,), "ln_f.weight": (4,)}


def completed(
    config: dict[str, Any], shapes: dict[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """The shapes, and one number for each other weight that the configuration needs."""
    return dict.fromkeys(sorted(weight_names(config).needed - shapes.keys()), (1,)) | shapes


def header_of(shapes: dict[str, tuple[int, ...]], dtype: str = "F32") -> dict[str, Any]:
    """A truthful safetensors header."""
    width = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2}[dtype]
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    position = 0
    for name, shape in shapes.items():
        end = position + width * int(np.prod(shape))
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [position, end]}
        position = end
    return header


def safetensors_bytes(header: dict[str, Any] | bytes, data: bytes) -> bytes:
    """A safetensors file with any header."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def data_of(header: dict[str, Any]) -> bytes:
    """Zeros for every weight of a header."""
    return bytes(max(e["data_offsets"][1] for n, e in header.items() if n != "__metadata__"))


def write_model(
    folder: Path,
    config: Any = None,
    weights: bytes | None = None,
    **entries: Any,
) -> Path:
    """A model folder that passes the check unless something in it is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    config = GPT2_CONFIG | entries if config is None else config
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "tokenizer.json").write_text('{"model": {"vocab": {"a": 0, "b": 1}}}')
    header = header_of(gpt2_shapes())
    data = safetensors_bytes(header, data_of(header)) if weights is None else weights
    (folder / "model.safetensors").write_bytes(data)
    return folder
