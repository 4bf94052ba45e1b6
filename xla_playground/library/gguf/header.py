"""Read the header of a GGUF file, and check every count and offset against the file's size first.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. The ``gguf`` package trusts its
file: a header that claims 2^60 tensors keeps it busy for ever. Here a count is checked before
anything is allocated or looped over.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType, GGUFValueType

from ...core.errors import CheckpointError, shown
from ...core.files.beginnings import not_of_format
from ...core.messages.message import Message, Template
from ...core.messages.models import checkpoint, weights
from ...core.messages.models import library as messages

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_MAX_HEADER_BYTES = 200_000_000  # 256,000 tokens with their merges take about 10 MB
_BUFFER_BYTES = 1_000_000
_MAX_ENTRIES = 10_000
_MAX_TENSORS = 20_000
_MAX_NAME_BYTES = 1_000
_MAX_STRING_BYTES = 10_000_000
_MAX_ITEMS = 2_000_000  # of all arrays together
_MAX_DIMENSIONS = 4
_DEFAULT_ALIGNMENT = 32
_MAX_ALIGNMENT = 2**20

_SCALARS = {
    GGUFValueType.UINT8: "B",
    GGUFValueType.INT8: "b",
    GGUFValueType.UINT16: "H",
    GGUFValueType.INT16: "h",
    GGUFValueType.UINT32: "I",
    GGUFValueType.INT32: "i",
    GGUFValueType.FLOAT32: "f",
    GGUFValueType.BOOL: "?",
    GGUFValueType.UINT64: "Q",
    GGUFValueType.INT64: "q",
    GGUFValueType.FLOAT64: "d",
}


@dataclass(frozen=True)
class GgufTensor:
    """One tensor of a GGUF file.

    Attributes:
        shape: in NumPy's order, the fastest dimension last (the file has it first).
        start, end: its bytes in the file.
    """

    name: str
    type: GGMLQuantizationType
    shape: tuple[int, ...]
    start: int
    end: int

    @property
    def bytes_per_row(self) -> int:
        """Return the number of bytes of one row of the last dimension."""
        block, size = GGML_QUANT_SIZES[self.type]
        return self.shape[-1] // block * size


@dataclass(frozen=True)
class GgufHeader:
    """A GGUF file's metadata (strings, numbers, lists of them) and tensors, both by name."""

    file: Path
    metadata: dict[str, Any]
    tensors: dict[str, GgufTensor]


