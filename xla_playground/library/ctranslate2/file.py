"""Read the header of a CTranslate2 ``model.bin``, and check it against the file's size first.

Format: CTranslate2's ``python/ctranslate2/specs/model_spec.py`` (``_serialize``) and
``src/models/model.cc``: a version, the specification's name and revision, then variables (name,
rank, dimensions, format, bytes) and aliases, without gaps.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from ...core.errors import CheckpointError, shown
from ...core.files.beginnings import beginning, not_of_format
from ...core.messages.message import Message
from ...core.messages.models import checkpoint, weights
from ...core.messages.models import library as messages

Array = np.ndarray[Any, Any]

_VERSIONS = (4, 5, 6)
_MAX_VARIABLES = 50_000
_MAX_NAME_BYTES = 1_000
_MAX_RANK = 4


class VariableType(IntEnum):
    """CTranslate2's ``DataType``."""

    FLOAT32 = 0
    INT8 = 1
    INT16 = 2
    INT32 = 3
    FLOAT16 = 4
    BFLOAT16 = 5


_FORMATS = {
    VariableType.FLOAT32: "<f4",
    VariableType.INT8: "i1",
    VariableType.INT16: "<i2",
    VariableType.INT32: "<i4",
    VariableType.FLOAT16: "<f2",
    VariableType.BFLOAT16: "<u2",
}


@dataclass(frozen=True)
class Variable:
    """One variable: its format, shape and place in the file."""

    type: VariableType
    shape: tuple[int, ...]
    start: int


@dataclass(frozen=True)
class Ct2File:
    """A ``model.bin``: its specification and its variables by name, aliases among them."""

    file: Path
    specification: str
    revision: int
    variables: dict[str, Variable]
    aliases: dict[str, str]

    def scalar(self, name: str, default: int | None = None) -> int:
        """Return the value of a variable without dimensions, ``default`` if it is missing.

        Raises:
            CheckpointError: it is missing or no whole number.
        """
        variable = self.variables.get(name)
        if variable is None and default is not None:
            return default
        if variable is None or variable.shape or variable.type in _FLOATS:
            raise CheckpointError(messages.CT2_NO_NUMBER(file=self.file.name, name=name))
        (values,) = self.pieces(name, 1)
        return int(values[0])

    def pieces(self, name: str, piece_values: int, rows: slice | None = None) -> Iterator[Array]:
        """Yield the stored numbers of ``rows`` (default: all) of a variable, flat, about
        ``piece_values`` at a time.

        bfloat16 becomes float32; quantized numbers are not changed. A piece has whole rows.

        Raises:
            CheckpointError: the file was changed after the check.
        """
        variable = self.variables[name]
        dtype = np.dtype(_FORMATS[variable.type])
        width = math.prod(variable.shape[1:])
        first, last, _ = (rows or slice(None)).indices(variable.shape[0] if variable.shape else 1)
        step = max(1, piece_values // max(1, width))
        with self.file.open("rb") as file:
            file.seek(variable.start + first * width * dtype.itemsize)
            for row in range(first, last, step):
                count = min(step, last - row) * width
                values = np.fromfile(file, dtype, count)
                if len(values) < count:
                    raise CheckpointError(weights.FILE_CHANGED(file=self.file.name))
                if variable.type is VariableType.BFLOAT16:  # the upper half of a float32
                    values = (values.astype(np.uint32) << 16).view(np.float32)
                yield values


_FLOATS = (VariableType.FLOAT32, VariableType.FLOAT16, VariableType.BFLOAT16)


def read_ct2_file(path: Path) -> Ct2File:
    """Return the header of a ``model.bin`` of binary version 4 to 6.

    Raises:
        CheckpointError: the file is truncated, not CTranslate2's, or its header lies.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        try:
            return _Reader(path, file, path.stat().st_size).read()
        except (struct.error, UnicodeDecodeError):
            raise CheckpointError(messages.CT2_DAMAGED(file=path.name)) from None


class _Reader:
    """Reads one file from its beginning to its end, skipping the data."""

    def __init__(self, path: Path, file: BinaryIO, size: int) -> None:
        self._path = path
        self._file = file
        self._size = size

    def read(self) -> Ct2File:
        version = self._number("I")
        if version not in _VERSIONS:
            if beginning(self._path):
                raise not_of_format(self._path, checkpoint.CT2_FILE())
            raise CheckpointError(messages.CT2_VERSION(file=self._path.name, version=version))
        specification, revision = self._string(), self._number("I")
        variables: dict[str, Variable] = {}
        for _ in range(self._count(_MAX_VARIABLES, messages.VARIABLES())):
            name = self._string()
            if name in variables:
                raise self._lie(messages.VARIABLE_TWICE(name=shown(name)))
            variables[name] = self._variable(name)
        aliases: dict[str, str] = {}
        for _ in range(self._count(_MAX_VARIABLES, messages.ALIASES())):
            alias, name = self._string(), self._string()
            if name not in variables or alias in variables:
                raise self._lie(messages.BAD_ALIAS(alias=shown(alias), name=shown(name)))
            aliases[alias] = name
        if self._file.tell() != self._size:
            raise CheckpointError(messages.CT2_GOES_ON(file=self._path.name))
        variables |= {alias: variables[name] for alias, name in aliases.items()}
        return Ct2File(self._path, specification, revision, variables, aliases)

    def _variable(self, name: str) -> Variable:
        rank = self._number("B")
        if rank > _MAX_RANK:
            raise self._lie(messages.VARIABLE_DIMENSIONS(name=shown(name), number=rank))
        shape = tuple(self._number("I") for _ in range(rank))
        kind, size = self._number("B"), self._number("I")
        try:
            dtype = VariableType(kind)
        except ValueError:
            raise self._lie(messages.VARIABLE_FORMAT(name=shown(name), number=kind)) from None
        if size != math.prod(shape) * np.dtype(_FORMATS[dtype]).itemsize:
            raise self._lie(messages.VARIABLE_SIZE(name=shown(name), size=size))
        start = self._file.tell()
        if start + size > self._size:
            raise CheckpointError(
                messages.CT2_TRUNCATED(
                    file=self._path.name, size=self._size, name=shown(name), end=start + size
                )
            )
        self._file.seek(size, 1)
        return Variable(dtype, shape, start)

    def _string(self) -> str:
        length = self._number("H")
        if length > _MAX_NAME_BYTES:
            raise self._lie(messages.NAME_TOO_LONG(size=length))
        return self._take(length).decode("utf-8").removesuffix("\0")

    def _count(self, limit: int, what: Message) -> int:
        count: int = self._number("I")
        if count > limit:
            raise self._lie(messages.CLAIMS(number=count, what=what))
        return count

    def _number(self, layout: str) -> Any:
        return struct.unpack(f"<{layout}", self._take(struct.calcsize(f"<{layout}")))[0]

    def _take(self, count: int) -> bytes:
        taken = self._file.read(count)
        if len(taken) < count:
            raise struct.error
        return taken

    def _lie(self, finding: Message) -> CheckpointError:
        return CheckpointError(messages.HEADER_LIES(file=self._path.name, finding=finding))
