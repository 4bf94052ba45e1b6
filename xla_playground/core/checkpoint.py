"""Check a model folder without loading it: no TensorFlow, no network, nothing executed.

A checkpoint is untrusted input. Missing weights load as random ones, a configuration of 5,000
layers hangs the loader, and a pickle runs code; so the configuration is held against the
safetensors header first.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

from .errors import CheckpointError, shown
from .families import FAMILIES, Family
from .model_info import ModelInfo
from .safetensors_file import Tensor, check_finite, read_safetensors_header

WEIGHTS_FILE = "model.safetensors"
_MAX_CONFIG_BYTES = 5_000_000
_MAX_LAYERS = 1_000
_MAX_LABELS = 100_000  # Transformers makes two dictionaries of num_labels entries
_TOKENIZER_FILES = ("tokenizer.json", "vocab.json", "spiece.model", "sentencepiece.bpe.model")
_FILES_READ_WHOLE = (
    *_TOKENIZER_FILES,
    "merges.txt",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "chat_template.jinja",
    "generation_config.json",
)
_MAX_FILE_BYTES = 100_000_000  # the largest tokenizer.json in use has 35 MB
_LAYER_NUMBER = re.compile(r"(?:^|\.)(?:(encoder|decoder)\.)?(?:layers?|h|block)\.(\d+)\.")


def check_checkpoint(path: Path, *, name: str | None = None) -> ModelInfo:
    """Validate a model folder (configuration, tokenizer, weights) and tell what it is.

    Reads the header and scans the weights once for values that are not finite; 100 MB take
    about 0.1 s.

    Raises:
        CheckpointError: with one sentence on the first thing that is wrong.
    """
    try:
        return _check(Path(path), name)
    except OSError as error:
        raise CheckpointError(f"{shown(str(path))} cannot be read ({error.strerror}).") from None


def _check(folder: Path, name: str | None) -> ModelInfo:
    try:
        str(folder).encode()
    except UnicodeEncodeError:
        raise CheckpointError(f"{shown(str(folder))} is not a name in UTF-8: rename it.") from None
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
            f"{folder.name} has model type {shown(family_name)}, which is not supported: use one "
            f"of {known}."
        )
    if not any((folder / file).is_file() for file in _TOKENIZER_FILES):
        raise CheckpointError(f"{folder.name} has no tokenizer: add its tokenizer.json.")
    for file in _FILES_READ_WHOLE:
        if (folder / file).is_file() and (folder / file).stat().st_size > _MAX_FILE_BYTES:
            raise CheckpointError(f"{folder.name}/{file} is too large to be read: replace it.")
    _check_entries(config, family)
    weights = _weights_file(folder)
    tensors = read_safetensors_header(weights)
    layers = _check_sizes(folder.name, config, family, tensors)
    check_finite(weights, tensors)
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


def _read_config(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    try:
        if path.exists() and not path.is_file():
            raise CheckpointError(f"{folder.name}/config.json is not a file.")
        if path.stat().st_size > _MAX_CONFIG_BYTES:
            raise CheckpointError(f"{folder.name}/config.json is too large to be a configuration.")
        config = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise CheckpointError(
            f"{folder} has no config.json: give the folder of a Transformers model."
        ) from None
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
        raise CheckpointError(f"config.json says {entry} = {shown(value)}, which cannot be.")
    return value


def _check_entries(config: dict[str, Any], family: Family) -> None:
    """Refuse what Transformers would take and then hang on, fail at, or compute nonsense with."""
    for entry, value in config.items():
        if isinstance(value, float) and not math.isfinite(value):
            raise CheckpointError(f"config.json says {shown(entry)} = {value}, which cannot be.")
    labels = config.get("num_labels")
    if isinstance(labels, int) and labels > _MAX_LABELS:
        raise CheckpointError(f"config.json says num_labels = {shown(labels)}, which cannot be.")
    epsilon = config.get("layer_norm_epsilon", 1e-5)
    if isinstance(epsilon, bool) or not isinstance(epsilon, (int, float)) or not 0 < epsilon < 1:
        raise CheckpointError(
            f"config.json says layer_norm_epsilon = {shown(epsilon)}, which cannot be."
        )
    if (
        family.heads
        and family.heads in config
        and _whole(config, family.hidden) % _whole(config, family.heads)
    ):
        raise CheckpointError(
            f"config.json says {family.hidden} = {config[family.hidden]} and {family.heads} = "
            f"{config[family.heads]}, which does not divide it."
        )
    is_encoder_decoder = config.get("is_encoder_decoder", not family.is_decoder_only)
    if is_encoder_decoder is family.is_decoder_only:
        raise CheckpointError(
            f"config.json says is_encoder_decoder = {is_encoder_decoder}, which a "
            f"{family.label} model cannot be."
        )


def _check_sizes(
    name: str, config: dict[str, Any], family: Family, tensors: dict[str, Tensor]
) -> int:
    """Hold the configuration's sizes against the stored shapes; return the number of layers."""
    first = family.layers[0]
    layers = sum(
        _whole(config, first if config.get(entry) is None else entry) for entry in family.layers
    )
    # TensorFlow's own names, h_._0/attn, mean the same as PyTorch's, h.0.attn
    names = (n.replace("_._", ".").replace("/", ".") for n in tensors)
    stored = len({m.groups() for n in names if (m := _LAYER_NUMBER.search(n))})
    if layers > _MAX_LAYERS:
        raise CheckpointError(
            f"{name} has {layers:,} layers, more than the {_MAX_LAYERS:,} that can be loaded."
        )
    if layers != stored:
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
    for entries in family.dimensions:
        if any(config.get(entry) is None for entry in entries):
            continue  # then it is Transformers' default
        size = math.prod(_whole(config, entry) for entry in entries)
        if size not in widths:
            raise CheckpointError(
                f"{name}: config.json says {' x '.join(entries)} = {size:,}, which no weight has: "
                "they do not belong together."
            )
    return layers


def _licence(folder: Path) -> str:
    """The ``license:`` of the model card's front matter, empty where there is none."""
    card = folder / "README.md"
    if not card.is_file():
        return ""
    with card.open(encoding="utf-8", errors="replace") as file:
        text = file.read(10_000)
    if not text.startswith("---"):
        return ""
    found = re.search(r"^license:\s*(\S+)\s*$", text.split("---")[1], re.MULTILINE)
    return found.group(1) if found else ""
