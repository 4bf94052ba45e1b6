"""Read the header of a safetensors file, and check it against the file's size and values.

The file is untrusted input. Format: https://huggingface.co/docs/safetensors (an 8-byte
little-endian length, a JSON header, then the data without gaps).
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from ..errors import CheckpointError, shown
from ..files.beginnings import beginning, not_of_format
from ..messages.models import checkpoint
from ..messages.models import weights as messages

_MAX_HEADER_BYTES = 10_000_000  # of a 1,000-layer model it is about 2 MB
_BYTES_OF = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1}
_BYTES_OF |= {"U64": 8, "U32": 4, "U16": 2, "U8": 1, "BOOL": 1}
_BYTES_OF |= {
    "F8_E4M3": 1,
    "F8_E5M2": 1,
    "F8_E8M0": 1,
    "F8_E4M3FNUZ": 1,
    "F8_E5M2FNUZ": 1,
}
_NUMPY_FORMATS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
#: Formats of weights; the others hold whole numbers.
FLOATS = frozenset(_NUMPY_FORMATS)
#: What ``torch.compile`` puts before the names of what it compiled.
_COMPILED = "_orig_mod."
_CHUNK = 4_000_000  # weights checked at a time, so that memory stays flat

_Size = Annotated[int, Field(ge=0, lt=2**48)]


@dataclass(frozen=True)
class Tensor:
    """One entry of a safetensors header: format, shape, and its bytes in the file."""

    dtype: str
    shape: tuple[int, ...]
    start: int
    end: int


class _Entry(BaseModel):
    """One entry of the header, as it is written there."""

    model_config = ConfigDict(strict=True)

    dtype: str
    shape: list[_Size] = Field(max_length=16)
    data_offsets: list[_Size] = Field(min_length=2, max_length=2)


def read_safetensors_header(path: Path) -> dict[str, Tensor]:
    """Return the tensors of a safetensors file by name, every offset checked against the file's
    size.

    Names are those of the model itself, also if ``torch.compile`` had wrapped it.

    Raises:
        CheckpointError: the file is truncated, not safetensors, or its header lies.
        OSError: it cannot be read.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        prefix = file.read(8)
        length = struct.unpack("<Q", prefix)[0] if len(prefix) == 8 else -1
        if not 2 <= length <= min(size - 8, _MAX_HEADER_BYTES):
            file_format = checkpoint.SAFETENSORS_FILE()
            if beginning(path):
                raise not_of_format(path, file_format)
            problem = messages.FILE_TRUNCATED(file=path.name, format=file_format)
            raise CheckpointError(problem)
        text = file.read(length)
    try:
        header = json.loads(text, object_pairs_hook=_without_repetition)
    except (ValueError, RecursionError):
        raise CheckpointError(messages.HEADER_DAMAGED(file=path.name)) from None
    try:
        entries = {
            name: _Entry.model_validate(entry)
            for name, entry in header.items()
            if name != "__metadata__"
        }
        _check_known(path.name, entries)
        tensors = {
            original_name(name): _tensor(entry, begin=8 + length) for name, entry in entries.items()
        }
        if len(tensors) < len(entries):
            raise ValueError("a tensor twice, once of a compiled model")
    except (AttributeError, ValueError):
        raise CheckpointError(messages.HEADER_CONTRADICTS(file=path.name)) from None
    _check_layout(path.name, tensors, begin=8 + length, size=size)
    return tensors


def original_name(name: str) -> str:
    """Return the name of a tensor without what ``torch.compile`` puts into it."""
    return name.replace(_COMPILED, "")


def read_format(path: Path) -> str:
    """Return the library that wrote a checked safetensors file: ``pt``, ``tf``, ``flax`` ….

    If the header does not name it, names with slashes are TensorFlow's, and others PyTorch's.
    """
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
    metadata = header.pop("__metadata__", None)
    said = metadata.get("format") if isinstance(metadata, dict) else None
    if isinstance(said, str):
        return said
    return "tf" if any("/" in name for name in header) else "pt"


def check_finite(path: Path, tensors: dict[str, Tensor]) -> None:
    """Read every weight once and make sure that it is a finite number.

    Raises:
        CheckpointError: one is not.
        OSError: the file cannot be read.
    """
    for name, tensor in tensors.items():
        if tensor.dtype not in _NUMPY_FORMATS:
            continue
        for chunk in _chunks(path, tensor):
            if not np.isfinite(chunk).all():
                problem = messages.NOT_FINITE_WEIGHTS(file=path.name, weight=shown(name))
                raise CheckpointError(problem)


def is_same_matrix(first: tuple[Path, Tensor], second: tuple[Path, Tensor]) -> bool:
    """Return whether two stored matrices hold the same numbers, the second perhaps transposed.

    Raises:
        OSError: a file cannot be read.
    """
    one, other = _mapped(*first), _mapped(*second)
    if one.shape != other.shape:
        other = other.T
    if one.shape != other.shape or one.dtype != other.dtype:
        return False
    rows = max(_CHUNK // max(one.shape[-1], 1), 1)
    parts = range(0, len(one), rows)
    return all(np.array_equal(one[n : n + rows], other[n : n + rows]) for n in parts)


def _mapped(path: Path, tensor: Tensor) -> np.ndarray[Any, Any]:
    """Return a tensor as a view of its file; BF16 as bits."""
    kind = _NUMPY_FORMATS.get(tensor.dtype, "u1")
    return np.memmap(path, kind, mode="r", offset=tensor.start, shape=tensor.shape)


def _tensor(entry: _Entry, begin: int) -> Tensor:
    start, end = entry.data_offsets
    if end - start != math.prod(entry.shape) * _BYTES_OF[entry.dtype]:
        raise ValueError(entry.shape)
    return Tensor(entry.dtype, tuple(entry.shape), begin + start, begin + end)


def _check_known(file: str, entries: dict[str, _Entry]) -> None:
    for name, entry in entries.items():
        if entry.dtype not in _BYTES_OF:
            dtype = shown(entry.dtype)
            problem = messages.UNKNOWN_FORMAT(file=file, weight=shown(name), format=dtype)
            raise CheckpointError(problem)


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("an entry is there twice")
    return values


def _check_layout(name: str, tensors: dict[str, Tensor], begin: int, size: int) -> None:
    """Make sure that the tensors fill the file from ``begin`` to its end, one after the other."""
    if not tensors:
        raise CheckpointError(messages.WITHOUT_WEIGHTS(file=name))
    end = begin
    for tensor in sorted(tensors.values(), key=lambda t: (t.start, t.end)):
        if tensor.start != end:
            raise CheckpointError(messages.WEIGHTS_OVERLAP(file=name))
        end = tensor.end
    if end > size:
        raise CheckpointError(messages.WEIGHTS_TRUNCATED(file=name, size=size, end=f"{end:,}"))
    if end < size:
        raise CheckpointError(messages.WEIGHTS_GO_ON(file=name, size=size, end=end))


def _chunks(path: Path, tensor: Tensor) -> Iterator[np.ndarray[Any, Any]]:
    count = (tensor.end - tensor.start) // _BYTES_OF[tensor.dtype]
    with path.open("rb") as file:
        file.seek(tensor.start)
        while count > 0:
            part = np.fromfile(file, _NUMPY_FORMATS[tensor.dtype], min(count, _CHUNK))
            if not part.size:
                raise CheckpointError(messages.FILE_CHANGED(file=path.name))
            count -= len(part)
            if tensor.dtype == "BF16":  # the upper half of a float32
                part = (part.astype(np.uint32) << 16).view(np.float32)
            yield part