def is_gguf(path: Path) -> bool:
    """Return whether ``path`` is a file that begins like GGUF."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def read_gguf_header(path: Path) -> GgufHeader:
    """Return the header of a GGUF file of version 2 or 3.

    Raises:
        CheckpointError: the file is truncated, not GGUF, or its header lies.
        OSError: it cannot be read.
    """
    size = path.stat().st_size
    if size < len(_MAGIC) + 4 + 8 + 8:
        file_format = checkpoint.GGUF_FILE()
        raise CheckpointError(weights.FILE_TRUNCATED(file=path.name, format=file_format))
    with path.open("rb", buffering=_BUFFER_BYTES) as file:
        try:
            return _Reader(path, file, size).header()
        except (struct.error, UnicodeDecodeError, _EndReached):
            raise CheckpointError(weights.HEADER_DAMAGED(file=path.name)) from None


class _EndReached(Exception):
    """The header continues after the end of the file, or past the largest size of a header."""


class _Reader:
    """Reads one header from its beginning to its end."""

    def __init__(self, path: Path, file: BinaryIO, size: int) -> None:
        self._path = path
        self._file = file
        self._size = size
        self._limit = min(size, _MAX_HEADER_BYTES)
        self._position = 0
        self._items_left = _MAX_ITEMS

    def header(self) -> GgufHeader:
        if self._take(len(_MAGIC)) != _MAGIC:
            raise not_of_format(self._path, checkpoint.GGUF_FILE())
        version = self._number("I")
        if version not in _VERSIONS:
            problem = messages.GGUF_VERSION(file=self._path.name, version=version)
            raise CheckpointError(problem)
        tensors = self._count("Q", _MAX_TENSORS, messages.TENSORS())
        entries = self._count("Q", _MAX_ENTRIES, messages.METADATA_ENTRIES())
        metadata = self._named(entries, self._value, messages.ENTRY_TWICE)
        infos = self._named(tensors, self._tensor_info, messages.TENSOR_TWICE)
        return GgufHeader(self._path, metadata, self._placed(infos, self._alignment(metadata)))

    def _named(self, count: int, read: Callable[[], Any], twice: Template) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for _ in range(count):
            name = self._string(_MAX_NAME_BYTES)
            if name in found:
                raise self._lie(twice(name=shown(name)))
            found[name] = read()
        return found

    def _tensor_info(self) -> tuple[GGMLQuantizationType, tuple[int, ...], int]:
        dimensions = self._count("I", _MAX_DIMENSIONS, messages.TENSOR_DIMENSIONS())
        shape = tuple(self._number("Q") for _ in range(dimensions))
        kind, offset = self._number("I"), self._number("Q")
        try:
            return GGMLQuantizationType(kind), shape[::-1], offset
        except ValueError:
            problem = messages.GGUF_TENSOR_TYPE(file=self._path.name, kind=kind)
            raise CheckpointError(problem) from None

    def _placed(
        self,
        infos: dict[str, tuple[GGMLQuantizationType, tuple[int, ...], int]],
        alignment: int,
    ) -> dict[str, GgufTensor]:
        """Return the tensors with their places in the file, checked to be inside it without
        overlap.
        """
        begin = -(-self._position // alignment) * alignment
        tensors = {}
        for name, (kind, shape, offset) in infos.items():
            block, block_bytes = GGML_QUANT_SIZES[kind]
            if not shape or 0 in shape or shape[-1] % block or offset % alignment:
                raise self._lie(messages.TENSOR_OUT_OF_PLACE(name=shown(name)))
            start = begin + offset
            end = start + math.prod(shape) // block * block_bytes
            tensors[name] = GgufTensor(name, kind, shape, start, end)
        end = begin
        for tensor in sorted(tensors.values(), key=lambda t: t.start):
            if tensor.start < end:
                raise self._lie(messages.TENSORS_OVERLAP())
            end = tensor.end
        if end > self._size:
            name, size = self._path.name, self._size
            raise CheckpointError(weights.WEIGHTS_TRUNCATED(file=name, size=size, end=shown(end)))
        if self._size - end > _MAX_ALIGNMENT:
            name, size = self._path.name, self._size
            raise CheckpointError(weights.WEIGHTS_GO_ON(file=name, size=size, end=end))
        return tensors

    def _alignment(self, metadata: dict[str, Any]) -> int:
        alignment = metadata.get("general.alignment", _DEFAULT_ALIGNMENT)
        if type(alignment) is int and 0 < alignment <= _MAX_ALIGNMENT and alignment % 8 == 0:
            return alignment
        raise self._lie(messages.BAD_ALIGNMENT(alignment=shown(alignment)))

    def _value(self) -> Any:
        kind = self._value_type()
        if kind is GGUFValueType.STRING:
            return self._string(_MAX_STRING_BYTES)
        if kind is not GGUFValueType.ARRAY:
            return self._number(_SCALARS[kind])
        kind = self._value_type()
        if kind is GGUFValueType.ARRAY:
            raise self._lie(messages.ARRAYS_OF_ARRAYS())
        count = self._count("Q", self._items_left, messages.ARRAY_ITEMS())
        self._items_left -= count
        if kind is GGUFValueType.STRING:
            return [self._string(_MAX_STRING_BYTES) for _ in range(count)]
        layout = f"<{count}{_SCALARS[kind]}"
        return list(struct.unpack(layout, self._take(struct.calcsize(layout))))

    def _value_type(self) -> GGUFValueType:
        number = self._number("I")
        try:
            return GGUFValueType(number)
        except ValueError:
            raise self._lie(messages.UNKNOWN_VALUE_TYPE(number=number)) from None

    def _string(self, limit: int) -> str:
        return self._take(self._count("Q", limit, messages.STRING_BYTES())).decode("utf-8")

    def _count(self, layout: str, limit: int, what: Message) -> int:
        count: int = self._number(layout)
        if count > limit:
            raise self._lie(messages.CLAIMS(number=count, what=what))
        return count

    def _number(self, layout: str) -> Any:
        return struct.unpack(f"<{layout}", self._take(struct.calcsize(f"<{layout}")))[0]

    def _take(self, count: int) -> bytes:
        self._position += count
        if self._position > self._limit:
            raise _EndReached
        taken = self._file.read(count)
        if len(taken) < count:  # the file became shorter
            raise _EndReached
        return taken

    def _lie(self, finding: Message) -> CheckpointError:
        return CheckpointError(messages.HEADER_LIES(file=self._path.name, finding=finding))
