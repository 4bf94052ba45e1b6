"""Check a model folder without loading it: no TensorFlow, no network, nothing executed.

A checkpoint is untrusted input. Missing weights load as random ones, a configuration of 5,000
layers hangs the loader, and a pickle runs code; so the configuration is held against the
safetensors header first. Format: https://huggingface.co/docs/safetensors (an 8-byte
little-endian length, a JSON header, then the data).
"""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .errors import CheckpointError
from .families import FAMILIES, Family
from .model_info import ModelInfo

WEIGHTS_FILE = "model.safetensors"
_MAX_HEADER_BYTES = 25_000_000  # of a 1,000-layer model it is about 2 MB
_MAX_CONFIG_BYTES = 5_000_000
_MAX_LAYERS = 1_000
_BYTES_OF = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "U8": 1, "BOOL": 1}
_BYTES_OF |= {"I16": 2, "I8": 1}
_TOKENIZER_FILES = ("tokenizer.json", "vocab.json", "spiece.model", "sentencepiece.bpe.model")
_LAYER_NUMBER = re.compile(r"(?:^|\.)(?:(encoder|decoder)\.)?(?:layers?|h|block)\.(\d+)\.")
_FINITE_CHUNK = 4_000_000  # weights checked at a time, so that memory stays flat


@dataclass(frozen=True)
class Tensor:
    """One entry of a safetensors header: format, shape, and its bytes in the file."""

    dtype: str
    shape: tuple[int, ...]
    start: int
    end: int


def check_checkpoint(path: Path, *, name: str | None = None) -> ModelInfo:
    """Validate a model folder (configuration, tokenizer, weights) and tell what it is.

    Reads the header and scans the weights once for values that are not finite; 100 MB take
    about 0.1 s.

    Raises:
        CheckpointError: with one sentence on the first thing that is wrong.
    """
    folder = Path(path)
    if not folder.exists():
        raise CheckpointError(f"There is no model at {folder}: check the name or the path.")
    if not folder.is_dir():
        raise CheckpointError(f"{folder} is a file: give the folder that holds config.json.")
    config = _read_config(folder)
    family_name = config.get("model_type")
    family = FAMILIES.get(family_name) if isinstance(family_name, str) else None
    if family is None or not isinstance(family_name, str):
        known = ", ".join(f.label for f in FAMILIES.values())
        raise CheckpointError(
            f"{folder.name} has model type {family_name!r}, which is not supported: use one of "
            f"{known}."
        )
    if not any((folder / file).is_file() for file in _TOKENIZER_FILES):
        raise CheckpointError(f"{folder.name} has no tokenizer: add its tokenizer.json.")
    weights = _weights_file(folder)
    tensors = read_safetensors_header(weights)
    layers = _check_sizes(folder.name, config, family, tensors)
    _check_finite(weights, tensors)
    dtypes = [t.dtype for t in tensors.values()]
    return ModelInfo(
        name=name or str(folder),
        path=str(folder.resolve()),
        family=family_name,
        family_label=family.label,
        parameters=sum(math.prod(t.shape) for t in tensors.values()),
        size_bytes=weights.stat().st_size,
        vocab_size=_whole(config, "vocab_size"),
        positions=_whole(config, family.positions) if family.positions else None,
        hidden_size=_whole(config, family.hidden),
        layers=layers,
        stored_dtype=max(set(dtypes), key=dtypes.count),
        licence=_licence(folder),
        is_decoder_only=family.is_decoder_only,
        has_xla=family.has_xla,
    )


