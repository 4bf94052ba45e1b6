"""Make an ordinary model folder of a GGUF file."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from ...core.messages.message import Message
from ..files.new_folder import need_space
from ..files.progress import OnProgress
from ..files.safetensors_writer import write_safetensors
from .header import GgufHeader, read_gguf_header
from .llama import GgufLlama, llama_of
from .tokenizer import GgufTokenizer

_LICENCE = re.compile(r"[\w.-]{1,100}", re.ASCII)


def read_gguf(path: Path) -> GgufLlama:
    """Return the model in a GGUF file, its header, weights' places and tokenizer checked.

    Write nothing.

    Raises:
        CheckpointError: it is damaged, or cannot run here; see ``llama_of`` and ``GgufTokenizer``.
        OSError: it cannot be read.
    """
    llama = llama_of(read_gguf_header(path))
    GgufTokenizer(llama.header)
    return llama


def import_gguf(path: Path, folder: Path, on_progress: OnProgress) -> tuple[Message, ...]:
    """Fill ``folder`` with the Mistral model that a GGUF file holds.

    Returns notices on the import.

    It holds at most one weight's quantized bytes and 60 MB more.

    Raises:
        CheckpointError: it is damaged, or cannot run here.
        EnvironmentFault: there is no room.
        OSError: something cannot be read or written.
    """
    llama = llama_of(read_gguf_header(path))
    tokenizer = GgufTokenizer(llama.header)
    tensors = llama.planned()
    need_space(folder, sum(tensor.size_bytes for tensor in tensors))
    config = llama.config | {"torch_dtype": "float32"}
    ends = tokenizer.generation_config()
    _write_json(
        folder / "config.json", config | {"bos_token_id": None, "eos_token_id": None} | ends
    )
    _write_json(folder / "generation_config.json", ends)
    tokenizer.write(folder, config["max_position_embeddings"])
    (folder / "README.md").write_text(_card(llama.header), "utf-8")
    write_safetensors(folder / "model.safetensors", tensors, path.name, on_progress)
    return tokenizer.notices


def quantization(header: GgufHeader) -> str:
    """Return the quantization of most of the weight matrices, such as ``Q4_1``."""
    matrices = [t.type.name for t in header.tensors.values() if len(t.shape) > 1]
    return Counter(matrices).most_common(1)[0][0]


def licence(header: GgufHeader) -> str:
    """Return the licence in the file's metadata, empty if there is none."""
    told = header.metadata.get("general.license")
    return told if isinstance(told, str) and _LICENCE.fullmatch(told) else ""


def _card(header: GgufHeader) -> str:
    told = licence(header)
    front = f"---\nlicense: {told}\n---\n\n" if told else ""
    return (
        f"{front}# {header.file.name}\n\nImported from a GGUF file ({quantization(header)}), its "
        "weights dequantized, to run as Mistral.\n"
    )


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", "utf-8")