def read_safetensors_header(path: Path) -> dict[str, Tensor]:
    """The tensors of a safetensors file by name, every offset checked against the file's size.

    Raises:
        CheckpointError: the file is truncated, not safetensors, or its header lies.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            prefix = file.read(8)
            length = struct.unpack("<Q", prefix)[0] if len(prefix) == 8 else -1
            if not 2 <= length <= min(size - 8, _MAX_HEADER_BYTES):
                raise CheckpointError(
                    f"{path.name} is truncated or not a safetensors file: download it again."
                )
            header = json.loads(file.read(length))
    except OSError as error:
        raise CheckpointError(f"{path.name} cannot be read ({error.strerror}).") from None
    except (ValueError, RecursionError):
        raise CheckpointError(f"{path.name} has a damaged header: download it again.") from None
    tensors: dict[str, Tensor] = {}
    try:
        for tensor_name, entry in header.items():
            if tensor_name == "__metadata__":
                continue
            start, end = entry["data_offsets"]
            shape = tuple(int(n) for n in entry["shape"])
            tensor = Tensor(str(entry["dtype"]), shape, 8 + length + start, 8 + length + end)
            if min((*shape, 0)) < 0 or start < 0 or tensor.dtype not in _BYTES_OF:
                raise ValueError(tensor_name)
            if tensor.end - tensor.start != math.prod(shape) * _BYTES_OF[tensor.dtype]:
                raise ValueError(tensor_name)
            tensors[tensor_name] = tensor
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
        raise CheckpointError(
            f"{path.name} has a header that contradicts itself: download it again."
        ) from None
    end = max((t.end for t in tensors.values()), default=0)
    if end > size:
        raise CheckpointError(
            f"{path.name} is truncated ({size:,} of {end:,} bytes): download it again."
        )
    if not tensors:
        raise CheckpointError(f"{path.name} holds no weights: download it again.")
    return tensors


def _read_config(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    try:
        if path.stat().st_size > _MAX_CONFIG_BYTES:
            raise CheckpointError(f"{folder.name}/config.json is too large to be a configuration.")
        config = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise CheckpointError(
            f"{folder} has no config.json: give the folder of a Transformers model."
        ) from None
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read ({error.strerror}).") from None
    except (ValueError, RecursionError):
        raise CheckpointError(f"{folder.name}/config.json is not valid JSON.") from None
    if not isinstance(config, dict):
        raise CheckpointError(f"{folder.name}/config.json is not a configuration.")
    return config


def _weights_file(folder: Path) -> Path:
    weights = folder / WEIGHTS_FILE
    if weights.is_file():
        return weights
    if (folder / "pytorch_model.bin").exists():
        raise CheckpointError(
            f"{folder.name} has only pytorch_model.bin, a pickle, which can run code: convert it "
            "with model.save_pretrained(folder, safe_serialization=True) in PyTorch."
        )
    raise CheckpointError(f"{folder.name} has no {WEIGHTS_FILE}: add the weights.")


def _whole(config: dict[str, Any], entry: str) -> int:
    value = config.get(entry)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 2**31:
        raise CheckpointError(f"config.json says {entry} = {value!r}, which cannot be.")
    return value


def _check_sizes(
    name: str, config: dict[str, Any], family: Family, tensors: dict[str, Tensor]
) -> int:
    """Hold the configuration's sizes against the stored shapes; return the number of layers."""
    first = family.layers[0]
    layers = sum(_whole(config, entry if entry in config else first) for entry in family.layers)
    # TensorFlow's own names, h_._0/attn, mean the same as PyTorch's, h.0.attn
    names = (n.replace("_._", ".").replace("/", ".") for n in tensors)
    stored = len({m.groups() for n in names if (m := _LAYER_NUMBER.search(n))})
    if layers != stored or layers > _MAX_LAYERS:
        raise CheckpointError(
            f"{name}: config.json says {layers:,} layers, the weights have {stored:,}: "
            "they do not belong together."
        )
    vocab, hidden = _whole(config, "vocab_size"), _whole(config, family.hidden)
    tables = [t.shape for t in tensors.values() if len(t.shape) == 2]
    if not any(rows == vocab for rows, _ in tables):
        raise CheckpointError(
            f"{name}: config.json says a vocabulary of {vocab:,}, which no weight has: they do "
            "not belong together."
        )
    widths = {n for t in tensors.values() for n in t.shape}
    if hidden not in widths:
        raise CheckpointError(
            f"{name}: config.json says a hidden size of {hidden:,}, which no weight has: they do "
            "not belong together."
        )
    if family.positions:
        positions = _whole(config, family.positions)
        # OPT keeps two rows more than positions
        if not any(rows in (positions, positions + 2) for rows, _ in tables):
            raise CheckpointError(
                f"{name}: config.json says {positions:,} positions, which no weight has: they do "
                "not belong together."
            )
    return layers


def _check_finite(path: Path, tensors: dict[str, Tensor]) -> None:
    for name, tensor in tensors.items():
        if tensor.dtype not in ("F64", "F32", "F16", "BF16"):
            continue
        for chunk in _chunks(path, tensor):
            if not np.isfinite(chunk).all():
                raise CheckpointError(
                    f"{path.name} holds weights that are not finite numbers ({name}): download "
                    "it again."
                )


def _chunks(path: Path, tensor: Tensor) -> Iterator[np.ndarray[Any, Any]]:
    width = _BYTES_OF[tensor.dtype]
    formats = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
    count = (tensor.end - tensor.start) // width
    with path.open("rb") as file:
        file.seek(tensor.start)
        while count > 0:
            part = np.fromfile(file, formats[tensor.dtype], min(count, _FINITE_CHUNK))
            count -= len(part)
            if tensor.dtype == "BF16":  # the upper half of a float32
                part = (part.astype(np.uint32) << 16).view(np.float32)
            yield part


def _licence(folder: Path) -> str:
    """The ``license:`` of the model card's front matter, empty where there is none."""
    try:
        text = (folder / "README.md").read_text("utf-8", errors="replace")[:10_000]
    except OSError:
        return ""
    if not text.startswith("---"):
        return ""
    found = re.search(r"^license:\s*(\S+)\s*$", text.split("---")[1], re.MULTILINE)
    return found.group(1) if found else ""
